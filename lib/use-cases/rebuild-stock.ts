import { customersAfter } from "@/db/queries/customers";
import { lockQueue } from "@/db/queries/derived-decisions";
import { markInStock } from "@/db/queries/derived-stock";
import { withTenantId } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { type Changes, sumOf } from "./shared/derive";
import { deriveStock } from "./shared/stock";

/** Customers that one transaction takes. */
const BATCH = 200;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/** Derives every row of a reseller's Bestand anew and writes what differs. After normal work nothing does. */
export async function rebuildStock(resellerId: string, today: Day): Promise<Changes> {
  const steps: Changes[] = [];
  let after: string | undefined = BEFORE_ALL;
  while (after !== undefined) {
    const from: string = after;
    after = await withTenantId(resellerId, async (tx) => {
      const customerIds = await customersAfter(tx, resellerId, from, BATCH);
      if (customerIds.length === 0) return undefined;
      await lockQueue(tx, resellerId, "alone");
      steps.push(await deriveStock(tx, resellerId, { customerIds }, today));
      await markInStock(tx, resellerId, customerIds);
      return customerIds.at(-1);
    });
  }
  return sumOf(steps);
}
