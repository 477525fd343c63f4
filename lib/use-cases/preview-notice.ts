import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import type { Reason } from "@/lib/domain/reason";

/** What a notice would bring about that is received on a day. Nothing is recorded. */
export interface NoticePreview {
  readonly contractId: string;
  readonly articleName: string;
  readonly receivedOn: Day;
  readonly endsOn: Day;
  /** The last day of receipt for this same end. */
  readonly noticeDueOn: Day | null;
  /** The end before, which this notice is too late for, where one has just been missed. */
  readonly missedEndsOn: Day | null;
  /** Charges that still fall due from `receivedOn` to `endsOn`. */
  readonly remainingCents: Cents | null;
  /** Contracts that end with this one. */
  readonly parts: readonly { readonly contractId: string; readonly articleName: string; readonly endsOn: Day }[];
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly derivation: readonly Reason[];
}
