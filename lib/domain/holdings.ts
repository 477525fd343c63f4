import type { PrerequisiteRules, SystemHoldings, UpgradeRule } from "./prerequisites-rules";
import { type Refusal, refuse } from "./refusal";

/** One upgrade article of a system: how many units of its base it turned, and how many found nothing to turn. */
export interface TurnedUnits {
  readonly upgrade: UpgradeRule;
  readonly turned: number;
  /** Of the turned units those that had been bought; the rest had been included with another article. Bought ones are turned first. */
  readonly turnedBought: number;
  readonly withoutBase: number;
}

/** A system's articles counted three ways. Every question about a system is put to one of these counts. */
export interface HoldingCounts {
  /** Units bought of an article, as the holdings say. */
  bought(sku: string): number;
  /** Units that come along with another article. */
  included(sku: string): number;
  /** Units that stand, after upgrades: bought and included, less what was turned into another article, and what was turned into this one. */
  standing(sku: string): number;
  readonly turned: readonly TurnedUnits[];
}

/**
 * Counts what a system has become. Upgrades are taken in the rules' order and turn bought units before included ones; an upgrade whose rule
 * says `countsWithoutBase` raises its target even where it finds nothing to turn.
 * Source: price list, articles "Upg. ..." ("Upgrade von ... auf ...") and "Inkl. ..." of the server.
 */
export function countHoldings(rules: PrerequisiteRules, system: SystemHoldings): HoldingCounts {
  const bought = (sku: string) => system[sku] ?? 0;
  const included = (sku: string) =>
    rules.inclusions
      .filter((inclusion) => inclusion.sku === sku)
      .reduce((sum, inclusion) => sum + bought(inclusion.with) * inclusion.quantity, 0);

  const gained = new Map<string, number>();
  const lost = new Map<string, number>();
  const turned: TurnedUnits[] = [];
  for (const upgrade of rules.upgrades) {
    const wanted = bought(upgrade.sku);
    if (wanted === 0) continue;
    const lostBefore = lost.get(upgrade.from) ?? 0;
    const boughtLeft = Math.max(0, bought(upgrade.from) - lostBefore);
    const left = bought(upgrade.from) + included(upgrade.from) - lostBefore;
    const count = Math.min(wanted, left);
    turned.push({ upgrade, turned: count, turnedBought: Math.min(count, boughtLeft), withoutBase: wanted - count });
    lost.set(upgrade.from, lostBefore + count);
    gained.set(upgrade.to, (gained.get(upgrade.to) ?? 0) + (upgrade.countsWithoutBase ? wanted : count));
  }
  const standing = (sku: string) => bought(sku) + included(sku) - (lost.get(sku) ?? 0) + (gained.get(sku) ?? 0);
  return { bought, included, standing, turned };
}

/**
 * Null, or why no such system can exist: an article that is none of the list's licences (`licence-unknown`), or two servers of a kind, or two
 * upgrades between them (`more-than-one`). `path` is `system.<sku>`, or with the name of another
 * field that the holdings come from.
 */
export function impossibleSystem(rules: PrerequisiteRules, system: SystemHoldings, field = "system"): Refusal | null {
  for (const sku of Object.keys(system)) {
    if (!rules.licences.some((licence) => licence.sku === sku)) return licenceUnknown(rules, sku, `${field}.${sku}`);
  }
  for (const sku of rules.atMostOne.skus) {
    const quantity = system[sku] ?? 0;
    if (quantity > 1) return refuse("more-than-one", { article: nameOf(rules, sku), sku, quantity }, `${field}.${sku}`);
  }
  return null;
}

/** An article number that is none of the list's licences: of another vendor, a service, or mistyped. */
export function licenceUnknown(rules: PrerequisiteRules, sku: string, path: string): Refusal {
  return refuse("licence-unknown", { sku, choices: rules.licences.map((licence) => licence.sku).join(", ") }, path);
}

/** What an article is called; its number where the rules do not know it. */
export function nameOf(rules: PrerequisiteRules, sku: string): string {
  return rules.licences.find((licence) => licence.sku === sku)?.name ?? sku;
}
