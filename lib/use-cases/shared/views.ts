import type { Day } from "@/lib/domain/dates";
import type { DecisionChoice, DecisionKind, DecisionState } from "@/lib/domain/decisions";
import type { Cents } from "@/lib/domain/money";
import type { Reason } from "@/lib/domain/reason";
import type { EndAnchor, NoticeUnit } from "@/lib/domain/terms";

/** Plain JSON that pages get. Days are ISO days, instants ISO instants, amounts whole cents net; null is unknown unless a field says otherwise. */

/** The newest act on a row, where it still answers the row's basis. */
export interface DecisionRecordView {
  readonly act: "keep" | "give-notice" | "change" | "snooze" | "undo";
  /** The row comes back by itself on this day; null: it does not. */
  readonly until: Day | null;
  readonly reason: string;
  readonly byName: string;
  readonly at: string;
}

/** One row of the queue. What `detail` holds for each kind is said in `lib/domain/decisions.ts`. */
export interface DecisionItem {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly contractId: string | null;
  readonly systemId: string | null;
  readonly systemName: string | null;
  readonly vendor: string | null;
  readonly sku: string | null;
  readonly articleName: string | null;
  /** Null: the row has no deadline. */
  readonly dueOn: Day | null;
  readonly sendByOn: Day | null;
  /** By this the queue is sorted. A day long past: at once. `2199-12-31`: at any time, after everything that has a day. */
  readonly sortOn: Day;
  readonly amountAtStakeCents: Cents | null;
  /** The amount rests on made-up sample prices and must say so. */
  readonly sample: boolean;
  readonly clerkId: string | null;
  readonly clerkName: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  /** One sentence about the row; wording by `lib/format`. */
  readonly about: Reason;
  /** What can be decided about it. */
  readonly choices: readonly DecisionChoice[];
  /** Send it back with a decision: it is refused if the row has changed meanwhile. */
  readonly basis: string;
  readonly state: DecisionState;
  readonly lastRecord: DecisionRecordView | null;
}

/** A contract's own rule with where it stands. */
export interface OwnRuleView {
  readonly minimumMonths: number;
  readonly renewalMonths: number | null;
  readonly noticeLength: number;
  readonly noticeUnit: NoticeUnit;
  readonly to: EndAnchor;
  readonly source: string;
  readonly clause: string;
}

/**
 * How a contract stands today: `not-started`, `running`, `noticed` (ends on `endsOn`), `ends-with-main` (its main contract was given
 * notice), `ended`; for a contract that lapses by itself `running` or `lapsed`.
 */
export type ContractStanding = "not-started" | "running" | "noticed" | "ends-with-main" | "ended" | "lapsed";

/** The next dates of a contract, as the term rules give them today. Null: the rule knows none, or is unknown. */
export interface ContractDates {
  readonly termEndsOn: Day | null;
  readonly cancellableTo: Day | null;
  readonly noticeDueOn: Day | null;
  readonly sendByOn: Day | null;
  /** With a notice, or with the main contract's. For a contract that lapses: the day it does. */
  readonly endsOn: Day | null;
}

export interface ContractLine {
  readonly id: string;
  readonly customerId: string;
  readonly systemId: string;
  readonly systemName: string;
  readonly vendor: string;
  readonly vendorName: string;
  readonly sku: string;
  readonly articleName: string;
  readonly policyId: string;
  readonly startsOn: Day;
  readonly termMonths: number | null;
  /** `vendor`: brokered, the customer is the vendor's party; never invoiced in the reseller's name. `reseller`: sold. */
  readonly billingParty: "vendor" | "reseller";
  readonly billingInterval: "month" | "quarter" | "year";
  /** Charge per billing interval. */
  readonly amountCents: Cents | null;
  readonly mainContractId: string | null;
  readonly standing: ContractStanding;
  /** The price list does not state how the contract ends, and no own rule is recorded. */
  readonly ruleUnknown: boolean;
  /** Can end every month. */
  readonly rolling: boolean;
  readonly dates: ContractDates;
}

/** A notice with what followed it. In force: neither withdrawn nor overtaken by an earlier one. */
export interface NoticeView {
  readonly id: string;
  readonly receivedOn: Day;
  /** `unknown`: read in from a list that does not say. */
  readonly channel: "email" | "fax" | "letter" | "portal" | "unknown";
  readonly endsOn: Day;
  readonly note: string | null;
  readonly byName: string | null;
  readonly recordedAt: string;
  readonly confirmedOn: Day | null;
  readonly withdrawnOn: Day | null;
  readonly inForce: boolean;
}

/** A gap in what a support plan or maintenance covers. Wording of `reason` by `lib/format`. */
export interface CoverageGapView {
  readonly kind: "bought-before-plan" | "lapsed" | "never-covered";
  /** The licences that are not covered; empty: the whole system. */
  readonly skus: readonly string[];
  readonly articleNames: readonly string[];
  readonly reason: Reason;
}
