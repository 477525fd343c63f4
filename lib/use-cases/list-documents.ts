import { documentsOf } from "@/db/queries/documents";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { may, type Viewer } from "@/lib/domain/viewer";
import { contractAtHand } from "./shared/contract-at-hand";

export interface DocumentView {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** An instant. */
  readonly recordedAt: string;
}

/** The documents of a contract, the newest first; empty where the viewer may not see it. */
export async function listDocuments(viewer: Viewer, contractId: string, today: Day): Promise<readonly DocumentView[]> {
  if (!may(viewer, "see-contract")) throw new Error(`contracts are not for the role ${viewer.role}`);
  return withTenant(viewer, async (tx) => {
    const found = await contractAtHand(tx, viewer, contractId, today);
    if (found === null) return [];
    const rows = await documentsOf(tx, viewer.resellerId ?? "", contractId);
    return rows.map(({ recordedAt, ...row }) => ({ ...row, recordedAt: recordedAt.toISOString() }));
  });
}
