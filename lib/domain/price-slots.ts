import type { Article, CellId, Charge, Mode, PriceList, PrintedCell } from "./catalog";
import { stepLabel } from "./catalog-figures";
import type { Cents } from "./money";

/** What a price depends on beside its article; the keys of a reseller's own price rows. Empty where an article has one price. */
export interface PriceDimensions {
  readonly mode?: Mode;
  readonly termMonths?: number;
  /** The label of the user tier, or of the volume step. */
  readonly tier?: string;
  readonly profile?: string;
  /** Only where nothing else tells two charges of the article apart. */
  readonly charge?: Charge;
}

/**
 * One place where an article has a price of its own.
 * - `priced`: an amount, printed or (`cents` null) left to the reseller's own price rows.
 * - `free`: the first units of a request, which cost nothing.
 * - `included`, `unavailable`: how an option stands to a profile; no price can take their place.
 * - `by-effort`: charged by effort; 0 in every sum.
 */
export interface PriceSlot {
  readonly offer: "priced" | "free" | "included" | "unavailable" | "by-effort";
  readonly charge: Charge;
  readonly dimensions: PriceDimensions;
  /** Where it stands on the paper; null where the paper prints nothing. */
  readonly cell: CellId | null;
  readonly cents: Cents | null;
}

/** Every place where the list gives, or leaves open, a price of the article, in the paper's order. */
export function priceSlots(list: PriceList, article: Article): PriceSlot[] {
  const cells = cellsById(list);
  const { price } = article;
  const slot = (charge: Charge, dimensions: PriceDimensions, cell: CellId): PriceSlot => ({
    offer: "priced",
    charge,
    dimensions,
    cell,
    cents: cells.get(cell)?.cents ?? null,
  });
  switch (price.kind) {
    case "none":
      return isByPercentage(list, article.sku)
        ? []
        : [{ offer: "priced", charge: "oneOff", dimensions: {}, cell: null, cents: null }];
    case "flat": {
      const charges = (["monthly", "yearly", "oneOff"] as const).filter((charge) => price[charge] !== undefined);
      const effort = price.byEffort;
      return [
        ...charges.map((charge) => slot(charge, charges.length > 1 ? { charge } : {}, price[charge] ?? "")),
        ...(effort === undefined ? [] : [without("by-effort", effort, { charge: effort }, null)]),
      ];
    }
    case "by-form":
      return [
        ...(price.purchase === undefined ? [] : [slot("oneOff", { mode: "purchase" }, price.purchase)]),
        ...price.subscription.map(({ months, cell }) =>
          slot("monthly", { mode: "subscription", termMonths: months }, cell),
        ),
      ];
    case "by-users":
      return list.userTiers.flatMap(({ label }, index) => [
        slot("oneOff", { mode: "purchase", tier: label }, price.purchase[index] ?? ""),
        ...price.subscription.map(({ months, cells: row }) =>
          slot("monthly", { mode: "subscription", termMonths: months, tier: label }, row[index] ?? ""),
        ),
      ]);
    case "volume":
      return price.steps.map((step, index) => slot(price.charge, { tier: stepLabel(price.steps, index) }, step.cell));
    case "first-free":
      return [without("free", price.charge, {}, price.free), slot(price.charge, {}, price.further)];
    case "by-profile":
      return list.profiles.flatMap((profile): PriceSlot[] => {
        const offer = price.profiles[profile];
        if (offer === undefined || offer.status === "unavailable")
          return [without("unavailable", "monthly", { profile }, null)];
        if (offer.status === "included") return [without("included", "monthly", { profile }, offer.cell)];
        const { monthly, oneOff } = offer;
        if (oneOff === undefined) return [slot("monthly", { profile }, monthly)];
        return [
          slot("monthly", { profile, charge: "monthly" }, monthly),
          slot("oneOff", { profile, charge: "oneOff" }, oneOff),
        ];
      });
  }
}

/** The dimensions of a slot as one text, whatever their order: `mode=purchase tier=21-40`; empty for none. */
export function slotKey(dimensions: Readonly<Record<string, string | number>>): string {
  return Object.entries(dimensions)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(" ");
}

/** The priced slot with this key; undefined where the article has no such price that could be overridden. */
export function pricedSlot(list: PriceList, article: Article, key: string): PriceSlot | undefined {
  return priceSlots(list, article).find((slot) => slot.offer === "priced" && slotKey({ ...slot.dimensions }) === key);
}

function without(
  offer: PriceSlot["offer"],
  charge: Charge,
  dimensions: PriceDimensions,
  cell: CellId | null,
): PriceSlot {
  return { offer, charge, dimensions, cell, cents: null };
}

/** Maintenance and upgrades are a percentage of a system's list price: they have no price of their own. */
function isByPercentage({ up2date }: PriceList, sku: string): boolean {
  if (up2date === undefined) return false;
  return [...up2date.terms, up2date.additional, ...up2date.oneTimeUpgrades].some((article) => article.sku === sku);
}

const known = new WeakMap<PriceList, ReadonlyMap<CellId, PrintedCell>>();

/** All printed cells of a list by their id. */
export function cellsById(list: PriceList): ReadonlyMap<CellId, PrintedCell> {
  const cells = known.get(list) ?? new Map(list.printed.flatMap((table) => table.cells).map((cell) => [cell.id, cell]));
  known.set(list, cells);
  return cells;
}
