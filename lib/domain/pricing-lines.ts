import type { Charge } from "./catalog";
import { type Figure, stepReached } from "./catalog-figures";
import { type Cents, times } from "./money";
import { unitsOf } from "./pricing-conditions";
import { named, type OwnPrices, type PricedItem, type PricedRequest, type PriceKey } from "./pricing-request";
import type { Reason } from "./reason";
import { isRefusal, type Refusal, refuse } from "./refusal";

/** One unit price of a line: so many units at so many cents, from the paper or from a price row of the reseller's own. */
export interface LinePrice {
  readonly charge: Charge;
  readonly unitCents: Cents;
  /** Units charged: the line's quantity less what is free. */
  readonly units: number;
  readonly own: boolean;
}

/** What one item comes to. An amount is null where nobody knows it (`onRequest`). */
export interface QuoteLine {
  readonly sku: string;
  readonly quantity: number;
  readonly oneOffCents: Cents | null;
  readonly monthlyCents: Cents | null;
  readonly yearlyCents: Cents | null;
  readonly tier?: string;
  readonly profile?: string;
  readonly onRequest?: true;
  /** At least one price of the line is only an example. */
  readonly sample?: true;
  /** The code of the reason for which this price needs a recorded override before it goes on a new quote. */
  readonly needsOverride?: string;
  readonly prices: readonly LinePrice[];
}

type LineInProgress = { -readonly [Field in keyof QuoteLine]: QuoteLine[Field] };

const CHARGES = ["oneOff", "monthly", "yearly"] as const;

/** The line of an item: its unit prices times its units. `freeLeft` holds the free units that earlier items have left over. */
export function lineOf(
  request: PricedRequest,
  item: PricedItem,
  freeLeft: Map<string, number>,
  own: OwnPrices | undefined,
  derivation: Reason[],
): QuoteLine | Refusal {
  const draft: LineDraft = { request, item, own, derivation, prices: [], sample: false };
  const unpriced = findPrices(draft, freeLeft);
  if (unpriced !== null) return unpriced;
  const amounts = { oneOff: 0, monthly: 0, yearly: 0 };
  for (const { charge, unitCents, units } of draft.prices) {
    const amount = times(unitCents, units);
    if (isRefusal(amount)) return amount;
    amounts[charge] += amount;
  }
  const line: LineInProgress = {
    sku: item.item.sku,
    quantity: item.units,
    oneOffCents: amounts.oneOff,
    monthlyCents: amounts.monthly,
    yearlyCents: amounts.yearly,
    prices: draft.prices,
  };
  if (draft.sample) line.sample = true;
  return marked(line, request, item);
}

/** The line that is being priced: its unit prices as they are found, and where each comes from. */
interface LineDraft {
  readonly request: PricedRequest;
  readonly item: PricedItem;
  readonly own: OwnPrices | undefined;
  readonly derivation: Reason[];
  readonly prices: LinePrice[];
  sample: boolean;
}

/** Finds the unit prices of an item by the kind of its price. */
function findPrices(draft: LineDraft, freeLeft: Map<string, number>): Refusal | null {
  const { request, item } = draft;
  const { price } = item.priced;
  const { sku, mode, termMonths, profile } = item.item;
  switch (price.kind) {
    case "none":
      for (const charge of CHARGES) addPrice(draft, charge, null, item.units, {});
      if (draft.prices.length > 0) return null;
      return refuse("price-unknown", item.priced.named, `items[${item.index}].sku`);
    case "flat":
      for (const [charge, figure] of price.charges) addPrice(draft, charge, figure, item.units, {});
      if (price.byEffort !== null) {
        const params = { ...item.priced.named, charge: price.byEffort };
        draft.derivation.push({ code: "price-by-effort", params, source: item.priced.source });
      }
      return null;
    case "by-form": {
      const figures = mode === "purchase" ? price.purchase : price.subscription.get(termMonths ?? 0);
      const figure = figures?.[item.tierIndex ?? 0];
      if (figure === undefined)
        throw new Error(`${sku}: no printed price for ${mode} ${termMonths} in tier ${item.tierIndex}`);
      const form = mode === "purchase" ? { mode } : { mode, termMonths };
      const dimensions = item.tierIndex === null ? form : { ...form, tier: tierLabel(request, item.tierIndex) };
      addPrice(draft, mode === "purchase" ? "oneOff" : "monthly", figure, item.units, dimensions);
      return null;
    }
    case "volume": {
      const step = stepReached(price.steps, unitsOf(request, sku));
      addPrice(draft, price.charge, step.figure, item.units, { tier: step.label });
      return null;
    }
    case "first-free": {
      const left = freeLeft.get(sku) ?? price.freeUnits;
      const free = Math.min(left, item.units);
      freeLeft.set(sku, left - free);
      const billed = item.units - free;
      addPrice(draft, price.charge, billed > 0 ? price.further : price.free, billed, {}, free);
      return null;
    }
    case "by-profile": {
      const offer = price.profiles.get(profile ?? "");
      if (offer === undefined || offer.status === "unavailable") throw new Error(`${sku}: not for ${profile}`);
      if (offer.status === "priced") {
        for (const [charge, figure] of offer.charges) addPrice(draft, charge, figure, item.units, { profile });
        return null;
      }
      const params = { ...item.priced.named, ...named(request, "profile", profile ?? "") };
      draft.derivation.push({ code: "price-included", params, source: offer.source });
      return null;
    }
  }
}

/** One charge of a line, at the reseller's own price where he has one. Without any price there is no charge. */
function addPrice(
  draft: LineDraft,
  charge: Charge,
  figure: Figure | null,
  units: number,
  dimensions: Partial<PriceKey>,
  freeUnits = 0,
): void {
  const { item, own } = draft;
  const row = own?.({ sku: item.item.sku, charge, ...dimensions });
  const unitCents = row?.cents ?? figure?.cents;
  if (unitCents === undefined) return;
  draft.sample ||= row?.sample === true;
  draft.prices.push({ charge, unitCents, units, own: row !== undefined });
  // A printed "0,00 €" beside another charge explains nothing.
  if (unitCents === 0 && item.priced.severalCharges) return;
  const params = { ...item.priced.named, charge, unitCents, units, freeUnits, ...dimensions };
  const code = row === undefined ? "price-printed" : row.sample === true ? "price-sample" : "price-own";
  draft.derivation.push({ code, params, source: row === undefined ? figure?.source : undefined });
}

/** A line whose price nobody knows: null for what the article would charge. */
export function unknownLine(
  request: PricedRequest,
  item: PricedItem,
  limit: { of: string; above: number },
  derivation: Reason[],
): QuoteLine {
  const { price, source } = item.priced;
  const charges = new Set(price.kind === "flat" ? price.charges.map(([charge]) => charge) : CHARGES);
  const amount = (charge: Charge) => (charges.has(charge) ? null : 0);
  const params = { ...item.priced.named, ...named(request, "of", limit.of), above: limit.above };
  derivation.push({ code: "price-on-request", params, source });
  const line: LineInProgress = {
    sku: item.item.sku,
    quantity: item.units,
    oneOffCents: amount("oneOff"),
    monthlyCents: amount("monthly"),
    yearlyCents: amount("yearly"),
    onRequest: true,
    prices: [],
  };
  return marked(line, request, item);
}

/** The line with what the item says of itself: tier, profile, a price that needs an override. */
function marked(line: LineInProgress, request: PricedRequest, { item, priced, tierIndex }: PricedItem): QuoteLine {
  if (tierIndex !== null) line.tier = tierLabel(request, tierIndex);
  if (item.profile !== undefined) line.profile = item.profile;
  if (priced.article.needsOverride !== undefined) line.needsOverride = priced.article.needsOverride;
  return line;
}

function tierLabel(request: PricedRequest, index: number): string {
  return request.figures.tiers[index]?.label ?? "";
}
