import { lockCustomer, lockQueue } from "@/db/queries/derived-decisions";
import { purchaseRows } from "@/db/queries/licences";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { readReason } from "./shared/act";
import { deriveSystem } from "./shared/derive";
import { isId } from "./shared/ids";
import { recordChange } from "./shared/record-change";
import { systemAtHand } from "./shared/system-at-hand";
import { withdraw } from "./shared/withdraw";

/**
 * Takes back a purchase that was recorded wrongly, with a reason: it stays in the database and counts no more. With its last purchase the licence
 * goes too, and its key with it; bought again, it is a new one.
 */
export async function withdrawPurchase(
  viewer: Viewer,
  input: { readonly systemId: string; readonly purchaseId: string; readonly reason: string },
  today: Day,
  now: Date,
): Promise<"done" | "not-found" | Refusal> {
  if (!may(viewer, "capture-estate")) return refuse("not-allowed");
  if (!isId(input.purchaseId)) return "not-found";
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const seen = await systemAtHand(tx, viewer, input.systemId, today);
    if (seen === null) return "not-found";
    const { id: systemId, customerId } = seen.row;
    await lockQueue(tx, resellerId, "shared");
    await lockCustomer(tx, resellerId, customerId);
    const rows = await purchaseRows(tx, resellerId, [systemId], true);
    const bought = rows.find(({ id }) => id === input.purchaseId);
    if (bought === undefined) return "not-found";
    const reason = readReason(input.reason);
    if (isRefusal(reason)) return reason;
    const { licenceId, sku } = bought;
    const isLast = !rows.some((row) => row.licenceId === licenceId && row.id !== bought.id);
    const purchase = { type: "purchase", id: bought.id, customerId } as const;
    const licence = { type: "licence", id: licenceId, customerId } as const;
    await withdraw(tx, viewer, isLast ? [purchase, licence] : [purchase], { reason, at: now });
    await deriveSystem(tx, resellerId, systemId, today);
    const of = { customerId, systemId };
    const { purchasedOn, quantity, tier, users, listPriceCents, paidCents, orderReference } = bought;
    await recordChange(tx, viewer, {
      action: "purchase-withdrawn",
      subject: { type: "purchase", id: bought.id },
      of,
      before: { sku, purchasedOn, quantity, tier, users, listPriceCents, paidCents, orderReference },
      reason,
      at: now,
    });
    if (isLast)
      await recordChange(tx, viewer, {
        action: "licence-withdrawn",
        subject: { type: "licence", id: licenceId },
        of,
        before: { sku },
        reason,
        at: now,
      });
    return "done";
  });
}
