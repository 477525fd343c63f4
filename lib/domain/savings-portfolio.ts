import type { PriceList } from "./catalog";
import { figuresOf } from "./catalog-figures";
import { SUPPORT_PLAN_GROUP } from "./coverage";
import type { Cents } from "./money";
import { type SavingKind, savingKinds } from "./savings";
import { hasSteps } from "./savings-quantity";

/** How a list's savings hang together, so that a portfolio is reckoned in as few pieces as it can be. */
export interface SavingShape {
  /**
   * What the quantities of a system's contracts are counted over. `system`: together, because a price of the list depends on how many there
   * are in all. `contract`: each for itself. `none`: the list lets nothing of what is booked be had for less.
   */
  readonly counted: "system" | "contract" | "none";
  /** Articles that are support plans. */
  readonly planSkus: ReadonlySet<string>;
}

const known = new WeakMap<PriceList, SavingShape>();

/** The shape of a list's savings, found once for each list. */
export function savingShape(list: PriceList): SavingShape {
  const before = known.get(list);
  if (before !== undefined) return before;
  const shape = findShape(list);
  known.set(list, shape);
  return shape;
}

function findShape(list: PriceList): SavingShape {
  const articles = [...figuresOf(list).articles.values()];
  const canBeBought = articles.some(({ modes }) => modes.includes("subscription") && modes.includes("purchase"));
  return {
    counted: hasSteps(list) ? "system" : canBeBought ? "contract" : "none",
    planSkus: new Set(
      articles.flatMap(({ article }) =>
        article.group === SUPPORT_PLAN_GROUP && article.policy !== undefined ? [article.sku] : [],
      ),
    ),
  };
}

/** Sums over a portfolio, in whole cents. */
export interface SavingTotal {
  readonly count: number;
  readonly yearlyCents: Cents;
  readonly onceCents: Cents;
}

/**
 * Sums by kind, for the kinds that occur, and what can be saved with everything kept: without letting maintenance lapse, which gives up what
 * it pays for and cannot go together with renewing it for longer.
 */
export function savingTotals(
  savings: Iterable<{ readonly kind: SavingKind; readonly yearlyCents: Cents; readonly onceCents: Cents }>,
): { readonly byKind: readonly (SavingTotal & { readonly kind: SavingKind })[]; readonly kept: SavingTotal } {
  const sums = new Map(savingKinds.map((kind) => [kind, { kind, count: 0, yearlyCents: 0, onceCents: 0 }]));
  for (const { kind, yearlyCents, onceCents } of savings) {
    const sum = sums.get(kind);
    if (sum === undefined) continue;
    sum.count += 1;
    sum.yearlyCents += yearlyCents;
    sum.onceCents += onceCents;
  }
  const byKind = [...sums.values()].filter(({ count }) => count > 0);
  const kept = { count: 0, yearlyCents: 0, onceCents: 0 };
  for (const sum of byKind) {
    if (sum.kind === "maintenance-lapse") continue;
    kept.count += sum.count;
    kept.yearlyCents += sum.yearlyCents;
    kept.onceCents += sum.onceCents;
  }
  return { byKind, kept };
}
