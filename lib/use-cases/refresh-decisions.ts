import { withTenantId } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { type Changes, sumOf } from "./shared/derive";
import { REFRESH_AT_MOST, refreshStale } from "./shared/refresh";

/**
 * Brings all rows of a reseller to the day, in steps of one transaction each. What a reading page does for itself in one bounded step, a
 * nightly command does to the end.
 */
export async function refreshDecisions(resellerId: string, today: Day): Promise<Changes> {
  const steps: Changes[] = [];
  for (let more = true; more; ) {
    const step = await withTenantId(resellerId, (tx) => refreshStale(tx, resellerId, today, REFRESH_AT_MOST));
    steps.push(step);
    more = step.more;
  }
  return sumOf(steps);
}
