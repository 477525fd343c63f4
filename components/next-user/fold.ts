import type { Cents } from "@/lib/domain/money";
import type { Costs } from "@/lib/domain/next-user";
import type { Reason } from "@/lib/domain/reason";

/** A step as it is shown: of one system, or of all together. */
export interface ShownStep {
  readonly user: number;
  readonly costs: Costs;
  readonly beyond: Costs;
  readonly hurts: boolean;
  readonly reasons: readonly Reason[];
}

/** Users one after the other who cost the same for the same reasons. `costs` are the least of them, `most` differs by rounding only. */
export interface FoldedStep extends Omit<ShownStep, "user"> {
  readonly from: number;
  readonly to: number;
  readonly most: Costs;
}

/** A percentage of what grows is rounded anew with each user: so many cents apart are the same price, for each system that adds up. */
const ROUNDING = 1;

/** Steps with their repetitions folded: a thousand users are a handful of rows, and what happens stands out. */
export function folded(steps: readonly ShownStep[], systems = 1): FoldedStep[] {
  const rows: FoldedStep[] = [];
  for (const { user, ...step } of steps) {
    const last = rows.at(-1);
    const together = last === undefined ? null : joined(last, step, ROUNDING * systems);
    if (last !== undefined && together !== null) rows[rows.length - 1] = { ...last, ...together, to: user };
    else rows.push({ ...step, most: step.costs, from: user, to: user });
  }
  return rows;
}

const charges = ["oneOffCents", "monthlyCents", "yearlyCents"] as const;

/** The least and the most of a row and a further step, or null where the step is another one. */
function joined(
  row: FoldedStep,
  step: Omit<ShownStep, "user">,
  tolerance: Cents,
): Pick<FoldedStep, "costs" | "most"> | null {
  const said = ({ reasons }: Pick<ShownStep, "reasons">) => reasons.map(({ code }) => code).join(" ");
  if (row.hurts !== step.hurts || said(row) !== said(step)) return null;
  const costs: Record<string, Cents | null> = {};
  const most: Record<string, Cents | null> = {};
  for (const charge of charges) {
    const [low, high, more] = [row.costs[charge], row.most[charge], step.costs[charge]];
    if (low === null || high === null || more === null) {
      if (low !== more) return null;
      costs[charge] = null;
      most[charge] = null;
      continue;
    }
    costs[charge] = Math.min(low, more);
    most[charge] = Math.max(high, more);
    if (Math.max(high, more) - Math.min(low, more) > tolerance) return null;
    const [beyond, its] = [row.beyond[charge], step.beyond[charge]];
    if (beyond === null || its === null ? beyond !== its : Math.abs(beyond - its) > tolerance) return null;
  }
  return { costs, most } as unknown as Pick<FoldedStep, "costs" | "most">;
}
