import type { Mode } from "./catalog";
import type { Day } from "./dates";
import type { Cents } from "./money";
import type { Costs } from "./next-user-costs";
import type { ViolationKind } from "./prerequisites";
import type { SystemHoldings, SystemUsage } from "./prerequisites-rules";
import type { LinePrice, QuoteItem } from "./pricing";
import type { Reason } from "./reason";
import type { ListPrices } from "./system-price";

/** Why a system may not stand as it would: a prerequisite, an exclusion, a limit, or a condition of the price list. */
export interface Obstacle extends Reason {
  readonly sku: string;
  readonly kind: ViolationKind | "condition";
}

/** A request to the calculator that answers with the figures shown. */
export type CalcDraft =
  | { readonly op: "price"; readonly vendor: string; readonly items: readonly QuoteItem[] }
  | { readonly op: "check"; readonly vendor: string; readonly system: SystemHoldings; readonly usage: SystemUsage }
  | {
      readonly op: "tier-upgrade";
      readonly vendor: string;
      readonly sku: string;
      readonly fromUsers: number;
      readonly toUsers: number;
      readonly paidCents?: Cents;
    }
  | {
      readonly op: "up2date-additional";
      readonly add: SystemHoldings;
      readonly priceListCents: ListPrices;
      readonly percentPerYear: number;
      readonly purchasedOn: Day;
      readonly currentEnd: Day;
    }
  | {
      readonly op: "up2date";
      readonly case: "new";
      readonly system: SystemHoldings;
      readonly priceListCents: ListPrices;
      readonly years: number;
      readonly startsOn: Day;
    };

/** `wish`: asked for. `needed`: what the wish cannot do without. `tier`: what the installed users move on what is owned. */
export interface AdditionLine extends Costs {
  readonly part: "wish" | "needed" | "tier";
  readonly sku: string;
  readonly profile: string | null;
  readonly mode: Mode | null;
  readonly termMonths: number | null;
  /** Licences, packs, blocks of minutes. */
  readonly quantity: number;
  readonly tier: string | null;
  /** Turns a licence, or a tier, that is there into another. */
  readonly isUpgrade: boolean;
  readonly prices: readonly LinePrice[];
  /** What was taken off for the tier that is owned. */
  readonly creditCents: Cents | null;
  readonly sample: boolean;
  /** Nobody knows the price from so many on: to be asked for. */
  readonly onRequest: boolean;
  /** The code of the reason for which this price needs a recorded override before it goes on a quote. */
  readonly needsOverride: string | null;
  /** Why it is needed: the obstacles that come back without it. */
  readonly because: readonly Reason[];
  readonly derivation: readonly Reason[];
}

/** The whole-company discount as it stands; `totalCents` is what it takes off a month, 0 where it does not hold. */
export interface DiscountStanding {
  readonly holds: boolean;
  readonly units: number;
  readonly unitCents: Cents;
  readonly totalCents: Cents;
}

/** A tiered article against the users that would be installed. Amounts are whole cents for all its units, null is unknown. */
export interface TierEffect {
  readonly sku: string;
  readonly mode: Mode;
  readonly licensedTier: string;
  readonly upTo: number | null;
  /** The tier that the users would need; null where the licensed one does. */
  readonly neededTier: string | null;
  /** It is exceeded by the users who are installed today. */
  readonly exceededBefore: boolean;
  /** It moves with the users asked for; only then is it part of the sums. */
  readonly moves: boolean;
  readonly dueCents: Cents | null;
  readonly derivation: readonly Reason[];
}

/** Maintenance of the whole system: what taking the added licences in costs until its end, and its next renewal before and after. */
export type MaintenanceEffect =
  | {
      readonly kind: "running";
      readonly currentEnd: Day;
      /** Of the running term; null where its length is none that the list knows. */
      readonly percentPerYear: number | null;
      readonly remainingMonths: number;
      /** Null where a list price, or the percentage, is unknown. */
      readonly amountCents: Cents | null;
      /** For as many years as the running term. */
      readonly renewal: {
        readonly years: number;
        readonly beforeCents: Cents | null;
        readonly afterCents: Cents | null;
      } | null;
      readonly sample: boolean;
      readonly derivation: readonly Reason[];
    }
  | { readonly kind: "lapsed"; readonly currentEnd: Day }
  | { readonly kind: "never" };

/** One way to grant a wish: with the smallest basket that works, or another. */
export interface Variant {
  /** Articles added beyond the wish, all units together. */
  readonly units: number;
  readonly lines: readonly AdditionLine[];
  /** Obstacles that no addition removes: it cannot be ordered so. */
  readonly remaining: readonly Obstacle[];
  /** A further server beside one that stands: by the letter the fewest licences, rarely what is meant. */
  readonly secondServer: boolean;
  /** Everything that the change costs: its lines, what it changes on what is booked, and the maintenance of what is added. */
  readonly totals: Costs;
  /** Of that what becomes dearer or cheaper on what is booked already. */
  readonly onBooked: Costs;
  /** The whole booking; null where nothing is booked by the month or year. */
  readonly booking: { readonly before: Costs; readonly after: Costs } | null;
  /** Null where the list has no such discount. */
  readonly discount: { readonly before: DiscountStanding; readonly after: DiscountStanding } | null;
  /** Null where the vendor sells none for whole systems. */
  readonly maintenance: MaintenanceEffect | null;
  /** What happens to what is there: a step of the price, a discount, a plan that covers nothing. */
  readonly effects: readonly Reason[];
  readonly recommendations: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly assumptions: readonly Reason[];
  readonly requests: readonly CalcDraft[];
}

export interface Addition {
  /** What is wrong already, before the wish. */
  readonly brokenBefore: readonly Obstacle[];
  /** What stands against the wish alone. */
  readonly obstacles: readonly Obstacle[];
  readonly tiers: readonly TierEffect[];
  /** The smallest that works first; at most four. */
  readonly variants: readonly Variant[];
}
