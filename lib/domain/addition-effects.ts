import type { PriceList } from "./catalog";
import { stepReached } from "./catalog-figures";
import { type CoveredLicence, coverageGaps, SUPPORT_PLAN_GROUP, type SupportPlan } from "./coverage";
import type { Day } from "./dates";
import type { QuoteItem } from "./pricing";
import { unitsOf } from "./pricing-conditions";
import { type Discount, discountOn } from "./pricing-discount";
import { allNamed, named, type PricedRequest } from "./pricing-request";
import type { Reason } from "./reason";

/** What an addition does to the price of what is booked already: a step reached for all units, the whole-company discount. */
export function bookingEffects(before: PricedRequest, after: PricedRequest): Reason[] {
  const effects: Reason[] = [];
  for (const [sku, { price }] of after.figures.articles) {
    if (price.kind !== "volume" || unitsOf(before, sku) === 0) continue;
    const [was, is] = [before, after].map((request) => stepReached(price.steps, unitsOf(request, sku)));
    if (was === undefined || is === undefined || was === is) continue;
    const params = {
      ...named(after, "article", sku),
      units: unitsOf(after, sku),
      fromCents: was.figure.cents,
      toCents: is.figure.cents,
    };
    effects.push({ code: "addition-reaches-step", params, source: is.figure.source });
  }
  return [...effects, ...discountEffects(before, after)];
}

function discountEffects(before: PricedRequest, after: PricedRequest): Reason[] {
  const [was, is] = [discountOn(before), discountOn(after)];
  const source = after.figures.discount?.source;
  const [from, to] = [takenOff(was), takenOff(is)];
  if (is === null || from === to) return [];
  if (to > 0) {
    const params = { units: is.units, fromCents: from, toCents: to, totalCents: to * is.units };
    return [{ code: from === 0 ? "addition-brings-discount" : "addition-changes-discount", params, source }];
  }
  const because = [...is.forbidden.map(({ sku }) => sku), ...is.lacking.map(({ profile }) => profile)];
  const params = {
    ...allNamed(after, "profiles", because),
    units: was?.units ?? 0,
    lostCents: from * (was?.units ?? 0),
  };
  return [{ code: "addition-ends-discount", params, source }];
}

function takenOff(discount: Discount | null): number {
  return discount?.holds ? discount.unitCents : 0;
}

/** A support plan that is wished for covers only what is bought together with it or later: what it leaves out is said before it is bought. */
export function planEffects(
  list: PriceList,
  plans: readonly SupportPlan[],
  modules: readonly CoveredLicence[],
  wish: readonly QuoteItem[],
  today: Day,
): Reason[] {
  const wished = wish.filter(({ sku }) => {
    const article = list.articles.find((each) => each.sku === sku);
    return article?.group === SUPPORT_PLAN_GROUP && article.policy !== undefined;
  });
  if (wished.length === 0 || plans.some(({ startsOn, endsOn }) => startsOn <= today && endsOn === null)) return [];
  const started = wished.map(({ sku }) => ({ contractId: "", sku, startsOn: today, endsOn: null }));
  return coverageGaps(started, modules, null, today).gaps.map(({ reason }) => reason);
}
