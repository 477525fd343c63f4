import { withTenantId } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { type Changes, sumOf } from "./shared/derive";
import { bringStockOn } from "./shared/stock";

/** Brings all of Bestand to the day, in steps of one transaction each. What a reading page does in one bounded step, this does to the end. */
export async function refreshStock(resellerId: string, today: Day): Promise<Changes> {
  const steps: Changes[] = [];
  for (let more = true; more; ) {
    const step = await withTenantId(resellerId, (tx) => bringStockOn(tx, resellerId, today));
    steps.push(step);
    more = step.more;
  }
  return sumOf(steps);
}
