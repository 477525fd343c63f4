import type { PriceList } from "./catalog";
import { type PriceSlot, priceSlots, slotKey } from "./price-slots";
import type { OwnPrices, PriceKey } from "./pricing-request";

/** A price of the reseller's own that holds on the day; `dimensions` are those of the article's price that it stands for. */
export interface OwnPriceRow {
  readonly sku: string;
  readonly dimensions: Readonly<Record<string, string | number>>;
  readonly cents: number;
  readonly sample: boolean;
}

/** A reseller's own prices as `quote` asks for them. A row counts for the one charge that it stands for; of several for one price the last. */
export function ownPricesOf(list: PriceList, rows: readonly OwnPriceRow[]): OwnPrices {
  const found = new Map(rows.map((row) => [`${row.sku} ${slotKey(row.dimensions)}`, row]));
  return (key) => {
    const article = found.size === 0 ? undefined : list.articles.find((each) => each.sku === key.sku);
    const slot = article && priceSlots(list, article).find((each) => isSlotOf(each, key));
    return slot === undefined ? undefined : found.get(`${key.sku} ${slotKey({ ...slot.dimensions })}`);
  };
}

function isSlotOf({ offer, charge, dimensions }: PriceSlot, key: PriceKey): boolean {
  if (offer !== "priced" || charge !== key.charge) return false;
  const { mode, termMonths, tier, profile } = dimensions;
  return mode === key.mode && termMonths === key.termMonths && tier === key.tier && profile === key.profile;
}
