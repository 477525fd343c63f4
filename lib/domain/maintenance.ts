import { type Day, dayAfter } from "./dates";
import type { Cents } from "./money";
import { oneTimeUpgrade } from "./one-time-upgrade";
import type { Reason } from "./reason";
import { isRefusal, type Refusal, refuse } from "./refusal";
import { systemPrice } from "./system-price";
import { newUp2Date, type SystemAtList } from "./up2date";

/** What renewing a system's maintenance costs, and what the way back in costs on top once it has lapsed. Whole cents; null is unknown. */
export interface MaintenanceCost {
  readonly renewalCents: Cents | null;
  readonly reentryCents: Cents | null;
  /** Rests on at least one made-up sample price. */
  readonly sample: boolean;
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly derivation: readonly Reason[];
  /** Why a figure is unknown; null where both are known. */
  readonly refusal: Refusal | null;
}

/**
 * Both figures for a system at list prices, for as many `years` as its last term, from the day after `currentEnd`. `release` null: it is not
 * recorded from which release the upgrade would start, so its price is unknown. `samples`: articles whose list price is made up. Source: price list, "Up2Date" and "OneTime Upgrade".
 */
export function maintenanceCost(
  at: SystemAtList,
  years: number,
  currentEnd: Day,
  release: number | null,
  samples: ReadonlySet<string>,
): MaintenanceCost {
  const price = systemPrice(at.prerequisites, at.system, at.prices);
  const renewal = newUp2Date(at, years, { kind: "agreed", startsOn: dayAfter(currentEnd, 1) });
  const upgrade =
    release === null
      ? refuse("release-not-recorded")
      : oneTimeUpgrade(at.prerequisites, at.up2date, release, at.system, at.prices);
  const offers = [...(isRefusal(renewal) ? [] : [renewal]), ...(isRefusal(upgrade) ? [] : [upgrade])];
  const refusals = [renewal, upgrade].filter(isRefusal);
  return {
    renewalCents: isRefusal(renewal) ? null : renewal.amountCents,
    reentryCents: isRefusal(upgrade) ? null : upgrade.amountCents,
    sample: !isRefusal(price) && price.articles.some((article) => samples.has(article.sku)),
    assumptions: uniqueByCode(offers.flatMap((offer) => offer.assumptions)),
    hints: uniqueByCode(offers.flatMap((offer) => offer.hints)),
    derivation: uniqueByFigures(offers.flatMap((offer) => offer.derivation)),
    refusal: refusals[0] ?? null,
  };
}

function uniqueByCode(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [reason.code, reason])).values()];
}

/** Both figures start from the same list prices: each step is told once. */
function uniqueByFigures(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify([reason.code, reason.params]), reason])).values()];
}
