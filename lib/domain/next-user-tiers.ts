import type { PriceList, UserTier } from "./catalog";
import { figuresOf, tierIndexOf } from "./catalog-figures";
import { times } from "./money";
import {
  type Costs,
  isDue,
  isUnknown,
  minus,
  NO_COSTS,
  onceEach,
  plus,
  type SystemSteps,
  type UserStep,
} from "./next-user-costs";
import { type QuoteItem, quote } from "./pricing";
import { named, type OwnPrices } from "./pricing-request";
import type { Reason } from "./reason";
import { isRefusal, type Refusal } from "./refusal";
import { tierUpgrade } from "./tier-upgrade";
import type { TieredHolding } from "./tier-usage";

/** A system whose articles are priced by the users installed on it. */
export interface TieredSystem {
  readonly kind: "tiers";
  readonly systemId: string;
  readonly list: PriceList;
  /** PBX user licences and light ones together. */
  readonly installedUsers: number;
  /** User licences that each new user gets on this system. */
  readonly installedPerUser: number;
  readonly owned: readonly TieredHolding[];
  /** Subscribed articles, each with the users that it was chosen for. */
  readonly subscribed: readonly QuoteItem[];
  /** For articles in packs of users: how many of the users to be covered each new user adds. */
  readonly coveredPerUser: Readonly<Record<string, number>>;
  /** Prices that go before the printed ones; upgrades of owned tiers follow the printed table. */
  readonly own?: OwnPrices | undefined;
}

interface At {
  readonly costs: Costs;
  readonly tiers: ReadonlyMap<string, { readonly tier: string; readonly reasons: readonly Reason[] }>;
  readonly assumptions: readonly Reason[];
}

/**
 * Owned tiers cost the upgrade with the credit for what was paid; subscribed ones the difference between the monthly prices, which the paper
 * does not regulate and an assumption says; packs of users the packs that are started. A user has no price of his own here.
 */
export function stepsOnTiers(system: TieredSystem, users: number): SystemSteps {
  const steps: UserStep[] = [];
  const frame = { systemId: system.systemId, hints: hintsOf(system) };
  const assumptions: Reason[] = [];
  let before = costsWith(system, 0);
  for (let user = 1; user <= users; user += 1) {
    const at = isRefusal(before) ? before : costsWith(system, user);
    if (isRefusal(before) || isRefusal(at)) {
      const refusal = isRefusal(at) ? at : (before as Refusal);
      return { ...frame, steps, refused: { user, refusal }, assumptions: onceEach(assumptions) };
    }
    const last = before;
    const costs = minus(at.costs, last.costs);
    const reasons = [...at.tiers].flatMap(([key, { tier, reasons }]) =>
      last.tiers.get(key)?.tier === tier ? [] : reasons,
    );
    steps.push({ user, costs, beyond: costs, hurts: isDue(costs) || isUnknown(costs), reasons });
    assumptions.push(...at.assumptions);
    before = at;
  }
  return { ...frame, steps, refused: null, assumptions: onceEach(assumptions) };
}

/** What the system would cost beyond what is paid for, with so many new users. */
function costsWith(system: TieredSystem, newUsers: number): At | Refusal {
  const users = system.installedUsers + newUsers * system.installedPerUser;
  const tiers = new Map<string, { tier: string; reasons: readonly Reason[] }>();
  const assumptions: Reason[] = [];
  let costs = NO_COSTS;
  for (const holding of system.owned) {
    const licensed = system.list.userTiers.find((tier) => tier.label === holding.tier);
    if (licensed === undefined || licensed.upTo === null || users <= licensed.upTo) continue;
    const upgrade = upgradeOf(system.list, holding, licensed, users);
    if (isRefusal(upgrade)) return upgrade;
    const due = times(upgrade.dueCents, holding.units);
    if (isRefusal(due)) return due;
    costs = plus(costs, { ...NO_COSTS, oneOffCents: due });
    const params = {
      ...named({ figures: figuresOf(system.list) }, "article", holding.sku),
      tier: upgrade.fromTier,
      neededTier: upgrade.toTier,
      users,
      dueCents: due,
    };
    const [price] = upgrade.derivation;
    const step: Reason = { code: "next-user-moves-tier", params, source: price?.source };
    tiers.set(`owned ${holding.sku}`, { tier: upgrade.toTier, reasons: [step, ...upgrade.derivation] });
    assumptions.push(...upgrade.assumptions);
  }
  for (const [index, item] of system.subscribed.entries()) {
    const subscribed = subscribedWith(system, item, users, newUsers);
    if (isRefusal(subscribed)) return subscribed;
    costs = plus(costs, subscribed.costs);
    tiers.set(`subscribed ${index}`, { tier: subscribed.tier, reasons: [subscribed.reason] });
    assumptions.push(...subscribed.assumptions);
  }
  return { costs, tiers, assumptions };
}

function upgradeOf(list: PriceList, { sku, paidCents, units }: TieredHolding, licensed: UserTier, users: number) {
  return tierUpgrade(list, {
    sku,
    fromUsers: licensed.upTo ?? licensed.from,
    toUsers: users,
    ...(paidCents === null ? {} : { paidCents: Math.floor(paidCents / units) }),
  });
}

/** A subscription for the users then installed, or then to be covered: what it costs a month in all. */
function subscribedWith(
  { list, coveredPerUser, own }: TieredSystem,
  item: QuoteItem,
  installed: number,
  newUsers: number,
): { costs: Costs; tier: string; reason: Reason; assumptions: readonly Reason[] } | Refusal {
  const article = figuresOf(list).articles.get(item.sku)?.article;
  const packs = article?.measure.kind === "user-packs";
  const chosenFor = item.users ?? 0;
  const covered = chosenFor + newUsers * (coveredPerUser[item.sku] ?? 0);
  const users = packs ? covered : Math.max(chosenFor, installed);
  const quoted = quote(list, [item.users === undefined ? item : { ...item, users }], own);
  if (isRefusal(quoted)) return quoted;
  const [line] = quoted.lines;
  const tier = packs ? String(line?.quantity) : (line?.tier ?? "");
  const monthlyCents = quoted.totals.monthlyCents;
  const params = {
    ...named({ figures: figuresOf(list) }, "article", item.sku),
    tier,
    users,
    monthlyCents: monthlyCents ?? 0,
  };
  const [step] = quoted.derivation;
  const outgrown =
    !packs &&
    line?.tier !== undefined &&
    list.userTiers[tierIndexOf(list.userTiers, Math.max(1, chosenFor))]?.label !== tier;
  return {
    costs: { ...NO_COSTS, monthlyCents },
    tier,
    reason: { code: packs ? "next-user-starts-pack" : "next-user-moves-subscription", params, source: step?.source },
    assumptions: outgrown ? [{ code: "subscription-tier-not-regulated", params: {} }] : [],
  };
}

/** Users above a tier already: what is due for them is not the next user's. */
function hintsOf({ list, installedUsers, owned }: TieredSystem): Reason[] {
  return owned.flatMap((holding) => {
    const licensed = list.userTiers.find((tier) => tier.label === holding.tier);
    if (licensed === undefined || licensed.upTo === null || installedUsers <= licensed.upTo) return [];
    const names = named({ figures: figuresOf(list) }, "article", holding.sku);
    return [
      { code: "next-user-tier-exceeded-before", params: { ...names, tier: licensed.label, users: installedUsers } },
    ];
  });
}
