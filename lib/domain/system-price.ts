import { countHoldings, impossibleSystem, nameOf } from "./holdings";
import { type Cents, toCents } from "./money";
import type { PrerequisiteRules, SystemHoldings } from "./prerequisites-rules";
import type { Reason } from "./reason";
import { isRefusal, type Refusal, refuse } from "./refusal";

/** List prices in whole cents by article number. May hold more articles than a system. */
export type ListPrices = Readonly<Record<string, Cents>>;

/** One article of a system as it counts: after upgrades, included units only once they were upgraded. */
export interface PricedArticle {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitPriceCents: Cents;
}

export interface SystemPrice {
  readonly basisCents: Cents;
  readonly articles: readonly PricedArticle[];
  readonly assumptions: readonly Reason[];
}

/**
 * The current list price of a whole system, as the percentages of maintenance and upgrades are reckoned from: each article at the list price
 * of what it has become. An upgrade article adds nothing of its own, its base counts as its target; bought units count as upgraded before
 * included ones; included units add nothing until then. Refused: `upgrade-without-base` (path `system.<sku>`), `price-missing`
 * (path `priceListCents.<sku>`), what `impossibleSystem` refuses, and a sum beyond 2^53 - 1.
 * Source: price list, "Gesamtsystem", "Zielsystem".
 */
export function systemPrice(
  rules: PrerequisiteRules,
  system: SystemHoldings,
  prices: ListPrices,
): SystemPrice | Refusal {
  const impossible = impossibleSystem(rules, system);
  if (impossible !== null) return impossible;
  const counts = countHoldings(rules, system);
  const changes = new Map<string, number>();
  const change = (sku: string, by: number) => changes.set(sku, (changes.get(sku) ?? 0) + by);
  for (const { upgrade, turned, turnedBought, withoutBase } of counts.turned) {
    if (withoutBase > 0) {
      const names = { article: nameOf(rules, upgrade.sku), base: nameOf(rules, upgrade.from) };
      return refuse(
        "upgrade-without-base",
        { ...names, needed: turned + withoutBase, held: turned },
        `system.${upgrade.sku}`,
      );
    }
    change(upgrade.sku, -turned);
    change(upgrade.from, -turnedBought);
    change(upgrade.to, turned);
  }

  const articles: PricedArticle[] = [];
  for (const { sku, name } of rules.licences) {
    const quantity = counts.bought(sku) + (changes.get(sku) ?? 0);
    if (quantity === 0) continue;
    const unitPriceCents = priceOf(rules, prices, sku);
    if (isRefusal(unitPriceCents)) return unitPriceCents;
    articles.push({ sku, name, quantity, unitPriceCents });
  }
  const basisCents = sumOf(articles);
  if (isRefusal(basisCents)) return basisCents;
  return {
    basisCents,
    articles,
    assumptions: counts.turned.length === 0 ? [] : upgradeAssumptions(rules, counts.turned),
  };
}

/**
 * The list price of licences that are bought in addition: every article at its own list price, upgrades too. Refused: `price-missing`,
 * what `impossibleSystem` refuses, and a sum beyond 2^53 - 1.
 */
export function addedPrice(rules: PrerequisiteRules, add: SystemHoldings, prices: ListPrices): SystemPrice | Refusal {
  const impossible = impossibleSystem(rules, add, "add");
  if (impossible !== null) return impossible;
  const articles: PricedArticle[] = [];
  for (const { sku, name } of rules.licences) {
    const quantity = add[sku] ?? 0;
    if (quantity === 0) continue;
    const unitPriceCents = priceOf(rules, prices, sku);
    if (isRefusal(unitPriceCents)) return unitPriceCents;
    articles.push({ sku, name, quantity, unitPriceCents });
  }
  const basisCents = sumOf(articles);
  return isRefusal(basisCents) ? basisCents : { basisCents, articles, assumptions: [] };
}

/** The steps of a basis, article by article. */
export function articleSteps({ articles, basisCents }: SystemPrice): Reason[] {
  const lines = articles.map(({ name, quantity, unitPriceCents }) => ({
    code: "list-price-of-article",
    params: { article: name, quantity, unitPriceCents },
  }));
  return [...lines, { code: "list-price-of-system", params: { basisCents } }];
}

function priceOf(rules: PrerequisiteRules, prices: ListPrices, sku: string): Cents | Refusal {
  const cents = Object.hasOwn(prices, sku) ? prices[sku] : undefined;
  return cents ?? refuse("price-missing", { article: nameOf(rules, sku), sku }, `priceListCents.${sku}`);
}

function sumOf(articles: readonly PricedArticle[]): Cents | Refusal {
  let exact = 0n;
  for (const { quantity, unitPriceCents } of articles) exact += BigInt(quantity) * BigInt(unitPriceCents);
  return toCents(exact);
}

function upgradeAssumptions(rules: PrerequisiteRules, turned: ReturnType<typeof countHoldings>["turned"]): Reason[] {
  const codes = new Set(["priced-as-what-it-became"]);
  for (const { upgrade } of turned) {
    for (const inclusion of rules.inclusions) {
      if (inclusion.with === upgrade.from && inclusion.readingAfterUpgrade) codes.add(inclusion.readingAfterUpgrade);
    }
  }
  return [...codes].map((code) => ({ code, params: {} }));
}
