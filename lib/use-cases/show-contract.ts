import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import type { Reason, Source } from "@/lib/domain/reason";
import type { Refusal } from "@/lib/domain/refusal";
import type {
  ContractLine,
  CoverageGapView,
  DecisionItem,
  DecisionRecordView,
  NoticeView,
  OwnRuleView,
} from "./shared/views";

export type {
  ContractLine,
  CoverageGapView,
  DecisionItem,
  DecisionRecordView,
  NoticeView,
  OwnRuleView,
} from "./shared/views";

export interface PositionView {
  readonly id: string;
  readonly sku: string;
  readonly articleName: string;
  readonly quantity: number;
  readonly profile: string | null;
  readonly users: number | null;
  readonly fromOn: Day;
  readonly toOn: Day | null;
  readonly monthlyCents: Cents | null;
  readonly yearlyCents: Cents | null;
  readonly oneOffCents: Cents | null;
  readonly edition: string | null;
}

/** A term of the past, the present or to come. */
export interface TimelineTerm {
  readonly startsOn: Day;
  /** Null: runs on. */
  readonly endsOn: Day | null;
  /** `minimum` the first term, `renewal` a tacit renewal, `open` runs on, `agreed` a term that was agreed (Up2Date). */
  readonly kind: "minimum" | "renewal" | "open" | "agreed";
  readonly standing: "past" | "present" | "coming";
  /** The last day on which a notice to this term's end could be received. */
  readonly noticeDueOn: Day | null;
  /** What was agreed and paid for the term, where it was recorded. */
  readonly amountCents: Cents | null;
}

/** The Up2Date of a system: what renewing costs, and what it costs to miss its end. */
export interface RenewalView {
  readonly currentEnd: Day;
  readonly standing: "too-early" | "open" | "lapsed";
  /** The first day on which it may be renewed. */
  readonly opensOn: Day;
  /** As many years as the last term. */
  readonly years: number;
  readonly renewalCents: Cents | null;
  /** The OneTime Upgrade on top once it has lapsed. */
  readonly reentryCents: Cents | null;
  /** Rests on made-up sample prices and must say so. */
  readonly sample: boolean;
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly derivation: readonly Reason[];
  /** Why a figure is unknown. */
  readonly refusal: Refusal | null;
}

export interface ContractView {
  readonly contract: ContractLine;
  readonly customer: { readonly id: string; readonly number: string; readonly name: string };
  readonly land: string | null;
  /** Raised with every change; send it back with an edit. */
  readonly version: number;
  readonly policy: {
    readonly id: string;
    readonly kind: "rule" | "chosen-term" | "unknown" | "lapses";
    readonly source: Source;
  };
  readonly ownRule: OwnRuleView | null;
  readonly ownRuleHistory: readonly {
    readonly rule: OwnRuleView;
    readonly land: string | null;
    readonly byName: string | null;
    readonly recordedAt: string;
  }[];
  readonly mainContract: { readonly id: string; readonly articleName: string } | null;
  /** Flats, options and packages that end with this contract. */
  readonly parts: readonly ContractLine[];
  readonly positions: readonly PositionView[];
  readonly notices: readonly NoticeView[];
  readonly timeline: readonly TimelineTerm[];
  /** How the dates came about: inputs, steps, readings, and the law that stands beside them. */
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly derivation: readonly Reason[];
  /** Why there is no date. */
  readonly refusal: Refusal | null;
  /** The end that follows if the present deadline passes, and the charges until then. */
  readonly ifMissed: { readonly endsOn: Day; readonly costCents: Cents | null } | null;
  readonly renewal: RenewalView | null;
  readonly gaps: readonly CoverageGapView[];
  /** This contract's rows of the queue; empty for the customer's own people. */
  readonly decisions: readonly DecisionItem[];
  /** What was decided on it so far, newest first; empty for the customer's own people. */
  readonly records: readonly (DecisionRecordView & {
    readonly kind: DecisionItem["kind"];
    readonly dueOn: Day | null;
  })[];
}
