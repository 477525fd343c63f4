import { customerToChange, isNumberTaken, setCustomer } from "@/db/queries/capture";
import { lockCustomer, lockQueue } from "@/db/queries/derived-decisions";
import { withTenant } from "@/db/tenant";
import { differences } from "@/lib/domain/audit";
import { type CustomerFields, faultsOfCustomer, tidyCustomer } from "@/lib/domain/customer-fields";
import type { Day } from "@/lib/domain/dates";
import { isRefusal, type Refusal, type Refusals, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { readReason } from "./shared/act";
import { type Conflict, conflictOf } from "./shared/conflict";
import { deriveCustomers } from "./shared/derive";
import { isId } from "./shared/ids";
import { clerkIdsOf, staffNames, withNames } from "./shared/people";
import { recordChange } from "./shared/record-change";
import { deriveStock } from "./shared/stock";

export interface CustomerChange {
  readonly customerId: string;
  /** As the person saw it. */
  readonly version: number;
  /** `corrected`: it had been recorded wrongly, and the reason says why. */
  readonly how: "changed" | "corrected";
  readonly reason?: string;
  /** What is absent stays. */
  readonly set: Partial<CustomerFields>;
}

/**
 * Changes or corrects what is recorded of a customer, and derives anew what shows his name, number or clerk. Where somebody else has saved
 * something meanwhile, nothing is saved and the difference is told. Saving what is there already changes nothing.
 */
export async function changeCustomer(
  viewer: Viewer,
  input: CustomerChange,
  today: Day,
  now: Date,
): Promise<{ readonly version: number } | Conflict | "not-found" | Refusal | Refusals> {
  if (!may(viewer, "capture-estate")) return refuse("not-allowed");
  if (!isId(input.customerId)) return "not-found";
  const reason = input.how === "corrected" ? readReason(input.reason ?? "") : null;
  if (isRefusal(reason)) return reason;
  const set = tidyCustomer(input.set);
  const people = await staffNames(viewer);
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const seen = await customerToChange(tx, viewer, input.customerId);
    if (seen === null) return "not-found";
    await lockQueue(tx, resellerId, "shared");
    await lockCustomer(tx, resellerId, seen.id);
    const found = await customerToChange(tx, viewer, input.customerId);
    if (found === null) return "not-found";
    const { id, version, ...before } = found;
    const changed = differences({ ...before }, { ...before, ...set });
    if (changed === null) return { version };
    const after = changed.after as Partial<CustomerFields>;
    const faults = faultsOfCustomer(after, clerkIdsOf(people), { ...before, ...set });
    if (faults !== null) return faults;
    if (version !== input.version) return conflictOf(version, changed);
    if (set.number !== undefined && (await isNumberTaken(tx, resellerId, set.number, id)))
      return refuse("customer-number-taken", { number: set.number }, "number");
    if (!(await setCustomer(tx, resellerId, found, after))) throw new Error("a customer changed under its lock");
    await deriveStock(tx, resellerId, { customerIds: [id] }, today);
    await deriveCustomers(tx, resellerId, [id], today);
    await recordChange(tx, viewer, {
      action: input.how === "corrected" ? "customer-corrected" : "customer-changed",
      subject: { type: "customer", id },
      of: { customerId: id },
      before: withNames(changed.before, people),
      after: withNames(changed.after, people),
      reason,
      at: now,
    });
    return { version: version + 1 };
  });
}
