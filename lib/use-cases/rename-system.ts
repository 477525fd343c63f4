import { isSystemNameTaken, setSystemName } from "@/db/queries/capture";
import { lockCustomer, lockQueue } from "@/db/queries/derived-decisions";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { readReason } from "./shared/act";
import { faultOfSystemName } from "./shared/capture";
import { type Conflict, conflictOf } from "./shared/conflict";
import { recordChange } from "./shared/record-change";
import { deriveStock } from "./shared/stock";
import { systemAtHand } from "./shared/system-at-hand";

export interface SystemName {
  readonly systemId: string;
  /** As the person saw it. */
  readonly version: number;
  /** `corrected`: it had been recorded wrongly, and the reason says why. */
  readonly how: "changed" | "corrected";
  readonly reason: string;
  readonly name: string;
}

/**
 * Gives a system another name, or corrects the one that was recorded wrongly, and derives Bestand, which shows it. Refused: a name that the
 * customer's systems of the vendor have already (`system-name-taken`). Where somebody else has saved something meanwhile, nothing is saved.
 */
export async function renameSystem(
  viewer: Viewer,
  input: SystemName,
  today: Day,
  now: Date,
): Promise<{ readonly version: number } | Conflict | "not-found" | Refusal> {
  if (!may(viewer, "capture-estate")) return refuse("not-allowed");
  const reason = input.how === "corrected" ? readReason(input.reason) : null;
  if (isRefusal(reason)) return reason;
  const name = input.name.trim();
  const fault = faultOfSystemName(name);
  if (fault !== null) return fault;
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const seen = await systemAtHand(tx, viewer, input.systemId, today);
    if (seen === null) return "not-found";
    await lockQueue(tx, resellerId, "shared");
    await lockCustomer(tx, resellerId, seen.row.customerId);
    const found = await systemAtHand(tx, viewer, input.systemId, today);
    if (found === null) return "not-found";
    const { id, customerId, version, vendor, name: stored } = found.row;
    if (name === stored) return { version };
    const changed = { before: { name: stored }, after: { name } };
    if (version !== input.version) return conflictOf(version, changed);
    if (await isSystemNameTaken(tx, resellerId, { customerId, vendor, name }))
      return refuse("system-name-taken", { name }, "name");
    if (!(await setSystemName(tx, resellerId, { id, version }, name)))
      throw new Error("a system changed under its lock");
    await deriveStock(tx, resellerId, { systemIds: [id] }, today);
    await recordChange(tx, viewer, {
      action: `system-${input.how}`,
      subject: { type: "system", id },
      of: { customerId, systemId: id },
      ...changed,
      reason,
      at: now,
    });
    return { version: version + 1 };
  });
}
