import { customersAfter } from "@/db/queries/customers";
import { lockQueue } from "@/db/queries/derived-decisions";
import { withTenantId } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { type Changes, deriveCustomers, sumOf } from "./shared/derive";

/** Customers that one transaction takes. */
const BATCH = 200;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/**
 * Derives every row of a reseller anew from what it follows from, and writes what differs. After normal work nothing does: a difference is a
 * fault of the program that wrote it, or of the hand that changed the data. Rows keep their ids.
 */
export async function rebuildDecisions(resellerId: string, today: Day): Promise<Changes> {
  const steps: Changes[] = [];
  let after: string | undefined = BEFORE_ALL;
  while (after !== undefined) {
    const from: string = after;
    const step = await withTenantId(resellerId, async (tx) => {
      const customerIds = await customersAfter(tx, resellerId, from, BATCH);
      if (customerIds.length === 0) return { changes: sumOf([]), last: undefined };
      await lockQueue(tx, resellerId, "alone");
      const changes = await deriveCustomers(tx, resellerId, customerIds, today);
      return { changes, last: customerIds.at(-1) };
    });
    steps.push(step.changes);
    after = step.last;
  }
  return sumOf(steps);
}
