import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { stockToDerive } from "@/db/queries/derived-stock";
import { stockPage } from "@/db/queries/stock";
import { stockRows } from "@/db/schema-stock";
import { inOrder } from "@/db/stock-conditions";
import { withTenant } from "@/db/tenant";
import { type StockSortKey, stockSortKeys } from "@/lib/domain/stock";
import type { Viewer } from "@/lib/domain/viewer";
import { contractsFound, namesFound } from "@/lib/use-cases/search";
import { conditionsOf, orderOf, type StockRequest } from "@/lib/use-cases/shared/stock-request";
import { testDatabase, viewerOf } from "../support/database";
import { nodesOf, type PlanNode, plansBeside, rowsSorted, rowsTouched } from "../support/explain";
import { type ManyStock, manyStock, withoutStockIndexes } from "../support/many-stock";

const database = testDatabase();
const today = "2026-11-20";
const limit = 51;
const stateCount = 7;
let many: ManyStock;
let admin: Viewer;

beforeAll(async () => {
  many = await withoutStockIndexes(database.ownerUrl, async () => {
    await manyStock(3_000);
    return manyStock(100_000);
  });
  admin = viewerOf("reseller-admin", { resellerId: many.resellerId, resellerName: "Many" });
}, 240_000);

/** The plans of one page, as the portal asks for it: the same text, parameters and role. */
async function plansOf(request: StockRequest, place: unknown = null, viewer = admin): Promise<PlanNode[]> {
  const conditions = conditionsOf(request);
  if (conditions === null) throw new Error("nothing would be asked");
  const order = orderOf(request, viewer);
  return withTenant(viewer, (tx) =>
    plansBeside(tx, (explained) => stockPage(explained, viewer, conditions, order, place as null, limit)),
  );
}

function expectIndexed(plans: readonly PlanNode[]): void {
  const nodes = plans.flatMap(nodesOf);
  expect(nodes.filter((node) => node["Node Type"] === "Seq Scan")).toEqual([]);
  expect(nodes.some((node) => node["Relation Name"] === "stock_rows" && "Index Name" in node)).toBe(true);
}

const touchedOf = (plans: readonly PlanNode[], relation: string) =>
  plans.reduce((sum, plan) => sum + rowsTouched(plan, relation), 0);
const touched = (plans: readonly PlanNode[]) => touchedOf(plans, "stock_rows");
/** Rows whose whole was read, and not their index's entry alone. */
const readWhole = (plans: readonly PlanNode[]) =>
  plans
    .flatMap(nodesOf)
    .filter((node) => node["Relation Name"] === "stock_rows" && node["Node Type"] !== "Index Only Scan")
    .reduce((sum, node) => sum + rowsTouched({ ...node, Plans: [] }, "stock_rows"), 0);
const sorted = (plans: readonly PlanNode[]) => plans.reduce((sum, plan) => sum + rowsSorted(plan), 0);

const sorts = stockSortKeys.flatMap((key) => [false, true].map((descending) => ({ key, descending })));
const filters: readonly (readonly [string, () => Omit<StockRequest, "sort">])[] = [
  ["no filter", () => ({})],
  ["a kind", () => ({ kind: "contract" })],
  ["a kind that many have", () => ({ kind: "licence" })],
  ["a state", () => ({ state: "running" })],
  ["a state that is rare", () => ({ state: "not-started" })],
  ["a vendor", () => ({ vendor: "fluxpunkt" })],
  ["a vendor who is rare", () => ({ vendor: "enreach" })],
  ["a vendor who is nobody", () => ({ vendor: "nobody" })],
  ["a vendor who has none of the kind", () => ({ vendor: "autphone", kind: "licence" })],
  ["a vendor and a state", () => ({ vendor: "c4b", state: "noticed" })],
  ["a clerk", () => ({ clerkId: many.clerkIds[3] })],
  ["a clerk and a kind", () => ({ clerkId: many.clerkIds[3], kind: "contract" })],
];
/** A place deep inside, for each order. */
const deep: Readonly<Record<StockSortKey, readonly (string | number)[]>> = {
  customer: ["Kanzlei Hamm 2002", "102002", "STARFACE 7"],
  article: ["OFFICE", "Kanzlei"],
  vendor: ["STARFACE", "Kanzlei"],
  quantity: [30],
  sendBy: ["2027-09-01"],
  termEnd: ["2027-09-01"],
  amount: [15_000],
};
const id = "00000000-0000-7000-8000-000000000000";

describe("a page of 100,000 rows", () => {
  it.each(filters)(
    "is read by an index with %s, in every order, either way, and deep inside",
    async (_, filter) => {
      for (const sort of sorts) {
        const request = { ...filter(), sort };
        const { columns } = orderOf(request, admin);
        const values = columns.length === deep[sort.key].length ? deep[sort.key] : deep.customer;
        for (const place of [null, { values, id }, ...(columns.length === 1 ? [{ values: null, id }] : [])]) {
          const plans = await plansOf(request, place);
          const about = JSON.stringify([request, place]);
          expectIndexed(plans);
          // The entries of a page of each state at most, of rows with a value and of rows without; of them one page is read.
          expect(touched(plans), about).toBeLessThanOrEqual(2 * stateCount * limit + limit);
          expect(readWhole(plans), about).toBeLessThanOrEqual(limit);
          expect(sorted(plans), about).toBeLessThanOrEqual(2 * stateCount * limit);
        }
      }
    },
    120_000,
  );

  it("without any filter is no more than the page itself", async () => {
    for (const sort of sorts) {
      const plans = await plansOf({ sort });
      expect(touched(plans)).toBe(limit);
      expect(sorted(plans)).toBe(0);
    }
  });

  it("of one customer, and of a clerk who is confined to some, is what they have", async () => {
    const confined = viewerOf("clerk", { ...admin, role: "clerk", customerIds: many.customerIds.slice(0, 3) });
    for (const sort of sorts) {
      const one = await plansOf({ customerId: many.customerIds[7], sort });
      expectIndexed(one);
      expect(touched(one)).toBeLessThanOrEqual(2 * 30);
      const some = await plansOf({ sort }, null, confined);
      expectIndexed(some);
      expect(touched(some)).toBeLessThanOrEqual(2 * 90);
    }
  });
});

describe("a search in 100,000 rows", () => {
  const words = "stock_words_reseller_id_word_bearer_subject_id_pk";
  /** What it reaches at most, wherever it has to be sorted. */
  const reached = 15_000;
  it.each([
    ["a customer's number", "101234", 100],
    ["a number's beginning", "1012", 100 * 35],
    ["a name that a ninth of the customers have", "Stadtwerke", reached],
    ["a name's beginning, with an umlaut", "Mün", reached],
    ["two words", "Stadtwerke Hamm", reached],
    ["an article that one row in eight is", "OFFICE", reached],
    ["an article of a customer", "101234 office", 100],
  ])("finds %s by the indexes of words, customers, systems and articles", async (_, search, most) => {
    for (const key of stockSortKeys) {
      const plans = await plansOf({ search, sort: { key, descending: false } });
      expectIndexed(plans);
      expect(plans.flatMap(nodesOf).map((node) => node["Index Name"])).toContain(words);
      expect(touched(plans), key).toBeLessThanOrEqual(2 * most + limit);
    }
  });

  it("that finds nothing asks for no row at all", async () => {
    const plans = await plansOf({ search: "zzz", sort: { key: "customer", descending: false } });
    expect(plans).toHaveLength(1);
    expect(touched(plans)).toBe(0);
  });

  it.each([
    ["starface", sql`r.system_name ilike 'starface %'`],
    ["starface hamm", sql`r.system_name ilike 'starface %' and r.customer_name like '% Hamm %'`],
    ["xphone 7", sql`r.system_name ~ '^XPhone ' and (r.system_name ~ ' 7' or r.customer_name ~ ' 7')`],
    ["office", sql`r.article_de = 'OFFICE'`],
  ])("finds for %s, page by page, what a look at every row finds", async (search, isFound) => {
    for (const key of stockSortKeys) {
      const request = { search, sort: { key, descending: false } };
      const conditions = conditionsOf(request);
      if (conditions === null) throw new Error("nothing would be asked");
      const order = orderOf(request, admin);
      await withTenant(admin, async (tx) => {
        const first = await stockPage(tx, admin, conditions, order, null, limit);
        const last = first.at(-1);
        if (last === undefined) throw new Error(`${search} finds nothing`);
        const values = order.columns.map((column) => last[column] as string | number);
        const second = await stockPage(tx, admin, conditions, order, { values, id: last.id }, limit);
        const right = await tx.execute<{ id: string }>(sql`
          select r.id from ${stockRows} as r where r.reseller_id = ${many.resellerId} and ${isFound}
          order by ${inOrder(order, "r")} limit ${2 * limit}`);
        expect(
          [...first, ...second].map((row) => row.id),
          key,
        ).toEqual(right.map((row) => row.id));
      });
    }
  });

  it("for what half of the rows have looks at rows in order until the page is full", async () => {
    for (const key of ["customer", "sendBy", "amount"] as const) {
      const plans = await plansOf({ search: "starface", sort: { key, descending: false } });
      const rows = plans.flatMap(nodesOf).filter((node) => node["Relation Name"] === "stock_rows");
      expect(rows.map((node) => node["Node Type"])).toEqual(rows.map(() => "Index Scan"));
      expect(touched(plans), key).toBeLessThanOrEqual(20 * limit);
    }
  });

  it("for what all rows of a vendor have passes the vendors before him over", async () => {
    const plans = await plansOf({ search: "starface", sort: { key: "vendor", descending: false } });
    expectIndexed(plans);
    expect(touched(plans)).toBeLessThanOrEqual(2 * limit);
  });
});

it("whether anything is to be derived is seen at a glance", async () => {
  const plans = await withTenant(admin, (tx) => plansBeside(tx, (it) => stockToDerive(it, many.resellerId, today)));
  const nodes = plans.flatMap(nodesOf);
  expect(nodes.filter((node) => node["Node Type"] === "Seq Scan")).toEqual([]);
  expect(touched(plans)).toBeLessThanOrEqual(1);
});

describe("the search over everything, among 100,000 rows of 3,334 customers", () => {
  /** Names that are looked at for one word. */
  const names = 2_000;
  /** Everything that one search asks the database for, in its own words. */
  const plansOfSearch = (text: string, viewer = admin): Promise<PlanNode[]> =>
    withTenant(viewer, (tx) =>
      plansBeside(tx, async (explained) => {
        await namesFound(explained, viewer, text, 5);
        await contractsFound(explained, viewer, text, 5);
      }),
    );

  it.each([
    ["a customer's number", "101234", 10],
    ["a number's beginning", "1012", 1_000],
    ["a name that a ninth of the customers have", "Stadtwerke", names],
    ["a name's beginning, with an umlaut", "Mün", names],
    ["two words", "Stadtwerke Hamm", names],
    ["a word of half the systems", "starface", names],
    ["that word and a customer", "starface 101234", 10],
    ["two letters", "st", names],
    ["an article", "OFFICE", 10],
    ["an article of a customer", "101234 office", 10],
    ["what nothing is called", "zzz", 0],
  ])("finds by indexes: %s", async (_, text, most) => {
    const plans = await plansOfSearch(text);
    const nodes = plans.flatMap(nodesOf);
    expect(nodes.filter((node) => node["Node Type"] === "Seq Scan")).toEqual([]);
    expect(touchedOf(plans, "customers"), "customers").toBeLessThanOrEqual(2 * most);
    expect(touchedOf(plans, "systems"), "systems").toBeLessThanOrEqual(2 * most);
    expect(touchedOf(plans, "stock_rows"), "rows").toBeLessThanOrEqual(31_000);
    expect(plans.reduce((sum, plan) => sum + rowsSorted(plan), 0)).toBeLessThanOrEqual(31_000);
  });

  it("goes by the customers of a clerk who is confined to some", async () => {
    const confined = viewerOf("clerk", { ...admin, role: "clerk", customerIds: many.customerIds.slice(0, 3) });
    for (const text of ["starface", "1", "st", "Hamm"]) {
      const plans = await plansOfSearch(text, confined);
      expect(plans.flatMap(nodesOf).filter((node) => node["Node Type"] === "Seq Scan")).toEqual([]);
      expect(touchedOf(plans, "customers"), text).toBeLessThanOrEqual(3 + 15);
      expect(touchedOf(plans, "systems"), text).toBeLessThanOrEqual(15);
      expect(touchedOf(plans, "stock_rows"), text).toBeLessThanOrEqual(2 * 90);
    }
  });
});
