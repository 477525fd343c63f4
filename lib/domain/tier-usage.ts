import type { Mode, PriceList, UserTier } from "./catalog";
import { figuresOf, tierIndexOf } from "./catalog-figures";
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
  /** The chosen term of a subscription; null or absent: not recorded, or a purchase. */
  readonly termMonths?: number | null;
}

/** The tier above: what the installed users need where the licensed one is exceeded, else the next. Costs are for all server licences. */
export interface TierStep {
  readonly tier: string;
  /** The first user who needs it. */
  readonly fromUsers: number;
  /** Once, after the credit; null for a subscription, or unknown. */
  readonly dueCents: Cents | null;
  /** More a month than the licensed tier, at list; null for a purchase, or unknown. */
  readonly monthlyCents: Cents | null;
  readonly derivation: readonly Reason[];
}

export interface TierUsage {
  readonly sku: string;
  readonly mode: Mode;
  readonly licensedTier: string;
  /** The last user of the licensed tier; null for the open one. */
  readonly upTo: number | null;
  readonly installedUsers: number | null;
  readonly exceeded: boolean;
  /** Null for the open tier, above which there is none. */
  readonly next: TierStep | null;
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
  const exceeded = installedUsers !== null && licensed.upTo !== null && installedUsers > licensed.upTo;
  const next = stepAbove(list, holding, licensed, exceeded ? installedUsers : null);
  const isNeeded = installedUsers !== null && licensed.upTo !== null && installedUsers >= licensed.upTo;
  return {
    sku: holding.sku,
    mode: holding.mode,
    licensedTier: licensed.label,
    upTo: licensed.upTo,
    installedUsers,
    exceeded,
    next,
    neededTier: isNeeded ? (next?.tier ?? null) : null,
    dueCents: isNeeded ? (next?.dueCents ?? null) : null,
    derivation: isNeeded ? (next?.derivation ?? []) : [],
  };
}

/** The step to the tier of so many users, or (null) to the one after the licensed tier. */
function stepAbove(
  list: PriceList,
  holding: TieredHolding,
  licensed: UserTier,
  neededFor: number | null,
): TierStep | null {
  if (licensed.upTo === null) return null;
  const users = neededFor ?? licensed.upTo + 1;
  const target = list.userTiers[tierIndexOf(list.userTiers, users)];
  if (target === undefined) return null;
  const frame = { tier: target.label, fromUsers: target.from };
  if (holding.mode === "subscription")
    return {
      ...frame,
      dueCents: null,
      monthlyCents: monthlyDifference(list, holding, licensed.upTo, users),
      derivation: [{ code: "subscription-tier-not-regulated", params: {} }],
    };
  const { units, paidCents } = holding;
  const upgrade = tierUpgrade(list, {
    sku: holding.sku,
    fromUsers: licensed.upTo,
    toUsers: users,
    ...(paidCents === null ? {} : { paidCents: Math.floor(paidCents / units) }),
  });
  if (isRefusal(upgrade)) return { ...frame, dueCents: null, monthlyCents: null, derivation: [] };
  const due = times(upgrade.dueCents, units);
  return {
    ...frame,
    dueCents: isRefusal(due) ? null : due,
    monthlyCents: null,
    derivation: [...upgrade.assumptions, ...upgrade.derivation],
  };
}

/** What a subscription costs more a month at list for the chosen term; null where the term is not recorded or has no price. */
function monthlyDifference(list: PriceList, holding: TieredHolding, fromUsers: number, toUsers: number): Cents | null {
  const price = figuresOf(list).articles.get(holding.sku)?.price;
  const byTier = price?.kind === "by-form" ? price.subscription.get(holding.termMonths ?? 0) : undefined;
  const [present, target] = [fromUsers, toUsers].map((users) => byTier?.[tierIndexOf(list.userTiers, users)]?.cents);
  if (present === undefined || target === undefined) return null;
  const more = times(target - present, holding.units);
  return isRefusal(more) ? null : more;
}

/** The sum over the tiers that `which` picks; null where none is picked or one of them is unknown. */
export function dueOverTiers(usages: readonly TierUsage[], which: "exceeded" | "full"): Cents | null {
  const picked = usages.filter((usage) => (which === "exceeded" ? usage.exceeded : usage.neededTier !== null));
  if (picked.length === 0 || picked.some((usage) => usage.dueCents === null)) return null;
  const total = sum(picked.map((usage) => usage.dueCents ?? 0));
  return isRefusal(total) ? null : total;
}
