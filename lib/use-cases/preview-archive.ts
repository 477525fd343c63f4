import { type ArchiveType, archivable } from "@/db/queries/archive";
import { contractRows } from "@/db/queries/contracts";
import { customerById } from "@/db/queries/customers";
import { decisionsOf } from "@/db/queries/decisions";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { may, type Viewer } from "@/lib/domain/viewer";
import { articleName } from "@/lib/price-lists/index";
import { isId } from "./shared/ids";
import { decisionItem } from "./shared/items";
import { staffNames } from "./shared/people";
import { bringCustomerToDay } from "./shared/refresh";
import type { DecisionItem } from "./shared/views";

/** What putting a record away would take out of the queue. */
export interface ArchivePreview {
  readonly name: string;
  readonly customer: { readonly id: string; readonly name: string };
  /** Contracts that leave the lists, the record itself not counted. */
  readonly contracts: number;
  /** Rows of the queue that would go. */
  readonly decisions: readonly DecisionItem[];
}

/** Null for an id that is none, foreign, not the viewer's to see, or archived already. */
export async function previewArchive(
  viewer: Viewer,
  { type, id }: { readonly type: ArchiveType; readonly id: string },
  today: Day,
): Promise<ArchivePreview | null> {
  if (!may(viewer, "capture-estate")) throw new Error(`archiving is not for the role ${viewer.role}`);
  if (!isId(id)) return null;
  const people = await staffNames(viewer);
  return withTenant(viewer, async (tx) => {
    const found = await archivable(tx, viewer, type, id);
    if (found === null || found.archivedAt !== null || found.withOwner) return null;
    const { customerId } = found;
    const customer = await customerById(tx, viewer, customerId);
    if (customer === null) return null;
    await bringCustomerToDay(tx, viewer, customerId, today);
    const scope = type === "customer" ? { customerIds: [id] } : { systemIds: [id] };
    const contracts = type === "contract" ? [] : await contractRows(tx, viewer.resellerId ?? "", scope);
    const rows = await decisionsOf(
      tx,
      viewer,
      type === "contract" ? { contractId: id } : { customerId, ...(type === "system" ? { systemId: id } : {}) },
    );
    const { name, vendor, sku } = found;
    return {
      name: name ?? articleName(vendor ?? "", sku ?? "", viewer.locale),
      customer: { id: customer.id, name: customer.name },
      contracts: contracts.length,
      decisions: rows.filter((row) => row.state !== "decided").map((row) => decisionItem(row, viewer, people)),
    };
  });
}
