import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import type { Recommendation, Violation } from "@/lib/domain/prerequisites";
import type { Reason } from "@/lib/domain/reason";
import type { Refusal } from "@/lib/domain/refusal";
import type { ContractLine, CoverageGapView, DecisionItem } from "./shared/views";

export type { ContractLine, CoverageGapView, DecisionItem } from "./shared/views";

export interface PurchaseView {
  readonly id: string;
  readonly purchasedOn: Day;
  readonly quantity: number;
  readonly tier: string | null;
  readonly users: number | null;
  readonly edition: string | null;
  readonly orderReference: string | null;
  /** Null also where the viewer may not see purchase prices. */
  readonly listPriceCents: Cents | null;
  readonly paidCents: Cents | null;
}

export interface LicenceView {
  readonly id: string;
  readonly sku: string;
  readonly articleName: string;
  /** Sum of the purchases. */
  readonly quantity: number;
  /** The highest tier bought, where the article has tiers. */
  readonly tier: string | null;
  readonly purchases: readonly PurchaseView[];
}

/** A tiered article of a system against the users installed on it. */
export interface TierUsageView {
  readonly sku: string;
  readonly articleName: string;
  readonly mode: "purchase" | "subscription";
  readonly licensedTier: string;
  /** The last user that the licensed tier covers; null for the open tier. */
  readonly upTo: number | null;
  readonly installedUsers: number | null;
  readonly exceeded: boolean;
  /** The tier that the installed users need (exceeded), or that the next user would need (full); null otherwise. */
  readonly neededTier: string | null;
  /** What moving to `neededTier` costs after the credit; null where there is none, it is unknown, or the viewer may not see it. */
  readonly dueCents: Cents | null;
  readonly derivation: readonly Reason[];
}

export interface SystemView {
  readonly id: string;
  readonly vendor: string;
  readonly vendorName: string;
  readonly productName: string;
  readonly name: string;
  readonly installedUsers: number | null;
  readonly installedLightUsers: number | null;
  readonly release: number | null;
  readonly usage: Readonly<Record<string, number | boolean>>;
  readonly licences: readonly LicenceView[];
  readonly contracts: readonly ContractLine[];
  readonly tiers: readonly TierUsageView[];
  /** What one more user would cost over all full tiers of the system; null where nothing is full, or a figure is missing. */
  readonly nextUserCents: Cents | null;
  readonly gaps: readonly CoverageGapView[];
  readonly violations: readonly Violation[];
  readonly recommendations: readonly Recommendation[];
  readonly assumptions: readonly Reason[];
  /** The system as recorded cannot exist at all (two servers, an unknown article). */
  readonly impossible: Refusal | null;
}

export interface CustomerView {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly land: string | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly clerkName: string | null;
  readonly deputyName: string | null;
  readonly systems: readonly SystemView[];
  /** The customer's rows of the queue, decided and snoozed ones too; empty for the customer's own people. */
  readonly decisions: readonly DecisionItem[];
  readonly seesPurchasePrices: boolean;
}
