import type { Day } from "@/lib/domain/dates";

export interface CustomerFilter {
  /** Looked for at the beginning of the number, and anywhere in the name. */
  readonly search?: string;
  readonly cursor?: string;
  /** 1 to 200; 50 unless told. */
  readonly limit?: number;
}

export interface CustomerItem {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly land: string | null;
  readonly clerkName: string | null;
  readonly systemCount: number;
  readonly contractCount: number;
  /** Open rows of the queue, counted up to 100. */
  readonly openDecisions: number;
  /** The send-by day, or deadline, of the next of them. */
  readonly nextDueOn: Day | null;
}

export interface CustomerPage {
  readonly items: readonly CustomerItem[];
  readonly next: string | null;
}
