import { type Day, dayAfter, dayAfterMonths, LAST_DAY } from "./dates";
import type { Cents } from "./money";
import type { Reason } from "./reason";

/** What a row of the queue is about. */
export const decisionKinds = [
  "notice",
  "notice-rolling",
  "missed",
  "renewal-window",
  "up2date-end",
  "tier-exceeded",
  "prerequisite-broken",
  "coverage-gap",
  "rule-unknown",
  "notice-unconfirmed",
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** `waiting`: derived, but its window has not opened yet. */
export type DecisionState = "open" | "decided" | "snoozed" | "waiting";
export type DecisionAct = "keep" | "give-notice" | "change" | "snooze" | "undo";
/** What a person can decide. */
export const decisionChoices = ["keep", "give-notice", "change"] as const;
export type DecisionChoice = (typeof decisionChoices)[number];

/**
 * When a row of each kind comes into the queue and when it leaves it by itself.
 *
 * | kind | comes | leaves | because |
 * |---|---|---|---|
 * | notice | 26 weeks before the send-by day | after the last day of receipt | half a year leaves time to ask the customer and other vendors; earlier nobody can judge |
 * | notice-rolling | with the first contract of the customer that can end every month | with the last | no day is special, so it has no deadline and stands after all that have one |
 * | missed | on the day after the last day of receipt | 30 days later | long enough to learn what it costs and to talk to the vendor; after that it is history |
 * | renewal-window | when the price list allows the renewal (12 months before the end) | 3 months before the end | from then on it is urgent and becomes up2date-end |
 * | up2date-end | 3 months before the end | never by itself, it stays after the lapse | order, invoice and licence retrieval take weeks; a lapse stays a loss until somebody decides to bear it |
 * | tier-exceeded, prerequisite-broken | at once | with its cause | the system runs out of licence today |
 * | coverage-gap | at once, after all that has a day | with its cause | nothing expires, but nobody should believe to be covered |
 * | rule-unknown | at once | when a rule is recorded | no deadline can be watched until then |
 * | notice-unconfirmed | 14 days after receipt, or on the send-by day of the same end if earlier | 30 days after the end | a vendor needs days to answer; a notice that got lost can be repeated until the last day of receipt |
 */
export const windows = {
  noticeDaysBeforeSendBy: 182,
  missedDays: 30,
  maintenanceEndMonths: 3,
  unconfirmedAfterDays: 14,
  unconfirmedDaysAfterEnd: 30,
  /** Minimum terms below this are no event of their own where the contract can end every month afterwards. */
  minimumMonthsWorthANotice: 3,
  /** What was decided to be done comes back so many days before the send-by day, if it was not. */
  remindDaysBeforeSendBy: 7,
  /** The same for rows without a deadline, after the decision. */
  remindDaysAfterDecision: 14,
  /** To keep what has no deadline is asked again after so many months. */
  keepMonthsWithoutDeadline: 12,
} as const;

/** What was recorded about a row. */
export interface DecisionRecord {
  readonly act: DecisionAct;
  /** From this day on it no longer holds; null: as long as the basis stands. */
  readonly until: Day | null;
}

const NOTICE_KINDS: readonly DecisionKind[] = [
  "notice",
  "notice-rolling",
  "missed",
  "notice-unconfirmed",
  "rule-unknown",
];

/** What can be decided about a row: a notice only where there is something to give notice to. */
export function choicesFor(kind: DecisionKind): readonly DecisionChoice[] {
  return NOTICE_KINDS.includes(kind) ? decisionChoices : decisionChoices.filter((choice) => choice !== "give-notice");
}

/** The newest record about each kind and basis of one subject, by `recordKey`. */
export type Records = ReadonlyMap<string, DecisionRecord>;

export function recordKey(kind: DecisionKind, basis: string): string {
  return `${kind} ${basis}`;
}

/** Records as the database has them, newest last, as the rows look them up. */
export function recordsOf(
  rows: readonly ({ readonly kind: DecisionKind; readonly basis: string } & DecisionRecord)[],
): Records {
  return new Map(rows.map(({ kind, basis, act, until }) => [recordKey(kind, basis), { act, until }]));
}

export type Detail = Readonly<Record<string, string | number | boolean | null>>;

/** A row as derived: everything but its id. Days are ISO days, amounts whole cents; null is unknown, or for days: there is none. */
export interface DerivedDecision {
  readonly customerId: string;
  readonly clerkId: string | null;
  readonly subjectType: "contract" | "system" | "customer";
  readonly subjectId: string;
  readonly contractId: string | null;
  readonly systemId: string | null;
  readonly kind: DecisionKind;
  readonly vendor: string | null;
  readonly sku: string | null;
  readonly dueOn: Day | null;
  readonly sendByOn: Day | null;
  readonly sortOn: Day;
  readonly amountAtStakeCents: Cents | null;
  readonly detail: Detail;
  readonly folded: boolean;
  readonly state: DecisionState;
  readonly basis: string;
  readonly staleAfter: Day | null;
}

/** A row before its state is settled. `opensOn` null: at once. */
export interface Draft extends Omit<DerivedDecision, "state" | "staleAfter"> {
  readonly opensOn: Day | null;
}

/** After everything that has a day. */
export const SORT_ANY_TIME: Day = LAST_DAY;

/**
 * Settles what people did about a row. `record` is the newest one about this kind and basis: another deadline or another cause is another
 * basis, and opens the row anew. A snoozed or decided row is back on `until`. Before its window opens a row waits.
 */
export function stateOf(
  row: { readonly opensOn: Day | null },
  record: DecisionRecord | undefined,
  today: Day,
): { readonly state: DecisionState; readonly changesOn: Day | null } {
  if (row.opensOn !== null && today < row.opensOn) return { state: "waiting", changesOn: row.opensOn };
  if (record === undefined || record.act === "undo") return { state: "open", changesOn: null };
  if (record.until !== null && today >= record.until) return { state: "open", changesOn: null };
  return { state: record.act === "snooze" ? "snoozed" : "decided", changesOn: record.until };
}

/**
 * The rows of one subject with their states. Each row carries the last day on which all of them are still right: the day before the
 * earliest of `changesOn` (days on which the facts alone change a row) and of the days on which a state changes. Days that are not after
 * today change nothing any more.
 */
export function settle(
  drafts: readonly Draft[],
  changesOn: readonly (Day | null)[],
  records: Records,
  today: Day,
): DerivedDecision[] {
  const settled = drafts.map((draft) => ({
    draft,
    ...stateOf(draft, records.get(recordKey(draft.kind, draft.basis)), today),
  }));
  let next: Day | null = null;
  for (const day of [...changesOn, ...settled.map((row) => row.changesOn)]) {
    if (day !== null && day > today && (next === null || day < next)) next = day;
  }
  const staleAfter = next === null ? null : dayAfter(next, -1);
  return settled.map(({ draft: { opensOn: _, ...row }, state }) => ({ ...row, state, staleAfter }));
}

/**
 * How long a decision holds. To keep holds while the deadline stands, and without a deadline for a year. What was decided to be done comes
 * back a week before the send-by day (at the latest on the next day) unless it was done, which takes the row away; without a deadline, or
 * after it, two weeks later.
 */
export function decisionStandsUntil(
  row: { readonly dueOn: Day | null; readonly sendByOn: Day | null },
  choice: DecisionChoice,
  today: Day,
): Day | null {
  if (choice === "keep") return row.dueOn === null ? dayAfterMonths(today, windows.keepMonthsWithoutDeadline) : null;
  const last = row.sendByOn ?? row.dueOn;
  if (last === null || row.dueOn === null || row.dueOn < today) return dayAfter(today, windows.remindDaysAfterDecision);
  const reminder = dayAfter(last, -windows.remindDaysBeforeSendBy);
  const tomorrow = dayAfter(today, 1);
  return reminder > tomorrow ? reminder : tomorrow;
}

/** One sentence about a row, by kind, from its `detail`; `lib/format` has the words. Unknown figures are left out of the sentence. */
export function aboutDecision(row: { readonly kind: DecisionKind; readonly detail: Detail }): Reason {
  const params = Object.entries(row.detail).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  const code =
    row.kind === "up2date-end" && row.detail.lapsed === true ? "decision-up2date-lapsed" : `decision-${row.kind}`;
  return { code, params: Object.fromEntries(params) };
}
