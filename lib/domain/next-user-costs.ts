import type { Cents } from "./money";
import type { Reason } from "./reason";
import type { Refusal } from "./refusal";

/** What something costs by the time it falls due, in whole cents; null is unknown. */
export interface Costs {
  readonly oneOffCents: Cents | null;
  readonly monthlyCents: Cents | null;
  readonly yearlyCents: Cents | null;
}

/** What one more user brings on one system. */
export interface UserStep {
  /** The first new user is 1. */
  readonly user: number;
  /** All that this user adds to the costs; below zero where he makes the rest cheaper. */
  readonly costs: Costs;
  /** Of that what is more than the price of what he himself gets. */
  readonly beyond: Costs;
  /** Something beyond his own price falls due, or nobody knows what. */
  readonly hurts: boolean;
  /** What happens with this user: a tier, a server, a discount, flats that follow. */
  readonly reasons: readonly Reason[];
}

/** What further users cost on one system. */
export interface SystemSteps {
  readonly systemId: string;
  /** One for each user, in order; fewer where a user was refused. */
  readonly steps: readonly UserStep[];
  /** The user who cannot be added, and why. */
  readonly refused: { readonly user: number; readonly refusal: Refusal } | null;
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
}

export const NO_COSTS: Costs = { oneOffCents: 0, monthlyCents: 0, yearlyCents: 0 };

export function plus(left: Costs, right: Costs): Costs {
  return combined(left, right, (one, other) => one + other);
}

export function minus(left: Costs, right: Costs): Costs {
  return combined(left, right, (one, other) => one - other);
}

/** Whether anything falls due; what is unknown does not count. */
export function isDue({ oneOffCents, monthlyCents, yearlyCents }: Costs): boolean {
  return (oneOffCents ?? 0) > 0 || (monthlyCents ?? 0) > 0 || (yearlyCents ?? 0) > 0;
}

export function isUnknown({ oneOffCents, monthlyCents, yearlyCents }: Costs): boolean {
  return oneOffCents === null || monthlyCents === null || yearlyCents === null;
}

function combined(left: Costs, right: Costs, by: (one: Cents, other: Cents) => number): Costs {
  const cents = (one: Cents | null, other: Cents | null) => {
    if (one === null || other === null) return null;
    const result = by(one, other);
    return Number.isSafeInteger(result) ? result : null;
  };
  return {
    oneOffCents: cents(left.oneOffCents, right.oneOffCents),
    monthlyCents: cents(left.monthlyCents, right.monthlyCents),
    yearlyCents: cents(left.yearlyCents, right.yearlyCents),
  };
}

/** What recurs, over twelve months: the monthly charges and the yearly ones, whole cents; null is unknown. */
export function perYearCents({ monthlyCents, yearlyCents }: Costs): Cents | null {
  return combined(
    { ...NO_COSTS, yearlyCents },
    { ...NO_COSTS, yearlyCents: monthlyCents },
    (yearly, monthly) => yearly + 12 * monthly,
  ).yearlyCents;
}

/** Once and two years of what recurs: the shortest time that most contracts run. Unknown weighs more than anything. */
export function weightOf(costs: Costs): number {
  if (isUnknown(costs)) return Number.POSITIVE_INFINITY;
  return (costs.oneOffCents ?? 0) + 24 * (costs.monthlyCents ?? 0) + 2 * (costs.yearlyCents ?? 0);
}

/** Each reason once, by code and figures. */
export function onceEach(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [`${reason.code} ${JSON.stringify(reason.params)}`, reason])).values()];
}
