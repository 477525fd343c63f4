import { type Day, dayAfter } from "./dates";
import type { Reason } from "./reason";

/** A support plan on a system: a contract that covers what was bought together with it or after it. */
export interface SupportPlan {
  readonly contractId: string;
  readonly sku: string;
  readonly startsOn: Day;
  /** The day it ends on by notice; null while it runs on. */
  readonly endsOn: Day | null;
}

export interface CoveredLicence {
  readonly sku: string;
  readonly purchasedOn: readonly Day[];
}

/** The maintenance of a whole system, where its vendor sells such. `endsOn` null: none was ever bought. */
export interface MaintenanceCover {
  readonly endsOn: Day | null;
}

/**
 * What nobody covers although it looks covered. `bought-before-plan`: modules older than the running support plan. `lapsed`, `never-covered`:
 * the whole system has no maintenance any more, or never had.
 */
export interface CoverageGap {
  readonly kind: "bought-before-plan" | "lapsed" | "never-covered";
  /** Empty: the whole system. */
  readonly skus: readonly string[];
  readonly plan: SupportPlan | null;
  readonly reason: Reason;
}

/** A price list's articles of this group, where they have a term policy, are support plans. */
export const SUPPORT_PLAN_GROUP = "support-plan";

/**
 * The gaps of a system on a day. A plan covers the modules bought together with or after it (price list, footnote on support plans): of plans
 * that run at the same time the oldest counts. `changesOn` are the days on which a plan starts or ends.
 */
export function coverageGaps(
  plans: readonly SupportPlan[],
  licences: readonly CoveredLicence[],
  maintenance: MaintenanceCover | null,
  today: Day,
): { readonly gaps: readonly CoverageGap[]; readonly changesOn: readonly Day[] } {
  const gaps: CoverageGap[] = [];
  const running = plans
    .filter((plan) => plan.startsOn <= today && (plan.endsOn === null || plan.endsOn >= today))
    .sort((left, right) => (left.startsOn < right.startsOn ? -1 : 1));
  const plan = running[0];
  if (plan !== undefined) {
    const older = licences.filter((licence) => licence.purchasedOn.some((day) => day < plan.startsOn));
    if (older.length > 0) {
      const params = { count: older.length, planStartsOn: plan.startsOn };
      const skus = older.map((licence) => licence.sku).sort();
      gaps.push({ kind: "bought-before-plan", skus, plan, reason: { code: "coverage-bought-before-plan", params } });
    }
  }
  if (maintenance !== null && licences.length > 0) {
    if (maintenance.endsOn === null) {
      gaps.push({ kind: "never-covered", skus: [], plan: null, reason: { code: "coverage-never", params: {} } });
    } else if (maintenance.endsOn < today) {
      const reason = { code: "coverage-lapsed", params: { endsOn: maintenance.endsOn } };
      gaps.push({ kind: "lapsed", skus: [], plan: null, reason });
    }
  }
  return {
    gaps,
    changesOn: plans.flatMap((each) => [each.startsOn, ...(each.endsOn === null ? [] : [dayAfter(each.endsOn, 1)])]),
  };
}
