import type { Day } from "./dates";
import type { Land } from "./holidays";
import type { Reason, Source } from "./reason";

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
   * `reading-order-form-before-terms`, `reading-flat-month-end`, `reading-renewed-month-end-is-term-end`, `rule-not-stated`.
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
