import type { PriceList } from "./catalog";
import { stepReached } from "./catalog-figures";
import { type OwnPrices, type Quote, type QuoteItem, quote, type Totals } from "./pricing";
import { type UnmetCondition, unitsOf, unmetConditions } from "./pricing-conditions";
import { discountOn } from "./pricing-discount";
import { allNamed, named, type PricedRequest, readItems } from "./pricing-request";
import type { Reason } from "./reason";
import { isRefusal, type Refusal, refuse } from "./refusal";

/** Units of an article, or of an option for one profile. */
export interface ItemUnits {
  readonly sku: string;
  readonly profile?: string;
  readonly quantity: number;
}

/** A condition of the price list that would no longer be met: the article that could not stand so. */
export interface BrokenCondition extends Reason {
  readonly sku: string;
  readonly profile?: string;
}

export interface StrandedItem extends ItemUnits {
  readonly because: readonly BrokenCondition[];
}

export interface ReverseItems {
  readonly breaks: readonly BrokenCondition[];
  /** What could not stay either. Nobody cancels it for the customer: he has to be asked. */
  readonly goesWith: readonly StrandedItem[];
  /** Conditions that no further removal meets: the contract as a whole falls below its minimum. */
  readonly remaining: readonly BrokenCondition[];
  /** Null where the price list does not allow the items as they are. */
  readonly before: Totals | null;
  /** Without the articles and without what goes with them; null where the rest cannot stand. */
  readonly after: Totals | null;
  readonly hints: readonly Reason[];
}

/**
 * What breaks if articles go from a contract, by the conditions of its price list: fewer units than its minimum, flats that must be booked
 * for all, flats that need so many extensions, options beyond their profile; and what the rest then costs, which may be more.
 * `items` are what is booked; `removal` names units of them. Refused: items that the list cannot read, and more units than are booked
 * (`removes-more-than-booked`, path `removal[i].quantity`).
 */
export function reverseCheckItems(
  list: PriceList,
  items: readonly QuoteItem[],
  removal: readonly ItemUnits[],
  own?: OwnPrices,
): ReverseItems | Refusal {
  const booked = readItems(list, items);
  if (isRefusal(booked)) return booked;
  let left = items;
  for (const [index, units] of removal.entries()) {
    const held = left.filter((item) => isUnitOf(item, units)).reduce((sum, item) => sum + (item.quantity ?? 1), 0);
    if (units.quantity > held) {
      const params = { ...named(booked, "article", units.sku), quantity: units.quantity, held };
      return refuse("removes-more-than-booked", params, `removal[${index}].quantity`);
    }
    left = takeAway(left, units);
  }
  const beforehand = new Set(unmetConditions(booked).map(keyOf));
  const broken = unmetConditions(request(list, left)).filter((condition) => !beforehand.has(keyOf(condition)));
  const chain = chainOf(list, left);
  const before = quote(list, items, own);
  const after = chain.left.length === 0 ? null : quote(list, chain.left, own);
  return {
    breaks: broken.map(brokenCondition),
    goesWith: chain.goesWith,
    remaining: chain.remaining,
    before: isRefusal(before) ? null : before.totals,
    after: after === null || isRefusal(after) ? null : after.totals,
    hints:
      isRefusal(before) || after === null || isRefusal(after)
        ? []
        : dearer(booked, request(list, chain.left), before, after),
  };
}

/** Takes away what cannot stay until every condition is met that a removal can meet. */
function chainOf(
  list: PriceList,
  start: readonly QuoteItem[],
): { left: readonly QuoteItem[]; goesWith: StrandedItem[]; remaining: BrokenCondition[] } {
  const goesWith = new Map<string, StrandedItem>();
  let left = start;
  for (;;) {
    const at = request(list, left);
    const unmet = unmetConditions(at);
    const stranded = unmet.flatMap((condition) => {
      const units = strandedBy(at, condition);
      return units === null ? [] : [{ units, condition }];
    });
    const [first] = stranded;
    if (first === undefined) return { left, goesWith: [...goesWith.values()], remaining: unmet.map(brokenCondition) };
    const key = `${first.units.sku}|${first.units.profile ?? ""}`;
    const went = goesWith.get(key);
    goesWith.set(key, {
      ...first.units,
      quantity: first.units.quantity + (went?.quantity ?? 0),
      because: [...(went?.because ?? []), brokenCondition(first.condition)],
    });
    left = takeAway(left, first.units);
  }
}

/** What would have to go for a condition to be met; null where no removal meets it. */
function strandedBy(at: PricedRequest, { sku, profile, refusal }: UnmetCondition): ItemUnits | null {
  const { booked, users, needed } = refusal.params as Readonly<Record<string, number>>;
  switch (refusal.code) {
    case "more-options-than-users":
      return { sku, ...(profile === undefined ? {} : { profile }), quantity: (booked ?? 0) - (users ?? 0) };
    case "more-than-one-per-user": {
      const index = Number(/\d+/.exec(refusal.path ?? "")?.[0]);
      const last = at.items[index]?.item;
      if (last === undefined) return null;
      const quantity = Math.min(last.quantity ?? 1, (booked ?? 0) - (users ?? 0));
      return { sku: last.sku, ...(last.profile === undefined ? {} : { profile: last.profile }), quantity };
    }
    case "not-for-all":
      // Too many: the rest can stay. Too few: not for all, so for none.
      return { sku, quantity: (booked ?? 0) > (needed ?? 0) ? (booked ?? 0) - (needed ?? 0) : (booked ?? 0) };
    case "needs-at-least":
    case "requires-one-of":
      return { sku, quantity: unitsOf(at, sku) };
    default:
      return null;
  }
}

/** Where the rest costs more than the whole did, or more each: a step of the price, or of the discount, is lost. */
function dearer(was: PricedRequest, is: PricedRequest, before: Quote, after: Quote): Reason[] {
  const hints: Reason[] = [];
  for (const [sku, { price }] of was.figures.articles) {
    if (price.kind !== "volume" || unitsOf(is, sku) === 0) continue;
    const from = stepReached(price.steps, unitsOf(was, sku)).figure;
    const to = stepReached(price.steps, unitsOf(is, sku)).figure;
    if (to.cents <= from.cents) continue;
    const params = { ...named(was, "article", sku), fromCents: from.cents, toCents: to.cents, units: unitsOf(is, sku) };
    hints.push({ code: "removal-raises-price", params, source: to.source });
  }
  const [gave, gives] = [discountOn(was), discountOn(is)];
  const [from, to] = [gave?.holds ? gave.unitCents : 0, gives?.holds ? gives.unitCents : 0];
  if (gives !== null && to < from) {
    const profiles = is.figures.list.profiles.filter((profile) => unitsOf(is, profile) > 0);
    const params = { ...allNamed(is, "profiles", profiles), fromCents: from, toCents: to, units: gives.units };
    hints.push({ code: "removal-lowers-discount", params, source: is.figures.discount?.source });
  }
  const [cost, costs] = [before.totals.monthlyCents, after.totals.monthlyCents];
  if (cost !== null && costs !== null && costs > cost) {
    hints.push({ code: "removal-costs-more", params: { beforeCents: cost, afterCents: costs } });
  }
  return hints;
}

/** Units are taken from the last item first; an item without a quantity counts as one. */
function takeAway(items: readonly QuoteItem[], units: ItemUnits): QuoteItem[] {
  let left = units.quantity;
  const kept: QuoteItem[] = [];
  for (const item of items.toReversed()) {
    const held = item.quantity ?? 1;
    const taken = isUnitOf(item, units) ? Math.min(left, held) : 0;
    left -= taken;
    if (taken === 0) kept.push(item);
    else if (taken < held) kept.push({ ...item, quantity: held - taken });
  }
  return kept.reverse();
}

function isUnitOf(item: QuoteItem, { sku, profile }: ItemUnits): boolean {
  return item.sku === sku && (profile === undefined || item.profile === profile);
}

/** Items that could be read can be read in part. */
function request(list: PriceList, items: readonly QuoteItem[]): PricedRequest {
  const read = readItems(list, items);
  if (isRefusal(read)) throw new Error(`${read.code}: a part of items that could be read`);
  return read;
}

function keyOf({ sku, profile, refusal }: UnmetCondition): string {
  return `${sku}|${profile ?? ""}|${refusal.code}`;
}

function brokenCondition({ sku, profile, refusal, source }: UnmetCondition): BrokenCondition {
  const { code, params } = refusal;
  return { sku, ...(profile === undefined ? {} : { profile }), code, params, source };
}
