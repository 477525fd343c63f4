import type { AgreedEnd } from "@/db/queries/contracts";
import type { Day } from "@/lib/domain/dates";

export interface RunningTerm {
  readonly endsOn: Day;
  readonly months: number | null;
}

/** Cover as agreed, to the end of the newest term; null on a day on which none runs. A renewal that is agreed already counts with its own rate. */
export function runningTerm(ends: readonly AgreedEnd[], today: Day): RunningTerm | null {
  if (!ends.some(({ startsOn, endsOn }) => startsOn <= today && endsOn !== null && endsOn >= today)) return null;
  return ends.reduce<RunningTerm | null>((newest, { endsOn, months }) => {
    if (endsOn === null || (newest !== null && endsOn <= newest.endsOn)) return newest;
    return { endsOn, months };
  }, null);
}
