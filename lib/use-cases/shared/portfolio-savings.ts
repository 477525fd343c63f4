import type { BegunContract, StandingPosition } from "@/db/queries/portfolio";
import { bookedItem } from "@/lib/domain/booked-item";
import type { Day } from "@/lib/domain/dates";
import type { QuoteItem } from "@/lib/domain/pricing";
import type { RunningMaintenance } from "@/lib/domain/savings";
import type { CheckedList } from "@/lib/price-lists/schema";
import { holdingsOf, listPricesOn } from "./facts";
import { type Portfolio, shapeOf } from "./portfolio";
import {
  type Found,
  isSample,
  noteGap,
  type OfVendor,
  place,
  pricesOf,
  type Reckon,
  reckoner,
} from "./portfolio-reckoner";

/** Every saving of a portfolio, and what may hide one. What is booked alike is reckoned once. */
export function portfolioSavings(portfolio: Portfolio, today: Day): Found {
  const vendors = pricesOf(portfolio, today);
  const reckon = reckoner(today);
  const found: Found = { savings: [], gaps: new Map() };
  for (const [systemId, begun] of portfolio.contracts) {
    const of = vendors.get(begun[0]?.vendor ?? "");
    if (of === undefined) continue;
    const running = begun.filter((contract) => portfolio.endsOn(contract) === null);
    const { counted, planSkus } = shapeOf(of.list);
    if (counted === "system") ofContracts(reckon, of, running.sort(byStart), portfolio, today, found);
    if (counted === "contract") {
      for (const contract of running) ofContracts(reckon, of, [contract], portfolio, today, found);
    }
    for (const plan of running) {
      if (planSkus.has(plan.sku))
        ofPlan(reckon, of, plan, modulesOf(portfolio, systemId, begun, planSkus, today), found);
    }
  }
  ofMaintenance(reckon, vendors, portfolio, today, found);
  return found;
}

function byStart(left: BegunContract, right: BegunContract): number {
  return left.starts_on === right.starts_on ? (left.id < right.id ? -1 : 1) : left.starts_on < right.starts_on ? -1 : 1;
}

const nothing = { contracts: [], plans: [], modules: [], maintenance: null };

/** Savings of contracts that are counted together. */
function ofContracts(
  reckon: Reckon,
  { list, own, samples }: OfVendor,
  contracts: readonly BegunContract[],
  { positions }: Portfolio,
  today: Day,
  found: Found,
): void {
  const { planSkus } = shapeOf(list);
  let key = "";
  let booked = false;
  for (const { id, sku, term_months } of contracts) {
    key += `${term_months}`;
    const standing = positions.get(id);
    if (standing === undefined && !planSkus.has(sku)) noteGap(found, "booking-missing");
    for (const position of standing ?? []) {
      if (!isBooked(position, today)) continue;
      key += `\0${position.sku}\0${position.quantity}\0${position.profile}\0${position.users}`;
      booked = true;
    }
    key += "\n";
  }
  if (!booked) return;
  const { savings, gap } = reckon(list, key, () => ({
    ...nothing,
    contracts: contracts.map(({ id, term_months }, index) => ({
      id: String(index),
      items: (positions.get(id) ?? [])
        .filter((each) => isBooked(each, today))
        .map((each) => itemOf(list, each, term_months)),
    })),
    own,
  }));
  noteGap(found, gap);
  if (savings.length > 0) place(savings, contracts, samples, found);
}

/** What is booked that day and has no last day. */
function isBooked({ from_on, to_on }: StandingPosition, today: Day): boolean {
  return to_on === null && from_on <= today;
}

/** An article that the list does not have stays in, and the quote refuses it: nobody knows what it does to the others' prices. */
function itemOf(list: CheckedList, position: StandingPosition, termMonths: number | null): QuoteItem {
  return bookedItem(list, { ...position, termMonths }) ?? { sku: position.sku };
}

/** The modules of a system, each with the last day on which some of it came: bought ones, and subscribed ones that have not ended. */
function modulesOf(
  { endsOn, positions, bought }: Portfolio,
  systemId: string,
  begun: readonly BegunContract[],
  planSkus: ReadonlySet<string>,
  today: Day,
): ReadonlyMap<string, Day> {
  const newest = new Map<string, Day>();
  const add = (sku: string, day: Day) => {
    const known = newest.get(sku);
    if (known === undefined || known < day) newest.set(sku, day);
  };
  for (const { sku, newest_on } of bought.get(systemId) ?? []) add(sku, newest_on);
  for (const contract of begun) {
    const end = endsOn(contract);
    if (end !== null && end < today) continue;
    const booked = positions.get(contract.id) ?? [];
    for (const { sku, from_on } of booked) if (!planSkus.has(sku)) add(sku, from_on);
    // Nobody recorded what is booked: the contract's own article is, since its start.
    if (booked.length === 0 && !planSkus.has(contract.sku)) add(contract.sku, contract.starts_on);
  }
  return newest;
}

function ofPlan(
  reckon: Reckon,
  { list, own, samples }: OfVendor,
  plan: BegunContract,
  modules: ReadonlyMap<string, Day>,
  found: Found,
): void {
  if ([...modules.values()].some((day) => day >= plan.starts_on)) return;
  const { savings } = reckon(list, `plan ${plan.sku} ${plan.starts_on} ${modules.size}`, () => ({
    ...nothing,
    plans: [{ contractId: "0", sku: plan.sku, startsOn: plan.starts_on, endsOn: null }],
    modules: [...modules].map(([sku, day]) => ({ sku, purchasedOn: [day] })),
    own,
  }));
  place(savings, [plan], samples, found);
}

function ofMaintenance(
  reckon: Reckon,
  vendors: ReturnType<typeof pricesOf>,
  portfolio: Portfolio,
  today: Day,
  found: Found,
): void {
  const rows = Map.groupBy(portfolio.prices, (row) => row.vendor);
  const prices = new Map([...rows].map(([vendor, own]) => [vendor, listPricesOn(own, today).prices]));
  for (const term of portfolio.renewable) {
    const of = vendors.get(term.vendor);
    if (of?.list.prerequisites === undefined || of.list.up2date === undefined) continue;
    const { list, samples } = of;
    const { prerequisites, up2date } = of.list;
    const system = holdingsOf(list, portfolio.bought.get(term.system_id) ?? []);
    const years = Math.max(1, Math.round((term.months ?? 12) / 12));
    const { ends_on: currentEnd, release } = term;
    const { savings, gap } = reckon(list, JSON.stringify([system, years, currentEnd, release]), () => {
      const at = { prerequisites, up2date, system, prices: prices.get(term.vendor) ?? {} };
      const maintenance: RunningMaintenance = { contractId: "0", at, years, currentEnd, release };
      return { ...nothing, maintenance };
    });
    noteGap(found, gap);
    for (const saving of savings) {
      found.savings.push({
        key: `${term.contract_id}.${saving.kind}`,
        saving,
        contractIds: [term.contract_id],
        systemId: term.system_id,
        customerId: term.customer_id,
        vendor: term.vendor,
        sample: isSample(saving, samples),
      });
    }
  }
}
