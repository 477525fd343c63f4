import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import type { Reason } from "@/lib/domain/reason";
import type { SavingDraft, SavingKind } from "@/lib/domain/savings";

/** Plain JSON that pages get. Amounts are whole cents net, null is unknown. */

/** A saving as the list shows it. */
export interface SavingItem {
  /** Names it in an address. */
  readonly key: string;
  readonly kind: SavingKind;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly clerkName: string | null;
  readonly systemId: string;
  readonly systemName: string;
  readonly productName: string;
  /** What to change and why it costs less; the first sentence says what. */
  readonly explanation: readonly Reason[];
  readonly yearlyCents: Cents;
  readonly onceCents: Cents;
  /** The first month with whose end more was saved than the change cost; null where it costs nothing. */
  readonly breakEvenMonth: number | null;
  /** Rests on made-up sample prices and must say so. */
  readonly sample: boolean;
  readonly effect: SavingEffect;
}

/**
 * From which day a change can take effect. `on-order`: whenever it is ordered. `after-notice`: the day after the contract's next possible
 * end; `sendByOn` is the day by which the notice must be sent. `at-renewal`: the day after the present term. `unknown`: the contract's rule is.
 */
export type SavingEffect =
  | { readonly kind: "on-order" }
  | { readonly kind: "after-notice"; readonly startsOn: Day; readonly sendByOn: Day | null }
  | { readonly kind: "at-renewal"; readonly startsOn: Day }
  | { readonly kind: "unknown" };

/** One line of a price: an article with everything that its price depends on. */
export interface DraftLine {
  readonly articleName: string;
  readonly quantity: number;
  readonly mode: "purchase" | "subscription" | null;
  readonly termMonths: number | null;
  readonly tier: string | null;
  readonly profileName: string | null;
  readonly oneOffCents: Cents | null;
  readonly monthlyCents: Cents | null;
  readonly yearlyCents: Cents | null;
}

/** A draft with what the calculator answers. `nothing`: the contract goes, and nothing takes its place. */
export type DraftView =
  | {
      readonly kind: "price";
      readonly lines: readonly DraftLine[];
      readonly totals: Pick<DraftLine, "oneOffCents" | "monthlyCents" | "yearlyCents">;
      readonly request: SavingDraft;
    }
  | {
      readonly kind: "up2date" | "one-time-upgrade";
      readonly amountCents: Cents;
      readonly basisCents: Cents;
      /** Of the basis; a year, or once. */
      readonly percent: number;
      readonly years: number | null;
      readonly fromRelease: number | null;
      readonly startsOn: Day | null;
      readonly endsOn: Day | null;
      readonly request: SavingDraft;
    }
  | { readonly kind: "nothing" };

/** A saving opened. */
export interface SavingDetail {
  readonly item: SavingItem;
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly from: DraftView;
  readonly to: DraftView;
  readonly alternatives: readonly {
    readonly yearlyCents: Cents;
    readonly onceCents: Cents;
    readonly breakEvenMonth: number | null;
    readonly explanation: readonly Reason[];
    readonly to: DraftView;
  }[];
  /** Whose charges fall, with what they are charged today. */
  readonly contracts: readonly {
    readonly id: string;
    readonly articleName: string;
    readonly amountCents: Cents | null;
    readonly billingInterval: "month" | "quarter" | "year";
  }[];
}
