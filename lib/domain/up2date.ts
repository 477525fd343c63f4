import { addMonths, type Day, type DayNumber, dayNumberOf, formatDay, monthEndOf, termEnd } from "./dates";
import { type Cents, share, toCents } from "./money";
import { type OneTimeUpgradeOffer, oneTimeUpgrade } from "./one-time-upgrade";
import type { PrerequisiteRules, SystemHoldings } from "./prerequisites-rules";
import type { Reason, Source } from "./reason";
import { isRefusal, type Refusal, refuse } from "./refusal";
import { articleSteps, type ListPrices, systemPrice } from "./system-price";
import type { MaintenanceTerm, Up2DateRules } from "./up2date-rules";

/** A system and what it is reckoned with: the rules of one edition and current list prices in cents. */
export interface SystemAtList {
  readonly prerequisites: PrerequisiteRules;
  readonly up2date: Up2DateRules;
  readonly system: SystemHoldings;
  readonly prices: ListPrices;
}

/** The first day: agreed, or found from the vendor's invoice and the day the licence is retrieved (null while nothing is retrieved). */
export type FirstDay =
  | { readonly kind: "agreed"; readonly startsOn: Day }
  | { readonly kind: "from-invoice"; readonly invoicedOn: Day; readonly licenceRetrievedOn: Day | null };

export interface Up2DateOffer {
  readonly sku: string;
  readonly basisCents: Cents;
  readonly basisPointsPerYear: number;
  readonly years: number;
  /** For all years together. */
  readonly amountCents: Cents;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly derivation: readonly Reason[];
}

export interface ReentryOffer extends Up2DateOffer {
  readonly oneTimeUpgrade: OneTimeUpgradeOffer;
}

/** How a maintenance that ends on a day stands on another: `too-early` to renew, `open`, or `lapsed` (only with a OneTime Upgrade). */
export type RenewalStanding = "too-early" | "open" | "lapsed";

/**
 * Maintenance for a new system: percent a year of the whole system's list price, times the years, half a cent up. It starts on the earlier of
 * the day the licence is retrieved and the last day that the invoice allows (months as in rule 3), and ends with the month in which the
 * years end (rule 1). Refused: `years-unknown`, and what `systemPrice` refuses.
 * Source: price list, "Up2Date – New System or Renewal".
 */
export function newUp2Date(at: SystemAtList, years: number, first: FirstDay): Up2DateOffer | Refusal {
  const start = firstDayOf(at.up2date, first);
  return offer(at, years, start.day, start.step, []);
}

/**
 * Maintenance that follows one which still runs on `asOf` with at most twelve months left: it starts on the day after the present end.
 * Refused: `renewal-too-early` (params: the first day on which it may be sold), `up2date-lapsed`, and what `newUp2Date` refuses.
 */
export function renewUp2Date(at: SystemAtList, years: number, asOf: Day, currentEnd: Day): Up2DateOffer | Refusal {
  const { opensOn } = renewalWindow(at.up2date, currentEnd);
  switch (renewalStanding(at.up2date, asOf, currentEnd)) {
    case "lapsed":
      return refuse("up2date-lapsed", { asOf, currentEnd }, "currentEnd");
    case "too-early":
      return refuse(
        "renewal-too-early",
        { asOf, currentEnd, opensOn, months: at.up2date.renewal.monthsLeftAtMost },
        "asOf",
      );
    case "open": {
      const startsOn = dayNumberOf(currentEnd) + 1;
      const source = sourceIn(at.up2date, at.up2date.start.clause);
      const step = { code: "starts-after-present-end", params: { currentEnd, startsOn: formatDay(startsOn) }, source };
      const made = offer(at, years, startsOn, step, [{ code: "renewal-follows-present-end", params: {} }]);
      return isRefusal(made) ? made : { ...made, hints: [...made.hints, ...lapseCost(at, currentEnd)] };
    }
  }
}

/**
 * Maintenance for a system that has none (any more): only together with the OneTime Upgrade from its release, which comes on top.
 * Refused: what `newUp2Date` and `oneTimeUpgrade` refuse.
 */
export function reenterUp2Date(
  at: SystemAtList,
  years: number,
  asOf: Day,
  fromRelease: number,
  first: FirstDay,
): ReentryOffer | Refusal {
  const upgrade = oneTimeUpgrade(at.prerequisites, at.up2date, fromRelease, at.system, at.prices);
  if (isRefusal(upgrade)) return upgrade;
  const start = firstDayOf(at.up2date, first);
  const made = offer(at, years, start.day, start.step, []);
  if (isRefusal(made)) return made;
  const source = sourceIn(at.up2date, at.up2date.renewal.clause);
  const onTop = { oneTimeUpgradeCents: upgrade.amountCents, fromRelease };
  const hints: Reason[] = [
    { code: "reentry-needs-one-time-upgrade", params: onTop, source },
    ...onceEach([...upgrade.hints, ...made.hints]),
  ];
  if (start.day < dayNumberOf(asOf))
    hints.push({ code: "starts-in-the-past", params: { startsOn: made.startsOn, asOf } });
  return {
    ...made,
    oneTimeUpgrade: upgrade,
    assumptions: onceEach([...made.assumptions, ...upgrade.assumptions]),
    hints,
  };
}

/** The first and the last day on which a maintenance that ends on `currentEnd` may be renewed without a OneTime Upgrade. */
export function renewalWindow(rules: Up2DateRules, currentEnd: Day): { readonly opensOn: Day; readonly closesOn: Day } {
  const months = rules.renewal.monthsLeftAtMost;
  const end = dayNumberOf(currentEnd);
  const candidate = addMonths(end, -months);
  // 28 February + 12 months is the 28th: before a 29 February the window opens a day later.
  return { opensOn: formatDay(addMonths(candidate, months) >= end ? candidate : candidate + 1), closesOn: currentEnd };
}

/** Whether a maintenance may be renewed on a day: it still runs, and that day plus twelve months (rule 3) reaches its end. */
export function renewalStanding(rules: Up2DateRules, asOf: Day, currentEnd: Day): RenewalStanding {
  const today = dayNumberOf(asOf);
  const end = dayNumberOf(currentEnd);
  if (today > end) return "lapsed";
  return addMonths(today, rules.renewal.monthsLeftAtMost) >= end ? "open" : "too-early";
}

/** The end of a maintenance that starts on a day: the end of the month in which its years end (rule 1). */
export function up2DateEnd(startsOn: Day, years: number): Day {
  return formatDay(endOf(dayNumberOf(startsOn), years));
}

function offer(
  at: SystemAtList,
  years: number,
  start: DayNumber,
  startStep: Reason,
  assumptions: readonly Reason[],
): Up2DateOffer | Refusal {
  const { up2date } = at;
  const term = up2date.terms.find((candidate) => candidate.years === years);
  if (term === undefined) {
    return refuse("years-unknown", { years, choices: up2date.terms.map((each) => each.years).join(", ") }, "years");
  }
  const price = systemPrice(at.prerequisites, at.system, at.prices);
  if (isRefusal(price)) return price;
  const { basisCents } = price;
  const amountCents = toCents(share(basisCents, term.basisPointsPerYear * years, 10_000));
  if (isRefusal(amountCents)) return amountCents;
  const startsOn = formatDay(start);
  const endsOn = formatDay(endOf(start, years));
  const hints: Reason[] = [{ code: "up2date-whole-system", params: {}, source: sourceIn(up2date, term.clause) }];
  if (price.articles.length === 0) hints.push({ code: "system-is-empty", params: {} });
  return {
    sku: term.sku,
    basisCents,
    basisPointsPerYear: term.basisPointsPerYear,
    years,
    amountCents,
    startsOn,
    endsOn,
    assumptions: [...assumptions, ...price.assumptions],
    hints,
    derivation: [
      ...articleSteps(price),
      percentStep(up2date, term, basisCents, amountCents),
      startStep,
      endStep(up2date, years, startsOn, endsOn),
    ],
  };
}

function percentStep(rules: Up2DateRules, term: MaintenanceTerm, basisCents: Cents, amountCents: Cents): Reason {
  const percent = term.basisPointsPerYear / 100;
  const params = { percent, years: term.years, percentInAll: percent * term.years, basisCents, amountCents };
  return { code: "percent-for-years", params, source: sourceIn(rules, term.clause) };
}

function endStep(rules: Up2DateRules, years: number, startsOn: Day, endsOn: Day): Reason {
  return { code: "ends-with-month", params: { years, startsOn, endsOn }, source: sourceIn(rules, rules.end.clause) };
}

function endOf(start: DayNumber, years: number): DayNumber {
  return monthEndOf(termEnd(start, years * 12));
}

function firstDayOf(rules: Up2DateRules, first: FirstDay): { day: DayNumber; step: Reason } {
  const source = sourceIn(rules, rules.start.clause);
  if (first.kind === "agreed") {
    return {
      day: dayNumberOf(first.startsOn),
      step: { code: "starts-as-agreed", params: { startsOn: first.startsOn }, source },
    };
  }
  const { invoicedOn, licenceRetrievedOn } = first;
  const months = rules.start.latestMonthsAfterInvoice;
  const latest = addMonths(dayNumberOf(invoicedOn), months);
  const retrieved = licenceRetrievedOn === null ? null : dayNumberOf(licenceRetrievedOn);
  if (retrieved !== null && retrieved <= latest) {
    return {
      day: retrieved,
      step: { code: "starts-with-licence", params: { startsOn: formatDay(retrieved) }, source },
    };
  }
  const params = { startsOn: formatDay(latest), invoicedOn, months };
  return { day: latest, step: { code: "starts-after-invoice", params, source } };
}

/** What it costs to let the maintenance lapse: the upgrade from the newest release, which a later re-entry needs on top. */
function lapseCost(at: SystemAtList, currentEnd: Day): Reason[] {
  const upgrade = oneTimeUpgrade(at.prerequisites, at.up2date, at.up2date.newestRelease, at.system, at.prices);
  if (isRefusal(upgrade)) return [];
  const params = { currentEnd, percent: upgrade.basisPoints / 100, oneTimeUpgradeCents: upgrade.amountCents };
  return [{ code: "lapse-costs-one-time-upgrade", params, source: sourceIn(at.up2date, at.up2date.renewal.clause) }];
}

/** Two offers on one system rest on the same readings: each is named once. */
function onceEach(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [reason.code, reason])).values()];
}

function sourceIn(rules: Up2DateRules, clause: string): Source {
  return { document: rules.document, clause };
}
