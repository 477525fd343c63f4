import { contractRows } from "@/db/queries/contracts";
import { customerById } from "@/db/queries/customers";
import { decisionsOf } from "@/db/queries/decisions";
import { purchaseRows } from "@/db/queries/licences";
import { systemRows } from "@/db/queries/systems";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { may, type Viewer } from "@/lib/domain/viewer";
import { contractLine } from "./shared/contract-lines";
import { isId } from "./shared/ids";
import { decisionItem } from "./shared/items";
import { contractFacts, systemFacts } from "./shared/load-facts";
import { nameOf, staffNames } from "./shared/people";
import { bringCustomerToDay } from "./shared/refresh";
import { type SystemView, systemView } from "./shared/system-view";
import type { DecisionItem } from "./shared/views";

export type { LicenceView, PurchaseView, SystemView, TierUsageView } from "./shared/system-view";
export type { ContractLine, CoverageGapView, DecisionItem } from "./shared/views";

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
        return [systemView(row, known, bought, own, viewer, today)];
      }),
      decisions: rows.map((row) => decisionItem(row, viewer, people)),
      seesPurchasePrices: seesPrices,
    };
  });
}
