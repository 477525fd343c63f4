import { type Day, dayNumberOf } from "./dates";
import type { Records } from "./decisions";
import { chargesOwed } from "./forecast";
import type { Land } from "./holidays";
import type { MaintenanceCost } from "./maintenance";
import type { Cents } from "./money";
import type { TermPolicy, TermQuestion, TermRule } from "./terms";

export type BillingInterval = "month" | "quarter" | "year";
const MONTHS: Readonly<Record<BillingInterval, number>> = { month: 1, quarter: 3, year: 12 };

/** A notice that is in force: not withdrawn. */
export interface NoticeInForce {
  readonly id: string;
  readonly receivedOn: Day;
  readonly endsOn: Day;
  readonly confirmed: boolean;
}

/** How the maintenance of a system stands, where the contract is one. */
export interface MaintenanceFacts {
  /** The end of the last term agreed for the system; null where none is recorded. */
  readonly currentEnd: Day | null;
  /** Another contract of the same system runs longer: this one has nothing left to decide. */
  readonly replaced: boolean;
  readonly years: number;
  readonly opensOn: Day | null;
  readonly cost: MaintenanceCost;
  /** Days from which the system's price may be another one (price rows with a later first day). */
  readonly priceChangesOn: readonly Day[];
}

/** Everything that the rows of one contract follow from. Days ISO, amounts whole cents, null is unknown or none. */
export interface ContractFacts {
  readonly id: string;
  readonly customerId: string;
  readonly clerkId: string | null;
  readonly systemId: string;
  readonly vendor: string;
  readonly sku: string;
  /** Null: no price list knows it, so its rule is unknown. */
  readonly policy: TermPolicy | null;
  readonly termMonths: number | null;
  readonly ownRule: TermRule | null;
  readonly land: Land | null;
  readonly startsOn: Day;
  readonly billingInterval: BillingInterval;
  /** Charge per billing interval. */
  readonly amountCents: Cents | null;
  readonly notice: NoticeInForce | null;
  /** The end of the main contract, where that has been given notice; this one ends with it. */
  readonly mainEndsOn: Day | null;
  /** Only for a policy that lapses. */
  readonly maintenance: MaintenanceFacts | null;
  readonly records: Records;
}

/** The question to the term rules, for a contract whose policy a price list knows. */
export function questionOf(contract: ContractFacts & { readonly policy: TermPolicy }, asOf: Day): TermQuestion {
  return {
    policy: contract.policy,
    termMonths: contract.termMonths,
    ownRule: contract.ownRule,
    land: contract.land,
    start: contract.startsOn,
    asOf,
    noticeReceivedOn: null,
  };
}

/** The day a contract ends on by notice, its own or its main contract's; null while none is in force. */
export function endByNotice(contract: Pick<ContractFacts, "notice" | "mainEndsOn">): Day | null {
  const own = contract.notice?.endsOn ?? null;
  const main = contract.mainEndsOn;
  if (own === null || main === null) return own ?? main;
  return own < main ? own : main;
}

/** Charges that fall due for the time after `from` up to `to`, both possible ends (forecast rule: in advance, no proration). Null: unknown. */
export function chargesBetween(
  contract: Pick<ContractFacts, "startsOn" | "billingInterval" | "amountCents">,
  from: Day,
  to: Day | null,
): Cents | null {
  if (contract.amountCents === null || to === null) return null;
  const start = dayNumberOf(contract.startsOn);
  const step = MONTHS[contract.billingInterval];
  const charges = chargesOwed(start, dayNumberOf(to), step) - chargesOwed(start, dayNumberOf(from), step);
  const cents = charges * contract.amountCents;
  return Number.isSafeInteger(cents) ? cents : null;
}

/** What a contract costs a month, half a cent up. */
export function monthlyCents(contract: Pick<ContractFacts, "billingInterval" | "amountCents">): Cents | null {
  return contract.amountCents === null ? null : Math.round(contract.amountCents / MONTHS[contract.billingInterval]);
}
