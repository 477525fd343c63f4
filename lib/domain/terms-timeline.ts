import { type Day, type DayNumber, dayNumberOf, formatDay, termEnd } from "./dates";
import { isRefusal } from "./refusal";
import type { TermQuestion, TermRule } from "./terms";
import { ruleOf } from "./terms";
import { lastReceipt, minimumEnd, possibleEndFrom, type Running, reachOf, sendByFor } from "./terms-rule";

/**
 * `minimum`: the first term, up to the first possible end. `renewal`: a tacit renewal. `open`: what an open-ended contract runs on, from
 * one possible end to the next.
 */
export type TermKind = "minimum" | "renewal" | "open";

export interface TimelineTerm {
  readonly kind: TermKind;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Last day of receipt for this end, and the day to send by; null where the rule is unknown. */
  readonly noticeDueOn: Day | null;
  readonly sendByOn: Day | null;
  /** Whether the question's `asOf` lies in this term. */
  readonly running: boolean;
  /** Whether the notice given ends the contract with this term: the last one of the list. */
  readonly endedByNotice: boolean;
}

/**
 * The terms of a contract that touch the days from `from` to `to` (ISO days, both included), oldest first. Ends with the noticed end; with
 * the minimum where the paper states no more; empty for what lapses (its terms are stored, not derived) and for a rule that is refused.
 */
export function termTimeline(question: TermQuestion, from: Day, to: Day): TimelineTerm[] {
  const rule = ruleOf(question);
  if (isRefusal(rule)) return [];
  const asOf = dayNumberOf(question.asOf);
  const [first, last] = [dayNumberOf(from), dayNumberOf(to)];
  if (rule === null) return unknownTimeline(question, first, last, asOf);
  const running: Running = { rule, start: dayNumberOf(question.start), land: question.land };
  const noticed =
    question.noticeReceivedOn === null ? null : noticedEnd(running, dayNumberOf(question.noticeReceivedOn));
  const terms: TimelineTerm[] = [];
  let end = possibleEndFrom(running, first);
  let start = startOfTermTo(running, end);
  while (start <= last && (noticed === null || end <= noticed)) {
    terms.push({
      kind: kindOf(running, start),
      startsOn: formatDay(start),
      endsOn: formatDay(end),
      noticeDueOn: formatDay(lastReceipt(running, end)),
      sendByOn: formatDay(sendByFor(running, end)),
      running: start <= asOf && asOf <= end,
      endedByNotice: end === noticed,
    });
    start = end + 1;
    end = possibleEndFrom(running, start);
  }
  return terms;
}

/**
 * The next day on which the contract can end after `end`, a possible end whose notice was missed; null where the rule is unknown, where
 * the contract lapses, and after the end that a notice has brought about.
 */
export function nextPossibleEndAfter(question: TermQuestion, end: Day): Day | null {
  const rule = ruleOf(question);
  if (isRefusal(rule) || rule === null) return null;
  const running: Running = { rule, start: dayNumberOf(question.start), land: question.land };
  const next = possibleEndFrom(running, dayNumberOf(end) + 1);
  if (question.noticeReceivedOn === null) return formatDay(next);
  return next <= noticedEnd(running, dayNumberOf(question.noticeReceivedOn)) ? formatDay(next) : null;
}

/**
 * Whether a rule, once its minimum is over, lets the contract end so often that each single end is no event: at every month's end, or with
 * renewals of less than three months. Such contracts are folded into one line of the queue.
 */
export function isRolling(rule: TermRule): boolean {
  return rule.to === "month-end" || (rule.renewalMonths !== null && rule.renewalMonths < 3);
}

/** Last day of a contract's minimum term (ISO); null where there is none, where it lapses, and for a rule that is refused. */
export function minimumEndsOn(question: TermQuestion): Day | null {
  const rule = ruleOf(question);
  if (isRefusal(rule)) return null;
  const months =
    rule === null && question.policy.kind === "unknown" ? question.policy.minimumMonths : rule?.minimumMonths;
  return months === undefined || months === 0 ? null : formatDay(termEnd(dayNumberOf(question.start), months));
}

function noticedEnd(running: Running, receivedOn: DayNumber): DayNumber {
  return possibleEndFrom(running, reachOf(running, receivedOn));
}

function kindOf(running: Running, startsOn: DayNumber): TermKind {
  if (startsOn <= minimumEnd(running)) return "minimum";
  return running.rule.to === "term-end" ? "renewal" : "open";
}

/** The first day of the term or stretch that ends on the possible end `end`: the day after the possible end before it, found by halving. */
function startOfTermTo(running: Running, end: DayNumber): DayNumber {
  let low = running.start - 1;
  let high = end;
  if (possibleEndFrom(running, low) === end) return running.start;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (possibleEndFrom(running, middle) === end) high = middle;
    else low = middle;
  }
  return high;
}

function unknownTimeline(question: TermQuestion, from: DayNumber, to: DayNumber, asOf: DayNumber): TimelineTerm[] {
  if (question.policy.kind !== "unknown") return [];
  const start = dayNumberOf(question.start);
  const end = termEnd(start, question.policy.minimumMonths);
  if (start > to || end < from) return [];
  const days = { startsOn: formatDay(start), endsOn: formatDay(end), noticeDueOn: null, sendByOn: null };
  return [{ kind: "minimum", ...days, running: start <= asOf && asOf <= end, endedByNotice: false }];
}
