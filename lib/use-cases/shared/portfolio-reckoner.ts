import type { BegunContract } from "@/db/queries/portfolio";
import type { Day } from "@/lib/domain/dates";
import { type Saving, type SavingFacts, savingsOf } from "@/lib/domain/savings";
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

/** A vendor's list, with the reseller's own prices beside it. */
export interface OfVendor extends OwnListPrices {
  readonly list: CheckedList;
}

/** Prices that a portfolio is reckoned with, by vendor. */
export function pricesOf({ lists, prices }: Portfolio, today: Day): ReadonlyMap<string, OfVendor> {
  return new Map([...lists].map(([vendor, list]) => [vendor, { list, ...ownListPricesOn(prices, vendor, today) }]));
}

export type Reckon = (list: CheckedList, key: string, facts: () => Omit<SavingFacts, "list">) => readonly Saving[];

/** Reckons each key of a list once. */
export function reckoner(today: Day): Reckon {
  const byList = new Map<CheckedList, Map<string, readonly Saving[]>>();
  return (list, key, facts) => {
    const known = byList.get(list) ?? new Map<string, readonly Saving[]>();
    byList.set(list, known);
    const before = known.get(key);
    if (before !== undefined) return before;
    const savings = savingsOf({ ...facts(), list }, today);
    known.set(key, savings);
    return savings;
  };
}

/** Savings as they were reckoned for contracts called 0, 1, 2, at these contracts. */
export function place(
  savings: readonly Saving[],
  contracts: readonly BegunContract[],
  samples: ReadonlySet<string>,
  found: PortfolioSaving[],
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
