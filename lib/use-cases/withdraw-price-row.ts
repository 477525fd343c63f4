import { markWithdrawn, priceRowById, purchasesAtListPrice } from "@/db/queries/price-rows";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { isId } from "./shared/ids";
import { deriveFromPrices, dimensionsOf, kindsSeen } from "./shared/price-rows";
import { recordChange } from "./shared/record-change";
import { withReseller } from "./shared/reseller-of";

/**
 * Takes a wrong price row out of every reckoning from now on, as if it had never been; it stays in sight with who withdrew it. Derives
 * anew what followed from it, in the same transaction. Refused where recorded purchases carry it: what was sold at a price was.
 */
export async function withdrawPriceRow(
  viewer: Viewer,
  priceRowId: string,
  today: Day,
  now: Date,
): Promise<"done" | "not-found" | Refusal> {
  if (!may(viewer, "manage-price-rows")) return refuse("not-allowed");
  if (!isId(priceRowId)) return "not-found";
  const { resellerId } = withReseller(viewer);
  return withTenant(viewer, async (tx) => {
    const row = await priceRowById(tx, resellerId, priceRowId);
    if (row === null || !kindsSeen(viewer).includes(row.kind)) return "not-found";
    if (row.kind === "list") {
      const count = await purchasesAtListPrice(tx, resellerId, row);
      if (count > 0) return refuse("price-row-in-use", { count });
    }
    const by = { withdrawnBy: viewer.personId, withdrawnByName: viewer.name, withdrawnAt: now };
    if (!(await markWithdrawn(tx, resellerId, priceRowId, by))) return refuse("price-row-withdrawn");
    if (row.kind === "list") await deriveFromPrices(tx, resellerId, row.vendor, today);
    const { kind, vendor, sku, validFrom, cents } = row;
    await recordChange(tx, viewer, {
      action: "price-row-withdrawn",
      subject: { type: "price-row", id: priceRowId },
      before: { priceKind: kind, vendor, sku, ...dimensionsOf(row), validFrom, cents },
      at: now,
    });
    return "done";
  });
}
