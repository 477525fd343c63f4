import type { Day } from "@/lib/domain/dates";

/**
 * A notice, or what followed it. `expectedEndsOn` is the end that the person saw in the preview: where the notice would bring about another
 * one, it is refused (`end-changed`).
 */
export type NoticeInput = {
  readonly contractId: string;
  readonly receivedOn: Day;
  readonly channel: "email" | "fax" | "letter" | "portal";
  readonly note?: string;
} & (
  | { readonly kind: "notice"; readonly expectedEndsOn?: Day }
  | { readonly kind: "confirmation" | "withdrawal"; readonly noticeId: string }
);

export interface RecordedNotice {
  readonly noticeId: string;
  /** The end that holds for the contract now; null after a withdrawal. */
  readonly endsOn: Day | null;
}
