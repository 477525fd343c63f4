import {
  archivedSystems,
  type BegunContract,
  type BoughtArticle,
  begunContracts,
  boughtArticles,
  customersInOrder,
  type LastTerm,
  lastTerms,
  noticedEnds,
  type StandingPosition,
  standingPositions,
} from "@/db/queries/portfolio";
import { listPriceRows, type PriceRow } from "@/db/queries/price-rows";
import type { Tx } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { type SavingShape, savingShape } from "@/lib/domain/savings-portfolio";
import { renewalStanding } from "@/lib/domain/up2date";
import type { Viewer } from "@/lib/domain/viewer";
import { editionInForce, vendors } from "@/lib/price-lists/index";
import type { CheckedList } from "@/lib/price-lists/schema";
import { lapsingPolicyIds, lapsingVendors } from "./facts";

export interface PortfolioFilter {
  readonly vendor?: string | undefined;
  readonly customerId?: string | undefined;
  readonly clerkId?: string | undefined;
}

/** Everything that savings follow from, of the customers asked for. */
export interface Portfolio {
  /** The lists in force whose prices are known, by vendor. */
  readonly lists: ReadonlyMap<string, CheckedList>;
  /** The place of each customer in the order of names. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** Contracts that have begun, by system; also what a notice ends: a plan covers what still runs. */
  readonly contracts: ReadonlyMap<string, readonly BegunContract[]>;
  /** The day a contract ends on by notice, its own or its main contract's; null while nothing ends it. */
  readonly endsOn: (contract: BegunContract) => Day | null;
  /** By contract. */
  readonly positions: ReadonlyMap<string, readonly StandingPosition[]>;
  /** Maintenance that can be renewed today. */
  readonly renewable: readonly LastTerm[];
  /** Of the systems with a support plan, or with maintenance that can be renewed; by system. */
  readonly bought: ReadonlyMap<string, readonly BoughtArticle[]>;
  readonly prices: readonly PriceRow[];
}

/**
 * Reads a portfolio in a handful of queries, however many systems it has. Whole portfolios are read table by table; a part of one by the
 * ids of its customers, so that an index finds its rows.
 */
export async function readPortfolio(tx: Tx, viewer: Viewer, filter: PortfolioFilter, today: Day): Promise<Portfolio> {
  const resellerId = viewer.resellerId ?? "";
  const lists = new Map(
    [...vendorsWithSavings(today)].filter(([id]) => filter.vendor === undefined || filter.vendor === id),
  );
  const customers = await customersInOrder(tx, viewer, filter);
  const placeOf = new Map(customers.map(({ id }, place) => [id, place]));
  const isPart = viewer.customerIds !== null || filter.customerId !== undefined || filter.clerkId !== undefined;
  const customerIds = isPart ? [...placeOf.keys()] : null;
  const booking = [...lists.keys()].filter((vendor) => !lapsingVendors.includes(vendor));
  const anyBegun = await begunContracts(tx, resellerId, customerIds, booking, today);
  const maintained = [...lists.keys()].some((vendor) => lapsingVendors.includes(vendor));
  const anyLast = maintained ? await lastTerms(tx, resellerId, customerIds, lapsingPolicyIds, today) : [];
  const onSystems = isPart ? [...new Set([...anyBegun, ...anyLast].map((row) => row.system_id))] : null;
  const archived = new Set((await archivedSystems(tx, resellerId, onSystems)).map(({ id }) => id));
  const stands = (row: { readonly customer_id: string; readonly system_id: string }) =>
    placeOf.has(row.customer_id) && !archived.has(row.system_id);

  const begun = anyBegun.filter(stands);
  const ids = isPart ? begun.map(({ id }) => id) : null;
  const noticed = isPart ? [...new Set(begun.flatMap((row) => [row.id, row.main_contract_id ?? row.id]))] : null;
  const endsOn = endsIn(await noticedEnds(tx, resellerId, noticed));
  const positions = await standingPositions(tx, resellerId, ids, today);
  const renewable = anyLast.filter((term) => {
    const rules = lists.get(term.vendor)?.up2date;
    return stands(term) && rules !== undefined && renewalStanding(rules, today, term.ends_on) === "open";
  });
  const planned = begun.filter(({ vendor, sku }) => shapeOf(lists.get(vendor)).planSkus.has(sku));
  const systemIds = new Set([...planned, ...renewable].map((row) => row.system_id));
  return {
    lists,
    placeOf,
    contracts: Map.groupBy(begun, (contract) => contract.system_id),
    endsOn,
    positions: inOrder(Map.groupBy(positions, (position) => position.contract_id)),
    renewable,
    bought: Map.groupBy(await boughtArticles(tx, resellerId, [...systemIds]), (article) => article.system_id),
    prices: await listPriceRows(tx, resellerId, [...lists.keys()]),
  };
}

/** How savings of a list hang together; nothing for a list that is not there. */
export function shapeOf(list: CheckedList | undefined): SavingShape {
  return list === undefined ? noShape : savingShape(list);
}

const noShape: SavingShape = { counted: "none", planSkus: new Set() };

/** What is booked in a contract stands as it was booked, so that a draft reads the same each time. */
function inOrder(positions: Map<string, StandingPosition[]>): Map<string, StandingPosition[]> {
  for (const booked of positions.values()) {
    if (booked.length > 1) {
      booked.sort((left, right) => (orderOf(left) < orderOf(right) ? -1 : orderOf(left) > orderOf(right) ? 1 : 0));
    }
  }
  return positions;
}

const orderOf = ({ from_on, sku, quantity }: StandingPosition) => `${from_on} ${sku} ${quantity}`;

/** The lists in force today by which something could be had for less, by vendor. */
export function vendorsWithSavings(today: Day): Map<string, CheckedList> {
  const found = new Map<string, CheckedList>();
  for (const { id } of vendors) {
    const edition = editionInForce(id, today);
    if (edition === undefined || !edition.priceKnown) continue;
    const shape = savingShape(edition.list);
    if (shape.counted !== "none" || shape.planSkus.size > 0 || edition.list.up2date !== undefined) {
      found.set(id, edition.list);
    }
  }
  return found;
}

/** The day a contract ends on by notice; of several notices the earliest, its main contract's too. */
function endsIn(ends: Awaited<ReturnType<typeof noticedEnds>>): Portfolio["endsOn"] {
  const earliest = new Map<string, Day>();
  for (const { contract_id, ends_on } of ends) {
    const known = earliest.get(contract_id);
    if (known === undefined || ends_on < known) earliest.set(contract_id, ends_on);
  }
  return ({ id, main_contract_id }) => {
    const own = earliest.get(id) ?? null;
    const main = main_contract_id === null ? null : (earliest.get(main_contract_id) ?? null);
    return own === null || (main !== null && main < own) ? main : own;
  };
}
