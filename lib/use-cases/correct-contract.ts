import { v7 as uuidv7 } from "uuid";
import { insertTerm, sameContract } from "@/db/queries/capture";
import { positionsOf } from "@/db/queries/contracts";
import { movePositions, setParticulars } from "@/db/queries/corrections";
import { lockCustomer, lockQueue } from "@/db/queries/derived-decisions";
import { type Tx, withTenant } from "@/db/tenant";
import { differences } from "@/lib/domain/audit";
import { type ContractParticulars, faultsOfCorrection } from "@/lib/domain/contract-correction";
import type { Day } from "@/lib/domain/dates";
import { isRefusal, type Refusal, type Refusals, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { readReason } from "./shared/act";
import { type Conflict, conflictOf } from "./shared/conflict";
import { correctedTerms, type ParticularsAtHand, particularsAtHand } from "./shared/contract-particulars";
import { deriveAround } from "./shared/derive";
import { recordChange } from "./shared/record-change";
import { withdraw } from "./shared/withdraw";

export interface ContractCorrection {
  readonly contractId: string;
  /** As the person saw it. */
  readonly version: number;
  /** What is absent stays. */
  readonly set: Partial<ContractParticulars>;
  readonly reason: string;
}

/**
 * Corrects what was recorded wrongly about a contract, with a reason: terms that were agreed are withdrawn, and stand anew; positions move with
 * the first day. Derives anew what follows from it in the same transaction. Where somebody else has saved something meanwhile, nothing is
 * saved and the difference is told. Refused as in `faultsOfCorrection`, and where the contract is there already on that day.
 */
export async function correctContract(
  viewer: Viewer,
  input: ContractCorrection,
  today: Day,
  now: Date,
): Promise<{ readonly version: number } | Conflict | "not-found" | Refusal | Refusals> {
  if (!may(viewer, "capture-estate")) return refuse("not-allowed");
  const reason = readReason(input.reason);
  if (isRefusal(reason)) return reason;
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const seen = await particularsAtHand(tx, viewer, input.contractId, today);
    if (seen === null) return "not-found";
    await lockQueue(tx, resellerId, "shared");
    await lockCustomer(tx, resellerId, seen.contract.row.customerId);
    const found = await particularsAtHand(tx, viewer, input.contractId, today);
    if (found === null) return "not-found";
    const { before, around } = found;
    const { id, customerId, systemId, version } = found.contract.row;
    const whole = { ...before, ...input.set };
    const changed = differences({ ...before }, { ...whole });
    if (changed === null) return { version };
    const after = changed.after as Partial<ContractParticulars>;
    const faults = faultsOfCorrection(after, whole, around);
    if (faults !== null) return faults;
    if (version !== input.version) return conflictOf(version, changed);
    if (after.startsOn !== undefined && (await isThere(tx, found, resellerId, after.startsOn)))
      return refuse("capture-contract-there", { startsOn: after.startsOn }, "startsOn");
    const { endsOn: _, ...set } = after;
    if (!(await setParticulars(tx, resellerId, { id, version }, set)))
      throw new Error("a contract changed under its lock");
    if (after.startsOn !== undefined) await movePositions(tx, resellerId, id, before.startsOn, after.startsOn);
    await replaceTerms(tx, viewer, found, whole, { reason, at: now });
    await deriveAround(tx, resellerId, { id, systemId }, today);
    await recordChange(tx, viewer, {
      action: "contract-corrected",
      subject: { type: "contract", id },
      of: { customerId, systemId, contractId: id },
      ...changed,
      reason,
      at: now,
    });
    return { version: version + 1 };
  });
}

/** Whether the system has the same contract with that first day already. */
async function isThere(tx: Tx, { contract }: ParticularsAtHand, resellerId: string, startsOn: Day): Promise<boolean> {
  const { id, systemId, sku } = contract.row;
  const [first] = await positionsOf(tx, resellerId, id);
  return (await sameContract(tx, resellerId, { systemId, sku, startsOn, profile: first?.profile ?? null })) !== null;
}

/** What was agreed is never changed: the wrong row is withdrawn, the right one added. */
async function replaceTerms(
  tx: Tx,
  viewer: Viewer,
  { terms, before, contract }: ParticularsAtHand,
  whole: ContractParticulars,
  by: { readonly reason: string; readonly at: Date },
): Promise<void> {
  const replaced = correctedTerms(terms, before, whole);
  const { customerId } = contract.row;
  await withdraw(
    tx,
    viewer,
    replaced.map(({ was }) => ({ type: "term" as const, id: was.id, customerId })),
    by,
  );
  for (const { was, is } of replaced)
    await insertTerm(tx, { ...was, ...is, id: uuidv7(), recordedBy: viewer.personId, recordedAt: by.at });
}
