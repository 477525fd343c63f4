import { type Cents, share, toCents } from "./money";
import type { PrerequisiteRules, SystemHoldings } from "./prerequisites-rules";
import type { Reason } from "./reason";
import { isRefusal, type Refusal, refuse } from "./refusal";
import { articleSteps, type ListPrices, systemPrice } from "./system-price";
import type { Up2DateRules } from "./up2date-rules";

export interface OneTimeUpgradeOffer {
  readonly sku: string;
  readonly basisCents: Cents;
  readonly basisPoints: number;
  readonly amountCents: Cents;
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly derivation: readonly Reason[];
}

/**
 * The price of bringing a whole system from `fromRelease` to the newest: a percentage of the target system's current list price, half a cent
 * up. Each one allows maintenance to be bought at the same time. Refused: `release-unknown` (path `fromRelease`) and what `systemPrice`
 * refuses. Source: price list, "Migration from Release" and "OneTime Upgrade from Release".
 */
export function oneTimeUpgrade(
  prerequisites: PrerequisiteRules,
  up2date: Up2DateRules,
  fromRelease: number,
  system: SystemHoldings,
  prices: ListPrices,
): OneTimeUpgradeOffer | Refusal {
  const rule = up2date.oneTimeUpgrades.find((candidate) => candidate.fromRelease === fromRelease);
  if (rule === undefined) {
    const releases = up2date.oneTimeUpgrades
      .map((candidate) => candidate.fromRelease)
      .sort((left, right) => left - right);
    return refuse("release-unknown", { fromRelease, releases: releases.join(", ") }, "fromRelease");
  }
  const price = systemPrice(prerequisites, system, prices);
  if (isRefusal(price)) return price;
  const { basisCents } = price;
  const amountCents = toCents(share(basisCents, rule.basisPoints, 10_000));
  if (isRefusal(amountCents)) return amountCents;
  const source = { document: up2date.document, clause: rule.clause };
  const needsNewer = fromRelease === up2date.newestRelease;
  return {
    sku: rule.sku,
    basisCents,
    basisPoints: rule.basisPoints,
    amountCents,
    assumptions: rule.reading ? [...price.assumptions, { code: rule.reading, params: {}, source }] : price.assumptions,
    hints: [
      { code: "one-time-upgrade-whole-system", params: {}, source },
      ...(price.articles.length === 0 ? [{ code: "system-is-empty", params: {} }] : []),
      ...(needsNewer ? [{ code: "newer-release-needed", params: { fromRelease }, source }] : []),
    ],
    derivation: [
      ...articleSteps(price),
      { code: "percent-of-system", params: { percent: rule.basisPoints / 100, basisCents, amountCents }, source },
    ],
  };
}
