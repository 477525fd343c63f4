import type { DecisionKind } from "@/lib/domain/decisions";
import type { DecisionItem } from "./shared/views";

export type { DecisionItem, DecisionRecordView } from "./shared/views";

export interface QueueFilter {
  readonly vendor?: string;
  readonly customerId?: string;
  readonly kind?: DecisionKind;
  readonly clerkId?: string;
  /** `next` of the page before. A cursor that was tampered with begins at the start. */
  readonly cursor?: string;
  /** 1 to 200; 50 unless told. */
  readonly limit?: number;
}

export interface QueuePage {
  readonly items: readonly DecisionItem[];
  readonly next: string | null;
  /** Open rows whose send-by day, or deadline, lies before the end of the seventh day from today; counted up to 100 ("100+"). */
  readonly dueSoon: { readonly count: number; readonly more: boolean };
  /** So many rows changed with the day that not all could be brought up to date at once; reading again goes on. The rows shown are right. */
  readonly catchingUp: boolean;
  readonly filterOptions: {
    readonly vendors: readonly { readonly id: string; readonly name: string }[];
    readonly kinds: readonly DecisionKind[];
    readonly clerks: readonly { readonly id: string; readonly name: string }[];
    /** The customer that the filter names, for the sentence above the list; null where it names none, or none that the viewer may see. */
    readonly customer: { readonly id: string; readonly number: string; readonly name: string } | null;
  };
}
