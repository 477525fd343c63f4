import { type FoundBasket, keyOf, searchBaskets, sumOf, unitsOf } from "./basket-search";
import { countHoldings, impossibleSystem, nameOf } from "./holdings";
import { type Cents, sum, times } from "./money";
import { type SystemCheck, type Violation, violationsOf } from "./prerequisites";
import type { PrerequisiteRules, SystemHoldings, SystemUsage } from "./prerequisites-rules";
import type { Reason } from "./reason";
import { isRefusal, type Refusal } from "./refusal";
import type { ListPrices } from "./system-price";

/** What somebody wants to add to a system. `prices` decide between baskets of the same size; an article without one has no price. */
export interface BasketQuestion {
  readonly system: SystemHoldings;
  readonly usage: SystemUsage;
  /** Articles to add, with their quantities; empty to mend what is broken already. */
  readonly wish: SystemHoldings;
  readonly prices?: ListPrices;
}

/** One article of a basket: how many, and the obstacles that come back where it is left out. */
export interface BasketArticle {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  /** Turns a licence that is there (or in the basket) into another. */
  readonly isUpgrade: boolean;
  readonly unitPriceCents: Cents | null;
  readonly because: readonly Violation[];
}

export interface Basket {
  readonly articles: readonly BasketArticle[];
  /** Quantities together. */
  readonly units: number;
  /** At list prices; null where one is unknown. */
  readonly priceCents: Cents | null;
}

export interface BasketAnswer {
  /** Obstacles of the system as it is, before the wish. */
  readonly brokenBefore: readonly Violation[];
  /** Obstacles of the system with the wish: what the basket is there for. */
  readonly violations: readonly Violation[];
  /** The smallest basket that works; without articles where nothing is needed or nothing helps. */
  readonly basket: Basket;
  /** Other baskets that work: of the same size first, then other servers; at most three. */
  readonly alternatives: readonly Basket[];
  /** Obstacles that no addition removes; empty where the basket works. */
  readonly unmended: readonly Violation[];
  /** The system with the wish and the basket. */
  readonly check: SystemCheck;
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly derivation: readonly Reason[];
}

const MOST_ALTERNATIVES = 3;

/**
 * The smallest set of further licences with which a system and a wish pass `violationsOf`: fewest added licences, on a tie more upgrades
 * and fewer new licences, then the lower list price (a basket whose price is known goes before one whose price is not), then article
 * numbers in ascending order. What was broken before is mended too. What cannot be mended is named and the rest is mended all the same.
 * Refused: a wish that no system can hold (`more-than-one`, `licence-unknown`, with `wish.<sku>` as path where the wish is at fault).
 * Source: price list, "Voraussetzungen" and "Einschränkungen"; each violation names its clause.
 */
export function smallestBasket(rules: PrerequisiteRules, question: BasketQuestion): BasketAnswer | Refusal {
  const { system, usage, wish, prices = {} } = question;
  const wanted = sumOf(system, wish);
  const before = violationsOf(rules, system, usage);
  if (isRefusal(before)) return before;
  const impossible = impossibleSystem(rules, wanted, "wish");
  if (impossible !== null) return impossible;
  const { best, others } = foundBaskets(rules, wanted, usage, prices);
  const made = (basket: FoundBasket) => basketOf(rules, wanted, usage, basket.added, prices);
  const check = checked(rules, sumOf(wanted, best.added), usage);
  return {
    brokenBefore: before.violations,
    violations: checked(rules, wanted, usage).violations,
    basket: made(best),
    alternatives: alternativesTo(rules, wanted, usage, best, others).map(made),
    unmended: check.violations,
    check,
    assumptions: check.assumptions,
    hints: [...check.hints, ...includedUnits(rules, best.added)],
    derivation: derivationOf(best, check),
  };
}

/** Only the articles of `smallestBasket`, by quantity: for whoever asks for a thousand wishes in a row. Refused: a system that cannot exist. */
export function smallestAdded(rules: PrerequisiteRules, question: BasketQuestion): SystemHoldings | Refusal {
  const { system, usage, wish, prices = {} } = question;
  const wanted = sumOf(system, wish);
  return impossibleSystem(rules, wanted, "wish") ?? foundBaskets(rules, wanted, usage, prices).best.added;
}

/** The obstacles that come back where a basket leaves an article out. */
export function obstaclesWithout(
  rules: PrerequisiteRules,
  question: BasketQuestion,
  added: SystemHoldings,
  sku: string,
): readonly Violation[] {
  const wanted = sumOf(question.system, question.wish);
  const stays = new Set(checked(rules, sumOf(wanted, added), question.usage).violations.map(violationKey));
  return broughtBack(rules, wanted, question.usage, added, sku, stays);
}

function broughtBack(
  rules: PrerequisiteRules,
  wanted: SystemHoldings,
  usage: SystemUsage,
  added: SystemHoldings,
  sku: string,
  stays: ReadonlySet<string>,
): readonly Violation[] {
  return checked(rules, sumOf(wanted, { ...added, [sku]: 0 }), usage).violations.filter(
    (violation) => !stays.has(violationKey(violation)),
  );
}

/** Baskets that the search found, best first. */
function foundBaskets(rules: PrerequisiteRules, wanted: SystemHoldings, usage: SystemUsage, prices: ListPrices) {
  const found = searchBaskets(rules, wanted, usage).map((basket) => ({ ...basket, ...weighed(rules, basket, prices) }));
  const [best, ...others] = found.sort(compare);
  if (best === undefined) throw new Error("no way to equip a system");
  return { best, others };
}

interface WeighedBasket extends FoundBasket {
  readonly upgrades: number;
  readonly priceCents: Cents | null;
  /** Article numbers in ascending order with their quantities. */
  readonly lines: readonly (readonly [sku: string, quantity: number])[];
}

function weighed(
  rules: PrerequisiteRules,
  { added }: FoundBasket,
  prices: ListPrices,
): Pick<WeighedBasket, "upgrades" | "priceCents" | "lines"> {
  const lines = Object.entries(added).sort(([left], [right]) => (left < right ? -1 : 1));
  const upgrades = lines.filter(([sku]) => isUpgrade(rules, sku));
  return { upgrades: unitsOf(Object.fromEntries(upgrades)), priceCents: priceOf(lines, prices), lines };
}

function priceOf(lines: WeighedBasket["lines"], prices: ListPrices): Cents | null {
  const amounts: Cents[] = [];
  for (const [sku, quantity] of lines) {
    const unit = listPrice(prices, sku);
    const amount = unit === null ? null : times(unit, quantity);
    if (amount === null || isRefusal(amount)) return null;
    amounts.push(amount);
  }
  const total = sum(amounts);
  return isRefusal(total) ? null : total;
}

function compare(left: WeighedBasket, right: WeighedBasket): number {
  return (
    left.unmended - right.unmended ||
    left.units - right.units ||
    right.upgrades - left.upgrades ||
    comparePrices(left.priceCents, right.priceCents) ||
    compareNumbers(left.lines, right.lines)
  );
}

function comparePrices(left: Cents | null, right: Cents | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return left - right;
}

/** As if each basket's article numbers were written out unit by unit, in ascending order, and compared from the front. */
function compareNumbers(left: WeighedBasket["lines"], right: WeighedBasket["lines"]): number {
  for (const [index, [sku, quantity]] of left.entries()) {
    const [otherSku, otherQuantity] = right[index] ?? ["", 0];
    if (sku !== otherSku) return sku < otherSku ? -1 : 1;
    if (quantity !== otherQuantity) return otherQuantity - quantity;
  }
  return 0;
}

/** Baskets that work as well as the best and from which nothing can be left out, each once. */
function alternativesTo(
  rules: PrerequisiteRules,
  wanted: SystemHoldings,
  usage: SystemUsage,
  best: WeighedBasket,
  others: readonly WeighedBasket[],
): WeighedBasket[] {
  const seen = new Set([keyOf(best.added)]);
  const chosen: WeighedBasket[] = [];
  for (const other of others) {
    if (chosen.length === MOST_ALTERNATIVES) break;
    const key = keyOf(other.added);
    if (best.units === 0 || other.unmended > best.unmended || seen.has(key)) continue;
    seen.add(key);
    const obstacles = checked(rules, sumOf(wanted, other.added), usage).violations.length;
    const spare = Object.keys(other.added).some(
      (sku) =>
        checked(rules, sumOf(wanted, { ...other.added, [sku]: (other.added[sku] ?? 0) - 1 }), usage).violations
          .length <= obstacles,
    );
    if (!spare) chosen.push(other);
  }
  return chosen;
}

function basketOf(
  rules: PrerequisiteRules,
  wanted: SystemHoldings,
  usage: SystemUsage,
  added: SystemHoldings,
  prices: ListPrices,
): Basket {
  const lines = rules.licences.flatMap(({ sku }) => ((added[sku] ?? 0) > 0 ? [[sku, added[sku] ?? 0] as const] : []));
  const stays = new Set(checked(rules, sumOf(wanted, added), usage).violations.map(violationKey));
  return {
    articles: lines.map(([sku, quantity]) => ({
      sku,
      name: nameOf(rules, sku),
      quantity,
      isUpgrade: isUpgrade(rules, sku),
      unitPriceCents: listPrice(prices, sku),
      because: broughtBack(rules, wanted, usage, added, sku, stays),
    })),
    units: unitsOf(added),
    priceCents: priceOf(lines, prices),
  };
}

/** The same obstacle, whatever its figures: the article, its kind, and what it lacks. */
export function violationKey({ sku, kind, code, params }: Violation): string {
  return [sku, kind, code, params.needs ?? "", params.usage ?? ""].join("|");
}

/** A system that may stand in this number of articles; that it can exist was checked before. */
function checked(rules: PrerequisiteRules, system: SystemHoldings, usage: SystemUsage): SystemCheck {
  const check = violationsOf(rules, system, usage);
  if (isRefusal(check)) throw new Error(`${check.code}: a basket for a system that cannot exist`);
  return check;
}

function isUpgrade(rules: PrerequisiteRules, sku: string): boolean {
  return rules.upgrades.some((upgrade) => upgrade.sku === sku);
}

function listPrice(prices: ListPrices, sku: string): Cents | null {
  return Object.hasOwn(prices, sku) ? (prices[sku] ?? null) : null;
}

/** An article of the basket that brings units of another along. */
function includedUnits(rules: PrerequisiteRules, added: SystemHoldings): Reason[] {
  const counts = countHoldings(rules, added);
  return rules.inclusions
    .filter((inclusion) => (added[inclusion.with] ?? 0) > 0)
    .map((inclusion) => ({
      code: "basket-brings-included",
      params: {
        article: nameOf(rules, inclusion.with),
        included: nameOf(rules, inclusion.sku),
        quantity: counts.included(inclusion.sku),
      },
      source: { document: rules.document, clause: inclusion.clause },
    }));
}

function derivationOf(best: WeighedBasket, check: SystemCheck): Reason[] {
  const size: Reason =
    best.units === 0
      ? { code: "basket-empty", params: {} }
      : { code: "basket-smallest", params: { units: best.units } };
  const left: Reason[] =
    check.violations.length === 0
      ? []
      : [{ code: "basket-leaves-obstacles", params: { count: check.violations.length } }];
  return [...check.derivation, size, ...left];
}
