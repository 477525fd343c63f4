import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { peekSheet } from "@/lib/import-export/read-sheet";
import { taskOf } from "./shared/import-file";
import { type FileMatter, keepFile, type UploadedFile } from "./shared/import-upload";
import { withReseller } from "./shared/reseller-of";

/**
 * Takes a file in: keeps it sealed, recognises what its columns mean, and remembers how a file with the same columns was understood before.
 * Nothing of its rows is judged yet. A file that is no table is refused and not kept.
 */
export async function uploadImport(
  viewer: Viewer,
  file: UploadedFile,
  now: Date,
  matter: FileMatter = { kind: "estate" },
): Promise<{ readonly importId: string } | Refusal> {
  if (!may(viewer, taskOf(matter.kind))) return refuse("not-allowed");
  if (viewer.customerIds !== null) return refuse("import-confined");
  const head = await peekSheet(file.bytes, matter.kind);
  if (isRefusal(head)) return head;
  return { importId: await keepFile(withReseller(viewer), file, head, now, matter) };
}
