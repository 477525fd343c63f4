import type { PriceList } from "./catalog";
import { figuresOf } from "./catalog-figures";
import { SUPPORT_PLAN_GROUP } from "./coverage";
import type { Day } from "./dates";
import type { Cents } from "./money";
import { quote } from "./pricing";
import { isRefusal } from "./refusal";
import { type SavingFacts, type SavingKind, savingKinds } from "./savings";
import { hasSteps } from "./savings-quantity";
import { renewUp2Date } from "./up2date";

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

/**
 * Why something cannot be reckoned with, so that it may hide a saving. `booking-missing`: nobody recorded what a contract books.
 * `booking-refused`: the list would not sell it as it stands. `list-price-missing`, `release-missing`: of a system's maintenance.
 */
export const savingGaps = ["booking-missing", "booking-refused", "list-price-missing", "release-missing"] as const;
export type SavingGap = (typeof savingGaps)[number];

/** What of these facts cannot be reckoned with today; null where all can. */
export function gapOf({ list, contracts, maintenance, own }: SavingFacts, today: Day): SavingGap | null {
  const items = contracts.flatMap((contract) => contract.items);
  if (items.length > 0 && isRefusal(quote(list, items, own))) return "booking-refused";
  if (maintenance === null) return null;
  const { at, years, currentEnd, release } = maintenance;
  const renewal = renewUp2Date(at, years, today, currentEnd);
  if (isRefusal(renewal)) return renewal.code === "price-missing" ? "list-price-missing" : null;
  return release === null ? "release-missing" : null;
}

/** Sums over a portfolio, in whole cents. */
export interface SavingTotal {
  readonly count: number;
  readonly yearlyCents: Cents;
  readonly onceCents: Cents;
  /** Some of it rests on made-up sample prices. */
  readonly sample: boolean;
}

/** What is summed of a saving. */
export interface Summand {
  readonly kind: SavingKind;
  readonly yearlyCents: Cents;
  readonly onceCents: Cents;
  readonly sample: boolean;
}

/**
 * Sums by kind, for the kinds that occur, and what can be saved with everything kept: without letting maintenance lapse, which gives up what
 * it pays for and cannot go together with renewing it for longer.
 */
export function savingTotals(savings: readonly Summand[]): {
  readonly byKind: readonly (SavingTotal & { readonly kind: SavingKind })[];
  readonly kept: SavingTotal;
} {
  const byKind = savingKinds.flatMap((kind) => {
    const of = savings.filter((saving) => saving.kind === kind);
    return of.length === 0 ? [] : [{ kind, ...savingTotal(of) }];
  });
  return { byKind, kept: savingTotal(savings.filter(({ kind }) => kind !== "maintenance-lapse")) };
}

/** The sum of savings. */
export function savingTotal(savings: readonly Omit<Summand, "kind">[]): SavingTotal {
  let [yearlyCents, onceCents, sample] = [0, 0, false];
  for (const saving of savings) {
    yearlyCents += saving.yearlyCents;
    onceCents += saving.onceCents;
    sample ||= saving.sample;
  }
  return { count: savings.length, yearlyCents, onceCents, sample };
}
