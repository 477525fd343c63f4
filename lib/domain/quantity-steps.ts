import type { Charge, Condition, PriceList } from "./catalog";
import { type FigureStep, stepReached } from "./catalog-figures";
import { type Cents, times } from "./money";
import type { QuoteItem } from "./pricing";
import { unitsOf } from "./pricing-conditions";
import { discountOn } from "./pricing-discount";
import { type PricedRequest, readItems } from "./pricing-request";
import type { Source } from "./reason";
import { isRefusal } from "./refusal";

/**
 * Where a booking stands on a price that depends on how many are booked. `price`: what each of them costs. `discount`: what is taken off each
 * of them; it may not hold as booked, and then nothing is. Cents as printed.
 */
export interface QuantityStep {
  readonly kind: "price" | "discount";
  /** Articles whose units count together. */
  readonly skus: readonly string[];
  readonly units: number;
  readonly charge: Charge;
  readonly unitCents: Cents;
  readonly holds: boolean;
  /** The next step, and for a price what the units that reach it cost in all; null on the last step. */
  readonly next: { readonly from: number; readonly unitCents: Cents; readonly totalCents: Cents | null } | null;
  /** What all units cost, or what is taken off them; null beyond what can be reckoned. */
  readonly totalCents: Cents | null;
  readonly source: Source;
}

/**
 * A bound of what may be booked. `at-most`: no more units of these articles. `at-least`: no fewer, with the article that asks for it where
 * one does. `known-up-to`: beyond it nobody knows the price of `sku`.
 */
export interface BookedBound {
  readonly kind: "at-most" | "at-least" | "known-up-to";
  readonly skus: readonly string[];
  readonly sku: string | null;
  readonly units: number;
  readonly bound: number;
  /** How many more, or for `at-least` how many fewer, there may be; below 0 where the bound is passed. */
  readonly left: number;
  readonly source: Source;
}

/** Steps and bounds of what is booked on a system. What the list cannot read of it counts nowhere. Source: price list, volume prices and conditions; each names its own. */
export function quantitiesOf(
  list: PriceList,
  items: readonly QuoteItem[],
): { readonly steps: readonly QuantityStep[]; readonly bounds: readonly BookedBound[] } {
  const readable = items.filter((item) => !isRefusal(readItems(list, [item])));
  const request = readItems(list, readable);
  if (isRefusal(request)) return { steps: [], bounds: [] };
  return { steps: stepsOf(request), bounds: boundsOf(request) };
}

function stepsOf(request: PricedRequest): QuantityStep[] {
  const { figures } = request;
  const steps: QuantityStep[] = [];
  for (const sku of request.totals.keys()) {
    const price = figures.articles.get(sku)?.price;
    if (price?.kind !== "volume") continue;
    const frame = { kind: "price" as const, skus: [sku], charge: price.charge, holds: true };
    steps.push({ ...frame, ...standing(price.steps, unitsOf(request, sku), true) });
  }
  const discount = discountOn(request);
  if (discount !== null && figures.discount !== null) {
    const skus = figures.discount.profiles.filter((profile) => unitsOf(request, profile) > 0);
    const frame = { kind: "discount" as const, skus, charge: "monthly" as const, holds: discount.holds };
    steps.push({ ...frame, ...standing(figures.discount.steps, discount.units, false) });
  }
  return steps;
}

function standing(steps: readonly FigureStep[], units: number, isPrice: boolean) {
  const reached = stepReached(steps, units);
  const next = steps.find((step) => step.from > units);
  return {
    units,
    unitCents: reached.figure.cents,
    totalCents: product(reached.figure.cents, units),
    next:
      next === undefined
        ? null
        : {
            from: next.from,
            unitCents: next.figure.cents,
            totalCents: isPrice ? product(next.figure.cents, next.from) : null,
          },
    source: reached.figure.source,
  };
}

function product(cents: Cents, units: number): Cents | null {
  const all = times(cents, units);
  return isRefusal(all) ? null : all;
}

function boundsOf(request: PricedRequest): BookedBound[] {
  return request.figures.conditions.flatMap(({ condition, source }) => boundOf(request, condition, source) ?? []);
}

/** Null for a condition that bounds no number, or nothing that is booked. */
function boundOf(request: PricedRequest, condition: Condition, source: Source): BookedBound | null {
  switch (condition.kind) {
    case "maximum":
    case "minimum": {
      const { skus } = condition;
      const units = skus.reduce((sum, sku) => sum + unitsOf(request, sku), 0);
      if (units === 0) return null;
      if (condition.kind === "maximum") return bounded("at-most", skus, null, units, condition.atMost, source);
      return bounded("at-least", skus, null, units, condition.atLeast, source);
    }
    case "needs-at-least": {
      const { sku, of, atLeast } = condition;
      return unitsOf(request, sku) === 0 ? null : bounded("at-least", [of], sku, unitsOf(request, of), atLeast, source);
    }
    case "on-request-above": {
      const { sku, of, above } = condition;
      const units = unitsOf(request, of);
      return units === 0 ? null : bounded("known-up-to", [of], sku, units, above, source);
    }
    case "per-user-maximum":
    case "equal-quantity":
    case "requires-one-of":
    case "whole-company-discount":
      return null;
  }
}

function bounded(
  kind: BookedBound["kind"],
  skus: readonly string[],
  sku: string | null,
  units: number,
  bound: number,
  source: Source,
): BookedBound {
  return { kind, skus, sku, units, bound, left: kind === "at-least" ? units - bound : bound - units, source };
}
