import type { PriceList } from "./catalog";
import type { CoveredLicence, SupportPlan } from "./coverage";
import type { Day } from "./dates";
import type { Cents } from "./money";
import type { SystemHoldings } from "./prerequisites-rules";
import type { OwnPrices, QuoteItem } from "./pricing";
import type { Reason } from "./reason";
import { lapseSavings, lengthSavings } from "./savings-maintenance";
import { largerQuantitySavings } from "./savings-quantity";
import { planSavings, purchaseSavings } from "./savings-single";
import type { ListPrices } from "./system-price";
import type { SystemAtList } from "./up2date";

/**
 * `larger-quantity`: more units cost less in all. `purchase`: bought instead of subscribed. `maintenance-length`: maintenance for more years
 * at once. `maintenance-lapse`: no maintenance, and the way back in later. `plan-after-modules`: a support plan that covers no module,
 * because all of them are older.
 */
export const savingKinds = [
  "larger-quantity",
  "purchase",
  "maintenance-length",
  "maintenance-lapse",
  "plan-after-modules",
] as const;
export type SavingKind = (typeof savingKinds)[number];

/** A request to the calculator: what it answers to both drafts of a saving holds the saving's figures. */
export type SavingDraft =
  | { readonly op: "price"; readonly vendor: string; readonly items: readonly QuoteItem[] }
  | {
      readonly op: "up2date";
      readonly case: "renewal";
      readonly system: SystemHoldings;
      readonly priceListCents: ListPrices;
      readonly years: number;
      readonly asOf: Day;
      readonly currentEnd: Day;
    }
  | {
      readonly op: "one-time-upgrade";
      readonly fromRelease: number;
      readonly system: SystemHoldings;
      readonly priceListCents: ListPrices;
    };

/** What one change would bring. */
export interface SavingChoice {
  /** Less a year, above zero; half a cent up. */
  readonly yearlyCents: Cents;
  /** What the change costs once, 0 or more. */
  readonly onceCents: Cents;
  /** The first month with whose end more was saved than the change cost; null where it costs nothing. */
  readonly breakEvenMonth: number | null;
  /** Null: nothing takes its place. */
  readonly to: SavingDraft | null;
  readonly explanation: readonly Reason[];
}

export interface Saving extends SavingChoice {
  readonly kind: SavingKind;
  /** The contracts whose charges fall. */
  readonly contractIds: readonly string[];
  readonly from: SavingDraft;
  /** Other changes of the same kind that bring less; only one of them can be made. */
  readonly alternatives: readonly SavingChoice[];
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
}

/** A contract that runs, with what is booked on it (see `bookedItem`). */
export interface BookedContract {
  readonly id: string;
  readonly items: readonly QuoteItem[];
}

/** The maintenance of a system, where it has one that can be renewed. */
export interface RunningMaintenance {
  readonly contractId: string;
  readonly at: SystemAtList;
  /** Of the last term. */
  readonly years: number;
  readonly currentEnd: Day;
  /** The release that it runs; null is not recorded. */
  readonly release: number | null;
}

/** One system, or account at a vendor, with everything that is charged for it. Quantities of its contracts count together. */
export interface SavingFacts {
  readonly list: PriceList;
  readonly contracts: readonly BookedContract[];
  readonly plans: readonly SupportPlan[];
  /** Modules that a support plan could cover: bought ones by their purchases, subscribed ones by their first day. */
  readonly modules: readonly CoveredLicence[];
  readonly maintenance: RunningMaintenance | null;
  /** The reseller's own list prices, which go before the printed ones. */
  readonly own?: OwnPrices;
}

/**
 * Everything that a system's price list lets be had for less, at list prices, most euro a year first. A price that nobody knows, and a
 * contract that its list would not allow as it stands, bring no saving. Sources stand in each explanation.
 */
export function savingsOf(facts: SavingFacts, today: Day): Saving[] {
  const { list, contracts, maintenance, own } = facts;
  return [
    ...largerQuantitySavings(list, contracts, own),
    ...purchaseSavings(list, contracts, own),
    ...(maintenance === null ? [] : lengthSavings(maintenance, today)),
    ...(maintenance === null ? [] : lapseSavings(maintenance, today)),
    ...planSavings(list, facts.plans, facts.modules, today, own),
  ].sort(byEuroAYear);
}

type Yield = Pick<SavingChoice, "yearlyCents" | "onceCents">;

/** Most euro a year first, then the change that costs least. */
export function byEuroAYear(left: Yield, right: Yield): number {
  return right.yearlyCents - left.yearlyCents || left.onceCents - right.onceCents;
}
