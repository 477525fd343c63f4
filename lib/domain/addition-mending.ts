import type { PriceList } from "./catalog";
import { type OwnPrices, type QuoteItem, quoteRead } from "./pricing";
import { type UnmetCondition, unmetConditions } from "./pricing-conditions";
import { type PricedRequest, readItems } from "./pricing-request";
import { isRefusal } from "./refusal";
import { choiceKey } from "./wish-choices";

/** An article that has to come along, and the conditions that ask for it. */
export interface MendingItem {
  readonly item: QuoteItem & { readonly quantity: number };
  readonly because: readonly UnmetCondition[];
}

/** Further articles with which items meet the conditions of their list. */
export interface Mending {
  readonly added: readonly MendingItem[];
  readonly units: number;
  /** Conditions that no addition meets. */
  readonly remaining: readonly UnmetCondition[];
}

/** More ways than this are never looked at: conditions with a choice are few, and each is chosen once. */
const MOST_WAYS = 200;

/**
 * The ways to meet a price list's conditions by adding to items that it can read: up to a minimum, a flat for all, extensions that a flat
 * asks for, one of the articles that another requires, a profile for each option. Fewest conditions left first, then fewest units, then the
 * lower price (a month, a year's twelfth, once), then article by article. Quantities follow from each other, so each way is the least of its
 * choices.
 */
export function mendings(list: PriceList, items: readonly QuoteItem[], own?: OwnPrices): Mending[] {
  const found: (Mending & { readonly price: readonly number[]; readonly key: string })[] = [];
  const seen = new Set<string>();
  const open: (readonly MendingItem[])[] = [[]];
  for (let ways = 0; ways < MOST_WAYS; ways += 1) {
    const added = open.pop();
    if (added === undefined) break;
    const key = added
      .map(({ item }) => `${choiceKey(item)} ${item.quantity}`)
      .toSorted()
      .join();
    if (seen.has(key)) continue;
    seen.add(key);
    const request = readItems(list, [...items, ...added.map(({ item }) => item)]);
    if (isRefusal(request)) continue;
    const unmet = unmetConditions(request);
    const next = unmet.map((condition) => ({ condition, options: optionsFor(list, condition) }));
    const mendable = next.find(({ options }) => options.length > 0);
    if (mendable === undefined) {
      const units = added.reduce((sum, { item }) => sum + item.quantity, 0);
      found.push({ added, units, remaining: unmet, price: priceOf(request, own), key });
    } else for (const item of mendable.options) open.push(withMore(added, item, mendable.condition));
  }
  return found.sort(
    (left, right) =>
      left.remaining.length - right.remaining.length ||
      left.units - right.units ||
      left.price.map((cents, index) => cents - (right.price[index] ?? 0)).find((difference) => difference !== 0) ||
      (left.key < right.key ? -1 : 1),
  );
}

function optionsFor(list: PriceList, { profile, refusal, condition }: UnmetCondition): MendingItem["item"][] {
  const figure = (name: string) => Number(refusal.params[name] ?? 0);
  const options = (skus: readonly string[], quantity: number) =>
    skus.map((sku) => ({ sku, quantity })).filter((item) => !isRefusal(readItems(list, [item])));
  switch (condition?.kind) {
    case undefined:
      return profile === undefined ? [] : options([profile], figure("booked") - figure("users"));
    case "minimum":
      return options(condition.skus, condition.atLeast - figure("booked"));
    case "equal-quantity": {
      const lacking = figure("needed") - figure("booked");
      return lacking > 0 ? options([condition.sku], lacking) : options([condition.of], -lacking);
    }
    case "needs-at-least":
      return options([condition.of], condition.atLeast - figure("held"));
    case "requires-one-of":
      return options(condition.oneOf, 1);
    case "maximum":
    case "per-user-maximum":
    case "on-request-above":
    case "whole-company-discount":
      return [];
  }
}

function withMore(added: readonly MendingItem[], item: MendingItem["item"], because: UnmetCondition): MendingItem[] {
  const index = added.findIndex((each) => choiceKey(each.item) === choiceKey(item));
  const had = added[index];
  if (had === undefined) return [...added, { item, because: [because] }];
  const more = { ...had.item, quantity: had.item.quantity + item.quantity };
  const isNew = !had.because.some(({ refusal, sku }) => refusal.code === because.refusal.code && sku === because.sku);
  return added.with(index, { item: more, because: isNew ? [...had.because, because] : had.because });
}

/** What the whole costs by the month and once; unknown is dearer than anything known. */
function priceOf(request: PricedRequest, own: OwnPrices | undefined): number[] {
  const quoted = quoteRead(request, own);
  if (isRefusal(quoted)) return [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  const { oneOffCents, monthlyCents, yearlyCents } = quoted.totals;
  const known = (cents: number | null) => cents ?? Number.MAX_SAFE_INTEGER;
  return [known(monthlyCents) + known(yearlyCents) / 12, known(oneOffCents)];
}
