import type { Addition, AdditionLine, CalcDraft, MaintenanceEffect, Obstacle, Variant } from "./addition";
import { addsServerBeside, type Basket, includedUnits, smallestBasket } from "./basket";
import { sumOf } from "./basket-search";
import { type Day, dayAfter } from "./dates";
import { times } from "./money";
import { type Costs, NO_COSTS, plus } from "./next-user-costs";
import { type Violation, violationsOf } from "./prerequisites";
import type { PrerequisiteRules, SystemHoldings, SystemUsage } from "./prerequisites-rules";
import type { Reason } from "./reason";
import { isRefusal, type Refusal } from "./refusal";
import type { ListPrices } from "./system-price";
import { newUp2Date } from "./up2date";
import { additionalUp2Date } from "./up2date-additional";
import type { Up2DateRules } from "./up2date-rules";

/** A system of licences that need each other. */
export interface LicenceFacts {
  readonly vendor: string;
  readonly rules: PrerequisiteRules;
  readonly system: SystemHoldings;
  readonly usage: SystemUsage;
  /** The reseller's list prices; an article without one makes sums unknown. */
  readonly prices: ListPrices;
  /** Articles whose list price is made up. */
  readonly samples: ReadonlySet<string>;
  /** Maintenance of the whole system; null where the vendor sells none. `currentEnd` null: none was ever bought. */
  readonly maintenance: {
    readonly rules: Up2DateRules;
    readonly currentEnd: Day | null;
    /** The running term; null where none runs, or where its length is none that the list knows. */
    readonly term: { readonly years: number; readonly basisPointsPerYear: number } | null;
  } | null;
}

/**
 * Whether further licences may be added to a system: every obstacle, the smallest basket with which it passes (`smallestBasket`) and others,
 * each with its price once and what it does to the maintenance. `today` is the day of purchase. A wish that no system can hold is refused.
 */
export function additionToLicences(
  facts: LicenceFacts,
  wish: SystemHoldings,
  today: Day,
): Addition | readonly Refusal[] {
  const { rules, system, usage, prices } = facts;
  const answer = smallestBasket(rules, { system, usage, wish, prices });
  if (isRefusal(answer)) return [answer];
  return {
    brokenBefore: answer.brokenBefore.map(obstacle),
    obstacles: answer.violations.map(obstacle),
    tiers: [],
    variants: [answer.basket, ...answer.alternatives].map((basket) => variantOf(facts, wish, basket, today)),
  };
}

function variantOf(facts: LicenceFacts, wish: SystemHoldings, basket: Basket, today: Day): Variant {
  const { rules, system, usage } = facts;
  const needed = Object.fromEntries(basket.articles.map(({ sku, quantity }) => [sku, quantity]));
  const wanted = sumOf(system, wish);
  const becomes = sumOf(wanted, needed);
  const check = violationsOf(rules, becomes, usage);
  if (isRefusal(check)) throw new Error(`${check.code}: a basket for a system that cannot exist`);
  const lines = [
    ...rules.licences.flatMap(({ sku }) => {
      const quantity = wish[sku] ?? 0;
      return quantity > 0 ? [lineOf(facts, "wish", sku, quantity, [])] : [];
    }),
    ...basket.articles.map(({ sku, quantity, because }) => lineOf(facts, "needed", sku, quantity, because)),
  ];
  const add = Object.fromEntries(Object.entries(sumOf(wish, needed)).filter(([, quantity]) => quantity > 0));
  const { effect, requests, assumptions } = maintenanceOf(facts, add, becomes, today);
  const due: Costs = { ...NO_COSTS, oneOffCents: effect?.kind === "running" ? effect.amountCents : 0 };
  return {
    units: basket.units,
    lines,
    remaining: check.violations.map(obstacle),
    secondServer: addsServerBeside(rules, wanted, needed),
    totals: lines.reduce<Costs>(plus, due),
    onBooked: NO_COSTS,
    booking: null,
    discount: null,
    maintenance: effect,
    effects: includedUnits(rules, needed),
    recommendations: check.recommendations,
    hints: check.hints,
    assumptions: [...check.assumptions, ...assumptions],
    requests: [{ op: "check", vendor: facts.vendor, system: becomes, usage }, ...requests],
  };
}

function lineOf(
  { rules, prices, samples }: LicenceFacts,
  part: AdditionLine["part"],
  sku: string,
  quantity: number,
  because: readonly Violation[],
): AdditionLine {
  const unitCents = Object.hasOwn(prices, sku) ? (prices[sku] ?? null) : null;
  const amount = unitCents === null ? null : times(unitCents, quantity);
  return {
    ...NO_COSTS,
    part,
    sku,
    profile: null,
    mode: null,
    termMonths: null,
    quantity,
    tier: null,
    isUpgrade: rules.upgrades.some((upgrade) => upgrade.sku === sku),
    oneOffCents: isRefusal(amount) ? null : amount,
    prices: unitCents === null ? [] : [{ charge: "oneOff", unitCents, units: quantity, own: true }],
    creditCents: null,
    sample: samples.has(sku),
    onRequest: false,
    needsOverride: null,
    because,
    derivation: [],
  };
}

interface Maintained {
  readonly effect: MaintenanceEffect | null;
  readonly requests: CalcDraft[];
  readonly assumptions: readonly Reason[];
}

function maintenanceOf(facts: LicenceFacts, add: SystemHoldings, becomes: SystemHoldings, today: Day): Maintained {
  const { rules: prerequisites, prices, maintenance, system, samples } = facts;
  if (maintenance === null) return { effect: null, requests: [], assumptions: [] };
  const { rules: up2date, currentEnd, term } = maintenance;
  if (currentEnd === null) return { effect: { kind: "never" }, requests: [], assumptions: [] };
  if (currentEnd < today) return { effect: { kind: "lapsed", currentEnd }, requests: [], assumptions: [] };
  const isAdded = Object.keys(add).length > 0;
  const offerFor = (articles: SystemHoldings) =>
    additionalUp2Date(
      { prerequisites, up2date, add: articles, prices },
      term?.basisPointsPerYear ?? 0,
      today,
      currentEnd,
    );
  // The months left are known even where a price, or the percentage, is not.
  const [offer, nothing] = [offerFor(add), offerFor({})];
  const isKnown = !isRefusal(offer) && (term !== null || !isAdded);
  const startsOn = dayAfter(currentEnd, 1);
  const renewals = [system, becomes].map((each) => {
    const first = { kind: "agreed", startsOn } as const;
    const renewal =
      term === null ? null : newUp2Date({ prerequisites, up2date, system: each, prices }, term.years, first);
    return renewal === null || isRefusal(renewal) ? null : renewal.amountCents;
  });
  const percentPerYear = term === null ? null : term.basisPointsPerYear / 100;
  const more = { add, priceListCents: prices, purchasedOn: today, currentEnd };
  return {
    effect: {
      kind: "running",
      currentEnd,
      percentPerYear,
      remainingMonths: isRefusal(nothing) ? 0 : nothing.remainingMonths,
      amountCents: isKnown ? offer.amountCents : null,
      renewal: term && { years: term.years, beforeCents: renewals[0] ?? null, afterCents: renewals[1] ?? null },
      sample: Object.keys(becomes).some((sku) => samples.has(sku)),
      derivation: isKnown && isAdded ? offer.derivation : [],
    },
    requests:
      term === null || percentPerYear === null
        ? []
        : [
            ...(isAdded ? [{ op: "up2date-additional", percentPerYear, ...more } as const] : []),
            ...[system, becomes].map(
              (each) =>
                ({
                  op: "up2date",
                  case: "new",
                  system: each,
                  priceListCents: prices,
                  years: term.years,
                  startsOn,
                }) as const,
            ),
          ],
    assumptions: isKnown && isAdded ? offer.assumptions : [],
  };
}

function obstacle({ sku, kind, code, params, source }: Violation): Obstacle {
  return { sku, kind, code, params, ...(source === undefined ? {} : { source }) };
}
