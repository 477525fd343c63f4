import { type Day, type DayNumber, dayNumberOf, formatDay, termEnd, yearEndOf } from "./dates";
import type { Land } from "./holidays";
import type { Reason, Source } from "./reason";
import { isRefusal, type Refusal, refuse } from "./refusal";
import { stepsInUnknownMinimum, stepsToCancellation, stepsToNoticedEnd } from "./terms-derivation";
import { assumptionsOf, hintsAfterNotice, hintsOf, readingsWithoutRule, statuteHints } from "./terms-hints";
import { lastReceipt, possibleEndFrom, type Running, reachOf, sendByFor } from "./terms-rule";

export type NoticeUnit = "day" | "week" | "month" | "werktag";
/** To what a notice ends the contract: the end of the running term, of a month, or of a year (31 December). */
export type EndAnchor = "term-end" | "month-end" | "year-end";

/**
 * How a contract runs. `renewalMonths` is a number with `term-end` (it renews by so many months each time) and null with the other two
 * (open-ended). `minimumMonths` 0 means no minimum; never with `term-end`.
 */
export interface TermRule {
  readonly minimumMonths: number;
  readonly renewalMonths: number | null;
  readonly noticeLength: number;
  readonly noticeUnit: NoticeUnit;
  readonly to: EndAnchor;
}

/**
 * Law that may stand beside the contract (rule 8): `tkg-56` a month's notice at any time after the first tacit renewal, `tkg-57` three
 * months' special right on price changes, `tkg-67` eight weeks to object to an invoice, `data-act-25` at most two months to switch.
 */
export type Statute = "tkg-56" | "tkg-57" | "tkg-67" | "data-act-25";

interface PolicyBase {
  /** As in the table of term policies, `<vendor>/<name>`. */
  readonly id: string;
  readonly source: Source;
  /**
   * What was read into a silent or contradictory paper, shown as assumptions. Codes with wording: `reading-calendar-year`,
   * `reading-order-form-before-terms`, `reading-flat-month-end`, `reading-renewed-month-end-is-term-end`, `rule-not-stated`,
   * `partial-while-minimum-remains` {minimumQuantity}.
   */
  readonly readings: readonly Reason[];
  readonly statutes: readonly Statute[];
}

/** The terms of a price list's article, as data in `lib/price-lists`. */
export type TermPolicy =
  | (PolicyBase & { readonly kind: "rule"; readonly rule: TermRule })
  | (PolicyBase & {
      /** The minimum is the term that the customer chose, one of `allowedMonths`. */
      readonly kind: "chosen-term";
      readonly rule: Omit<TermRule, "minimumMonths">;
      readonly allowedMonths: readonly number[];
    })
  | (PolicyBase & {
      /** The paper states a minimum, but neither renewal nor notice: nothing is invented. */
      readonly kind: "unknown";
      readonly minimumMonths: number;
    })
  | (PolicyBase & {
      /** Ends by itself; no notice, no renewal. */
      readonly kind: "lapses";
    });

export interface TermQuestion {
  readonly policy: TermPolicy;
  /** The chosen term; null unless the policy is of kind `chosen-term`. */
  readonly termMonths: number | null;
  /** The contract's own rule goes before the policy's (rule 9). */
  readonly ownRule: TermRule | null;
  /** Where the own rule stands: the deadline names it. */
  readonly ownRuleSource?: Source | null;
  /** Whose holidays count besides the nationwide ones (rule 5); null: nationwide only. */
  readonly land: Land | null;
  /** First day of the contract. */
  readonly start: Day;
  readonly asOf: Day;
  /** Day of receipt; may lie before the start (rule 7). Null: no notice was given. */
  readonly noticeReceivedOn: Day | null;
}

/** Days are null where the rule knows none: see each. */
export interface TermAnswer {
  /**
   * End of the term running on `asOf`, or of the first one before the start. To a year's end: 31 December of `asOf`'s year, or of the
   * start's if that is later. Null to a month's end, after an unknown rule's minimum, and once a noticed contract has ended.
   */
  readonly termEndsOn: Day | null;
  /** Earliest end whose last day of receipt is not before `asOf`. Null with a notice, or where the rule is unknown. */
  readonly cancellableTo: Day | null;
  /** Last day on which a notice to `cancellableTo` can be received. Never moved by weekends or holidays (rule 6). */
  readonly noticeDueOn: Day | null;
  /** Business day by which a letter should be sent to arrive by `noticeDueOn` (rule 6). */
  readonly sendByOn: Day | null;
  /** With a notice: the earliest end it is in time for. */
  readonly endsOn: Day | null;
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly derivation: readonly Reason[];
}

/**
 * When a contract can end and by when notice has to be received, or with a notice when it ends. Takes ISO days; `asOf` may lie before the
 * start. Refuses (with the field of a calculator request as `path`) a term that was not chosen or is not offered, a notice to a contract
 * whose rule is unknown, and every question about a contract that lapses by itself. Rules 1 to 10 of "Terms, notice and ends".
 */
export function termsOf(question: TermQuestion): TermAnswer | Refusal {
  const rule = ruleOf(question);
  if (isRefusal(rule)) return rule;
  const asOf = dayNumberOf(question.asOf);
  if (rule === null) return answerWithoutRule(question, asOf);
  const running: Running = { rule, start: dayNumberOf(question.start), land: question.land };
  return question.noticeReceivedOn === null
    ? answerBeforeNotice(question, running, asOf)
    : answerAfterNotice(question, running, asOf, dayNumberOf(question.noticeReceivedOn));
}

/**
 * The rule that holds for a contract: its own before the policy's (rule 9); null where the paper states none. Refuses a chosen term that
 * is missing or not offered, and a contract that lapses without notice.
 */
export function ruleOf(question: Pick<TermQuestion, "policy" | "termMonths" | "ownRule">): TermRule | null | Refusal {
  const { policy, termMonths, ownRule } = question;
  if (policy.kind === "lapses")
    return refuse(
      ownRule === null ? "lapses-without-notice" : "rule-not-for-lapsing",
      {},
      ownRule === null ? "policy" : "rule",
    );
  if (policy.kind !== "chosen-term" && termMonths !== null) return refuse("term-not-for-policy", {}, "termMonths");
  if (policy.kind === "chosen-term" && termMonths !== null && !policy.allowedMonths.includes(termMonths)) {
    return refuse("term-length-not-offered", { termMonths, allowed: policy.allowedMonths.join(", ") }, "termMonths");
  }
  if (ownRule !== null) return ownRule;
  switch (policy.kind) {
    case "rule":
      return policy.rule;
    case "unknown":
      return null;
    case "chosen-term":
      return termMonths === null
        ? refuse("term-not-chosen", { allowed: policy.allowedMonths.join(", ") }, "termMonths")
        : { ...policy.rule, minimumMonths: termMonths };
  }
}

/** Where the rule of a contract stands: its own source before the policy's. */
export function sourceOf({ policy, ownRule, ownRuleSource }: TermQuestion): Source | undefined {
  return ownRule === null ? policy.source : (ownRuleSource ?? undefined);
}

function answerBeforeNotice(question: TermQuestion, running: Running, asOf: DayNumber): TermAnswer {
  const end = possibleEndFrom(running, reachOf(running, asOf));
  const due = lastReceipt(running, end);
  const sendBy = sendByFor(running, end);
  return {
    termEndsOn: dayOrNull(runningTermEnd(running, asOf)),
    cancellableTo: formatDay(end),
    noticeDueOn: formatDay(due),
    sendByOn: formatDay(sendBy),
    endsOn: null,
    assumptions: assumptionsOf(question, running.rule),
    hints: hintsOf(question, running, asOf, { due, sendBy }),
    derivation: stepsToCancellation(running, end, due, sendBy, sourceOf(question)),
  };
}

function answerAfterNotice(
  question: TermQuestion,
  running: Running,
  asOf: DayNumber,
  receivedOn: DayNumber,
): TermAnswer {
  const reach = reachOf(running, receivedOn);
  const end = possibleEndFrom(running, reach);
  return {
    termEndsOn: asOf > end ? null : dayOrNull(runningTermEnd(running, asOf)),
    cancellableTo: null,
    noticeDueOn: null,
    sendByOn: null,
    endsOn: formatDay(end),
    assumptions: assumptionsOf(question, running.rule),
    hints: hintsAfterNotice(question, running, asOf, end),
    derivation: stepsToNoticedEnd(running, receivedOn, reach, end, sourceOf(question)),
  };
}

/** The paper states a minimum at most: its end is a date, everything after it is unknown. */
function answerWithoutRule(question: TermQuestion, asOf: DayNumber): TermAnswer | Refusal {
  const { policy, noticeReceivedOn } = question;
  if (policy.kind !== "unknown") throw new RangeError(`policy ${policy.id} has a rule`);
  if (noticeReceivedOn !== null) return refuse("rule-unknown", {}, "rule");
  const start = dayNumberOf(question.start);
  const first = termEnd(start, policy.minimumMonths);
  return {
    termEndsOn: asOf <= first ? formatDay(first) : null,
    cancellableTo: null,
    noticeDueOn: null,
    sendByOn: null,
    endsOn: null,
    assumptions: readingsWithoutRule(policy),
    hints: statuteHints(policy.statutes, first, asOf),
    derivation: stepsInUnknownMinimum(start, policy.minimumMonths, first, policy.source),
  };
}

/** End of the term running on `asOf` or of the first one before the start; null where no term runs (a month's end). */
function runningTermEnd(running: Running, asOf: DayNumber): DayNumber | null {
  switch (running.rule.to) {
    case "term-end":
      return possibleEndFrom(running, asOf);
    case "month-end":
      return null;
    case "year-end":
      return yearEndOf(Math.max(asOf, running.start));
  }
}

function dayOrNull(day: DayNumber | null): Day | null {
  return day === null ? null : formatDay(day);
}
