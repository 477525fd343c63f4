import type { AgreedEnd } from "@/db/queries/contracts";
import type { Day } from "@/lib/domain/dates";

export interface RunningTerm {
  readonly endsOn: Day;
  readonly months: number | null;
}

/** The agreed term that runs on a day; of several that of which the end lies furthest. */
export function runningTerm(ends: readonly AgreedEnd[], today: Day): RunningTerm | null {
  return ends.reduce<RunningTerm | null>((found, { startsOn, endsOn, months }) => {
    if (endsOn === null || startsOn > today || endsOn < today) return found;
    return found === null || endsOn > found.endsOn ? { endsOn, months } : found;
  }, null);
}
