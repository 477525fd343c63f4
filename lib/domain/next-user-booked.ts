import type { PriceList } from "./catalog";
import { stepReached } from "./catalog-figures";
import {
  type Costs,
  isDue,
  isUnknown,
  minus,
  NO_COSTS,
  onceEach,
  plus,
  type SystemSteps,
  type UserStep,
} from "./next-user-costs";
import { type Quote, type QuoteItem, type QuoteLine, quote } from "./pricing";
import { unitsOf } from "./pricing-conditions";
import { discountOn } from "./pricing-discount";
import { named, type OwnPrices, type PricedRequest, readItems } from "./pricing-request";
import type { Reason } from "./reason";
import { isRefusal, type Refusal } from "./refusal";

/** An account at a vendor with what is booked on it a month: extensions, profiles, options. */
export interface BookedSystem {
  readonly kind: "booked";
  readonly systemId: string;
  readonly list: PriceList;
  readonly items: readonly QuoteItem[];
  /** What each new user gets. */
  readonly perUser: readonly QuoteItem[];
  /** Prices that go before the printed ones. */
  readonly own?: OwnPrices | undefined;
}

interface At {
  readonly items: readonly QuoteItem[];
  readonly request: PricedRequest;
  readonly quoted: Quote;
}

/**
 * What is booked for all must be booked for the new user too: it follows by itself and is said. A charge that is on request from so many
 * units (set-up) is unknown for the user who reaches them. The user's own price is that of what he gets and of what follows him; beyond it
 * lie the discount that he ends or lifts and the price step that he reaches for all.
 */
export function stepsOnBooked(system: BookedSystem, users: number): SystemSteps {
  const steps: UserStep[] = [];
  const frame = { systemId: system.systemId };
  let before = bookedAs(system, withoutOnRequest(system));
  const first = before;
  for (let user = 1; user <= users; user += 1) {
    const at = isRefusal(before) ? before : bookedAs(system, withOneMore(system, before));
    if (isRefusal(before) || isRefusal(at)) {
      const refusal = isRefusal(at) ? at : (before as Refusal);
      return { ...frame, steps, refused: { user, refusal }, ...remarks(first, before) };
    }
    const onRequest = reachedOnRequest(before.request, at.request);
    const difference = minus(at.quoted.totals, before.quoted.totals);
    const costs = onRequest.length === 0 ? difference : { ...difference, oneOffCents: null };
    const beyond = minus(costs, ownPrice(before, at));
    const hurts = isDue(beyond) || isUnknown(beyond);
    steps.push({ user, costs, beyond, hurts, reasons: [...onRequest, ...reasonsFor(system, before, at)] });
    before = at;
  }
  return { ...frame, steps, refused: null, ...remarks(first, before) };
}

function bookedAs({ list, own }: BookedSystem, items: readonly QuoteItem[]): At | Refusal {
  const request = readItems(list, items);
  if (isRefusal(request)) return request;
  const quoted = items.length === 0 ? EMPTY : quote(list, items, own);
  return isRefusal(quoted) ? quoted : { items, request, quoted };
}

/** Nothing booked yet costs nothing. */
const EMPTY: Quote = { lines: [], totals: NO_COSTS, assumptions: [], hints: [], derivation: [] };

/** A charge that becomes unknown with more units is no part of what runs. */
function withoutOnRequest({ list, items }: BookedSystem): readonly QuoteItem[] {
  const skus = list.conditions.flatMap((condition) => (condition.kind === "on-request-above" ? [condition.sku] : []));
  return items.filter((item) => !skus.includes(item.sku));
}

function withOneMore({ list, perUser }: BookedSystem, { items, request }: At): readonly QuoteItem[] {
  let more = items;
  for (const item of perUser) more = withUnits(more, item);
  const grown = readItems(list, more);
  if (isRefusal(grown)) return more;
  for (const condition of list.conditions) {
    if (condition.kind !== "equal-quantity" || unitsOf(request, condition.sku) === 0) continue;
    const missing = unitsOf(grown, condition.of) - unitsOf(grown, condition.sku);
    if (missing > 0) more = withUnits(more, { sku: condition.sku, quantity: missing });
  }
  return more;
}

/** The units of an item added to the last one like it, or the item itself where there is none. */
function withUnits(items: readonly QuoteItem[], added: QuoteItem): readonly QuoteItem[] {
  const alike = ({ sku, profile, mode, termMonths }: QuoteItem) => `${sku}|${profile}|${mode}|${termMonths}`;
  const index = items.findLastIndex((item) => alike(item) === alike(added));
  const item = items[index];
  if (item === undefined) return [...items, added];
  return items.with(index, { ...item, quantity: (item.quantity ?? 1) + (added.quantity ?? 1) });
}

/** The units that came with this user, each at its unit price as it then is; what is taken off is no price of his own. */
function ownPrice(before: At, at: At): Costs {
  const kindOf = ({ sku, profile }: QuoteLine) => `${sku}|${profile ?? ""}`;
  const had = Map.groupBy(before.quoted.lines, kindOf);
  let own = NO_COSTS;
  for (const [kind, lines] of Map.groupBy(at.quoted.lines, kindOf)) {
    const more = quantityOf(lines) - quantityOf(had.get(kind) ?? []);
    for (const { charge, unitCents } of more > 0 ? (lines.at(-1)?.prices ?? []) : []) {
      if (unitCents > 0) own = plus(own, { ...NO_COSTS, [`${charge}Cents`]: more * unitCents });
    }
  }
  return own;
}

function quantityOf(lines: readonly QuoteLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

function reachedOnRequest(before: PricedRequest, at: PricedRequest): Reason[] {
  return at.figures.conditions.flatMap(({ condition, source }) => {
    if (condition.kind !== "on-request-above") return [];
    const { sku, of, above } = condition;
    if (unitsOf(before, of) > above || unitsOf(at, of) <= above) return [];
    const params = { ...named(at, "article", sku), ...named(at, "of", of), units: unitsOf(at, of), above };
    return [{ code: "next-user-on-request", params, source }];
  });
}

function reasonsFor({ list, perUser }: BookedSystem, before: At, at: At): Reason[] {
  const reasons: Reason[] = [];
  for (const { condition, source } of at.request.figures.conditions) {
    if (condition.kind !== "equal-quantity") continue;
    const { sku, of } = condition;
    const given = perUser.filter((item) => item.sku === sku).reduce((sum, item) => sum + (item.quantity ?? 1), 0);
    const followed = unitsOf(at.request, sku) - unitsOf(before.request, sku) - given;
    if (followed <= 0) continue;
    const params = { ...named(at.request, "article", sku), ...named(at.request, "of", of), units: followed };
    reasons.push({ code: "next-user-flat-follows", params, source });
  }
  for (const [sku, { price }] of at.request.figures.articles) {
    if (price.kind !== "volume" || unitsOf(before.request, sku) === 0) continue;
    const [was, is] = [before.request, at.request].map((request) => stepReached(price.steps, unitsOf(request, sku)));
    if (was === undefined || is === undefined || was === is) continue;
    const params = { ...named(at.request, "article", sku), tier: is.label, unitCents: is.figure.cents };
    reasons.push({ code: "next-user-reaches-step", params, source: is.figure.source });
  }
  return [...reasons, ...discountReasons(list, before.request, at.request)];
}

/** The whole-company discount that a user ends, or lifts to its next step. */
function discountReasons(list: PriceList, before: PricedRequest, at: PricedRequest): Reason[] {
  const [was, is] = [discountOn(before), discountOn(at)];
  const source = at.figures.discount?.source;
  if (was?.holds && is?.holds !== true) {
    const brings = list.profiles.filter((profile) => unitsOf(at, profile) > unitsOf(before, profile));
    const lostCents = was.units * was.unitCents;
    const params = { ...named(at, "profile", brings[0] ?? ""), lostCents, units: was.units, unitCents: was.unitCents };
    return [{ code: "next-user-ends-discount", params, source }];
  }
  if (is?.holds && is.unitCents !== (was?.holds ? was.unitCents : 0)) {
    return [{ code: "next-user-reaches-discount", params: { units: is.units, unitCents: is.unitCents }, source }];
  }
  return [];
}

/** What the list says about the account as it becomes, but did not say about it as it is. */
function remarks(first: At | Refusal, last: At | Refusal): Pick<SystemSteps, "assumptions" | "hints"> {
  if (isRefusal(first) || isRefusal(last)) return { assumptions: [], hints: [] };
  const known = new Set(first.quoted.hints.map((hint) => hint.code));
  const stands = discountOn(last.request)?.holds ?? false;
  return {
    assumptions: last.quoted.assumptions,
    hints: onceEach(
      last.quoted.hints.filter(
        (hint) => !known.has(hint.code) && !(stands && hint.code === "adding-profile-ends-discount"),
      ),
    ),
  };
}
