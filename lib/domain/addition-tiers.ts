import type { AdditionLine, CalcDraft, TierEffect } from "./addition";
import type { PriceList } from "./catalog";
import { times } from "./money";
import { NO_COSTS } from "./next-user-costs";
import type { QuoteItem } from "./pricing";
import type { Reason } from "./reason";
import { isRefusal } from "./refusal";
import { type TierUpgrade, type TierUpgradeQuestion, tierUpgrade } from "./tier-upgrade";
import { type TieredHolding, tierUsage } from "./tier-usage";

/** What further installed users do to a tiered article. Source as in `tierUsage`. */
export function tierEffect(
  list: PriceList,
  holding: TieredHolding,
  installedUsers: number | null,
  usersAfter: number | null,
): TierEffect[] {
  const [before, after] = [installedUsers, usersAfter].map((users) => tierUsage(list, holding, users));
  if (!before || !after) return [];
  const tierBefore = before.exceeded ? before.neededTier : before.licensedTier;
  return [
    {
      sku: holding.sku,
      mode: holding.mode,
      licensedTier: after.licensedTier,
      upTo: after.upTo,
      neededTier: after.exceeded ? after.neededTier : null,
      exceededBefore: before.exceeded,
      moves: after.exceeded && after.neededTier !== tierBefore,
      dueCents: after.exceeded ? after.dueCents : null,
      derivation: after.exceeded ? after.derivation : [],
    },
  ];
}

interface Upgraded {
  readonly line: AdditionLine;
  /** Units of the wish that are no upgrade, because so many are not owned. */
  readonly left: number;
  readonly assumptions: readonly Reason[];
  readonly hints: readonly Reason[];
  readonly request: CalcDraft;
}

/** A higher tier of an article that is owned in a lower one: what was paid is credited. Null where the wish is none. */
export function upgradeWish(list: PriceList, holding: TieredHolding | undefined, wish: QuoteItem): Upgraded | null {
  const { sku, users, mode, quantity = 1 } = wish;
  const licensed = list.userTiers.find((tier) => tier.label === holding?.tier);
  if (holding === undefined || mode !== "purchase" || users === undefined || !licensed?.upTo) return null;
  if (users <= licensed.upTo) return null;
  const { units, paidCents } = holding;
  const question: TierUpgradeQuestion = {
    sku,
    fromUsers: licensed.upTo,
    toUsers: users,
    ...(paidCents === null ? {} : { paidCents: Math.floor(paidCents / units) }),
  };
  const upgrade = tierUpgrade(list, question);
  if (isRefusal(upgrade)) return null;
  const upgraded = Math.min(quantity, units);
  return {
    line: { ...upgradeLine(upgrade, sku, upgraded), part: "wish" },
    left: quantity - upgraded,
    assumptions: upgrade.assumptions,
    hints: upgrade.hints,
    request: { op: "tier-upgrade", vendor: list.vendor, ...question },
  };
}

/** What the installed users make due on an article that is owned; null where the tier does not move, or is subscribed. */
export function movedTier(
  list: PriceList,
  holding: TieredHolding,
  effect: TierEffect | undefined,
  usersAfter: number | null,
): Upgraded | null {
  if (effect?.moves !== true || usersAfter === null) return null;
  const wish: QuoteItem = { sku: holding.sku, mode: holding.mode, users: usersAfter, quantity: holding.units };
  const upgraded = upgradeWish(list, holding, wish);
  return upgraded === null ? null : { ...upgraded, line: { ...upgraded.line, part: "tier" } };
}

function upgradeLine(upgrade: TierUpgrade, sku: string, quantity: number): AdditionLine {
  const due = times(upgrade.dueCents, quantity);
  const credit = times(upgrade.creditCents, quantity);
  return {
    ...NO_COSTS,
    part: "tier",
    sku,
    profile: null,
    mode: "purchase",
    termMonths: null,
    quantity,
    tier: upgrade.toTier,
    isUpgrade: true,
    oneOffCents: isRefusal(due) ? null : due,
    prices: [{ charge: "oneOff", unitCents: upgrade.dueCents, units: quantity, own: false }],
    creditCents: isRefusal(credit) ? null : credit,
    sample: false,
    onRequest: false,
    needsOverride: null,
    because: [],
    derivation: upgrade.derivation,
  };
}
