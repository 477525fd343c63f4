import { type LinearNeed, mayStandOn, type NeedsAtHand, needsOf } from "./basket-needs";
import type { PrerequisiteRules, SystemHoldings, SystemUsage } from "./prerequisites-rules";

/** Articles that could be added to a system, and how many obstacles would stay. */
export interface FoundBasket {
  readonly added: SystemHoldings;
  readonly units: number;
  readonly unmended: number;
}

/** No article of a system is held more often. */
export const MOST_UNITS = 1_000_000;

/**
 * For each way to equip the system with servers the smallest baskets: as few obstacles left as possible, then as few units as possible.
 * Under fixed servers every need is linear. A need that one article alone can meet forces so many of it; the others are met one by one, in
 * every order, by each article that helps, as far as it reaches or as far as it opens no other need: the corners of what is possible, and
 * a smallest basket is a corner. Quantities are never counted out, so a thousand units take no longer than one.
 */
export function searchBaskets(rules: PrerequisiteRules, system: SystemHoldings, usage: SystemUsage): FoundBasket[] {
  const equipment = equipmentOf(rules);
  return equipments(system, equipment).flatMap((chosen) => {
    const search: Search = { rules, system, usage, equipment, seen: new Set(), found: [] };
    visit(search, chosen);
    return search.found;
  });
}

/** Every choice among the servers, upgrades to servers and single articles that the system lacks; one of each at most. */
function equipments(system: SystemHoldings, equipment: ReadonlySet<string>): SystemHoldings[] {
  let choices: SystemHoldings[] = [{}];
  for (const sku of equipment) {
    if ((system[sku] ?? 0) > 0) continue;
    choices = choices.flatMap((choice) => [choice, { ...choice, [sku]: 1 }]);
  }
  return choices;
}

function equipmentOf(rules: PrerequisiteRules): ReadonlySet<string> {
  const servers = rules.servers.map((server) => server.sku);
  const upgrades = rules.upgrades.filter((upgrade) => servers.includes(upgrade.to)).map((upgrade) => upgrade.sku);
  return new Set([...servers, ...upgrades, ...rules.atMostOne.skus]);
}

interface Search {
  readonly rules: PrerequisiteRules;
  readonly system: SystemHoldings;
  readonly usage: SystemUsage;
  /** Chosen beforehand and added no further. */
  readonly equipment: ReadonlySet<string>;
  readonly seen: Set<string>;
  found: FoundBasket[];
}

function visit(search: Search, added: SystemHoldings): void {
  const key = keyOf(added);
  if (search.seen.has(key)) return;
  search.seen.add(key);
  const units = unitsOf(added);
  const at = needsOf(search.rules, sumOf(search.system, added), search.usage);
  const open = at.needs.filter((need) => need.active && need.slack < 0);
  const mendable = open
    .map((need) => ({ need, helpers: helpersOf(search, at, need, added) }))
    .filter(({ helpers }) => helpers.length > 0);
  const unmended = at.fixedObstacles + open.length - mendable.length;
  const best = search.found[0];
  if (best !== undefined && best.unmended <= unmended && units + leastUnits(mendable) > best.units) return;
  if (mendable.length === 0) {
    keep(search, { added, units, unmended });
    return;
  }
  const forced = mendable.find(({ helpers }) => helpers.length === 1);
  for (const { need, helpers } of forced === undefined ? mendable : [forced]) {
    for (const helper of helpers) {
      for (const step of stepsOf(at, need, helper)) visit(search, sumOf(added, { [helper.sku]: step }));
    }
  }
}

function keep(search: Search, basket: FoundBasket): void {
  const best = search.found[0];
  const order =
    best === undefined
      ? -1
      : basket.unmended === best.unmended
        ? basket.units - best.units
        : basket.unmended - best.unmended;
  if (order < 0) search.found = [basket];
  else if (order === 0) search.found.push(basket);
}

interface Helper {
  readonly sku: string;
  /** What one unit gives to the need. */
  readonly effect: number;
  /** No more can be added: a limit of the server, or of quantities at all. */
  readonly atMost: number;
}

/** The articles of which more may be added and would narrow what a need lacks. Servers are chosen beforehand. */
function helpersOf(search: Search, at: NeedsAtHand, need: LinearNeed, added: SystemHoldings): Helper[] {
  const { rules, system, equipment } = search;
  const helpers: Helper[] = [];
  for (const { sku } of rules.licences) {
    const effect = need.effectOf(sku);
    if (effect <= 0 || equipment.has(sku) || !mayStandOn(rules, at.server, sku)) continue;
    const limit = at.server?.articleLimits.find((each) => each.sku === sku)?.atMost ?? MOST_UNITS;
    const left = Math.min(limit - at.counts.included(sku), MOST_UNITS) - (system[sku] ?? 0) - (added[sku] ?? 0);
    if (left > 0) helpers.push({ sku, effect, atMost: left });
  }
  return helpers;
}

/** As many as the need lacks, and as many as open no other need; the same number once. */
function stepsOf(at: NeedsAtHand, need: LinearNeed, { sku, effect, atMost }: Helper): Set<number> {
  const full = Math.min(Math.ceil(-need.slack / effect), atMost);
  let harmless = full;
  for (const other of at.needs) {
    if (!(other.active || other.licence === sku) || other.slack < 0) continue;
    const cost = -other.effectOf(sku);
    if (cost > 0) harmless = Math.min(harmless, Math.floor(other.slack / cost));
  }
  return new Set(harmless > 0 ? [harmless, full] : [full]);
}

/** At least so many units are still to come: what the need that lacks most takes of the article that gives most. */
function leastUnits(mendable: readonly { readonly need: LinearNeed; readonly helpers: readonly Helper[] }[]): number {
  return Math.max(
    0,
    ...mendable.map(({ need, helpers }) =>
      Math.ceil(-need.slack / Math.max(...helpers.map((helper) => helper.effect))),
    ),
  );
}

export function sumOf(left: SystemHoldings, right: SystemHoldings): SystemHoldings {
  const sum: Record<string, number> = { ...left };
  for (const [sku, quantity] of Object.entries(right)) sum[sku] = (sum[sku] ?? 0) + quantity;
  return sum;
}

export function unitsOf(holdings: SystemHoldings): number {
  return Object.values(holdings).reduce((sum, quantity) => sum + quantity, 0);
}

/** The articles with their quantities, by article number: equal for equal baskets. */
export function keyOf(holdings: SystemHoldings): string {
  return Object.entries(holdings)
    .filter(([, quantity]) => quantity > 0)
    .map(([sku, quantity]) => `${sku}:${quantity}`)
    .sort()
    .join(" ");
}
