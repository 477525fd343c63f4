import { violationKey } from "./basket";
import { type LinearNeed, mayStandOn, needsOf } from "./basket-needs";
import { keyOf } from "./basket-search";
import { impossibleSystem, nameOf } from "./holdings";
import { type SystemCheck, type Violation, violationsOf } from "./prerequisites";
import type { PrerequisiteRules, SystemHoldings, SystemUsage } from "./prerequisites-rules";
import type { Reason } from "./reason";
import { isRefusal, type Refusal, refuse } from "./refusal";

/** Licences that lose what they stand on: so many of them would have to go too, or what they need would have to come back. */
export interface StrandedLicence {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly because: readonly Violation[];
}

export interface ReverseCheck {
  /** Obstacles that come, or grow, when the articles go. */
  readonly breaks: readonly Violation[];
  /** Obstacles that were there before and stay as they are. */
  readonly stillBroken: readonly Violation[];
  /** Obstacles that go with the articles. */
  readonly mended: readonly Violation[];
  /** What goes with them until the system passes again, in the price list's order. */
  readonly goesWith: readonly StrandedLicence[];
  /** Obstacles that no further removal takes away: the use of the system would have to change. */
  readonly remaining: readonly Violation[];
  /** The system without the articles, before anything else goes. */
  readonly check: SystemCheck;
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
}

/**
 * What breaks if articles go from a system, or fewer of them stay: the obstacles with their clause, and every licence that is left without
 * what it needs, down the chain (an OFFICE goes, its upgrade has nothing to turn, a TEAMDESK loses its OFFICE PLUS).
 * Refused: an article that the list does not know, and more units than there are (`removes-more-than-held`, path `removal.<sku>`).
 */
export function reverseCheck(
  rules: PrerequisiteRules,
  system: SystemHoldings,
  usage: SystemUsage,
  removal: SystemHoldings,
): ReverseCheck | Refusal {
  const unknown = impossibleSystem(rules, Object.fromEntries(Object.keys(removal).map((sku) => [sku, 0])), "removal");
  if (unknown !== null) return unknown;
  for (const [sku, quantity] of Object.entries(removal)) {
    const held = system[sku] ?? 0;
    if (quantity <= held) continue;
    return refuse("removes-more-than-held", { article: nameOf(rules, sku), quantity, held }, `removal.${sku}`);
  }
  const before = violationsOf(rules, system, usage);
  if (isRefusal(before)) return before;
  const left = without(system, removal);
  const check = checked(rules, left, usage);
  const shortages = new Map(before.violations.map((violation) => [violationKey(violation), shortageOf(violation)]));
  const grew = (violation: Violation) => {
    const shortage = shortages.get(violationKey(violation));
    return shortage === undefined || shortageOf(violation) > shortage;
  };
  const stays = new Set(check.violations.map(violationKey));
  const { goesWith, remaining } = chainOf(rules, left, usage);
  return {
    breaks: check.violations.filter(grew),
    stillBroken: check.violations.filter((violation) => !grew(violation)),
    mended: before.violations.filter((violation) => !stays.has(violationKey(violation))),
    goesWith,
    remaining,
    check,
    assumptions: check.assumptions,
    hints: check.hints,
  };
}

/** By how much an obstacle falls short or goes beyond; obstacles without figures are all of the same size. */
function shortageOf({ params }: Violation): number {
  const { needed, held, used, atMost } = params;
  if (typeof needed === "number" && typeof held === "number") return needed - held;
  if (typeof used === "number" && typeof atMost === "number") return used - atMost;
  return typeof held === "number" && typeof atMost === "number" ? held - atMost : 0;
}

/** Takes away what is left without its needs until nothing is. Each round looks at the system that the last one left. */
function chainOf(
  rules: PrerequisiteRules,
  left: SystemHoldings,
  usage: SystemUsage,
): { goesWith: StrandedLicence[]; remaining: readonly Violation[] } {
  const gone = new Map<string, { quantity: number; because: Violation[] }>();
  let system = left;
  for (;;) {
    const { violations } = checked(rules, system, usage);
    const stranded = strandedIn(rules, system, usage);
    if (keyOf(stranded) === "") {
      const goesWith = rules.licences.flatMap(({ sku, name }) => {
        const went = gone.get(sku);
        return went === undefined ? [] : [{ sku, name, ...went }];
      });
      return { goesWith, remaining: violations };
    }
    for (const [sku, quantity] of Object.entries(stranded)) {
      const went = gone.get(sku) ?? { quantity: 0, because: [] };
      const because = violations.filter((violation) => violation.sku === sku);
      gone.set(sku, { quantity: went.quantity + quantity, because: [...went.because, ...because] });
    }
    system = without(system, stranded);
  }
}

/** The units of each article that cannot stand as the system is. */
function strandedIn(rules: PrerequisiteRules, system: SystemHoldings, usage: SystemUsage): SystemHoldings {
  const { counts, server, needs } = needsOf(rules, system, usage);
  const stranded: Record<string, number> = {};
  const strand = (sku: string, quantity: number) => {
    const units = Math.min(quantity, counts.bought(sku));
    if (units > (stranded[sku] ?? 0)) stranded[sku] = units;
  };
  for (const { sku } of rules.licences) {
    if (!mayStandOn(rules, server, sku)) strand(sku, counts.bought(sku));
  }
  for (const need of needs) {
    if (need.licence !== null && need.active && need.slack < 0)
      strand(need.licence, unitsBeyond(need, counts.bought(need.licence)));
  }
  for (const { sku, atMost } of server?.articleLimits ?? []) {
    strand(sku, counts.bought(sku) + counts.included(sku) - atMost);
  }
  return stranded;
}

/** Of so many units of a licence those whose need is not met; a need of the whole system is nobody's in particular. */
function unitsBeyond(need: LinearNeed, bought: number): number {
  if (need.kind === "per-system") return bought;
  return Math.ceil(-need.slack / Math.max(1, -need.effectOf(need.licence ?? "")));
}

function without(system: SystemHoldings, removal: SystemHoldings): SystemHoldings {
  return Object.fromEntries(Object.entries(system).map(([sku, quantity]) => [sku, quantity - (removal[sku] ?? 0)]));
}

/** A part of a system that can exist can exist. */
function checked(rules: PrerequisiteRules, system: SystemHoldings, usage: SystemUsage): SystemCheck {
  const check = violationsOf(rules, system, usage);
  if (isRefusal(check)) throw new Error(`${check.code}: a part of a system that can exist`);
  return check;
}
