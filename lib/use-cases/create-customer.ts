import { v7 as uuidv7 } from "uuid";
import { insertCustomer } from "@/db/queries/capture";
import { lockQueue } from "@/db/queries/derived-decisions";
import { markInStock } from "@/db/queries/derived-stock";
import { withTenant } from "@/db/tenant";
import { type CustomerFields, faultsOfCustomer, tidyCustomer } from "@/lib/domain/customer-fields";
import type { Day } from "@/lib/domain/dates";
import { type Refusal, type Refusals, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { clerkIdsOf, staffNames, withNames } from "./shared/people";
import { recordChange } from "./shared/record-change";
import { withReseller } from "./shared/reseller-of";
import { deriveStock } from "./shared/stock";

/**
 * Records a customer. Refused: a number that another customer has, also an archived one (`customer-number-taken`); whoever is confined to some
 * customers would not see a new one (`capture-confined`).
 */
export async function createCustomer(
  viewer: Viewer,
  input: CustomerFields,
  today: Day,
  now: Date,
): Promise<{ readonly customerId: string; readonly version: number } | Refusal | Refusals> {
  if (!may(viewer, "capture-estate")) return refuse("not-allowed");
  if (viewer.customerIds !== null) return refuse("capture-confined");
  const { resellerId } = withReseller(viewer);
  const fields = tidyCustomer(input);
  const people = await staffNames(viewer);
  const faults = faultsOfCustomer(fields, clerkIdsOf(people), fields);
  if (faults !== null) return faults;
  const id = uuidv7();
  return withTenant(viewer, async (tx) => {
    await lockQueue(tx, resellerId, "shared");
    if (!(await insertCustomer(tx, { resellerId, id, ...fields, createdAt: now })))
      return refuse("customer-number-taken", { number: fields.number }, "number");
    await deriveStock(tx, resellerId, { customerIds: [id] }, today);
    await markInStock(tx, resellerId, [id]);
    await recordChange(tx, viewer, {
      action: "customer-created",
      subject: { type: "customer", id },
      of: { customerId: id },
      after: withNames({ ...fields }, people),
      at: now,
    });
    return { customerId: id, version: 1 };
  });
}
