import type { PriceList } from "./catalog";
import { type Figure, figuresOf } from "./catalog-figures";
import { type OwnPrices, type Quote, type QuoteItem, quote } from "./pricing";
import { unitsOf } from "./pricing-conditions";
import { discountOn } from "./pricing-discount";
import { named, type PricedRequest, readItems } from "./pricing-request";
import type { Reason } from "./reason";
import { isRefusal } from "./refusal";
import type { BookedContract, Saving, SavingChoice } from "./savings";
import { breakEven, onceReason, priceAssumptions, yearlyOf } from "./savings-figures";

/** More of what is booked: the items then, and why it costs less. */
interface LargerQuantity {
  readonly items: readonly QuoteItem[];
  readonly reasons: readonly Reason[];
}

/**
 * Larger quantities of what is booked that cost less a year: the next step of a price that holds for all units, and of the whole-company
 * discount, with the options completed that it asks for. One saving for each article with steps and one for the discount, each the change
 * that saves most. No units are ever dropped, and no profile is added that the customer does not have.
 */
export function largerQuantitySavings(
  list: PriceList,
  contracts: readonly BookedContract[],
  own?: OwnPrices,
): Saving[] {
  if (!hasSteps(list)) return [];
  const items = contracts.flatMap((contract) => contract.items);
  const request = items.length === 0 ? null : readItems(list, items);
  if (request === null || isRefusal(request)) return [];
  const now = quote(list, items, own);
  if (isRefusal(now)) return [];
  const byPrice = [...figuresOf(list).articles.keys()].map((sku) => ({ skus: [sku], larger: nextSteps(request, sku) }));
  const byDiscount = { skus: list.profiles, larger: nextDiscounts(request) };
  return [...byPrice, byDiscount].flatMap(({ skus, larger }) => {
    const best = cheapest(list, now, larger, own);
    if (best === null) return [];
    const { choice, then } = best;
    return [
      {
        kind: "larger-quantity" as const,
        contractIds: contracts.filter((each) => each.items.some(({ sku }) => skus.includes(sku))).map(({ id }) => id),
        from: { op: "price" as const, vendor: list.vendor, items },
        ...choice,
        alternatives: [],
        assumptions: [...then.assumptions, ...priceAssumptions(now, then)],
        hints: [{ code: "saving-units-may-stay-idle", params: {} }],
      },
    ];
  });
}

/** Whether more units can cost less at all: a price that holds for all units from a step on, or the whole-company discount. */
export function hasSteps(list: PriceList): boolean {
  const { articles, discount } = figuresOf(list);
  return discount !== null || [...articles.values()].some(({ price }) => price.kind === "volume");
}

/** The larger quantity that costs least a year, where it costs less than now; on a tie the one that costs least once. */
function cheapest(
  list: PriceList,
  now: Quote,
  larger: readonly LargerQuantity[],
  own: OwnPrices | undefined,
): { choice: SavingChoice; then: Quote } | null {
  let best: { choice: SavingChoice; then: Quote } | null = null;
  for (const { items, reasons } of larger) {
    const then = quote(list, items, own);
    if (isRefusal(then)) continue;
    const [before, after] = [yearlyOf(now), yearlyOf(then)];
    const [paid, pays] = [now.totals.oneOffCents, then.totals.oneOffCents];
    if (before === null || after === null || paid === null || pays === null || after >= before) continue;
    const yearlyCents = before - after;
    const onceCents = pays - paid;
    const known = best?.choice;
    if (known && (known.yearlyCents - yearlyCents || onceCents - known.onceCents) >= 0) continue;
    const figures = { fromCents: now.totals.monthlyCents ?? 0, toCents: then.totals.monthlyCents ?? 0, yearlyCents };
    const explanation = [...reasons, { code: "saving-monthly-falls", params: figures }, ...onceReason(onceCents)];
    const breakEvenMonth = breakEven(onceCents, yearlyCents);
    const to = { op: "price" as const, vendor: list.vendor, items };
    best = { choice: { yearlyCents, onceCents, breakEvenMonth, to, explanation }, then };
  }
  return best;
}

/** For an article whose step holds for all units: as many as each further step begins with. */
function nextSteps(request: PricedRequest, sku: string): LargerQuantity[] {
  const price = request.figures.articles.get(sku)?.price;
  const quantity = unitsOf(request, sku);
  if (price?.kind !== "volume" || quantity === 0) return [];
  return price.steps
    .filter((step) => step.from > quantity)
    .map(({ from, figure }) => ({
      items: withMore(itemsOf(request), sku, from - quantity),
      reasons: [moreUnits(request, "saving-larger-quantity", sku, quantity, from, figure)],
    }));
}

/** For the whole-company discount: with its options complete, at the present step and at each further one, by each profile booked. */
function nextDiscounts(request: PricedRequest): LargerQuantity[] {
  const rule = request.figures.discount;
  const discount = discountOn(request);
  if (rule === null || discount === null || discount.forbidden.length > 0) return [];
  let complete = itemsOf(request);
  const completed: Reason[] = [];
  for (const { profile, option, units } of discount.lacking) {
    complete = withMore(complete, option, units, profile);
    const params = { ...named(request, "option", option), ...named(request, "profile", profile), units };
    completed.push({ code: "saving-completes-option", params, source: rule.source });
  }
  const larger: LargerQuantity[] = completed.length === 0 ? [] : [{ items: complete, reasons: completed }];
  for (const { from, figure } of rule.steps) {
    if (from <= discount.units) continue;
    for (const profile of rule.profiles) {
      const booked = unitsOf(request, profile);
      if (booked === 0) continue;
      const more = from - discount.units;
      let items = withMore(complete, profile, more);
      for (const need of rule.condition.needsOption) {
        if (need.profile === profile) items = withMore(items, need.option, more, profile);
      }
      const reason = moreUnits(request, "saving-more-profiles", profile, booked, booked + more, figure);
      const params = { ...reason.params, units: from, discountCents: figure.cents };
      larger.push({ items, reasons: [...completed, { ...reason, params }] });
    }
  }
  return larger;
}

function moreUnits(
  request: PricedRequest,
  code: string,
  sku: string,
  quantity: number,
  largerQuantity: number,
  figure: Figure,
): Reason {
  const params = { ...named(request, "article", sku), quantity, largerQuantity, more: largerQuantity - quantity };
  return { code, params, source: figure.source };
}

/** The last item of the article (for this profile) with so many more units, or a new item where there is none. */
function withMore(items: readonly QuoteItem[], sku: string, more: number, profile?: string): readonly QuoteItem[] {
  const index = items.findLastIndex((item) => item.sku === sku && item.profile === profile);
  const item = items[index];
  if (item === undefined) return [...items, { sku, ...(profile === undefined ? {} : { profile }), quantity: more }];
  return items.with(index, { ...item, quantity: (item.quantity ?? 1) + more });
}

function itemsOf(request: PricedRequest): readonly QuoteItem[] {
  return request.items.map(({ item }) => item);
}
