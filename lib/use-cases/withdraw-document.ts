import { lockCustomer, lockQueue } from "@/db/queries/derived-decisions";
import { documentById } from "@/db/queries/documents";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { readReason } from "./shared/act";
import { contractAtHand } from "./shared/contract-at-hand";
import { isId } from "./shared/ids";
import { recordChange } from "./shared/record-change";
import { withdraw } from "./shared/withdraw";

/** Takes back a document that was attached wrongly, with a reason: it stays in the database, and nobody is shown it any more. */
export async function withdrawDocument(
  viewer: Viewer,
  input: { readonly contractId: string; readonly documentId: string; readonly reason: string },
  today: Day,
  now: Date,
): Promise<"done" | "not-found" | Refusal> {
  if (!may(viewer, "capture-estate")) return refuse("not-allowed");
  if (!isId(input.documentId)) return "not-found";
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const contract = await contractAtHand(tx, viewer, input.contractId, today);
    if (contract === null) return "not-found";
    const { id: contractId, customerId, systemId } = contract.row;
    await lockQueue(tx, resellerId, "shared");
    await lockCustomer(tx, resellerId, customerId);
    const found = await documentById(tx, resellerId, input.documentId);
    if (found === null || found.contractId !== contractId) return "not-found";
    const reason = readReason(input.reason);
    if (isRefusal(reason)) return reason;
    await withdraw(tx, viewer, [{ type: "document", id: found.id, customerId }], { reason, at: now });
    await recordChange(tx, viewer, {
      action: "document-withdrawn",
      subject: { type: "document", id: found.id },
      of: { customerId, systemId, contractId },
      before: { fileName: found.name },
      reason,
      at: now,
    });
    return "done";
  });
}
