import type { AgreedEnd } from "@/db/queries/contracts";
import type { Day } from "@/lib/domain/dates";

export interface RunningTerm {
  /** The end of the cover: a renewal that is agreed already counts. */
  readonly endsOn: Day;
  /** How long the term is that runs today; its rate is that of additional licences. */
  readonly months: number | null;
}

/** Cover as agreed, to the end of the newest term, at the rate of the one that runs; null on a day on which none runs. */
export function runningTerm(ends: readonly AgreedEnd[], today: Day): RunningTerm | null {
  const agreed = ends.flatMap(({ startsOn, endsOn, months }) =>
    endsOn === null ? [] : [{ startsOn, endsOn, months }],
  );
  const byEnd = agreed.toSorted((left, right) => (left.endsOn < right.endsOn ? -1 : 1));
  const runs = byEnd.findLast(({ startsOn, endsOn }) => startsOn <= today && endsOn >= today);
  const newest = byEnd.at(-1);
  return runs === undefined || newest === undefined ? null : { endsOn: newest.endsOn, months: runs.months };
}
