import { type FigureStep, type PriceFigures, stepReached } from "./catalog-figures";
import { unitsOf } from "./pricing-conditions";
import type { Discount } from "./pricing-discount";
import { named, type PricedItem, type PricedRequest } from "./pricing-request";
import type { Reason } from "./reason";

/** What a reseller should know before he offers these prices, in the order of the items. Nothing here changes a figure. */
export function adviceOn(request: PricedRequest, discount: Discount | null): Reason[] {
  const advice: Reason[] = [];
  for (const { item, units } of alike(request.items)) {
    const { price } = item.priced;
    if (price.kind === "volume") advice.push(...largerQuantityCostsLess(request, item.item.sku, price));
    if (price.kind === "by-form")
      advice.push(...dearerThanPurchase(request, item, units), ...lastOfTier(request, item, units));
  }
  return discount === null ? advice : [...advice, ...discountAdvice(request, discount)];
}

/** Items of the same article in the same form are advised on once, with their units together. */
function alike(items: readonly PricedItem[]): Iterable<{ item: PricedItem; units: number }> {
  const groups = new Map<string, { item: PricedItem; units: number }>();
  for (const item of items) {
    const { kind } = item.priced.price;
    if (kind !== "volume" && kind !== "by-form") continue;
    const { sku, mode, termMonths } = item.item;
    const key = kind === "volume" ? sku : `${sku}|${mode}|${termMonths}|${item.tierIndex}|${item.tierIsFull}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { item, units: item.units });
    else group.units += item.units;
  }
  return groups.values();
}

/** A step further on where more units cost less in all: 48 to 50 units at 6.50 cost more than 51 at 6.00. */
function largerQuantityCostsLess(
  request: PricedRequest,
  sku: string,
  { charge, steps }: Extract<PriceFigures, { kind: "volume" }>,
): Reason[] {
  const quantity = unitsOf(request, sku);
  const costs = quantity * stepReached(steps, quantity).figure.cents;
  const cheaper = steps.find((step) => step.from > quantity && step.from * step.figure.cents < costs);
  if (cheaper === undefined) return [];
  const cheaperCents = cheaper.from * cheaper.figure.cents;
  const params = { quantity, costsCents: costs, cheaperQuantity: cheaper.from, cheaperCents, charge };
  const source = cheaper.figure.source;
  return [{ code: "larger-quantity-costs-less", params: { ...named(request, "article", sku), ...params }, source }];
}

/** A subscription whose whole term costs more than the purchase, and the month from which it does. */
function dearerThanPurchase(request: PricedRequest, { item, priced, tierIndex }: PricedItem, units: number): Reason[] {
  const { price } = priced;
  if (price.kind !== "by-form" || item.mode !== "subscription" || item.termMonths === undefined) return [];
  const purchase = price.purchase[tierIndex ?? 0];
  const monthly = price.subscription.get(item.termMonths)?.[tierIndex ?? 0];
  if (purchase === undefined || monthly === undefined || monthly.cents * item.termMonths <= purchase.cents) return [];
  const params = {
    ...named(request, "article", item.sku),
    termMonths: item.termMonths,
    units,
    termCents: monthly.cents * item.termMonths * units,
    purchaseCents: purchase.cents * units,
    fromMonth: Math.floor(purchase.cents / monthly.cents) + 1,
  };
  return [{ code: "subscription-dearer-than-purchase", params, source: purchase.source }];
}

/** The tier is full: one more installed user lifts the price. */
function lastOfTier(
  request: PricedRequest,
  { item, priced, tierIndex, tierIsFull }: PricedItem,
  units: number,
): Reason[] {
  if (priced.price.kind !== "by-form" || tierIndex === null || !tierIsFull) return [];
  const { purchase, subscription } = priced.price;
  const figures = item.mode === "purchase" ? purchase : subscription.get(item.termMonths ?? 0);
  const tier = request.figures.tiers[tierIndex];
  const next = request.figures.tiers[tierIndex + 1];
  const now = figures?.[tierIndex];
  const then = figures?.[tierIndex + 1];
  if (tier === undefined || next === undefined || now === undefined || then === undefined) return [];
  const params = {
    ...named(request, "article", item.sku),
    users: item.users ?? 0,
    tier: tier.label,
    nextTier: next.label,
    moreCents: (then.cents - now.cents) * units,
    charge: item.mode === "purchase" ? "oneOff" : "monthly",
  };
  return [{ code: "tier-is-full", params, source: then.source }];
}

function discountAdvice(request: PricedRequest, discount: Discount): Reason[] {
  const rule = request.figures.discount;
  if (rule === null) return [];
  const { source } = rule;
  const lostCents = discount.units * discount.unitCents;
  if (discount.holds) {
    const addingCosts = rule.condition.forbidden.flatMap((sku): Reason[] => {
      const ownCents = monthlyOf(request, sku);
      const params = { ...named(request, "profile", sku), ownCents, lostCents, totalCents: ownCents + lostCents };
      return [{ code: "adding-profile-ends-discount", params, source }];
    });
    return [...addingCosts, ...moreProfilesCostLess(request, discount, rule.steps)];
  }
  const forbidden = discount.forbidden.map(({ sku, units }): Reason => {
    return {
      code: "discount-lost-to-profile",
      params: { ...named(request, "profile", sku), units, lostCents },
      source,
    };
  });
  const lacking = discount.lacking.map(({ profile, option, units }): Reason => {
    const names = { ...named(request, "profile", profile), ...named(request, "option", option) };
    const params = { ...names, units, optionCents: units * optionMonthlyOf(request, option, profile), lostCents };
    return { code: "discount-needs-option", params, source };
  });
  return [...forbidden, ...lacking];
}

/** A few more of the cheapest booked profile would reach the discount's next step and cost less in all. */
function moreProfilesCostLess(request: PricedRequest, discount: Discount, steps: readonly FigureStep[]): Reason[] {
  const rule = request.figures.discount;
  const next = steps.find((step) => step.from > discount.units);
  if (rule === null || next === undefined) return [];
  const missing = next.from - discount.units;
  const booked = request.figures.list.profiles
    .filter((profile) => unitsOf(request, profile) > 0)
    .map((sku) => ({ sku, cents: monthlyOf(request, sku) + neededOptionsOf(request, sku) }))
    .toSorted((left, right) => left.cents - right.cents);
  const cheapest = booked[0];
  if (cheapest === undefined) return [];
  const changeCents = missing * cheapest.cents - next.from * next.figure.cents + discount.units * discount.unitCents;
  if (changeCents >= 0) return [];
  const params = { ...named(request, "profile", cheapest.sku), missing, units: next.from, savedCents: -changeCents };
  return [{ code: "more-profiles-cost-less", params, source: next.figure.source }];
}

function neededOptionsOf(request: PricedRequest, profile: string): number {
  const needs = request.figures.discount?.condition.needsOption ?? [];
  return needs
    .filter((need) => need.profile === profile)
    .reduce((sum, need) => sum + optionMonthlyOf(request, need.option, profile), 0);
}

function monthlyOf(request: PricedRequest, sku: string): number {
  const price = request.figures.articles.get(sku)?.price;
  return price?.kind === "flat" ? chargeOf(price.charges) : 0;
}

function optionMonthlyOf(request: PricedRequest, option: string, profile: string): number {
  const price = request.figures.articles.get(option)?.price;
  const offer = price?.kind === "by-profile" ? price.profiles.get(profile) : undefined;
  return offer?.status === "priced" ? chargeOf(offer.charges) : 0;
}

function chargeOf(charges: readonly (readonly [string, { readonly cents: number }])[]): number {
  return charges.find(([charge]) => charge === "monthly")?.[1].cents ?? 0;
}
