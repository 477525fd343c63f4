import { type BookedSystem, stepsOnBooked } from "./next-user-booked";
import { cheaperOnBooked, cheaperOnLicences } from "./next-user-cheaper";
import {
  type Costs,
  isDue,
  isUnknown,
  NO_COSTS,
  plus,
  type SystemSteps,
  type UserStep,
  weightOf,
} from "./next-user-costs";
import { type LicencedSystem, stepsOnLicences } from "./next-user-licences";
import { stepsOnTiers, type TieredSystem } from "./next-user-tiers";
import type { Reason } from "./reason";

export { type Costs, perYearCents, type SystemSteps, type UserStep } from "./next-user-costs";

/**
 * A system that further users are added to, and what each of them gets there: chosen by whoever asks, never assumed.
 * `tiers`: prices by the users installed on it. `booked`: profiles, extensions and options a month. `licences`: licences that need each other.
 */
export type NextUserSystem = TieredSystem | BookedSystem | LicencedSystem;

/** What one more user costs over all systems. */
export interface TotalStep {
  readonly user: number;
  readonly costs: Costs;
  readonly beyond: Costs;
  /** The systems on which this user is more than his own price. */
  readonly hurtsOn: readonly string[];
}

export interface NextUsers {
  readonly systems: readonly SystemSteps[];
  /** One for each user whom every system takes. */
  readonly steps: readonly TotalStep[];
  /** All users together; null as soon as one figure is unknown. */
  readonly total: Costs;
  /** The same over what is known: every figure of every system that has one. */
  readonly known: Costs;
  /** The user who costs most beyond his own price, an unknown price before any known one; null where none does. */
  readonly worst: { readonly user: number; readonly hurtsOn: readonly string[] } | null;
}

/**
 * What one, five or `users` more users cost over the systems named, user by user, with what each brings beyond his own price: the tiers that
 * he moves, the server that he needs, the discount that he ends. Each system is reckoned by the kind of its prices. `users` from 1 to 1,000.
 * A user who cannot be added ends the steps of his system, which says why.
 */
export function nextUsers(systems: readonly NextUserSystem[], users: number): NextUsers {
  const costs = systems.map((system) => stepsOn(system, users));
  const reached = Math.min(users, ...costs.map(({ steps }) => steps.length));
  const steps = Array.from({ length: reached }, (_, index): TotalStep => {
    const each = costs.flatMap(({ systemId, steps: own }) => (own[index] ? [{ systemId, ...own[index] }] : []));
    return {
      user: index + 1,
      costs: each.map((step) => step.costs).reduce(plus, NO_COSTS),
      beyond: each.map((step) => step.beyond).reduce(plus, NO_COSTS),
      hurtsOn: each.filter((step) => step.hurts).map((step) => step.systemId),
    };
  });
  return {
    systems: costs,
    steps,
    total: steps.map((step) => step.costs).reduce(plus, NO_COSTS),
    known: costs.flatMap((system) => system.steps.slice(0, reached).map(knownPart)).reduce(plus, NO_COSTS),
    worst: worstOf(steps),
  };
}

function stepsOn(system: NextUserSystem, users: number): SystemSteps {
  switch (system.kind) {
    case "tiers":
      return stepsOnTiers(system, users);
    case "booked":
      return stepsOnBooked(system, users);
    case "licences":
      return stepsOnLicences(system, users);
  }
}

function knownPart({ costs: { oneOffCents, monthlyCents, yearlyCents } }: UserStep): Costs {
  return { oneOffCents: oneOffCents ?? 0, monthlyCents: monthlyCents ?? 0, yearlyCents: yearlyCents ?? 0 };
}

function worstOf(steps: readonly TotalStep[]): NextUsers["worst"] {
  let worst: TotalStep | null = null;
  for (const step of steps) {
    if (step.hurtsOn.length === 0 || !(isDue(step.beyond) || isUnknown(step.beyond))) continue;
    if (worst === null || weightOf(step.beyond) > weightOf(worst.beyond)) worst = step;
  }
  return worst === null ? null : { user: worst.user, hurtsOn: worst.hurtsOn };
}

/** Ways to the same users that cost less than what was chosen, where the rules know one; `chosen` are the system's steps for so many users. */
export function cheaperWays(system: NextUserSystem, users: number, chosen: SystemSteps): Reason[] {
  switch (system.kind) {
    case "tiers":
      return [];
    case "booked":
      return cheaperOnBooked(system, users, chosen);
    case "licences":
      return cheaperOnLicences(system, users);
  }
}
