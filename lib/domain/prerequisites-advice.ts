import type { HoldingCounts } from "./holdings";
import type { AdviceRule, PrerequisiteRules, ServerRule } from "./prerequisites-rules";
import type { Reason } from "./reason";

/** Advice of the price list that the system does not follow: so many of the article are advised. Never an obstacle. */
export interface Recommendation extends Reason {
  readonly sku: string;
  readonly advisedQuantity: number;
}

/**
 * The advice that a system does not follow, and the readings that it rests on. Advice holds where the server held runs the advised article
 * and one of the articles that use it is there. Source: price list, "Empfehlung".
 */
export function recommendationsOf(
  rules: PrerequisiteRules,
  counts: HoldingCounts,
  server: ServerRule | null,
): { readonly recommendations: readonly Recommendation[]; readonly readings: readonly string[] } {
  if (server === null) return { recommendations: [], readings: [] };
  const given = rules.advice.flatMap((advice) => {
    const recommendation = recommendationFrom(rules, counts, server, advice);
    return recommendation === null ? [] : [{ recommendation, reading: advice.reading }];
  });
  return {
    recommendations: given.map(({ recommendation }) => recommendation),
    readings: given.map(({ reading }) => reading),
  };
}

function recommendationFrom(
  rules: PrerequisiteRules,
  counts: HoldingCounts,
  server: ServerRule,
  advice: AdviceRule,
): Recommendation | null {
  const advised = rules.licences.find((licence) => licence.sku === advice.sku);
  if (!advised?.servers.includes(server.sku)) return null;
  if (!advice.where.some((sku) => counts.bought(sku) > 0)) return null;
  const users = Math.max(...advice.usersOf.map((skus) => skus.reduce((sum, sku) => sum + counts.standing(sku), 0)));
  const forUsers = Math.ceil(users / advice.perUsers);
  const minimum = advice.atLeast.with.some((sku) => counts.bought(sku) > 0) ? advice.atLeast.quantity : 0;
  const advisedQuantity = Math.max(forUsers, minimum);
  const held = counts.standing(advice.sku);
  if (held >= advisedQuantity) return null;
  const common = { article: advised.name, advised: advisedQuantity, held };
  const code = forUsers >= minimum ? "advice-per-users" : "advice-minimum";
  const params = forUsers >= minimum ? { ...common, users, perUsers: advice.perUsers } : common;
  const source = { document: rules.document, clause: advice.clause };
  return { sku: advice.sku, advisedQuantity, code, params, source };
}
