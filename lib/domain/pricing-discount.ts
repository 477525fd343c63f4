import { stepReached } from "./catalog-figures";
import type { Cents } from "./money";
import { optionUnits, unitsOf } from "./pricing-conditions";
import { allNamed, type PricedRequest } from "./pricing-request";
import type { Reason } from "./reason";

/** The whole-company discount as it stands for a request that books at least one profile. */
export interface Discount {
  readonly holds: boolean;
  readonly lineSku: string;
  /** All profiles that the discount is taken off: all that are booked but the forbidden ones. */
  readonly units: number;
  /** What is taken off each of them a month, by the step that they reach together. */
  readonly unitCents: Cents;
  /** Booked profiles for which the discount is not to be had at all. */
  readonly forbidden: readonly { readonly sku: string; readonly units: number }[];
  /** Users whose profile lacks the option that the discount asks for. */
  readonly lacking: readonly { readonly profile: string; readonly option: string; readonly units: number }[];
}

/** Whether the discount holds: no forbidden profile, and every user of the profiles named has the option. Null without profiles. */
export function discountOn(request: PricedRequest): Discount | null {
  const rule = request.figures.discount;
  if (rule === null) return null;
  const { lineSku } = rule.condition;
  let units = 0;
  for (const profile of rule.profiles) units += unitsOf(request, profile);
  if (units === 0) return null;
  const forbidden = rule.condition.forbidden
    .map((sku) => ({ sku, units: unitsOf(request, sku) }))
    .filter((each) => each.units > 0);
  const lacking = rule.condition.needsOption
    .map(({ profile, option }) => {
      return { profile, option, units: unitsOf(request, profile) - optionUnits(request, option, profile) };
    })
    .filter((each) => each.units > 0);
  const unitCents = stepReached(rule.steps, units).figure.cents;
  return { holds: forbidden.length === 0 && lacking.length === 0, lineSku, units, unitCents, forbidden, lacking };
}

/** Why the discount's line stands there. */
export function discountReason(request: PricedRequest, { units, unitCents }: Discount): Reason {
  const rule = request.figures.discount;
  const names = allNamed(request, "profiles", rule?.profiles ?? []);
  const params = { ...names, units, unitCents, totalCents: units * unitCents };
  return { code: "discount-for-whole-company", params, source: rule?.source };
}
