import { importById, removeChunks, setImport } from "@/db/queries/imports";
import { withTenant } from "@/db/tenant";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { isId } from "./shared/ids";
import { taskOf } from "./shared/import-file";
import { withReseller } from "./shared/reseller-of";

/** Throws an uploaded file away that was not read in. */
export async function discardImport(viewer: Viewer, importId: string): Promise<"done" | "not-found" | Refusal> {
  if (!may(viewer, "import-estate")) return refuse("not-allowed");
  const { resellerId } = withReseller(viewer);
  if (viewer.customerIds !== null || !isId(importId)) return "not-found";
  return withTenant(viewer, async (tx) => {
    const row = await importById(tx, resellerId, importId);
    if (row === null) return "not-found";
    if (!may(viewer, taskOf(row.kind))) return refuse("not-allowed");
    if (row.state === "discarded") return "done";
    const done = await setImport(tx, resellerId, importId, ["uploaded", "checked"], { state: "discarded" });
    if (!done) return refuse("import-not-ready");
    await removeChunks(tx, resellerId, importId);
    return "done";
  });
}
