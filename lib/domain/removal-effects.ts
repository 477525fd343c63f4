import type { PriceList } from "./catalog";
import { figuresOf } from "./catalog-figures";
import type { CoveredLicence, SupportPlan } from "./coverage";
import type { Day } from "./dates";
import { named } from "./pricing-request";
import type { Reason } from "./reason";
import type { ItemUnits } from "./reverse-check-items";

/**
 * What else ends with a removal, though no condition of the list forbids it: the cover of the modules that were bought together with a support
 * plan, or after it (price list, footnote on support plans).
 */
export function removalEffects(
  list: PriceList,
  removal: readonly ItemUnits[],
  plans: readonly SupportPlan[],
  modules: readonly CoveredLicence[],
  today: Day,
): Reason[] {
  return plans.flatMap((plan): Reason[] => {
    const runs = plan.startsOn <= today && (plan.endsOn === null || plan.endsOn >= today);
    const covered = modules.filter((module) => module.purchasedOn.some((day) => day >= plan.startsOn));
    if (!runs || covered.length === 0 || !removal.some(({ sku }) => sku === plan.sku)) return [];
    const figures = figuresOf(list);
    const params = { ...named({ figures }, "article", plan.sku), count: covered.length };
    return [{ code: "removal-ends-cover", params, source: figures.articles.get(plan.sku)?.source }];
  });
}
