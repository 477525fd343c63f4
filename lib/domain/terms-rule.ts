import {
  addMonths,
  civil,
  type DayNumber,
  dayNumber,
  monthEndOf,
  monthLength,
  monthNumberOf,
  termEnd,
  yearEndOf,
} from "./dates";
import type { Land } from "./holidays";
import { type Refusal, refuse } from "./refusal";
import type { TermRule } from "./terms";
import { businessDays, dayBeforeWorkdays, werktage, workdayAfter, workdayBefore } from "./workdays";

/** Business days that must lie after "send by" (rule 6). */
export const SEND_BY_DAYS = 3;

/** A rule at work: one contract's rule, first day and Land, in day numbers. */
export interface Running {
  readonly rule: TermRule;
  readonly start: DayNumber;
  readonly land: Land | null;
}

/** End of the minimum term (rule 1); the day before the start where there is none. */
export function minimumEnd({ rule, start }: Running): DayNumber {
  return termEnd(start, rule.minimumMonths);
}

/**
 * The earliest day, not before `day`, on which the contract can end, whatever the notice. Term ends are reckoned from the original start
 * (rule 2), open-ended contracts end at a month's or year's end, neither before the minimum's end nor before the start (rule 10).
 */
export function possibleEndFrom(running: Running, day: DayNumber): DayNumber {
  const { rule, start } = running;
  const first = minimumEnd(running);
  switch (rule.to) {
    case "term-end":
      return day <= first ? first : termEnd(start, rule.minimumMonths + renewalsUntil(running, day) * renewalOf(rule));
    case "month-end":
      return monthEndOf(Math.max(day, first, start));
    case "year-end":
      return yearEndOf(Math.max(day, first, start));
  }
}

/** How often a contract to a term's end has to renew until a term's end is not before `day`; 0 within the minimum. */
export function renewalsUntil({ rule, start }: Running, day: DayNumber): number {
  const renewal = renewalOf(rule);
  const monthsPast = monthNumberOf(day) - monthNumberOf(start) - rule.minimumMonths;
  let renewals = Math.max(0, Math.floor((monthsPast - 1) / renewal));
  while (termEnd(start, rule.minimumMonths + renewals * renewal) < day) renewals++;
  return renewals;
}

/** The earliest day that a notice received on `receivedOn` is in time for (rules 3 to 5). */
export function reachOf({ rule, land }: Running, receivedOn: DayNumber): DayNumber {
  switch (rule.noticeUnit) {
    case "day":
      return receivedOn + rule.noticeLength;
    case "week":
      return receivedOn + rule.noticeLength * 7;
    case "month":
      return addMonths(receivedOn, rule.noticeLength);
    case "werktag":
      return workdayAfter(werktage(land), receivedOn, rule.noticeLength);
  }
}

/** The last day of receipt for the end `end` (rules 3 to 5): the latest day whose reach is not after it. */
export function lastReceipt({ rule, land }: Running, end: DayNumber): DayNumber {
  switch (rule.noticeUnit) {
    case "day":
      return end - rule.noticeLength;
    case "week":
      return end - rule.noticeLength * 7;
    case "month":
      return monthsBack(end, rule.noticeLength);
    case "werktag":
      return dayBeforeWorkdays(werktage(land), end, rule.noticeLength);
  }
}

/** The deadline from which "send by" is counted: Werktage are counted strictly, everything else is the deadline itself (rule 6). */
export function strictReceipt(running: Running, end: DayNumber): DayNumber {
  const { rule } = running;
  return rule.noticeUnit === "werktag"
    ? dayBeforeWorkdays(businessDays(), end, rule.noticeLength)
    : lastReceipt(running, end);
}

/** The business day with at least three business days after it, up to and including the (strict) deadline (rule 6). */
export function sendByFor(running: Running, end: DayNumber): DayNumber {
  return workdayBefore(businessDays(), strictReceipt(running, end), SEND_BY_DAYS);
}

/** What is wrong with a contract's own rule, as a person gave it; null if nothing. `path` names the rule's field. */
export function faultOfRule(rule: TermRule): Refusal | null {
  if (!wholeWithin(rule.minimumMonths, 0, 600)) return refuse("rule-minimum-range", {}, "minimumMonths");
  if (!wholeWithin(rule.noticeLength, 0, 1000)) return refuse("rule-notice-range", {}, "noticeLength");
  if (rule.to !== "term-end") {
    return rule.renewalMonths === null ? null : refuse("rule-open-ended-renewal", { to: rule.to }, "renewalMonths");
  }
  if (rule.renewalMonths === null || !wholeWithin(rule.renewalMonths, 1, 600)) {
    return refuse("rule-renewal-range", {}, "renewalMonths");
  }
  return rule.minimumMonths === 0 ? refuse("rule-minimum-needed", {}, "minimumMonths") : null;
}

function wholeWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function renewalOf(rule: TermRule): number {
  if (rule.renewalMonths === null) throw new RangeError("a rule to a term's end has renewals");
  return rule.renewalMonths;
}

/**
 * The latest day D with D + `months` not after `end`. Every day of a longer month leads to the last day of a shorter one, so an end on its
 * month's last day reaches back to the last day of the month of receipt: one month to 30 April is received by 31 March.
 */
function monthsBack(end: DayNumber, months: number): DayNumber {
  const packed = civil(end);
  const endYear = Math.floor(packed / 10_000);
  const endMonth = (Math.floor(packed / 100) % 100) - 1;
  const dayOfMonth = packed % 100;
  const target = endYear * 12 + endMonth - months;
  const year = Math.floor(target / 12);
  const month = target - year * 12 + 1;
  const length = monthLength(year, month);
  const atMonthEnd = dayOfMonth === monthLength(endYear, endMonth + 1);
  return dayNumber(year, month, atMonthEnd ? length : Math.min(dayOfMonth, length));
}
