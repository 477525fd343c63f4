import { countHoldings, type HoldingCounts } from "./holdings";
import { serverHeld } from "./limits";
import type { PrerequisiteRules, ServerRule, SystemHoldings, SystemUsage, UsageLimit } from "./prerequisites-rules";

/** One linear need of a system: `slack` below 0 is what is missing, in the need's own unit. */
export interface LinearNeed {
  readonly id: string;
  /** The licence that has the need; null for a usage of the whole system. */
  readonly licence: string | null;
  /** `base`: something to upgrade. `each`: one for each unit. `per-system`: so many in all. `usage`: room for a counted use. */
  readonly kind: "base" | "each" | "per-system" | "usage";
  /** A need of nothing that is held yet: no obstacle, but a bound for what may be added. */
  readonly active: boolean;
  readonly slack: number;
  /** What one more unit of an article does to `slack`. */
  effectOf(sku: string): number;
}

/** A system as it stands under its server: what it needs, and how many obstacles no addition under this server removes. */
export interface NeedsAtHand {
  readonly counts: HoldingCounts;
  readonly server: ServerRule | null;
  readonly needs: readonly LinearNeed[];
  /** Excluded articles, articles without their server, limits passed that nothing widens. */
  readonly fixedObstacles: number;
}

/**
 * The prerequisites of a system as linear needs over the quantities of its articles. `violationsOf` names the same obstacles to people:
 * none there means no open need and no fixed obstacle here (a test holds the two together).
 */
export function needsOf(rules: PrerequisiteRules, system: SystemHoldings, usage: SystemUsage): NeedsAtHand {
  const counts = countHoldings(rules, system);
  const server = serverHeld(rules, counts);
  const needs: LinearNeed[] = [];
  let fixedObstacles = 0;
  for (const licence of rules.licences) {
    const bought = counts.bought(licence.sku);
    if (!mayStandOn(rules, server, licence.sku)) {
      if (bought > 0) fixedObstacles += 1;
      continue;
    }
    for (const upgrade of rules.upgrades)
      if (upgrade.sku === licence.sku) needs.push(baseNeed(rules, counts, licence.sku));
    for (const [index, need] of licence.needs.entries()) {
      if (need.when && !need.when.some((flag) => usage[flag] === true)) continue;
      const held = need.anyOf.reduce((sum, sku) => sum + counts.standing(sku), 0);
      const each = need.kind === "each" ? need.quantity : 0;
      needs.push({
        id: `${licence.sku}/${index}`,
        licence: licence.sku,
        kind: need.kind,
        active: bought > 0,
        slack: held - (need.kind === "each" ? bought * need.quantity : need.quantity),
        effectOf: (sku) => standingEffect(rules, need.anyOf, sku) - (sku === licence.sku ? each : 0),
      });
    }
  }
  for (const limit of server?.articleLimits ?? []) {
    if (counts.bought(limit.sku) + counts.included(limit.sku) > limit.atMost) fixedObstacles += 1;
  }
  for (const limit of server?.usageLimits ?? []) {
    const slack = usageSlack(rules, counts, usage, limit);
    const { more } = limit;
    if (more === undefined) fixedObstacles += slack < 0 ? 1 : 0;
    else {
      const effectOf = (sku: string) => standingEffect(rules, [more.sku], sku) * more.each;
      needs.push({ id: `usage/${limit.usage}`, licence: null, kind: "usage", active: true, slack, effectOf });
    }
  }
  return { counts, server, needs, fixedObstacles };
}

/** Whether a server lets an article stand: not excluded, and one of the servers that it runs on. */
export function mayStandOn(rules: PrerequisiteRules, server: ServerRule | null, sku: string): boolean {
  if (server?.exclusions.some((exclusion) => exclusion.skus.includes(sku))) return false;
  const servers = rules.licences.find((licence) => licence.sku === sku)?.servers ?? [];
  return servers.length === 0 || (server !== null && servers.includes(server.sku));
}

/** An upgrade needs a bought or included unit each; upgrades of the same base share them. */
function baseNeed(rules: PrerequisiteRules, counts: HoldingCounts, sku: string): LinearNeed {
  const upgrade = rules.upgrades.find((candidate) => candidate.sku === sku);
  if (upgrade === undefined) throw new Error(`${sku}: no upgrade`);
  const { from } = upgrade;
  const sharing = rules.upgrades.filter((candidate) => candidate.from === from).map((candidate) => candidate.sku);
  const wanted = sharing.reduce((sum, each) => sum + counts.bought(each), 0);
  return {
    id: `${sku}/base`,
    licence: sku,
    kind: "base",
    active: counts.bought(sku) > 0,
    slack: counts.bought(from) + counts.included(from) - wanted,
    effectOf: (added) => boughtEffect(rules, from, added) - (sharing.includes(added) ? 1 : 0),
  };
}

/** What one unit of `added` adds to the bought and included units of an article. */
function boughtEffect(rules: PrerequisiteRules, sku: string, added: string): number {
  let effect = added === sku ? 1 : 0;
  for (const inclusion of rules.inclusions) {
    if (inclusion.with === added && inclusion.sku === sku) effect += inclusion.quantity;
  }
  return effect;
}

/** What one unit of `added` adds to the units that stand of `skus` together; an upgrade takes from one and gives to another. */
function standingEffect(rules: PrerequisiteRules, skus: readonly string[], added: string): number {
  let effect = 0;
  for (const sku of skus) effect += boughtEffect(rules, sku, added);
  const upgrade = rules.upgrades.find((candidate) => candidate.sku === added);
  if (upgrade === undefined) return effect;
  return effect + (skus.includes(upgrade.to) ? 1 : 0) - (skus.includes(upgrade.from) ? 1 : 0);
}

function usageSlack(rules: PrerequisiteRules, counts: HoldingCounts, usage: SystemUsage, limit: UsageLimit): number {
  const names = [limit.usage, ...rules.usageParts.filter(({ whole }) => whole === limit.usage).map(({ part }) => part)];
  const used = Math.max(...names.map((name) => (typeof usage[name] === "number" ? usage[name] : 0)));
  const room = limit.atMost + (limit.more ? counts.standing(limit.more.sku) * limit.more.each : 0);
  return room - used;
}
