import type { Mode, PriceList } from "./catalog";
import { tierIndexOf } from "./catalog-figures";
import type { Day } from "./dates";
import { type Cents, sum, times } from "./money";
import type { Reason } from "./reason";
import { isRefusal } from "./refusal";
import { tierUpgrade } from "./tier-upgrade";

/** One purchase of an article with tiers. */
export interface TierPurchase {
  readonly tier: string;
  readonly quantity: number;
  readonly purchasedOn: Day;
  readonly paidCents: Cents | null;
}

/** What a system holds of an article with tiers. */
export interface TieredHolding {
  readonly sku: string;
  readonly mode: Mode;
  /** Label of the highest tier licensed. */
  readonly tier: string;
  /** Server licences that it was bought for. */
  readonly units: number;
  /** What the present tier has cost for all units: a first purchase, and every upgrade paid on top. Null: not recorded. */
  readonly paidCents: Cents | null;
  /** The day of the newest purchase, or the first day of the subscription. */
  readonly since: Day;
}

export interface TierUsage {
  readonly sku: string;
  readonly mode: Mode;
  readonly licensedTier: string;
  /** The last user of the licensed tier; null for the open one. */
  readonly upTo: number | null;
  readonly installedUsers: number | null;
  readonly exceeded: boolean;
  /** The tier that the installed users need where exceeded, or that one more user would need where full; null otherwise. */
  readonly neededTier: string | null;
  /** What moving to `neededTier` costs after the credit; null where there is none, or it is unknown (a subscription's is not regulated). */
  readonly dueCents: Cents | null;
  readonly derivation: readonly Reason[];
}

/** Purchases of one article taken together; null where none names a tier of the list. Upgrades are purchases of a higher tier. */
export function holdingOf(list: PriceList, sku: string, purchases: readonly TierPurchase[]): TieredHolding | null {
  const rank = (tier: string) => list.userTiers.findIndex((each) => each.label === tier);
  const known = purchases.filter((purchase) => rank(purchase.tier) >= 0);
  const highest = Math.max(...known.map((purchase) => rank(purchase.tier)));
  const tier = list.userTiers[highest]?.label;
  if (tier === undefined) return null;
  const paid = known.map((purchase) => purchase.paidCents);
  const paidCents = paid.some((cents) => cents === null) ? null : sum(paid as Cents[]);
  return {
    sku,
    mode: "purchase",
    tier,
    units: known.filter((purchase) => purchase.tier === tier).reduce((units, purchase) => units + purchase.quantity, 0),
    paidCents: isRefusal(paidCents) ? null : paidCents,
    since: known.map((purchase) => purchase.purchasedOn).reduce((last, day) => (day > last ? day : last)),
  };
}

/**
 * An article with tiers against the users installed (PBX user licences and light ones together; null is unknown, and then nothing is said
 * about it). Purchased tiers are priced with the credit of `tierUpgrade`, for all server licences. Source: price list, footnote on
 * exceeding a tier; null for a tier that the list does not have.
 */
export function tierUsage(list: PriceList, holding: TieredHolding, installedUsers: number | null): TierUsage | null {
  const licensed = list.userTiers.find((tier) => tier.label === holding.tier);
  if (licensed === undefined) return null;
  const base = {
    sku: holding.sku,
    mode: holding.mode,
    licensedTier: licensed.label,
    upTo: licensed.upTo,
    installedUsers,
  };
  const quiet = { ...base, exceeded: false, neededTier: null, dueCents: null, derivation: [] };
  if (installedUsers === null || licensed.upTo === null || installedUsers < licensed.upTo) return quiet;
  const exceeded = installedUsers > licensed.upTo;
  const users = exceeded ? installedUsers : installedUsers + 1;
  const neededTier = list.userTiers[tierIndexOf(list.userTiers, users)]?.label ?? null;
  if (holding.mode === "subscription") return { ...base, exceeded, neededTier, dueCents: null, derivation: [] };
  const { units, paidCents } = holding;
  const upgrade = tierUpgrade(list, {
    sku: holding.sku,
    fromUsers: licensed.upTo,
    toUsers: users,
    ...(paidCents === null ? {} : { paidCents: Math.floor(paidCents / units) }),
  });
  if (isRefusal(upgrade)) return { ...base, exceeded, neededTier, dueCents: null, derivation: [] };
  const due = times(upgrade.dueCents, units);
  return {
    ...base,
    exceeded,
    neededTier,
    dueCents: isRefusal(due) ? null : due,
    derivation: [...upgrade.assumptions, ...upgrade.derivation],
  };
}

/** The sum over the tiers that `which` picks; null where none is picked or one of them is unknown. */
export function dueOverTiers(usages: readonly TierUsage[], which: "exceeded" | "full"): Cents | null {
  const picked = usages.filter((usage) => (which === "exceeded" ? usage.exceeded : usage.neededTier !== null));
  if (picked.length === 0 || picked.some((usage) => usage.dueCents === null)) return null;
  const total = sum(picked.map((usage) => usage.dueCents ?? 0));
  return isRefusal(total) ? null : total;
}
