import type { Addition, AdditionLine, CalcDraft, DiscountStanding, Obstacle, Variant } from "./addition";
import { bookingEffects, planEffects } from "./addition-effects";
import { type Mending, mendings } from "./addition-mending";
import { movedTier, tierEffect, upgradeWish } from "./addition-tiers";
import type { PriceList } from "./catalog";
import type { CoveredLicence, SupportPlan } from "./coverage";
import type { Day } from "./dates";
import { type Costs, minus, NO_COSTS, onceEach, plus } from "./next-user-costs";
import { type OwnPrices, type Quote, type QuoteItem, type QuoteLine, quoteRead } from "./pricing";
import { type UnmetCondition, unmetConditions } from "./pricing-conditions";
import { discountOn } from "./pricing-discount";
import { type PricedRequest, readItems } from "./pricing-request";
import type { Reason } from "./reason";
import { isRefusal, type Refusal } from "./refusal";
import type { TieredHolding } from "./tier-usage";

/** A system whose list knows conditions in place of prerequisites, with everything that is booked on it and owned. */
export interface BookedFacts {
  readonly list: PriceList;
  /** All contracts together, as the list can read them (see `bookedItem`). */
  readonly booked: readonly QuoteItem[];
  readonly tiers: readonly TieredHolding[];
  /** Installed today, and with the wish; null is unknown. */
  readonly installedUsers: number | null;
  readonly usersAfter: number | null;
  readonly plans: readonly SupportPlan[];
  readonly modules: readonly CoveredLicence[];
  readonly own?: OwnPrices;
}

const MOST_VARIANTS = 4;

/**
 * Whether further articles may be booked beside what is booked, by every condition of the list, and what changes: the whole booking is
 * quoted before and after. An article with tiers that is owned in a lower one costs the upgrade with its credit. Items that the list cannot
 * read are refused, all of them, with `wish[i].<field>` as path.
 */
export function additionToBooked(
  facts: BookedFacts,
  wish: readonly QuoteItem[],
  today: Day,
): Addition | readonly Refusal[] {
  const faults = wish.flatMap((item, index) => {
    const read = readItems(facts.list, [item]);
    return isRefusal(read) ? [{ ...read, path: `wish[${index}].${read.path?.split(".").at(-1) ?? "sku"}` }] : [];
  });
  if (faults.length > 0) return faults;
  const { list, tiers, installedUsers, usersAfter } = facts;
  const before = requestOf(list, facts.booked);
  const effects = tiers.flatMap((holding) => tierEffect(list, holding, installedUsers, usersAfter));
  const upgrades = wish.map((item) => upgradeWish(list, owned(tiers, item), item));
  const plain = wish.flatMap((item, index) => {
    const left = upgrades[index]?.left;
    return left === undefined ? [item] : left === 0 ? [] : [{ ...item, quantity: left }];
  });
  const wished = new Set(wish.flatMap((item, index) => (upgrades[index] ? [item.sku] : [])));
  const moved = tiers.flatMap((holding, index) => {
    const tier = wished.has(holding.sku) ? null : movedTier(list, holding, effects[index], usersAfter);
    return tier === null ? [] : [tier];
  });
  const grown = facts.booked.map((item) => withUsers(list, item, installedUsers, usersAfter));
  const items = [...grown, ...plain];
  const dues = [...upgrades.filter((each) => each !== null), ...moved];
  const at = { facts, before, grown, plain, dues, wish, today };
  return {
    brokenBefore: facts.booked.length === 0 ? [] : unmetConditions(before).map(obstacle),
    obstacles: items.length === 0 ? [] : unmetConditions(requestOf(list, items)).map(obstacle),
    tiers: effects,
    variants: (items.length === 0 ? [NOTHING] : mendings(list, items, facts.own))
      .slice(0, MOST_VARIANTS)
      .map((mending) => variantOf(at, mending)),
  };
}

const NOTHING: Mending = { added: [], units: 0, remaining: [] };

interface At {
  readonly facts: BookedFacts;
  readonly before: PricedRequest;
  /** What is booked, with the users that would be installed. */
  readonly grown: readonly QuoteItem[];
  /** Of the wish what is no upgrade of a tier. */
  readonly plain: readonly QuoteItem[];
  readonly dues: readonly NonNullable<ReturnType<typeof upgradeWish>>[];
  readonly wish: readonly QuoteItem[];
  readonly today: Day;
}

function variantOf(
  { facts, before, grown, plain, dues, wish, today }: At,
  { added, units, remaining }: Mending,
): Variant {
  const { list, booked, own } = facts;
  const items = [...grown, ...plain, ...added.map(({ item }) => item)];
  const after = requestOf(list, items);
  const [was, is] = [quoted(before, own), quoted(after, own)];
  const lines = items.flatMap((item, index): AdditionLine[] => {
    const line = is?.lines[index];
    if (index < grown.length || line === undefined) return [];
    const because = added[index - grown.length - plain.length]?.because.map(reasonOf) ?? [];
    return [additionLine(line, item, index < grown.length + plain.length ? "wish" : "needed", because)];
  });
  const change = was === null || is === null ? UNKNOWN : minus(is.totals, was.totals);
  const news = lines.reduce<Costs>(plus, NO_COSTS);
  const effects = bookingEffects(before, after);
  const known = new Set(was?.hints.map(keyOf));
  const told = effects.some(({ code }) => code === "addition-ends-discount") ? DISCOUNT_LOST : [];
  const newHints = (is?.hints ?? []).filter((hint) => !known.has(keyOf(hint)) && !told.includes(hint.code));
  const discounts = list.conditions.some(({ kind }) => kind === "whole-company-discount");
  return {
    units,
    lines: [...dues.filter(({ line }) => line.part === "wish"), ...dues.filter(({ line }) => line.part === "tier")]
      .map(({ line }) => line)
      .concat(lines)
      .toSorted((left, right) => PARTS.indexOf(left.part) - PARTS.indexOf(right.part)),
    remaining: remaining.map(obstacle),
    secondServer: false,
    totals: dues.reduce<Costs>((sum, { line }) => plus(sum, line), change),
    onBooked: minus(change, news),
    booking: booked.length === 0 || was === null || is === null ? null : { before: was.totals, after: is.totals },
    discount: discounts ? { before: standing(before), after: standing(after) } : null,
    maintenance: null,
    effects: [...effects, ...planEffects(list, facts.plans, facts.modules, wish, today)],
    recommendations: [],
    hints: onceEach([...newHints, ...dues.flatMap((due) => due.hints)]),
    assumptions: onceEach([
      ...(is?.assumptions ?? []),
      ...dues.flatMap((due) => due.assumptions),
      ...(grown.some((item, index) => item !== booked[index]) ? [SUBSCRIBED_TIER] : []),
    ]),
    requests: [
      ...[booked, items].flatMap((each): CalcDraft[] =>
        each.length === 0 ? [] : [{ op: "price", vendor: list.vendor, items: each }],
      ),
      ...dues.map(({ request }) => request),
    ],
  };
}

/** What a quote says of a discount that is not had; the effect says it better where it was had before. */
const DISCOUNT_LOST = ["discount-lost-to-profile", "discount-needs-option"];
const PARTS: readonly AdditionLine["part"][] = ["wish", "tier", "needed"];
const UNKNOWN: Costs = { oneOffCents: null, monthlyCents: null, yearlyCents: null };
const SUBSCRIBED_TIER: Reason = { code: "subscription-tier-not-regulated", params: {} };

/** Booked items were read one by one before. */
function requestOf(list: PriceList, items: readonly QuoteItem[]): PricedRequest {
  const request = readItems(list, items);
  if (isRefusal(request)) throw new Error(`${request.code}: items that could be read one by one`);
  return request;
}

/** Null where an amount is beyond what can be reckoned, or an article has no price at all. */
function quoted(request: PricedRequest, own: OwnPrices | undefined): Quote | null {
  const found = quoteRead(request, own);
  return isRefusal(found) ? null : found;
}

function owned(tiers: readonly TieredHolding[], { sku }: QuoteItem): TieredHolding | undefined {
  return tiers.find((holding) => holding.sku === sku && holding.mode === "purchase");
}

/** A subscription for a tier of installed users costs what their number then asks for; fewer users do not make it cheaper by themselves. */
function withUsers(list: PriceList, item: QuoteItem, installed: number | null, after: number | null): QuoteItem {
  const article = list.articles.find(({ sku }) => sku === item.sku);
  if (article?.price.kind !== "by-users" || item.users === undefined || installed === null || after === null)
    return item;
  return after > installed && after > item.users ? { ...item, users: after } : item;
}

function additionLine(
  line: QuoteLine,
  item: QuoteItem,
  part: AdditionLine["part"],
  because: readonly Reason[],
): AdditionLine {
  return {
    part,
    sku: line.sku,
    profile: item.profile ?? null,
    mode: item.mode ?? null,
    termMonths: item.termMonths ?? null,
    quantity: line.quantity,
    tier: line.tier ?? null,
    isUpgrade: false,
    oneOffCents: line.oneOffCents,
    monthlyCents: line.monthlyCents,
    yearlyCents: line.yearlyCents,
    prices: line.prices,
    creditCents: null,
    sample: line.sample === true,
    onRequest: line.onRequest === true,
    needsOverride: line.needsOverride ?? null,
    because,
    derivation: [],
  };
}

function standing(request: PricedRequest): DiscountStanding {
  const discount = discountOn(request);
  if (discount === null) return { holds: false, units: 0, unitCents: 0, totalCents: 0 };
  const { holds, units, unitCents } = discount;
  return { holds, units, unitCents, totalCents: holds ? units * unitCents : 0 };
}

function reasonOf({ refusal, source }: UnmetCondition): Reason {
  return { code: refusal.code, params: refusal.params, source };
}

function obstacle(unmet: UnmetCondition): Obstacle {
  return { ...reasonOf(unmet), sku: unmet.sku, kind: "condition" };
}

const keyOf = ({ code, params }: Reason) => `${code} ${JSON.stringify(params)}`;
