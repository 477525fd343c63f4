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

/** Users one after the other who cost the same for the same reasons. */
export interface FoldedStep extends Omit<ShownStep, "user"> {
  readonly from: number;
  readonly to: number;
}

/** Steps with their repetitions folded: a thousand users are a handful of rows, and what happens stands out. */
export function folded(steps: readonly ShownStep[]): FoldedStep[] {
  const rows: FoldedStep[] = [];
  for (const { user, ...step } of steps) {
    const last = rows.at(-1);
    if (last !== undefined && isAlike(last, step)) rows[rows.length - 1] = { ...last, to: user };
    else rows.push({ ...step, from: user, to: user });
  }
  return rows;
}

function isAlike(left: Omit<ShownStep, "user">, right: Omit<ShownStep, "user">): boolean {
  const key = ({ costs, beyond, hurts, reasons }: Omit<ShownStep, "user">) =>
    JSON.stringify([
      [costs.oneOffCents, costs.monthlyCents, costs.yearlyCents],
      [beyond.oneOffCents, beyond.monthlyCents, beyond.yearlyCents],
      hurts,
      reasons.map(({ code }) => code),
    ]);
  return key(left) === key(right);
}
