import { listPriceRows } from "@/db/queries/price-rows";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import { slotKey } from "@/lib/domain/price-slots";
import type { Viewer } from "@/lib/domain/viewer";
import { withReseller } from "./shared/reseller-of";

/** A list price of the reseller's own that holds on the day. */
export interface OwnPrice {
  readonly sku: string;
  /** Which of the article's prices; see `slotKey`. */
  readonly slot: string;
  readonly cents: Cents;
  readonly validFrom: Day;
  readonly sample: boolean;
}

/** The reseller's own list prices of a vendor that hold today, one for each place where an article has a price. */
export async function showOwnPrices(viewer: Viewer, vendor: string, today: Day): Promise<readonly OwnPrice[]> {
  const { resellerId } = withReseller(viewer);
  const rows = await withTenant(viewer, (tx) => listPriceRows(tx, resellerId, [vendor]));
  const inForce = new Map<string, OwnPrice>();
  for (const { sku, dimensions, cents, validFrom, sample } of rows) {
    if (validFrom > today) continue;
    const slot = slotKey(dimensions);
    inForce.set(`${sku} ${slot}`, { sku, slot, cents, validFrom, sample });
  }
  return [...inForce.values()];
}
