import { countHoldings, type HoldingCounts, impossibleSystem, nameOf } from "./holdings";
import { articleLimitsOf, serverHeld, usageLimitsOf } from "./limits";
import { type Recommendation, recommendationsOf } from "./prerequisites-advice";
import type {
  LicenceRule,
  Need,
  PrerequisiteRules,
  ServerRule,
  SystemHoldings,
  SystemUsage,
} from "./prerequisites-rules";
import type { Reason, Source } from "./reason";
import type { Refusal } from "./refusal";

/** `missing`: something it needs is not there. `excluded`: the server held forbids it. `limit`: more than the server held allows. */
export type ViolationKind = "missing" | "excluded" | "limit";

/** One obstacle: the article that may not stand as it does, why (code and figures), and the clause that says so. */
export interface Violation extends Reason {
  readonly sku: string;
  readonly kind: ViolationKind;
}

export interface SystemCheck {
  readonly violations: readonly Violation[];
  readonly recommendations: readonly Recommendation[];
  /** The server held, after upgrades; null where none stands. */
  readonly serverHeld: string | null;
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly derivation: readonly Reason[];
}

/**
 * Every obstacle in a system as it is, or would be: needs not met, articles that the server held excludes, limits passed; and the advice
 * not followed. Quantities and usage counts are whole numbers from 0. Refused (`more-than-one`, `licence-unknown`) is a system that cannot
 * exist at all. Source: the price list's "Voraussetzungen" and "Einschränkungen"; each violation names its own clause.
 */
export function violationsOf(
  rules: PrerequisiteRules,
  system: SystemHoldings,
  usage: SystemUsage,
): SystemCheck | Refusal {
  const impossible = impossibleSystem(rules, system);
  if (impossible !== null) return impossible;
  const counts = countHoldings(rules, system);
  const server = serverHeld(rules, counts);
  const check: OpenCheck = { rules, counts, server, usage, violations: [], readings: new Set() };

  for (const licence of rules.licences) if (counts.bought(licence.sku) > 0) checkLicence(check, licence);
  if (server !== null) {
    checkArticleLimits(check, server);
    checkUsageLimits(check, server);
  }
  const { recommendations, readings } = recommendationsOf(rules, counts, server);
  for (const reading of readings) check.readings.add(reading);
  noteReadings(check);
  return {
    violations: check.violations,
    recommendations,
    serverHeld: server?.sku ?? null,
    assumptions: [...check.readings].map((code) => ({ code, params: {} })),
    hints: server?.hints.map((hint) => ({ code: hint.code, params: {}, source: sourceIn(rules, hint.clause) })) ?? [],
    derivation: [
      server === null
        ? { code: "no-server-held", params: {} }
        : { code: "server-held", params: { server: nameOf(rules, server.sku) } },
    ],
  };
}

interface OpenCheck {
  readonly rules: PrerequisiteRules;
  readonly counts: HoldingCounts;
  readonly server: ServerRule | null;
  readonly usage: SystemUsage;
  readonly violations: Violation[];
  readonly readings: Set<string>;
}

function checkLicence(check: OpenCheck, licence: LicenceRule): void {
  const { rules, counts, server } = check;
  const article = licence.name;
  const exclusion = server?.exclusions.find((candidate) => candidate.skus.includes(licence.sku));
  if (server && exclusion) {
    const params = { article, server: nameOf(rules, server.sku) };
    check.violations.push({
      sku: licence.sku,
      kind: "excluded",
      code: "excluded-by-server",
      params,
      source: sourceIn(rules, exclusion.clause),
    });
    if (exclusion.reading) check.readings.add(exclusion.reading);
    return;
  }
  if (licence.servers.length > 0 && !(server && licence.servers.includes(server.sku))) {
    const params = { article, needs: namesOf(rules, licence.servers) };
    check.violations.push({
      sku: licence.sku,
      kind: "missing",
      code: "needs-server",
      params,
      source: sourceIn(rules, licence.clause),
    });
    return; // What else it needs shows once its server stands.
  }
  for (const { upgrade, turned, withoutBase } of counts.turned) {
    if (upgrade.sku !== licence.sku || withoutBase === 0) continue;
    const params = { article, base: nameOf(rules, upgrade.from), needed: turned + withoutBase, held: turned };
    check.violations.push({
      sku: licence.sku,
      kind: "missing",
      code: "needs-base",
      params,
      source: sourceIn(rules, upgrade.clause),
    });
  }
  for (const need of licence.needs) checkNeed(check, licence, need);
}

function checkNeed(check: OpenCheck, licence: LicenceRule, need: Need): void {
  const { rules, counts, usage } = check;
  const use = need.when?.find((flag) => usage[flag] === true);
  if (need.when && use === undefined) return;
  const held = need.anyOf.reduce((sum, sku) => sum + counts.standing(sku), 0);
  const needed = need.kind === "each" ? counts.bought(licence.sku) * need.quantity : need.quantity;
  if (need.reading) check.readings.add(need.reading);
  if (held >= needed) return;
  const params = { article: licence.name, needs: namesOf(rules, need.anyOf), needed, held };
  const violation = { sku: licence.sku, kind: "missing" as const, source: sourceIn(rules, need.clause) };
  if (use !== undefined)
    check.violations.push({ ...violation, code: "needs-each-in-use", params: { ...params, usage: use } });
  else check.violations.push({ ...violation, code: need.kind === "each" ? "needs-each" : "needs-in-system", params });
}

function checkArticleLimits(check: OpenCheck, server: ServerRule): void {
  const { rules, counts } = check;
  for (const { limit, held, included } of articleLimitsOf(counts, server)) {
    if (held === 0) continue;
    if (limit.reading) check.readings.add(limit.reading);
    if (held <= limit.atMost) continue;
    const params = {
      article: nameOf(rules, limit.sku),
      server: nameOf(rules, server.sku),
      atMost: limit.atMost,
      held,
      included,
    };
    check.violations.push({
      sku: limit.sku,
      kind: "limit",
      code: "limit-of-server",
      params,
      source: sourceIn(rules, limit.clause),
    });
  }
}

function checkUsageLimits(check: OpenCheck, server: ServerRule): void {
  const { rules, counts, usage } = check;
  for (const { limit, atMost, told, used } of usageLimitsOf(rules, counts, server, usage)) {
    if (used > (told ?? 0)) check.readings.add("part-counts-for-whole");
    if (used <= atMost) continue;
    const params = { server: nameOf(rules, server.sku), usage: limit.usage, atMost, used };
    const code = limit.kind === "excluded" ? "usage-excluded-by-server" : "usage-limit-of-server";
    check.violations.push({ sku: server.sku, kind: limit.kind, code, params, source: sourceIn(rules, limit.clause) });
  }
}

/** Names the readings that this system depends on as a whole: two servers side by side, and included units that outlive an upgrade. */
function noteReadings({ rules, counts, server, readings }: OpenCheck): void {
  const serversBought = rules.servers.filter((rule) => counts.bought(rule.sku) > 0);
  if (server?.readingBesideAnother && serversBought.length > 1) readings.add(server.readingBesideAnother);
  for (const inclusion of rules.inclusions) {
    const upgraded = counts.turned.some(({ upgrade, turned }) => upgrade.from === inclusion.with && turned > 0);
    if (upgraded && inclusion.readingAfterUpgrade) readings.add(inclusion.readingAfterUpgrade);
  }
}

function sourceIn(rules: PrerequisiteRules, clause: string): Source {
  return { document: rules.document, clause };
}

function namesOf(rules: PrerequisiteRules, skus: readonly string[]): string {
  return skus.map((sku) => nameOf(rules, sku)).join(" / ");
}
