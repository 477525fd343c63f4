import type { OwnRule } from "@/db/schema";
import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import type { Interval } from "./import-policies";

/** What is there of the customers that a file names; without what was withdrawn. Made by one query for each noun. */
export interface ExistingEstate {
  readonly customers: readonly ExistingCustomer[];
  readonly systems: readonly ExistingSystem[];
  readonly licences: readonly ExistingLicence[];
  readonly purchases: readonly ExistingPurchase[];
  readonly contracts: readonly ExistingContract[];
}

export interface ExistingCustomer {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly version: number;
  readonly archived: boolean;
}

export interface ExistingSystem {
  readonly id: string;
  readonly customerId: string;
  readonly vendor: string;
  readonly name: string;
  readonly installedUsers: number | null;
  readonly installedLightUsers: number | null;
  readonly release: number | null;
  readonly serverKeySealed: string | null;
  readonly serverKeyMask: string | null;
  readonly serverKeyDigest: string | null;
  readonly version: number;
  readonly archived: boolean;
}

export interface ExistingLicence {
  readonly id: string;
  readonly customerId: string;
  readonly systemId: string;
  readonly sku: string;
  readonly licenceKeySealed: string | null;
  readonly licenceKeyMask: string | null;
  readonly licenceKeyDigest: string | null;
  readonly version: number;
  readonly archived: boolean;
}

export interface ExistingPurchase {
  readonly id: string;
  readonly licenceId: string;
  readonly purchasedOn: Day;
  readonly quantity: number;
  readonly tier: string | null;
  readonly users: number | null;
  readonly listPriceCents: Cents | null;
  readonly paidCents: Cents | null;
  readonly edition: string | null;
  readonly orderReference: string | null;
}

export interface ExistingContract {
  readonly id: string;
  readonly customerId: string;
  readonly systemId: string;
  readonly sku: string;
  readonly startsOn: Day;
  readonly termMonths: number | null;
  readonly ownRule: OwnRule | null;
  readonly billingInterval: Interval;
  readonly amountCents: Cents | null;
  readonly mainContractId: string | null;
  readonly version: number;
  readonly archived: boolean;
  /** Its position of the same article; null where it has none. */
  readonly position: {
    readonly id: string;
    readonly quantity: number;
    readonly profile: string | null;
    readonly users: number | null;
    readonly monthlyCents: Cents | null;
    readonly yearlyCents: Cents | null;
  } | null;
  /** The end of the last term that was agreed. */
  readonly termEndsOn: Day | null;
  /** The notice in force. */
  readonly noticeReceivedOn: Day | null;
}

export const nothingThere: ExistingEstate = { customers: [], systems: [], licences: [], purchases: [], contracts: [] };
