import {
  type Day,
  type DayNumber,
  dayNumberOf,
  formatMonth,
  type Month,
  type MonthNumber,
  monthNumberOf,
  parseMonth,
  termEnd,
} from "./dates";
import type { Cents } from "./money";
import { toCents } from "./money";
import type { Reason } from "./reason";
import { isRefusal, type Refusal, refuse } from "./refusal";
import { ruleOf, type TermPolicy, type TermQuestion } from "./terms";
import { assumptionsOf, readingsWithoutRule } from "./terms-hints";
import { possibleEndFrom, type Running, reachOf } from "./terms-rule";

/** How often a contract is charged, in advance. */
export type Interval = "month" | "quarter" | "year";

export const INTERVALS: readonly Interval[] = ["month", "quarter", "year"];
const MONTHS_OF: Readonly<Record<Interval, number>> = { month: 1, quarter: 3, year: 12 };
const NEVER = Number.POSITIVE_INFINITY;

/** A contract that runs on until somebody gives notice. */
export interface RunningContract extends Omit<TermQuestion, "asOf"> {
  readonly id: string;
  /** What falls due on each charge. */
  readonly amountCents: Cents;
  readonly interval: Interval;
  /** The end that is settled already, by a notice on record or by that of its main contract; goes before `noticeReceivedOn`. */
  readonly endsOn?: Day | null;
}

/** A contract that lapses: its renewal, if wanted, falls due on the day after its present end. */
export interface LapsingContract {
  readonly id: string;
  readonly policy: TermPolicy & { readonly kind: "lapses" };
  readonly currentEnd: Day;
  readonly amountCents: Cents;
}

export interface ForecastRow {
  readonly month: Month;
  readonly contractId: string;
  /** Owed even if notice is given on `asOf`. */
  readonly committedCents: Cents;
  /** Expected if nobody gives notice. */
  readonly renewalCents: Cents;
}

export interface Forecast {
  /** By month, then id by code point; rows of zero left out. Made anew on each walk, so that a large forecast needs no memory. */
  readonly rows: Iterable<ForecastRow>;
  readonly rowCount: number;
  readonly totals: { readonly committedCents: Cents; readonly renewalCents: Cents };
  readonly assumptions: readonly Reason[];
  readonly derivation: readonly Reason[];
}

/** One contract's charges: number k falls due in month `firstMonth + k * step`, in the window from `from` on. */
interface Schedule {
  readonly id: string;
  readonly cents: Cents;
  readonly firstMonth: MonthNumber;
  readonly step: number;
  /** Charges with a smaller number are committed, then renewal up to `chargesInAll`. */
  readonly committedCharges: number;
  readonly chargesInAll: number;
}

/**
 * What falls due in the `months` months from `from` on. Takes ISO days and a month; refuses a duplicate id, a contract that `ruleOf`
 * refuses, and notice to an unknown rule, each with `contracts[i]` as the path, and totals beyond 2^53 - 1. Rules of "Forecast": charges
 * in advance, counted from the start; owed only if the contract ends after the last day that the intervals before have paid for.
 */
export function forecast(
  asOf: Day,
  from: Month,
  months: number,
  contracts: readonly (RunningContract | LapsingContract)[],
): Forecast | Refusal {
  const seen = new Set<string>();
  const schedules: Schedule[] = [];
  const assumptions = new Map<string, Reason>();
  const unknown: string[] = [];
  const asOfDay = dayNumberOf(asOf);
  for (const [index, contract] of contracts.entries()) {
    const path = `contracts[${index}]`;
    if (seen.has(contract.id)) return refuse("forecast-duplicate-id", { id: contract.id }, path);
    seen.add(contract.id);
    const schedule = "currentEnd" in contract ? lapsingSchedule(contract) : scheduleOf(contract, asOfDay);
    if (isRefusal(schedule))
      return { ...schedule, path: schedule.path === undefined ? path : `${path}.${schedule.path}` };
    schedules.push(schedule);
    if ("currentEnd" in contract) continue;
    if (contract.policy.kind === "unknown" && contract.ownRule === null) unknown.push(contract.id);
    for (const reason of assumptionsOfContract(contract, asOf)) assumptions.set(keyOf(reason), reason);
  }
  schedules.sort((left, right) => byCodePoint(left.id, right.id));
  const first = parseMonth(from);
  if (first === null) throw new RangeError(`not a month: ${from}`);
  const totals = totalsOf(schedules, first, months);
  if (isRefusal(totals)) return totals;
  if (unknown.length > 0) {
    const reason = { code: "forecast-rule-unknown", params: { contracts: unknown.length, first: unknown[0] ?? "" } };
    assumptions.set(reason.code, reason);
  }
  return {
    rows: { [Symbol.iterator]: () => rowsOf(schedules, first, months) },
    rowCount: totals.rowCount,
    totals: { committedCents: totals.committedCents, renewalCents: totals.renewalCents },
    assumptions: [...assumptions.values()],
    derivation: [
      { code: "forecast-committed", params: { asOf } },
      { code: "forecast-renewal", params: {} },
    ],
  };
}

/** How many charges a contract that ends on `end` owes: number k only if `end` lies after the last day of a term of k intervals. */
export function chargesOwed(start: DayNumber, end: DayNumber, stepMonths: number): number {
  // A term of k steps ends in the month k steps after the start's or in the one before: this many are owed for certain.
  let charges = Math.max(0, Math.floor((monthNumberOf(end) - monthNumberOf(start) - 1) / stepMonths));
  while (termEnd(start, charges * stepMonths) < end) charges++;
  return charges;
}

function scheduleOf(contract: RunningContract, asOf: DayNumber): Schedule | Refusal {
  const rule = ruleOf(contract);
  if (isRefusal(rule)) return rule;
  const start = dayNumberOf(contract.start);
  const step = MONTHS_OF[contract.interval];
  const noticed = contract.noticeReceivedOn;
  const base = { id: contract.id, cents: contract.amountCents, firstMonth: monthNumberOf(start), step };
  if (contract.endsOn != null) {
    const charges = chargesOwed(start, dayNumberOf(contract.endsOn), step);
    return { ...base, committedCharges: charges, chargesInAll: charges };
  }
  if (rule === null) {
    if (noticed !== null) return refuse("rule-unknown");
    if (contract.policy.kind !== "unknown") throw new RangeError(`policy ${contract.policy.id} has a rule`);
    const end = termEnd(start, contract.policy.minimumMonths);
    return { ...base, committedCharges: chargesOwed(start, end, step), chargesInAll: NEVER };
  }
  const running: Running = { rule, start, land: contract.land };
  const end = possibleEndFrom(running, reachOf(running, noticed === null ? asOf : dayNumberOf(noticed)));
  const committedCharges = chargesOwed(start, end, step);
  return { ...base, committedCharges, chargesInAll: noticed === null ? NEVER : committedCharges };
}

/** One charge, always a renewal. */
function lapsingSchedule({ id, currentEnd, amountCents }: LapsingContract): Schedule {
  const firstMonth = monthNumberOf(dayNumberOf(currentEnd) + 1);
  return { id, cents: amountCents, firstMonth, step: 1, committedCharges: 0, chargesInAll: 1 };
}

function totalsOf(schedules: readonly Schedule[], first: MonthNumber, months: number) {
  let committed = 0n;
  let renewal = 0n;
  let rowCount = 0;
  for (const { cents, firstMonth, step, committedCharges, chargesInAll } of schedules) {
    const from = Math.max(0, Math.ceil((first - firstMonth) / step));
    const until = Math.max(from, Math.ceil((first + months - firstMonth) / step));
    const committedUntil = Math.min(Math.max(committedCharges, from), until);
    const owedUntil = Math.min(Math.max(chargesInAll, committedUntil), until);
    committed += BigInt(cents) * BigInt(committedUntil - from);
    renewal += BigInt(cents) * BigInt(owedUntil - committedUntil);
    rowCount += cents === 0 ? 0 : owedUntil - from;
  }
  const committedCents = toCents(committed);
  const renewalCents = toCents(renewal);
  if (isRefusal(committedCents)) return committedCents;
  if (isRefusal(renewalCents)) return renewalCents;
  return { committedCents, renewalCents, rowCount };
}

function* rowsOf(schedules: readonly Schedule[], first: MonthNumber, months: number): Generator<ForecastRow> {
  for (let month = first; month < first + months; month++) {
    const name = formatMonth(month);
    for (const { id, cents, firstMonth, step, committedCharges, chargesInAll } of schedules) {
      const since = month - firstMonth;
      if (since < 0 || since % step !== 0 || cents === 0) continue;
      const charge = since / step;
      if (charge >= chargesInAll) continue;
      const committed = charge < committedCharges;
      yield { month: name, contractId: id, committedCents: committed ? cents : 0, renewalCents: committed ? 0 : cents };
    }
  }
}

/** Readings and countings that the contract's dates rest on, each once in a forecast. */
function assumptionsOfContract(contract: RunningContract, asOf: Day): readonly Reason[] {
  const rule = ruleOf(contract);
  if (isRefusal(rule)) return [];
  return rule === null ? readingsWithoutRule(contract.policy) : assumptionsOf({ ...contract, asOf }, rule);
}

function keyOf({ code, params, source }: Reason): string {
  return `${code} ${JSON.stringify(params)} ${source?.document} ${source?.clause}`;
}

/** Order by code point, which differs from the order of UTF-16 units where one text goes beyond U+FFFF. */
export function byCodePoint(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  let index = 0;
  while (index < length && left.charCodeAt(index) === right.charCodeAt(index)) index++;
  if (index === length) return left.length - right.length;
  const inPair = index > 0 && (left.charCodeAt(index - 1) & 0xfc00) === 0xd800;
  const difference = inPair ? codePoint(left, index - 1) - codePoint(right, index - 1) : 0;
  return difference !== 0 ? difference : codePoint(left, index) - codePoint(right, index);
}

function codePoint(text: string, index: number): number {
  return text.codePointAt(index) as number;
}
