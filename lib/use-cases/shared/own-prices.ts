import type { PriceRow } from "@/db/queries/price-rows";
import type { PriceList } from "@/lib/domain/catalog";
import type { Day } from "@/lib/domain/dates";
import { slotKey } from "@/lib/domain/price-slots";
import type { OwnPrices } from "@/lib/domain/pricing";

/** The reseller's own list prices of one vendor that hold on a day. */
export interface OwnListPrices {
  /** As quotes look them up; undefined where he has none. */
  readonly own: OwnPrices | undefined;
  /** Articles with a price that is made up. */
  readonly samples: ReadonlySet<string>;
}

/** `rows` are oldest first, so that a newer one takes the place of an older one. */
export function ownListPricesOn(rows: readonly PriceRow[], vendor: string, today: Day): OwnListPrices {
  const inForce = new Map<string, PriceRow>();
  for (const row of rows) {
    if (row.vendor === vendor && row.validFrom <= today) inForce.set(placeOf(row.sku, row.dimensions), row);
  }
  const samples = new Set([...inForce.values()].filter((row) => row.sample).map((row) => row.sku));
  if (inForce.size === 0) return { own: undefined, samples };
  // A row names the charge only where nothing else tells two charges of its article apart.
  const own: OwnPrices = ({ sku, charge, ...dimensions }) =>
    inForce.get(placeOf(sku, { ...dimensions, charge })) ?? inForce.get(placeOf(sku, dimensions));
  return { own, samples };
}

/**
 * The reseller's own list prices of any vendor on any day, for many rows: each price list with the same rows in force is read once. Prices that
 * are made up are left out: what is recorded by them would be taken for an agreed amount.
 */
export function ownListPricesOnDays(rows: readonly PriceRow[]): (list: PriceList, day: Day) => OwnPrices | undefined {
  const real = Map.groupBy(
    rows.filter((row) => !row.sample),
    (row) => row.vendor,
  );
  const known = new Map<string, OwnPrices | undefined>();
  return ({ vendor }, day) => {
    const own = real.get(vendor);
    const since = own?.findLast((row) => row.validFrom <= day)?.validFrom;
    if (own === undefined || since === undefined) return undefined;
    const key = `${vendor} ${since}`;
    if (!known.has(key)) known.set(key, ownListPricesOn(own, vendor, day).own);
    return known.get(key);
  };
}

function placeOf(sku: string, dimensions: Readonly<Record<string, string | number | undefined>>): string {
  const known: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(dimensions)) if (value !== undefined) known[name] = value;
  return `${sku} ${slotKey(known)}`;
}
