import { v7 as uuidv7 } from "uuid";
import { insertPosition } from "@/db/queries/capture";
import { endPosition, setParticulars, setPosition } from "@/db/queries/corrections";
import { lockCustomer, lockQueue } from "@/db/queries/derived-decisions";
import { withTenant } from "@/db/tenant";
import { type Day, dayAfter } from "@/lib/domain/dates";
import { isRefusal, isRefusals, type Refusal, type Refusals, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { readReason } from "./shared/act";
import { type Conflict, conflictOf } from "./shared/conflict";
import { deriveAround } from "./shared/derive";
import { meantChange, type PositionChange, positionsAtHand } from "./shared/position-change";
import { recordChange } from "./shared/record-change";

export type { PositionChange } from "./shared/position-change";

/**
 * Gives a position of a contract another quantity: from a day on, where the old one stays until the day before, or from its beginning, where it
 * had been recorded wrongly, with a reason. The contract costs what is told, or what the price list says. Derives anew what follows from it.
 * Where somebody else has saved something meanwhile, nothing is saved. Refused as in `meantChange`.
 */
export async function changePosition(
  viewer: Viewer,
  input: PositionChange & {
    /** The contract's, as the person saw it. */
    readonly version: number;
    readonly reason: string;
  },
  today: Day,
  now: Date,
): Promise<{ readonly version: number } | Conflict | "not-found" | Refusal | Refusals> {
  if (!may(viewer, "capture-estate")) return refuse("not-allowed");
  const reason = input.how === "corrected" ? readReason(input.reason) : input.reason.trim() || null;
  if (isRefusal(reason)) return reason;
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const seen = await positionsAtHand(tx, viewer, input.contractId, today);
    if (seen === null) return "not-found";
    await lockQueue(tx, resellerId, "shared");
    await lockCustomer(tx, resellerId, seen.contract.row.customerId);
    const found = await positionsAtHand(tx, viewer, input.contractId, today);
    if (found === null) return "not-found";
    const meant = meantChange(found, input, today);
    if (isRefusal(meant) || isRefusals(meant)) return meant;
    const { id, customerId, systemId, version } = found.contract.row;
    const { position, what, amountCents, changed } = meant;
    if (changed === null) return { version };
    if (version !== input.version) return conflictOf(version, changed);
    const { quantity, users, monthlyCents, yearlyCents, edition } = what;
    const booked = { quantity, users, monthlyCents, yearlyCents, edition };
    const { fromOn } = input;
    const isNew = input.how === "changed" && fromOn !== null;
    const positionId = isNew ? uuidv7() : position.id;
    if (isNew) {
      await endPosition(tx, resellerId, position.id, dayAfter(fromOn, -1));
      const { sku, profile } = position;
      const row = { resellerId, id: positionId, customerId, contractId: id, sku, profile, fromOn, ...booked };
      await insertPosition(tx, row);
    } else await setPosition(tx, resellerId, position.id, booked);
    if (!(await setParticulars(tx, resellerId, { id, version }, { amountCents })))
      throw new Error("a contract changed under its lock");
    await deriveAround(tx, resellerId, { id, systemId }, today);
    await recordChange(tx, viewer, {
      action: `position-${input.how}`,
      subject: { type: "position", id: positionId },
      of: { customerId, systemId, contractId: id },
      before: changed.before,
      after: isNew ? { ...changed.after, fromOn } : changed.after,
      reason,
      at: now,
    });
    return { version: version + 1 };
  });
}
