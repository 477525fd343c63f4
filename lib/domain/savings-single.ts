import type { PriceList } from "./catalog";
import { figuresOf } from "./catalog-figures";
import type { CoveredLicence, SupportPlan } from "./coverage";
import type { Day } from "./dates";
import { type OwnPrices, type QuoteItem, quote } from "./pricing";
import { named } from "./pricing-request";
import { isRefusal } from "./refusal";
import type { BookedContract, Saving, SavingDraft } from "./savings";
import { breakEven, onceReason, priceAssumptions, yearlyOf } from "./savings-figures";

/**
 * Each subscribed article that can be bought: what the subscription costs a year against the purchase, once, with the month from which the
 * purchase was cheaper. The subscription runs to the end of its term first. Source: price list, columns of purchase and subscription.
 */
export function purchaseSavings(list: PriceList, contracts: readonly BookedContract[], own?: OwnPrices): Saving[] {
  return contracts.flatMap(({ id, items }) => items.flatMap((item) => purchaseSaving(list, id, item, own)));
}

function purchaseSaving(list: PriceList, contractId: string, item: QuoteItem, own: OwnPrices | undefined): Saving[] {
  const figures = figuresOf(list);
  const priced = figures.articles.get(item.sku);
  if (item.mode !== "subscription" || !priced?.modes.includes("purchase")) return [];
  const { mode: _, termMonths, ...bought } = item;
  const purchase: QuoteItem = { ...bought, mode: "purchase" };
  const [subscribed, owned] = [quote(list, [item], own), quote(list, [purchase], own)];
  if (isRefusal(subscribed) || isRefusal(owned)) return [];
  const [yearlyCents, onceCents] = [yearlyOf(subscribed), owned.totals.oneOffCents];
  const [line] = owned.lines;
  if (yearlyCents === null || onceCents === null || yearlyCents <= 0 || line === undefined) return [];
  const breakEvenMonth = breakEven(onceCents, yearlyCents);
  const params = {
    ...named({ figures }, "article", item.sku),
    units: line.quantity,
    termMonths: termMonths ?? 0,
    monthlyCents: subscribed.totals.monthlyCents ?? 0,
    purchaseCents: onceCents,
    fromMonth: breakEvenMonth ?? 1,
  };
  const [step] = owned.derivation;
  return [
    {
      kind: "purchase",
      contractIds: [contractId],
      from: priceDraft(list, [item]),
      to: priceDraft(list, [purchase]),
      yearlyCents,
      onceCents,
      breakEvenMonth,
      alternatives: [],
      explanation: [
        { code: "saving-purchase", params, source: step?.source ?? priced.source },
        ...onceReason(onceCents),
      ],
      assumptions: [...owned.assumptions, ...priceAssumptions(subscribed, owned)],
      hints: [
        { code: "saving-after-its-term", params: {} },
        { code: "saving-purchase-updates-unknown", params: {} },
      ],
    },
  ];
}

/**
 * Support plans that run although all modules are older than they are: such a plan covers none of them (price list, footnote on support
 * plans). A plan that covers some of the modules is a gap (see `coverageGaps`), no saving.
 */
export function planSavings(
  list: PriceList,
  plans: readonly SupportPlan[],
  modules: readonly CoveredLicence[],
  today: Day,
  own?: OwnPrices,
): Saving[] {
  const figures = figuresOf(list);
  return plans.flatMap((plan): Saving[] => {
    const runs = plan.startsOn <= today && plan.endsOn === null;
    const older = modules.filter((module) => module.purchasedOn.every((day) => day < plan.startsOn));
    const priced = figures.articles.get(plan.sku);
    if (!runs || modules.length === 0 || older.length < modules.length || priced === undefined) return [];
    const now = quote(list, [{ sku: plan.sku }], own);
    const yearlyCents = isRefusal(now) ? null : yearlyOf(now);
    if (isRefusal(now) || yearlyCents === null || yearlyCents <= 0) return [];
    const params = {
      ...named({ figures }, "article", plan.sku),
      planStartsOn: plan.startsOn,
      count: modules.length,
      yearlyCents,
    };
    return [
      {
        kind: "plan-after-modules",
        contractIds: [plan.contractId],
        from: priceDraft(list, [{ sku: plan.sku }]),
        to: null,
        yearlyCents,
        onceCents: 0,
        breakEvenMonth: null,
        alternatives: [],
        explanation: [{ code: "saving-plan-covers-nothing", params, source: priced.source }],
        assumptions: priceAssumptions(now),
        hints: [{ code: "saving-plan-helps-new-modules", params: {} }],
      },
    ];
  });
}

function priceDraft(list: PriceList, items: readonly QuoteItem[]): SavingDraft {
  return { op: "price", vendor: list.vendor, items };
}
