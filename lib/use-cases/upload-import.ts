import { v7 as uuidv7 } from "uuid";
import { importById, insertImport, rememberedMapping } from "@/db/queries/imports";
import { withTenant } from "@/db/tenant";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { peekSheet } from "@/lib/import-export/read-sheet";
import { sealFile, sha256Of, sourceKeyOf } from "./shared/import-file";
import { withReseller } from "./shared/reseller-of";

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Takes a file in: keeps it sealed, recognises what its columns mean, and remembers how a file with the same columns was understood before.
 * Nothing of its rows is judged yet. A file that is no table is refused and not kept.
 */
export async function uploadImport(
  viewer: Viewer,
  file: UploadedFile,
  now: Date,
): Promise<{ readonly importId: string } | Refusal> {
  if (!may(viewer, "import-estate")) return refuse("not-allowed");
  if (viewer.customerIds !== null) return refuse("import-confined");
  const { resellerId } = withReseller(viewer);
  const head = await peekSheet(file.bytes, "estate");
  if (isRefusal(head)) return head;
  const importId = uuidv7();
  const sourceKey = sourceKeyOf(head.header);
  return withTenant(viewer, async (tx) => {
    const remembered = await rememberedMapping(tx, resellerId, "estate", sourceKey);
    const fits = remembered !== null && remembered.mapping.length === head.header.length;
    await insertImport(
      tx,
      {
        resellerId,
        id: importId,
        kind: "estate",
        fileName: nameOf(file.name),
        sizeBytes: file.bytes.length,
        sha256: sha256Of(file.bytes),
        format: { ...head.format },
        headerLine: head.headerLine,
        header: head.header.map((name) => name.slice(0, 200)),
        mapping: fits ? remembered.mapping : head.mapping,
        sourceKey,
        state: "uploaded",
        createdBy: viewer.personId,
        createdByName: viewer.name,
        createdAt: now,
      },
      sealFile(file.bytes, resellerId, importId),
    );
    const kept = await importById(tx, resellerId, importId);
    if (kept === null) throw new Error("an import that was just made is not there");
    return { importId };
  });
}

/** A file's name without the folders that some browsers tell. */
function nameOf(name: string): string {
  const last = name.split(/[\\/]/).at(-1)?.trim() ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: signs that no name holds and no database takes
  const plain = last.replaceAll(/[\u0000-\u001f\u007f]/g, "").toWellFormed();
  return plain === "" ? "Datei" : plain.slice(0, 200);
}
