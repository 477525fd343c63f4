import { adviceOn } from "./advice";
import type { PriceList } from "./catalog";
import { type Cents, sum } from "./money";
import { articlesOnRequest, unitsOf, unmetCondition } from "./pricing-conditions";
import { type Discount, discountOn, discountReason } from "./pricing-discount";
import { lineOf, type QuoteLine, unknownLine } from "./pricing-lines";
import { type OwnPrices, type PricedRequest, type QuoteItem, readItems } from "./pricing-request";
import type { Reason } from "./reason";
import { isRefusal, type Refusal } from "./refusal";

export type { LinePrice, QuoteLine } from "./pricing-lines";
export type { OwnPrices, PriceKey, QuoteItem } from "./pricing-request";

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

/**
 * Prices a request from one price list, net, by the rules of that list. Items of the same article (and profile) count together for steps,
 * minima, limits and free units; each keeps its line. A reseller's `own` price goes before the printed one, never before a rule.
 * Refused with the path of the field at fault: unknown articles, fields missing or of no use, conditions not met, amounts beyond 2^53 - 1.
 */
export function quote(list: PriceList, items: readonly QuoteItem[], own?: OwnPrices): Quote | Refusal {
  const request = readItems(list, items);
  if ("refused" in request) return request;
  return unmetCondition(request) ?? quoteRead(request, own);
}

/**
 * The same for a request that was read, whether or not it meets the list's conditions: for what is booked already, or for showing what could
 * not be ordered so. Refused: an article without any price, amounts beyond 2^53 - 1.
 */
export function quoteRead(request: PricedRequest, own?: OwnPrices): Quote | Refusal {
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
