import type { Condition } from "./catalog";
import { allNamed, named, optionKey, type PricedItem, type PricedRequest } from "./pricing-request";
import type { Source } from "./reason";
import { type Refusal, refuse } from "./refusal";

/** The first condition of the list that a request does not meet, or null. `path` names the item with which it goes wrong. */
export function unmetCondition(request: PricedRequest): Refusal | null {
  const beyond = request.optionTotals.size === 0 ? null : optionBeyondProfile(request);
  if (beyond !== null) return beyond;
  for (const { condition } of request.figures.conditions) {
    const unmet = refusalOf(condition, request);
    if (unmet !== null) return unmet;
  }
  return null;
}

/** One condition that is not met: the article that may not stand so, and where the condition stands. */
export interface UnmetCondition {
  readonly sku: string;
  readonly profile?: string;
  readonly refusal: Refusal;
  readonly source: Source;
  /** Absent where it is the rule of all options: never more of them than of their profile. */
  readonly condition?: Condition;
}

/** Every condition that a request does not meet; `unmetCondition` names the first of them. */
export function unmetConditions(request: PricedRequest): UnmetCondition[] {
  const unmet: UnmetCondition[] = [];
  for (const [key, booked] of request.optionTotals) {
    const alone = { ...request, optionTotals: new Map([[key, booked]]) };
    const items = request.items.filter(({ item }) => key === optionKey(item.sku, item.profile ?? ""));
    const refusal = optionBeyondProfile({ ...alone, items });
    const [first] = items;
    if (refusal === null || first === undefined) continue;
    const { sku, profile } = first.item;
    unmet.push({ sku, ...(profile === undefined ? {} : { profile }), refusal, source: first.priced.source });
  }
  for (const { condition, source } of request.figures.conditions) {
    const refusal = refusalOf(condition, request);
    if (refusal === null) continue;
    const sku = "sku" in condition ? condition.sku : "skus" in condition ? (condition.skus[0] ?? "") : "";
    unmet.push({ sku, refusal, source, condition });
  }
  return unmet;
}

/** Which articles nobody knows the price of in this request: their skus, with the condition's figures. */
export function articlesOnRequest(request: PricedRequest): ReadonlyMap<string, { of: string; above: number }> {
  const found = new Map<string, { of: string; above: number }>();
  for (const { condition } of request.figures.conditions) {
    if (condition.kind !== "on-request-above") continue;
    if (unitsOf(request, condition.of) > condition.above) found.set(condition.sku, condition);
  }
  return found;
}

function refusalOf(condition: Condition, request: PricedRequest): Refusal | null {
  switch (condition.kind) {
    case "minimum": {
      const booked = together(request, condition.skus);
      if (booked >= condition.atLeast) return null;
      const at = request.items.findLast(({ item }) => condition.skus.includes(item.sku));
      const params = { ...allNamed(request, "articles", condition.skus), atLeast: condition.atLeast, booked };
      return refuse("below-minimum", params, at === undefined ? "items" : quantityPath(at));
    }
    case "maximum": {
      if (together(request, condition.skus) <= condition.atMost) return null;
      const at = itemBeyond(request, (item) => condition.skus.includes(item.sku), condition.atMost);
      const params = { ...allNamed(request, "articles", condition.skus), atMost: condition.atMost };
      return refuse("above-maximum", { ...params, booked: together(request, condition.skus) }, quantityPath(at));
    }
    case "per-user-maximum": {
      if (together(request, condition.skus) === 0) return null;
      for (const profile of request.figures.list.profiles) {
        const users = unitsOf(request, profile);
        const booked = condition.skus.reduce((sum, sku) => sum + optionUnits(request, sku, profile), 0);
        if (booked <= users) continue;
        const at = itemBeyond(request, (item) => item.profile === profile && condition.skus.includes(item.sku), users);
        const params = {
          ...allNamed(request, "articles", condition.skus),
          ...named(request, "profile", profile),
          users,
          booked,
        };
        return refuse("more-than-one-per-user", params, quantityPath(at));
      }
      return null;
    }
    case "equal-quantity": {
      const booked = unitsOf(request, condition.sku);
      const needed = unitsOf(request, condition.of);
      if (booked === 0 || booked === needed) return null;
      const at = request.items.findLast(({ item }) => item.sku === condition.sku) as PricedItem;
      const params = {
        ...named(request, "article", condition.sku),
        ...named(request, "of", condition.of),
        booked,
        needed,
      };
      return refuse("not-for-all", params, quantityPath(at));
    }
    case "needs-at-least": {
      const held = unitsOf(request, condition.of);
      const at = request.items.find(({ item }) => item.sku === condition.sku);
      if (at === undefined || held >= condition.atLeast) return null;
      const params = {
        ...named(request, "article", condition.sku),
        ...named(request, "of", condition.of),
        atLeast: condition.atLeast,
      };
      return refuse("needs-at-least", { ...params, held }, `items[${at.index}].sku`);
    }
    case "requires-one-of": {
      const at = request.items.find(({ item }) => item.sku === condition.sku);
      if (at === undefined || condition.oneOf.some((sku) => unitsOf(request, sku) > 0)) return null;
      const params = { ...named(request, "article", condition.sku), ...allNamed(request, "choices", condition.oneOf) };
      return refuse("requires-one-of", params, `items[${at.index}].sku`);
    }
    case "on-request-above":
    case "whole-company-discount":
      return null;
  }
}

/** An option that is booked more often than the profile that it is booked for. */
function optionBeyondProfile(request: PricedRequest): Refusal | null {
  const seen = new Map<string, number>();
  for (const priced of request.items) {
    const { sku, profile } = priced.item;
    if (profile === undefined) continue;
    const key = optionKey(sku, profile);
    const booked = (seen.get(key) ?? 0) + priced.units;
    seen.set(key, booked);
    const users = unitsOf(request, profile);
    if (booked <= users) continue;
    const params = { ...named(request, "article", sku), ...named(request, "profile", profile), users };
    return refuse(
      "more-options-than-users",
      { ...params, booked: optionUnits(request, sku, profile) },
      quantityPath(priced),
    );
  }
  return null;
}

/** The item with which the units of the items chosen pass a limit. */
function itemBeyond(request: PricedRequest, chosen: (item: PricedItem["item"]) => boolean, limit: number): PricedItem {
  let booked = 0;
  for (const priced of request.items) {
    if (chosen(priced.item)) booked += priced.units;
    if (booked > limit) return priced;
  }
  throw new Error("a limit was passed by no item");
}

/** Where a person would change the amount: the quantity, or what stands in its place. */
function quantityPath({ index, priced, item }: PricedItem): string {
  if (priced.article.measure.kind === "single") return `items[${index}].sku`;
  return `items[${index}].${item.users === undefined ? "quantity" : "users"}`;
}

export function unitsOf(request: PricedRequest, sku: string): number {
  return request.totals.get(sku) ?? 0;
}

export function optionUnits(request: PricedRequest, sku: string, profile: string): number {
  return request.optionTotals.get(optionKey(sku, profile)) ?? 0;
}

function together(request: PricedRequest, skus: readonly string[]): number {
  let units = 0;
  for (const sku of skus) units += unitsOf(request, sku);
  return units;
}
