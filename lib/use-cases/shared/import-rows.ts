import type { PriceList } from "@/lib/domain/catalog";
import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import type { OwnPrices } from "@/lib/domain/pricing-request";
import type { RowProblem, WrittenRow } from "@/lib/import-export/read-row";
import type { Interval } from "./import-policies";

/** The customer and the system that a row is about, as far as it says something about them. */
export interface RowOwner {
  readonly customerNumber: string;
  readonly vendor: string;
  readonly systemName: string;
}

/** A purchase as a row means it. Null is unknown. */
export interface MeantPurchase {
  readonly kind: "purchase";
  readonly sku: string;
  readonly purchasedOn: Day;
  readonly quantity: number;
  readonly tier: string | null;
  readonly users: number | null;
  readonly listPriceCents: Cents | null;
  readonly paidCents: Cents | null;
  readonly edition: string | null;
}

/** A contract with its one position as a row means it. */
export interface MeantContract {
  readonly kind: "contract";
  readonly sku: string;
  readonly policyId: string;
  readonly termMonths: number | null;
  readonly startsOn: Day;
  readonly billingParty: "vendor" | "reseller";
  readonly billingInterval: Interval;
  readonly amountCents: Cents | null;
  readonly quantity: number;
  readonly profile: string | null;
  readonly users: number | null;
  readonly monthlyCents: Cents | null;
  readonly yearlyCents: Cents | null;
  readonly edition: string | null;
  /** Whether the price list's amounts are by a price of the reseller's own. */
  readonly ownPrice: boolean;
  /** Only for a contract that lapses: the term that runs. */
  readonly term: { readonly endsOn: Day; readonly months: number; readonly percentPerYear: number | null } | null;
  readonly notice: { readonly receivedOn: Day; readonly endsOn: Day } | null;
  /** The article whose contract of the same system it belongs to. */
  readonly mainSku: string | null;
}

export interface MeantRow extends RowOwner {
  readonly line: number;
  readonly written: WrittenRow;
  readonly what: MeantPurchase | MeantContract;
  readonly problems: readonly RowProblem[];
}

export interface RejectedRow {
  readonly line: number;
  readonly written: WrittenRow;
  readonly what: null;
  readonly problems: readonly RowProblem[];
}

/** What a row's meaning depends on beside itself. */
export interface MeaningContext {
  readonly today: Day;
  /** PBX users and light users of a system together, from the file or from what is there; null: unknown. */
  installedUsers(owner: RowOwner): number | null;
  ownPrices(list: PriceList, day: Day): OwnPrices | undefined;
}
