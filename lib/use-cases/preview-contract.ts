import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import { isRefusal, isRefusals, type Refusal, type Refusals, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { articleName } from "@/lib/price-lists/index";
import { type ExplainedDates, explainedDates } from "./shared/explained";
import { contractFactsFrom } from "./shared/facts";
import { meantContract, type NewContract } from "./shared/meant-contract";
import { pricedSystem } from "./shared/system-at-hand";

export type { ExplainedDates } from "./shared/explained";

/** The contract that would be recorded. Nothing is saved. */
export interface ContractPreview extends ExplainedDates {
  readonly articleName: string;
  readonly startsOn: Day;
  readonly quantity: number;
  readonly billingParty: "vendor" | "reseller";
  readonly billingInterval: "month" | "quarter" | "year";
  /** Per interval; null is unknown. */
  readonly amountCents: Cents | null;
  /** The amount was given, and not taken from the list. */
  readonly amountGiven: boolean;
  /** The edition whose rule and prices hold on the first day; null where none is named. */
  readonly edition: string | null;
  /** Whether the amount, if it is not given, is by a price of the reseller's own. */
  readonly ownPrice: boolean;
  readonly notes: readonly Refusal[];
}

const NOBODY = "00000000-0000-7000-8000-000000000000";

/** What a contract would come to: its policy, its dates and how they come about, its amount. Refused as in `createContract`. */
export async function previewContract(
  viewer: Viewer,
  input: NewContract,
  today: Day,
): Promise<ContractPreview | "not-found" | Refusal | Refusals> {
  if (!may(viewer, "capture-estate")) return refuse("not-allowed");
  return withTenant(viewer, async (tx) => {
    const system = await pricedSystem(tx, viewer, input.systemId, today);
    if (system === null) return "not-found";
    const meant = meantContract(system, input, today);
    if (isRefusal(meant) || isRefusals(meant)) return meant;
    const { what, notes } = meant;
    const { sku, policyId, termMonths, startsOn, billingInterval, amountCents, quantity, edition, ownPrice } = what;
    const billingParty = input.billingParty ?? what.billingParty;
    const { id: systemId, customerId, vendor, name: systemName } = system.row;
    const row = {
      ...{ id: NOBODY, customerId, clerkId: null, systemId, systemName, vendor, sku, policyId, termMonths },
      ...{ ownRule: null, land: input.land ?? null, startsOn, billingParty, billingInterval, amountCents },
      ...{ mainContractId: null, version: 1 },
    };
    const nothing = { notices: [], systems: [], ends: [], purchases: [], prices: [], records: [] };
    const [facts] = contractFactsFrom({ contracts: [row], ...nothing }, today);
    if (facts === undefined) throw new Error("a contract without facts");
    const explained = explainedDates({ row, facts }, today);
    const endsOn = what.term?.endsOn ?? null;
    return {
      ...explained,
      dates: endsOn === null ? explained.dates : { ...explained.dates, termEndsOn: endsOn, endsOn },
      articleName: articleName(vendor, sku, viewer.locale),
      ...{ startsOn, quantity, billingParty, billingInterval, amountCents, edition, ownPrice, notes },
      amountGiven: input.amountCents !== undefined || input.unitPriceCents !== undefined,
    };
  });
}
