import { type BasketAnswer, smallestBasket } from "./basket";
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
  readonly answer: BasketAnswer;
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
  const frame = { systemId: system.systemId };
  const assumptions: Reason[] = [];
  const hints: Reason[] = [];
  let before = costsWith(system, 0);
  for (let user = 1; user <= users; user += 1) {
    const at = isRefusal(before) ? before : costsWith(system, user);
    if (isRefusal(before) || isRefusal(at)) {
      const refusal = isRefusal(at) ? at : (before as Refusal);
      return {
        ...frame,
        steps,
        refused: { user, refusal },
        assumptions: onceEach(assumptions),
        hints: onceEach(hints),
      };
    }
    const costs = minus(at.costs, before.costs);
    const beyond = minus(costs, minus(at.own, before.own));
    const reasons = reasonsFor(system, before, at);
    const hurts = isDue(beyond) || (isUnknown(beyond) && reasons.length > 0);
    steps.push({ user, costs, beyond, hurts, reasons });
    assumptions.push(...at.assumptions);
    hints.push(...at.answer.hints);
    before = at;
  }
  return { ...frame, steps, refused: null, assumptions: onceEach(assumptions), hints: onceEach(hints) };
}

function costsWith(system: LicencedSystem, users: number): At | Refusal {
  const wish = Object.fromEntries(Object.entries(system.perUser).map(([sku, quantity]) => [sku, quantity * users]));
  const { rules, usage, prices } = system;
  const answer = smallestBasket(rules, { system: system.system, usage, wish, prices });
  if (isRefusal(answer)) return answer;
  const needed = Object.fromEntries(answer.basket.articles.map(({ sku, quantity }) => [sku, quantity]));
  const whole = priceOf(system, sumOf(wish, needed));
  const own = priceOf(system, wish);
  return { answer, costs: whole.costs, own: own.costs, assumptions: [...answer.assumptions, ...whole.assumptions] };
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
  const had = new Map(before.answer.basket.articles.map(({ sku, quantity }) => [sku, quantity]));
  return at.answer.basket.articles.flatMap(({ sku, quantity, because }) => {
    const more = quantity - (had.get(sku) ?? 0);
    if (more <= 0) return [];
    const params = { article: nameOf(rules, sku), quantity: more };
    const obstacles = because.map(({ code, params: figures, source }): Reason => ({ code, params: figures, source }));
    return [{ code: "next-user-needs-article", params, source: because[0]?.source }, ...obstacles];
  });
}
