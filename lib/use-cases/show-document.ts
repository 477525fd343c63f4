import { documentById } from "@/db/queries/documents";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { may, type Viewer } from "@/lib/domain/viewer";
import { contractAtHand } from "./shared/contract-at-hand";
import { isId } from "./shared/ids";

export interface DocumentFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A document's file; null for one that is not there, was withdrawn, or whose contract the viewer may not see. */
export async function showDocument(viewer: Viewer, documentId: string, today: Day): Promise<DocumentFile | null> {
  if (!may(viewer, "see-contract") || !isId(documentId)) return null;
  return withTenant(viewer, async (tx) => {
    const found = await documentById(tx, viewer.resellerId ?? "", documentId);
    if (found === null || (await contractAtHand(tx, viewer, found.contractId, today)) === null) return null;
    return { name: found.name, mediaType: found.mediaType, bytes: found.content };
  });
}
