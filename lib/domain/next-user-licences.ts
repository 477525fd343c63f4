import { type BasketQuestion, obstaclesWithout, smallestAdded, smallestBasket } from "./basket";
import { sumOf } from "./basket-search";
import type { Day } from "./dates";
import { nameOf } from "./holdings";
import {
  type Costs,
  isDue,
  isUnknown,
  minus,
  NO_COSTS,
  onceEach,
  type SystemSteps,
  type UserStep,
} from "./next-user-costs";
import type { PrerequisiteRules, SystemHoldings, SystemUsage } from "./prerequisites-rules";
import type { Reason } from "./reason";
import { isRefusal, type Refusal } from "./refusal";
import { addedPrice, type ListPrices } from "./system-price";
import { additionalUp2Date } from "./up2date-additional";
import type { Up2DateRules } from "./up2date-rules";

/** A system of licences that need each other. */
export interface LicencedSystem {
  readonly kind: "licences";
  readonly systemId: string;
  readonly rules: PrerequisiteRules;
  readonly system: SystemHoldings;
  readonly usage: SystemUsage;
  /** The licences that each new user gets. */
  readonly perUser: SystemHoldings;
  /** List prices; an article without one makes the costs unknown. */
  readonly prices: ListPrices;
  /** The maintenance that runs on the day of purchase; null where none does, and then added licences pay none. */
  readonly maintenance: {
    readonly rules: Up2DateRules;
    readonly basisPointsPerYear: number;
    readonly purchasedOn: Day;
    readonly currentEnd: Day;
  } | null;
}

interface At {
  readonly question: BasketQuestion;
  /** What the users need beside their licences. */
  readonly added: SystemHoldings;
  /** Licences of the users and the basket that they need. */
  readonly costs: Costs;
  /** Licences of the users alone. */
  readonly own: Costs;
  readonly assumptions: readonly Reason[];
}

/**
 * Each user's licences and the smallest basket that they need, at list prices, with the maintenance of what is added while it runs. The
 * user's own price is that of his licences with their maintenance. What the system lacks already is not the next user's.
 */
export function stepsOnLicences(system: LicencedSystem, users: number): SystemSteps {
  const steps: UserStep[] = [];
  const told: Said[] = [];
  let refused: SystemSteps["refused"] = null;
  let before = costsWith(system, 0);
  for (let user = 1; user <= users && refused === null; user += 1) {
    const at = isRefusal(before) ? before : costsWith(system, user);
    if (isRefusal(before) || isRefusal(at)) {
      refused = { user, refusal: isRefusal(at) ? at : (before as Refusal) };
      break;
    }
    const costs = minus(at.costs, before.costs);
    const reasons = reasonsFor(system, before, at);
    // Where nothing comes with him, only rounding could tell his own price from all that he adds.
    const beyond = reasons.length === 0 ? NO_COSTS : minus(costs, minus(at.own, before.own));
    const hurts = isDue(beyond) || isUnknown(beyond);
    steps.push({ user, costs, beyond, hurts, reasons });
    const isNew = user === 1 || user === users || kindsOf(at) !== kindsOf(before);
    if (isNew) told.push(saidOf(system, at));
    before = at;
  }
  return {
    systemId: system.systemId,
    steps,
    refused,
    assumptions: onceEach(told.flatMap(({ assumptions }) => assumptions)),
    hints: onceEach(told.flatMap(({ hints }) => hints)),
  };
}

/** What so many users get together. */
export function wishFor({ perUser }: LicencedSystem, users: number): SystemHoldings {
  return Object.fromEntries(Object.entries(perUser).map(([sku, quantity]) => [sku, quantity * users]));
}

function costsWith(system: LicencedSystem, users: number): At | Refusal {
  const { rules, usage, prices } = system;
  const wish = wishFor(system, users);
  const question = { system: system.system, usage, wish, prices };
  const added = smallestAdded(rules, question);
  if (isRefusal(added)) return added;
  const whole = priceOf(system, sumOf(wish, added));
  const own = priceOf(system, wish);
  return { question, added, costs: whole.costs, own: own.costs, assumptions: whole.assumptions };
}

/** The articles of a basket without their quantities: what is to be said changes with these. */
function kindsOf({ added }: At): string {
  return Object.keys(added)
    .filter((sku) => (added[sku] ?? 0) > 0)
    .sort()
    .join(" ");
}

type Said = Pick<SystemSteps, "assumptions" | "hints">;

function saidOf({ rules }: LicencedSystem, { question, assumptions }: At): Said {
  const answer = smallestBasket(rules, question);
  if (isRefusal(answer)) return { assumptions, hints: [] };
  return { assumptions: [...answer.assumptions, ...assumptions], hints: answer.hints };
}

function priceOf(system: LicencedSystem, add: SystemHoldings): { costs: Costs; assumptions: readonly Reason[] } {
  const { rules: prerequisites, prices, maintenance } = system;
  const price = addedPrice(prerequisites, add, prices);
  if (isRefusal(price)) return { costs: { ...NO_COSTS, oneOffCents: null }, assumptions: [] };
  if (maintenance === null) return { costs: { ...NO_COSTS, oneOffCents: price.basisCents }, assumptions: [] };
  const { rules: up2date, basisPointsPerYear, purchasedOn, currentEnd } = maintenance;
  const added = additionalUp2Date({ prerequisites, up2date, add, prices }, basisPointsPerYear, purchasedOn, currentEnd);
  if (isRefusal(added)) return { costs: { ...NO_COSTS, oneOffCents: price.basisCents }, assumptions: [] };
  return { costs: { ...NO_COSTS, oneOffCents: price.basisCents + added.amountCents }, assumptions: added.assumptions };
}

/** What the basket has more of with this user, each with the obstacles that it removes. */
function reasonsFor({ rules }: LicencedSystem, before: At, at: At): Reason[] {
  return rules.licences.flatMap(({ sku }) => {
    const more = (at.added[sku] ?? 0) - (before.added[sku] ?? 0);
    if (more <= 0) return [];
    const because = obstaclesWithout(rules, at.question, at.added, sku);
    const obstacles = because.map(({ code, params, source }): Reason => ({ code, params, source }));
    const params = { article: nameOf(rules, sku), quantity: more };
    return [{ code: "next-user-needs-article", params, source: because[0]?.source }, ...obstacles];
  });
}
