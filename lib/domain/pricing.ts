import { adviceOn } from "./advice";
import type { Charge, PriceList } from "./catalog";
import { type Figure, stepReached } from "./catalog-figures";
import { type Cents, sum, times } from "./money";
import { articlesOnRequest, unitsOf, unmetCondition } from "./pricing-conditions";
import { type Discount, discountOn, discountReason } from "./pricing-discount";
import {
  named,
  type OwnPrices,
  type PricedItem,
  type PricedRequest,
  type PriceKey,
  type QuoteItem,
  readItems,
} from "./pricing-request";
import type { Reason } from "./reason";
import { isRefusal, type Refusal, refuse } from "./refusal";

export type { OwnPrices, PriceKey, QuoteItem } from "./pricing-request";

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

export interface Totals {
  readonly oneOffCents: Cents | null;
  readonly monthlyCents: Cents | null;
  readonly yearlyCents: Cents | null;
}

/** A priced request: a line for each item in its order, then the discount's line where it holds. */
export interface Quote {
  readonly lines: readonly QuoteLine[];
  readonly totals: Totals;
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly derivation: readonly Reason[];
}

const CHARGES = ["oneOff", "monthly", "yearly"] as const;

/**
 * Prices a request from one price list, net, by the rules of that list. Items of the same article (and profile) count together for steps,
 * minima, limits and free units; each keeps its line. A reseller's `own` price goes before the printed one, never before a rule.
 * Refused with the path of the field at fault: unknown articles, fields missing or of no use, conditions not met, amounts beyond 2^53 - 1.
 */
export function quote(list: PriceList, items: readonly QuoteItem[], own?: OwnPrices): Quote | Refusal {
  const request = readItems(list, items);
  if ("refused" in request) return request;
  const unmet = unmetCondition(request);
  if (unmet !== null) return unmet;
  const onRequest = articlesOnRequest(request);
  const freeLeft = new Map<string, number>();
  const derivation: Reason[] = [];
  const lines: QuoteLine[] = [];
  for (const item of request.items) {
    const limit = onRequest.get(item.item.sku);
    const line =
      limit === undefined
        ? lineOf(request, item, freeLeft, own, derivation)
        : unknownLine(request, item, limit, derivation);
    if (isRefusal(line)) return line;
    lines.push(line);
  }
  const discount = discountOn(request);
  if (discount?.holds) {
    lines.push(discountLine(discount));
    derivation.push(discountReason(request, discount));
  }
  const totals = totalsOf(lines);
  if (isRefusal(totals)) return totals;
  return { lines, totals, ...remarksOn(request, discount), derivation };
}

function lineOf(
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
function unknownLine(
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

type LineInProgress = { -readonly [Field in keyof QuoteLine]: QuoteLine[Field] };

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

function discountLine({ lineSku, units, unitCents }: Discount): QuoteLine {
  return {
    sku: lineSku,
    quantity: units,
    oneOffCents: 0,
    monthlyCents: -units * unitCents,
    yearlyCents: 0,
    prices: [{ charge: "monthly", unitCents: -unitCents, units, own: false }],
  };
}

function totalsOf(lines: readonly QuoteLine[]): Totals | Refusal {
  const oneOffCents = totalOf(lines, "oneOffCents");
  const monthlyCents = totalOf(lines, "monthlyCents");
  const yearlyCents = totalOf(lines, "yearlyCents");
  if (isRefusal(oneOffCents)) return oneOffCents;
  if (isRefusal(monthlyCents)) return monthlyCents;
  if (isRefusal(yearlyCents)) return yearlyCents;
  return { oneOffCents, monthlyCents, yearlyCents };
}

/** Null as soon as one amount is unknown. */
function totalOf(lines: readonly QuoteLine[], charge: keyof Totals): Cents | null | Refusal {
  const amounts: Cents[] = [];
  for (const line of lines) {
    const amount = line[charge];
    if (amount === null) return null;
    if (amount !== 0) amounts.push(amount);
  }
  return amounts.length === 0 ? 0 : sum(amounts);
}

/** What must be said beside these prices: the list's own remarks, then advice reckoned from the request. */
function remarksOn(request: PricedRequest, discount: Discount | null): Pick<Quote, "assumptions" | "hints"> {
  const assumptions: Reason[] = [];
  const hints: Reason[] = [];
  for (const { as, when, reason } of request.figures.remarks) {
    if (occurs(when, request, discount)) (as === "hint" ? hints : assumptions).push(reason);
  }
  hints.push(...adviceOn(request, discount));
  return { assumptions, hints };
}

function occurs(
  when: PriceList["remarks"][number]["when"],
  request: PricedRequest,
  discount: Discount | null,
): boolean {
  switch (when.kind) {
    case "always":
      return true;
    case "any-of":
      return request.items.some(
        ({ item }) => when.skus.includes(item.sku) && (when.profile === undefined || item.profile === when.profile),
      );
    case "at-least":
      return unitsOf(request, when.sku) >= when.count;
    case "discount":
      return (
        discount?.holds === true &&
        discount.units >= (when.atLeast ?? 1) &&
        (when.exactly === undefined || when.exactly.includes(discount.units)) &&
        (when.sku === undefined || unitsOf(request, when.sku) > 0)
      );
  }
}
