import type { PriceList } from "./catalog";
import { figuresOf, tierIndexOf } from "./catalog-figures";
import type { Cents } from "./money";
import { named } from "./pricing-request";
import type { Reason } from "./reason";
import { type Refusal, refuse } from "./refusal";

/** `users` are installed users, 1 to 1,000,000. `paidCents` is what the licence's present tier has cost so far, as recorded on it. */
export interface TierUpgradeQuestion {
  readonly sku: string;
  readonly fromUsers: number;
  readonly toUsers: number;
  readonly paidCents?: Cents;
}

export interface TierUpgrade {
  readonly fromTier: string;
  readonly toTier: string;
  readonly priceCents: Cents;
  readonly creditCents: Cents;
  /** Price less credit, never below zero. */
  readonly dueCents: Cents;
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly derivation: readonly Reason[];
}

/**
 * What the purchase of a higher user tier costs: its list price less what the present tier has cost (price list, footnote on exceeding a
 * tier). The credit is the price paid as recorded, else today's list price of the present tier. For one server licence. Refused: an
 * article without purchased tiers, the same tier, a lower one.
 */
export function tierUpgrade(list: PriceList, question: TierUpgradeQuestion): TierUpgrade | Refusal {
  const figures = figuresOf(list);
  const { sku, fromUsers, toUsers, paidCents } = question;
  const found = figures.articles.get(sku);
  if (found === undefined) {
    return refuse(
      "article-unknown",
      { sku, product: list.productName, choices: [...figures.articles.keys()].join(", ") },
      "sku",
    );
  }
  const names = named({ figures }, "article", sku);
  const { price } = found;
  if (price.kind !== "by-form" || !price.tiered) {
    const tiered = [...figures.articles.values()].filter((each) => each.price.kind === "by-form" && each.price.tiered);
    const choices = tiered.map((each) => each.article.sku).join(", ");
    return refuse("article-without-tiers", { ...names, product: list.productName, choices }, "sku");
  }
  const from = tierIndexOf(figures.tiers, fromUsers);
  const to = tierIndexOf(figures.tiers, toUsers);
  const fromTier = figures.tiers[from]?.label ?? "";
  const toTier = figures.tiers[to]?.label ?? "";
  if (to <= from)
    return refuse(
      to === from ? "tier-is-the-same" : "tier-is-lower",
      { ...names, fromTier, toTier, toUsers },
      "toUsers",
    );
  const present = price.purchase[from];
  const target = price.purchase[to];
  if (present === undefined || target === undefined) throw new Error(`${sku}: a tier without a purchase price`);
  const creditCents = paidCents ?? present.cents;
  const dueCents = Math.max(0, target.cents - creditCents);
  const credit: Reason = {
    code: paidCents === undefined ? "tier-credit-list-price" : "tier-credit-paid",
    params: { tier: fromTier, creditCents },
    source: present.source,
  };
  return {
    fromTier,
    toTier,
    priceCents: target.cents,
    creditCents,
    dueCents,
    assumptions:
      paidCents === undefined
        ? [{ code: "reading-credit-is-list-price", params: { tier: fromTier }, source: found.source }]
        : [],
    hints:
      creditCents > target.cents
        ? [{ code: "credit-above-price", params: { creditCents, priceCents: target.cents } }]
        : [],
    derivation: [
      { code: "tier-price", params: { ...names, tier: toTier, priceCents: target.cents }, source: target.source },
      credit,
      { code: "tier-difference", params: { priceCents: target.cents, creditCents, dueCents } },
    ],
  };
}
