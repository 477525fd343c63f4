import { smallestBasket } from "./basket";
import type { Condition, PriceList } from "./catalog";
import { figuresOf } from "./catalog-figures";
import { nameOf } from "./holdings";
import { type BookedSystem, stepsOnBooked } from "./next-user-booked";
import { type Costs, minus, NO_COSTS, plus, type SystemSteps, weightOf } from "./next-user-costs";
import type { LicencedSystem } from "./next-user-licences";
import { wishFor } from "./next-user-licences";
import type { QuoteItem } from "./pricing";
import { named } from "./pricing-request";
import type { Reason } from "./reason";
import { isRefusal } from "./refusal";

/** So many users more are looked at: what a step brings lies no further where it brings anything. */
const MOST_MORE = 25;

/**
 * Ways that cost less in all than what was chosen for `users` on an account: another profile that costs at least as much by itself but
 * keeps (or lifts) the discount, and a few more users who reach the next price for all. Weighed over two years; only what costs less a
 * month counts. None where a user was refused or a price is unknown.
 */
export function cheaperOnBooked(system: BookedSystem, users: number, chosen: SystemSteps): Reason[] {
  const costs = sumOf(chosen);
  if (chosen.refused !== null || costs.monthlyCents === null) return [];
  return [...otherProfiles(system, users, costs), ...moreUsers(system, users, costs)];
}

function otherProfiles(system: BookedSystem, users: number, costs: Costs): Reason[] {
  const { list, perUser } = system;
  const chosen = perUser.find(({ sku }) => list.profiles.includes(sku))?.sku;
  if (chosen === undefined) return [];
  const monthly = monthlyOf(system, perUser);
  return list.profiles.flatMap((profile) => {
    const instead = profile === chosen ? null : withProfile(list, perUser, chosen, profile);
    if (instead === null || monthlyOf(system, instead) < monthly) return [];
    const steps = stepsOnBooked({ ...system, perUser: instead }, users);
    const other = sumOf(steps);
    if (steps.refused !== null || !isLess(other, costs)) return [];
    const options = instead.filter(
      ({ sku, profile: of }) => of === profile && !perUser.some((item) => item.sku === sku),
    );
    const params = {
      ...named({ figures: figuresOf(list) }, "profile", profile),
      ...(options[0] === undefined ? {} : named({ figures: figuresOf(list) }, "option", options[0].sku)),
      users,
      monthlyCents: other.monthlyCents ?? 0,
      insteadCents: costs.monthlyCents ?? 0,
    };
    return [{ code: "next-user-other-profile", params, source: figuresOf(list).discount?.source }];
  });
}

/** The same for a user with another profile: his options as that profile has them, and what the discount asks for. Null: not to be had. */
function withProfile(
  list: PriceList,
  perUser: readonly QuoteItem[],
  from: string,
  to: string,
): readonly QuoteItem[] | null {
  const items: QuoteItem[] = [];
  for (const item of perUser) {
    if (item.sku === from) items.push({ ...item, sku: to });
    else if (item.profile !== from) items.push(item);
    else {
      const status = statusOf(list, item.sku, to);
      if (status === "unavailable") return null;
      if (status === "priced") items.push({ ...item, profile: to });
    }
  }
  const needs = list.conditions
    .filter(
      (each): each is Extract<Condition, { kind: "whole-company-discount" }> => each.kind === "whole-company-discount",
    )
    .flatMap((condition) => condition.needsOption);
  for (const { profile, option } of needs) {
    if (profile === to && !items.some(({ sku }) => sku === option)) items.push({ sku: option, profile: to });
  }
  return items;
}

function statusOf(list: PriceList, sku: string, profile: string) {
  const price = figuresOf(list).articles.get(sku)?.price;
  return (price?.kind === "by-profile" ? price.profiles.get(profile)?.status : undefined) ?? "unavailable";
}

/** What a user's articles cost a month by themselves; only profiles and their options have a price of this kind. */
function monthlyOf({ list, own }: BookedSystem, items: readonly QuoteItem[]): number {
  return items.reduce((sum, { sku, profile, quantity }) => {
    const price = figuresOf(list).articles.get(sku)?.price;
    const offer = price?.kind === "by-profile" ? price.profiles.get(profile ?? "") : undefined;
    const charges = price?.kind === "flat" ? price.charges : offer?.status === "priced" ? offer.charges : [];
    const printed = charges.find(([charge]) => charge === "monthly")?.[1].cents;
    const cents = printed === undefined ? 0 : (own?.({ sku, charge: "monthly", profile })?.cents ?? printed);
    return sum + cents * (quantity ?? 1);
  }, 0);
}

function moreUsers(system: BookedSystem, users: number, costs: Costs): Reason[] {
  const { steps } = stepsOnBooked(system, users + MOST_MORE);
  let sum = steps
    .slice(0, users)
    .map((step) => step.costs)
    .reduce(plus, NO_COSTS);
  let best: { readonly more: number; readonly costs: Costs } | null = null;
  for (const [index, step] of steps.slice(users).entries()) {
    sum = plus(sum, step.costs);
    if (isLess(sum, best?.costs ?? costs)) best = { more: index + 1, costs: sum };
  }
  if (best === null) return [];
  const difference = minus(best.costs, costs);
  const params = {
    more: best.more,
    users: users + best.more,
    savedCents: -(difference.monthlyCents ?? 0),
    oneOffCents: difference.oneOffCents ?? 0,
  };
  return [{ code: "next-user-more-cost-less", params, source: steps[users + best.more - 1]?.reasons[0]?.source }];
}

function isLess(left: Costs, right: Costs): boolean {
  return (
    left.monthlyCents !== null &&
    right.monthlyCents !== null &&
    left.monthlyCents < right.monthlyCents &&
    weightOf(left) < weightOf(right)
  );
}

function sumOf({ steps }: SystemSteps): Costs {
  return steps.map((step) => step.costs).reduce(plus, NO_COSTS);
}

/** A basket that works as well and costs less at list prices, where the smallest one does not happen to be the cheapest. */
export function cheaperOnLicences(system: LicencedSystem, users: number): Reason[] {
  const { rules, usage, prices } = system;
  const answer = smallestBasket(rules, { system: system.system, usage, wish: wishFor(system, users), prices });
  if (isRefusal(answer)) return [];
  const { basket } = answer;
  return answer.alternatives.flatMap(({ articles, priceCents }) => {
    if (priceCents === null || basket.priceCents === null || priceCents >= basket.priceCents) return [];
    const named = articles.map(({ sku, quantity }) => `${quantity} × ${nameOf(rules, sku)}`).join(", ");
    const params = { articles: named, priceCents, savedCents: basket.priceCents - priceCents };
    return [{ code: "next-user-other-basket", params, source: articles[0]?.because[0]?.source }];
  });
}
