import { contractRows } from "@/db/queries/contracts";
import { customerById } from "@/db/queries/customers";
import { positionsOfSystems } from "@/db/queries/derived-stock";
import { customersNamed, narrowestName, systemsNamed } from "@/db/queries/search";
import { stockPage } from "@/db/queries/stock";
import { systemRows } from "@/db/queries/systems";
import { type Tx, withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { hasWords, searchWordsOf } from "@/lib/domain/stock";
import { may, type Viewer } from "@/lib/domain/viewer";
import { articleName, vendors } from "@/lib/price-lists/index";
import { type ArticleHit, articlesNamed } from "./shared/articles-named";
import { bringStockToDay } from "./shared/stock";
import { conditionsOf, orderOf } from "./shared/stock-request";

export type { ArticleHit } from "./shared/articles-named";

export interface CustomerHit {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

export interface SystemHit {
  readonly id: string;
  readonly name: string;
  readonly productName: string;
  readonly customerId: string;
  readonly customerName: string;
}

export interface ContractHit {
  readonly id: string;
  /** The article that was found in it; the contract's own where nothing is booked. */
  readonly articleName: string;
  readonly systemName: string;
  readonly customerName: string;
}

export interface Hits<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

/** What a text was found in, each kind by itself. Empty where the viewer is not to see the kind. */
export interface Found {
  readonly customers: Hits<CustomerHit>;
  readonly systems: Hits<SystemHit>;
  readonly contracts: Hits<ContractHit>;
  readonly articles: Hits<ArticleHit>;
}

/** A single letter begins almost everything. */
const SHORTEST = 2;
const MOST = 50;
const nothing = { items: [], more: false };

/**
 * Customers, systems, contracts and articles in whose names each word of the text begins a word, `limit` of a kind (1 to 50). Staff find what
 * they may see, a customer's own people what is their own.
 */
export async function search(viewer: Viewer, text: string, limit: number, today: Day): Promise<Found> {
  if (!may(viewer, "search")) throw new Error(`the search is not for the role ${viewer.role}`);
  const most = Math.min(MOST, Math.max(1, Math.floor(limit)));
  const words = searchWordsOf(text);
  const none: Found = { customers: nothing, systems: nothing, contracts: nothing, articles: nothing };
  if (!words.some((word) => word.length >= SHORTEST) || viewer.resellerId === null) return none;
  if (viewer.role.startsWith("customer-")) return { ...none, ...(await ownFound(viewer, words, most)) };
  await bringStockToDay(viewer, today);
  const found = await withTenant(viewer, async (tx) => ({
    ...(await namesFound(tx, viewer, text, most)),
    contracts: await contractsFound(tx, viewer, text, most),
  }));
  const articles = may(viewer, "see-price-lists") ? articlesNamed(words, viewer.locale, most + 1) : [];
  return { ...found, articles: atMost(articles, most) };
}

function atMost<T>(items: readonly T[], most: number): Hits<T> {
  return { items: items.slice(0, most), more: items.length > most };
}

/** The queries of names, as one: also for the test that looks at their plans. */
export async function namesFound(tx: Tx, viewer: Viewer, text: string, most: number) {
  const conditions = conditionsOf({ search: text, sort: byCustomer });
  // The database takes no text with a NUL in it.
  const sought = { text: text.replaceAll("\0", "").trim(), words: conditions?.words ?? [] };
  const narrow = sought.words.length === 0 ? null : await narrowestName(tx, viewer, sought);
  if (narrow === null) return { customers: nothing, systems: nothing };
  const customers = await customersNamed(tx, viewer, sought, narrow, most + 1);
  const systems = await systemsNamed(tx, viewer, sought, narrow, most + 1);
  return {
    customers: atMost<CustomerHit>(customers, most),
    systems: atMost<SystemHit>(
      systems.map(({ vendor, customerNumber: _, ...system }) => ({ ...system, productName: productOf(vendor) })),
      most,
    ),
  };
}

const byCustomer = { key: "customer", descending: false } as const;
/** A contract has a row for each article booked. */
const ROWS_PER_CONTRACT = 4;

export async function contractsFound(tx: Tx, viewer: Viewer, text: string, most: number): Promise<Hits<ContractHit>> {
  const request = { search: text, kind: "contract", sort: byCustomer } as const;
  const conditions = conditionsOf(request);
  if (conditions === null) return nothing;
  const wanted = (most + 1) * ROWS_PER_CONTRACT;
  const rows = await stockPage(tx, viewer, conditions, orderOf(request, viewer), null, wanted);
  const contracts = new Map<string, ContractHit>();
  for (const row of rows) {
    if (row.contractId === null || contracts.has(row.contractId)) continue;
    const { systemName, customerName } = row;
    const name = viewer.locale === "de" ? row.articleDe : row.articleEn;
    contracts.set(row.contractId, { id: row.contractId, articleName: name, systemName, customerName });
  }
  const { items, more } = atMost([...contracts.values()], most);
  return { items, more: more || rows.length === wanted };
}

/** The one customer's own things, few enough to be read. */
async function ownFound(viewer: Viewer, words: readonly string[], most: number): Promise<Partial<Found>> {
  const [customerId] = viewer.customerIds ?? [];
  const resellerId = viewer.resellerId ?? "";
  if (customerId === undefined) return {};
  const read = await withTenant(viewer, async (tx) => {
    const customer = await customerById(tx, viewer, customerId);
    const systems = await systemRows(tx, resellerId, { customerIds: [customerId] });
    const systemIds = systems.map(({ id }) => id);
    const contracts = await contractRows(tx, resellerId, { customerIds: [customerId] });
    return { customer, systems, contracts, positions: await positionsOfSystems(tx, resellerId, systemIds) };
  });
  const { customer } = read;
  if (customer === null) return {};
  const booked = Map.groupBy(read.positions, (position) => position.contractId);
  const systems = read.systems.map(({ id, name, vendor }) => {
    const productName = productOf(vendor);
    return { id, name, productName, customerId, customerName: customer.name };
  });
  const contracts = read.contracts.flatMap(({ id, vendor, sku, systemName }) => {
    const skus = [...new Set([...(booked.get(id) ?? []).map((position) => position.sku), sku])];
    const names = skus.map((each) => articleName(vendor, each, viewer.locale));
    const name = names.find((each, at) => hasWords(words, each, skus[at] ?? "", systemName, customer.name));
    return name === undefined ? [] : [{ id, articleName: name, systemName, customerName: customer.name }];
  });
  return {
    systems: atMost(
      systems.filter(({ name, productName }) => hasWords(words, name, productName, customer.name)),
      most,
    ),
    contracts: atMost(contracts, most),
  };
}

function productOf(vendor: string): string {
  return vendors.find(({ id }) => id === vendor)?.productName ?? vendor;
}
