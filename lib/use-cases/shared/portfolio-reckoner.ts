import type { BegunContract } from "@/db/queries/portfolio";
import type { Day } from "@/lib/domain/dates";
import { type Saving, type SavingFacts, savingsOf } from "@/lib/domain/savings";
import { gapOf, type SavingGap } from "@/lib/domain/savings-portfolio";
import type { CheckedList } from "@/lib/price-lists/schema";
import { type OwnListPrices, ownListPricesOn } from "./own-prices";
import type { Portfolio } from "./portfolio";

/** A saving of the portfolio. `saving` is shared by all systems that are alike; the ids of its contracts stand here. */
export interface PortfolioSaving {
  /** The same for as long as the saving is there: it stands in addresses. */
  readonly key: string;
  readonly saving: Saving;
  readonly contractIds: readonly string[];
  readonly systemId: string;
  readonly customerId: string;
  readonly vendor: string;
  /** Rests on made-up sample prices and must say so. */
  readonly sample: boolean;
}

/** What is found in a portfolio: its savings, in no order, and how often something could not be reckoned with. */
export interface Found {
  readonly savings: PortfolioSaving[];
  readonly gaps: Map<SavingGap, number>;
}

export function noteGap({ gaps }: Found, gap: SavingGap | null): void {
  if (gap !== null) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
}

/** A vendor's list, with the reseller's own prices beside it. */
export interface OfVendor extends OwnListPrices {
  readonly list: CheckedList;
}

/** Prices that a portfolio is reckoned with, by vendor. */
export function pricesOf({ lists, prices }: Portfolio, today: Day): ReadonlyMap<string, OfVendor> {
  return new Map([...lists].map(([vendor, list]) => [vendor, { list, ...ownListPricesOn(prices, vendor, today) }]));
}

/** What facts come to: their savings, and what may hide one. */
interface Reckoned {
  readonly savings: readonly Saving[];
  readonly gap: SavingGap | null;
}

export type Reckon = (list: CheckedList, key: string, facts: () => Omit<SavingFacts, "list">) => Reckoned;

/** Reckons each key of a list once. */
export function reckoner(today: Day): Reckon {
  const byList = new Map<CheckedList, Map<string, Reckoned>>();
  return (list, key, facts) => {
    const known = byList.get(list) ?? new Map<string, Reckoned>();
    byList.set(list, known);
    const before = known.get(key);
    if (before !== undefined) return before;
    const all = { ...facts(), list };
    const reckoned = { savings: savingsOf(all, today), gap: gapOf(all, today) };
    known.set(key, reckoned);
    return reckoned;
  };
}

/** Savings as they were reckoned for contracts called 0, 1, 2, at these contracts. */
export function place(
  savings: readonly Saving[],
  contracts: readonly BegunContract[],
  samples: ReadonlySet<string>,
  { savings: found }: Found,
): void {
  const before = found.length;
  for (const saving of savings) {
    const own = saving.contractIds.flatMap((index) => contracts[Number(index)] ?? []);
    const [first = contracts[0]] = own;
    if (first === undefined) throw new Error("a saving of no contract");
    const stem = `${first.id}.${saving.kind}`;
    const again = found.slice(before).filter(({ key }) => key.startsWith(stem)).length;
    found.push({
      key: again === 0 ? stem : `${stem}.${again}`,
      saving,
      contractIds: own.map(({ id }) => id),
      systemId: first.system_id,
      customerId: first.customer_id,
      vendor: first.vendor,
      sample: isSample(saving, samples),
    });
  }
}

export function isSample({ from, to }: Saving, samples: ReadonlySet<string>): boolean {
  if (samples.size === 0) return false;
  return [from, to].some((draft) => {
    if (draft === null) return false;
    const skus = draft.op === "price" ? draft.items.map(({ sku }) => sku) : Object.keys(draft.system);
    return skus.some((sku) => samples.has(sku));
  });
}
