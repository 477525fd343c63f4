import { type ContractFacts, questionOf } from "./contract-facts";
import { type Day, dayAfter, FIRST_DAY } from "./dates";
import { windows } from "./decisions";
import { isRefusal } from "./refusal";
import { ruleOf, type TermAnswer, type TermPolicy, type TermQuestion, type TermRule, termsOf } from "./terms";
import { isRolling, minimumEndsOn, nextPossibleEndAfter } from "./terms-timeline";

/** A contract's rule at work: what it is, what to ask it, and the first end that it allows. */
export interface KnownRule {
  readonly rule: TermRule;
  readonly question: TermQuestion;
  /** The first end that is possible at all: the minimum's, or the first after the start. */
  readonly firstEnd: Day;
}

/** Null where the paper states no rule and the contract has none of its own, or where what is recorded fits no rule. */
export function knownRule(contract: ContractFacts & { readonly policy: TermPolicy }, today: Day): KnownRule | null {
  const question = questionOf(contract, today);
  const rule = ruleOf(question);
  if (rule === null || isRefusal(rule)) return null;
  const firstEnd = nextPossibleEndAfter(question, dayAfter(contract.startsOn, -1));
  return firstEnd === null ? null : { rule, question, firstEnd };
}

/** An end that is possible, the last day of receipt for it, and the day to send by. */
export interface Deadline {
  readonly cancellableTo: Day;
  readonly noticeDueOn: Day;
  readonly sendByOn: Day;
}

/** The deadline that is next on `asOf`. */
export function deadlineOn(known: KnownRule, asOf: Day): Deadline {
  const answer = termsOf({ ...known.question, asOf }) as TermAnswer;
  const { cancellableTo, noticeDueOn, sendByOn } = answer;
  if (cancellableTo === null || noticeDueOn === null || sendByOn === null)
    throw new RangeError("a known rule has dates");
  return { cancellableTo, noticeDueOn, sendByOn };
}

/** Whether an end is no event of its own: it can come every month, and it is not the end of a minimum worth a notice. */
export function isFoldable({ rule, firstEnd }: KnownRule, end: Day): boolean {
  return isRolling(rule) && (end !== firstEnd || rule.minimumMonths < windows.minimumMonthsWorthANotice);
}

/** The day from which a contract counts as one that can end every month: after the last receipt for its minimum's end, else its start. */
export function rollingSince(contract: ContractFacts, known: KnownRule): Day {
  const minimum = minimumEndsOn(known.question);
  if (minimum === null || known.rule.minimumMonths < windows.minimumMonthsWorthANotice) return contract.startsOn;
  return dayAfter(deadlineOfFirstEnd(known), 1);
}

/** The last receipt for the first end. A notice period longer than the calendar makes that end unreachable: then the end itself counts. */
function deadlineOfFirstEnd(known: KnownRule): Day {
  const first = deadlineOn(known, FIRST_DAY);
  return first.cancellableTo === known.firstEnd ? first.noticeDueOn : known.firstEnd;
}
