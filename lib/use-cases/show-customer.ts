import { contractRows } from "@/db/queries/contracts";
import { customerById } from "@/db/queries/customers";
import { decisionsOf } from "@/db/queries/decisions";
import { type PurchaseRow, purchaseRows } from "@/db/queries/licences";
import { type SystemRow, systemRows } from "@/db/queries/systems";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { type SystemFacts, standingOf } from "@/lib/domain/decisions-system";
import type { Cents } from "@/lib/domain/money";
import type { Violation } from "@/lib/domain/prerequisites";
import type { Recommendation } from "@/lib/domain/prerequisites-advice";
import type { Reason } from "@/lib/domain/reason";
import { isRefusal, type Refusal } from "@/lib/domain/refusal";
import { dueOverTiers } from "@/lib/domain/tier-usage";
import { may, type Viewer } from "@/lib/domain/viewer";
import { articleName, vendors } from "@/lib/price-lists/index";
import { contractLine } from "./shared/contract-lines";
import { gapView } from "./shared/gaps";
import { isId } from "./shared/ids";
import { decisionItem } from "./shared/items";
import { contractFacts, systemFacts } from "./shared/load-facts";
import { nameOf, staffNames } from "./shared/people";
import { bringCustomerToDay } from "./shared/refresh";
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

/**
 * One customer with everything that he has. A customer's own people see their own, without what was paid and without the queue. Null for an
 * id that is none, that is foreign, or that the viewer is not to see.
 */
export async function showCustomer(viewer: Viewer, customerId: string, today: Day): Promise<CustomerView | null> {
  if (!may(viewer, "see-customer")) throw new Error(`customers are not for the role ${viewer.role}`);
  if (!isId(customerId)) return null;
  const people = await staffNames(viewer);
  const seesPrices = may(viewer, "see-purchase-prices");
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const customer = await customerById(tx, viewer, customerId);
    if (customer === null) return null;
    await bringCustomerToDay(tx, viewer, customerId, today);
    const scope = { customerIds: [customerId] };
    const contracts = await contractRows(tx, resellerId, scope);
    const facts = await contractFacts(tx, resellerId, contracts, today, seesPrices);
    const lines = contracts.flatMap((row, index) => {
      const about = facts[index];
      return about === undefined ? [] : [contractLine(row, about, viewer, today)];
    });
    const systems = await systemRows(tx, resellerId, scope);
    const systemIds = systems.map((row) => row.id);
    const standing = await systemFacts(tx, resellerId, systems, today, seesPrices);
    const purchases = await purchaseRows(tx, resellerId, systemIds, seesPrices);
    const rows = may(viewer, "see-queue") ? await decisionsOf(tx, viewer, { customerId }) : [];
    const { clerkId, deputyId, ...about } = customer;
    return {
      ...about,
      clerkName: nameOf(people, clerkId),
      deputyName: nameOf(people, deputyId),
      systems: systems.flatMap((row, index) => {
        const known = standing[index];
        if (known === undefined) return [];
        const bought = purchases.filter((purchase) => purchase.systemId === row.id);
        const own = lines.filter((line) => line.systemId === row.id);
        return [systemView(row, known, bought, own, viewer, seesPrices, today)];
      }),
      decisions: rows.map((row) => decisionItem(row, viewer, people)),
      seesPurchasePrices: seesPrices,
    };
  });
}

function systemView(
  row: SystemRow,
  facts: SystemFacts,
  bought: readonly PurchaseRow[],
  contracts: readonly ContractLine[],
  viewer: Viewer,
  seesPrices: boolean,
  today: Day,
): SystemView {
  const { tiers, check, gaps } = standingOf(facts, today);
  const known = check === null || isRefusal(check) ? null : check;
  const vendor = vendors.find(({ id }) => id === row.vendor);
  const name = (sku: string) => articleName(row.vendor, sku, viewer.locale);
  return {
    id: row.id,
    vendor: row.vendor,
    vendorName: vendor?.name ?? row.vendor,
    productName: vendor?.productName ?? row.vendor,
    name: row.name,
    installedUsers: row.installedUsers,
    installedLightUsers: row.installedLightUsers,
    release: row.release,
    usage: row.usage,
    licences: licenceViews(bought, facts, name),
    contracts,
    tiers: tiers.map((tier) => ({
      ...tier,
      articleName: name(tier.sku),
      ...(seesPrices ? {} : { dueCents: null, derivation: [] }),
    })),
    nextUserCents: seesPrices && !tiers.some((tier) => tier.exceeded) ? dueOverTiers(tiers, "full") : null,
    gaps: gaps.map((gap) => gapView(gap, row.vendor, viewer)),
    violations: known?.violations ?? [],
    recommendations: known?.recommendations ?? [],
    assumptions: known?.assumptions ?? [],
    impossible: isRefusal(check) ? check : null,
  };
}

function licenceViews(
  bought: readonly PurchaseRow[],
  facts: SystemFacts,
  name: (sku: string) => string,
): readonly LicenceView[] {
  return [...Map.groupBy(bought, (row) => row.licenceId)].flatMap(([id, rows]) => {
    const [first] = rows;
    if (first === undefined) return [];
    const tiered = facts.tiers.find((tier) => tier.sku === first.sku && tier.mode === "purchase");
    return [
      {
        id,
        sku: first.sku,
        articleName: name(first.sku),
        quantity: rows.reduce((sum, row) => sum + row.quantity, 0),
        tier: tiered?.tier ?? null,
        purchases: rows.map(({ licenceId: _, systemId: __, sku: ___, ...purchase }) => purchase),
      },
    ];
  });
}
