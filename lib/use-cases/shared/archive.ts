import { type Archivable, type ArchiveType, archivable, setArchived } from "@/db/queries/archive";
import { lockCustomer, lockQueue } from "@/db/queries/derived-decisions";
import { type Tx, withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { readReason } from "./act";
import { deriveAround, deriveCustomers, deriveSubjects } from "./derive";
import { isId } from "./ids";
import { recordChange } from "./record-change";
import { deriveStock } from "./stock";

export interface ArchiveInput {
  readonly type: ArchiveType;
  readonly id: string;
  /** May be empty. */
  readonly reason: string;
}

/**
 * Puts a record away or takes it out again, and derives anew what it takes out of the queue and of Bestand, or brings back, in the same
 * transaction. `judge` says what stands in the way.
 */
export async function moveToOrFromArchive(
  viewer: Viewer,
  input: ArchiveInput,
  verb: "archived" | "restored",
  judge: (record: Archivable) => Refusal | null,
  today: Day,
  now: Date,
): Promise<{ readonly customerId: string } | "not-found" | Refusal> {
  if (!may(viewer, "capture-estate")) return refuse("not-allowed");
  if (!isId(input.id)) return "not-found";
  const reason = input.reason.trim() === "" ? null : readReason(input.reason);
  if (isRefusal(reason)) return reason;
  const { type, id } = input;
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const seen = await archivable(tx, viewer, type, id);
    if (seen === null) return "not-found";
    const { customerId, systemId } = seen;
    await lockQueue(tx, resellerId, "shared");
    await lockCustomer(tx, resellerId, customerId);
    const found = await archivable(tx, viewer, type, id);
    if (found === null) return "not-found";
    const refused = judge(found);
    if (refused !== null) return refused;
    const contractIds = await setArchived(tx, resellerId, type, found, verb === "archived" ? now : null);
    await deriveAfter(tx, resellerId, type, found, contractIds, today);
    await recordChange(tx, viewer, {
      action: `${type}-${verb}`,
      subject: { type, id },
      of: { customerId, systemId, contractId: type === "contract" ? id : null },
      reason,
      at: now,
    });
    return { customerId };
  });
}

async function deriveAfter(
  tx: Tx,
  resellerId: string,
  type: ArchiveType,
  { id, customerId, systemId }: Archivable,
  contractIds: readonly string[],
  today: Day,
): Promise<void> {
  if (type === "customer") {
    await deriveStock(tx, resellerId, { customerIds: [customerId] }, today);
    await deriveCustomers(tx, resellerId, [customerId], today);
  } else if (type === "system") {
    await deriveStock(tx, resellerId, { systemIds: [id] }, today);
    await deriveSubjects(tx, resellerId, { contractIds, systemIds: [id], customerIds: [] }, today);
  } else await deriveAround(tx, resellerId, { id, systemId: systemId ?? "" }, today);
}
