import type { PriceRow } from "@/db/queries/price-rows";
import type { Day } from "@/lib/domain/dates";
import { slotKey } from "@/lib/domain/price-slots";
import type { OwnPrices } from "@/lib/domain/pricing";

/**
 * The reseller's own list prices of one vendor that hold on a day, as quotes look them up; undefined where he has none. `rows` are oldest
 * first, so that a newer one takes the place of an older one.
 */
export function ownPricesOn(rows: readonly PriceRow[], vendor: string, today: Day): OwnPrices | undefined {
  const inForce = new Map<string, { readonly cents: number; readonly sample: boolean }>();
  for (const { vendor: seller, sku, dimensions, validFrom, cents, sample } of rows) {
    if (seller === vendor && validFrom <= today) inForce.set(`${sku} ${slotKey(dimensions)}`, { cents, sample });
  }
  if (inForce.size === 0) return undefined;
  // A row names the charge only where nothing else tells two charges of its article apart.
  return ({ sku, charge, ...dimensions }) =>
    inForce.get(`${sku} ${slotKey({ ...known(dimensions), charge })}`) ??
    inForce.get(`${sku} ${slotKey(known(dimensions))}`);
}

function known(dimensions: Readonly<Record<string, string | number | undefined>>): Record<string, string | number> {
  const given: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(dimensions)) if (value !== undefined) given[name] = value;
  return given;
}
