import { archivedCustomers, archivedOf } from "@/db/queries/archive";
import { customerById } from "@/db/queries/customers";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { may, type Viewer } from "@/lib/domain/viewer";
import { articleName, vendors } from "@/lib/price-lists/index";
import { isId } from "./shared/ids";

/** One record that was put away, with what tells it apart from others. */
export interface ArchivedRecord {
  readonly type: "customer" | "system" | "contract";
  readonly id: string;
  readonly name: string;
  /** The customer's number, the product, or the contract's system. */
  readonly beside: string;
  /** Only of a contract. */
  readonly startsOn: Day | null;
  /** An instant. */
  readonly archivedAt: string;
}

const MOST = 500;

/** What is archived: customers (`customerId` null), or a customer's systems and contracts; the latest first. */
export async function listArchived(viewer: Viewer, customerId: string | null): Promise<readonly ArchivedRecord[]> {
  if (!may(viewer, "capture-estate")) throw new Error(`the archive is not for the role ${viewer.role}`);
  if (customerId !== null && !isId(customerId)) return [];
  return withTenant(viewer, async (tx) => {
    if (customerId === null)
      return (await archivedCustomers(tx, viewer, MOST)).map(({ id, name, number, archivedAt }) => ({
        ...{ type: "customer" as const, id, name, beside: number, startsOn: null },
        archivedAt: archivedAt.toISOString(),
      }));
    if ((await customerById(tx, viewer, customerId)) === null) return [];
    const { systems, contracts } = await archivedOf(tx, viewer.resellerId ?? "", customerId);
    return [
      ...systems.map(({ id, name, vendor, archivedAt }) => ({
        ...{ type: "system" as const, id, name, startsOn: null },
        beside: vendors.find((each) => each.id === vendor)?.productName ?? vendor,
        archivedAt: archivedAt.toISOString(),
      })),
      ...contracts.map(({ id, vendor, sku, systemName, startsOn, archivedAt }) => ({
        ...{ type: "contract" as const, id, startsOn, beside: systemName },
        name: articleName(vendor, sku, viewer.locale),
        archivedAt: archivedAt.toISOString(),
      })),
    ];
  });
}
