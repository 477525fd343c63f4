import { beforeAll, describe, expect, it } from "vitest";
import { customerPage } from "@/db/queries/customers";
import { countUntil, decisionsOf, type QueueConditions, queuePage } from "@/db/queries/decisions";
import { isAnyStale } from "@/db/queries/derived-decisions";
import { systemsNamed } from "@/db/queries/system-search";
import { systemRows } from "@/db/queries/systems";
import { withTenant } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";
import { testDatabase, viewerOf } from "../support/database";
import { runOn } from "../support/database-server";
import { nodesOf, type PlanNode, plansOf, rowsSorted, rowsTouched } from "../support/explain";
import { type ManyDecisions, manyDecisions } from "../support/many-decisions";

const database = testDatabase();
const today = "2026-11-20";
const page = 51;
let many: ManyDecisions;
let admin: Viewer;

beforeAll(async () => {
  many = await manyDecisions(100_000);
  await manyDecisions(5_000);
  const tables = ["customers", "systems", "contracts", "decisions", "decision_records"].map((name) => `app.${name}`);
  await runOn(database.ownerUrl, `analyze ${tables.join(", ")}`);
  admin = viewerOf("reseller-admin", { resellerId: many.resellerId, resellerName: "Many" });
}, 240_000);

const first = (ids: readonly string[]) => ids[0] ?? "";
/** Each filter of the page Entscheiden with a value that many rows have, by name. */
const values: Readonly<Record<keyof QueueConditions, () => string>> = {
  vendor: () => "netinteract",
  customerId: () => first(many.customerIds),
  kind: () => "notice",
  clerkId: () => first(many.clerkIds),
};
const names = Object.keys(values) as (keyof QueueConditions)[];
const combinations = Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_, at) => bits & (1 << at)));
const filterOf = (chosen: readonly (keyof QueueConditions)[]): QueueConditions =>
  Object.fromEntries(chosen.map((name) => [name, values[name]()]));

async function planOf(work: Parameters<typeof plansOf>[1], viewer = admin): Promise<PlanNode> {
  const [plan, ...more] = await withTenant(viewer, (tx) => plansOf(tx, work));
  if (plan === undefined || more.length > 0) throw new Error("one query was expected");
  return plan;
}

/** No walk through the tenant: every table by an index, and nothing sorted but the page itself. */
function expectIndexed(plan: PlanNode, sortedAtMost = page): void {
  const nodes = nodesOf(plan);
  expect(nodes.filter((node) => node["Node Type"] === "Seq Scan")).toEqual([]);
  expect(nodes.some((node) => node["Relation Name"] === "decisions" && node["Index Name"] !== undefined)).toBe(true);
  expect(rowsSorted(plan)).toBeLessThanOrEqual(sortedAtMost);
}

describe("the queue of 100,000 rows", () => {
  it.each(combinations.map((chosen) => [chosen.join(" and ") || "no filter", chosen] as const))(
    "is read by an index with %s, on the first page and deep inside",
    async (_, chosen) => {
      const filter = filterOf(chosen);
      const deep = { sortOn: "2027-09-01", id: "00000000-0000-7000-8000-000000000000" };
      for (const after of [null, deep]) {
        const plan = await planOf((tx) => queuePage(tx, admin, filter, today, after, page));
        expectIndexed(plan);
        // The page, and with filters that share one index what it holds between the page's rows.
        expect(rowsTouched(plan, "decisions")).toBeLessThan(chosen.length < 2 ? 2 * page : 20 * page);
      }
    },
  );

  it.each([
    ["a vendor that has none of the kind", { vendor: "c4b", kind: "notice" }],
    ["a kind that is rare", { kind: "notice-unconfirmed" }],
    ["a kind that nobody has", { kind: "notice-rolling" }],
    ["a vendor that does not exist", { vendor: "nobody" }],
    ["a clerk who has none", { clerkId: "00000000-0000-7000-8000-000000000000" }],
  ] as const)("ends soon with %s", async (_, filter) => {
    const plan = await planOf((tx) => queuePage(tx, admin, filter, today, null, page));
    expectIndexed(plan);
    expect(rowsTouched(plan, "decisions")).toBeLessThan(2 * page);
  });

  it("is read by the customers' index for a clerk who is confined to some", async () => {
    const confined = viewerOf("clerk", { ...admin, role: "clerk", customerIds: many.customerIds.slice(0, 3) });
    const plan = await planOf((tx) => queuePage(tx, confined, {}, today, null, page), confined);
    // Three customers have some 75 rows: these may be sorted.
    expectIndexed(plan, 200);
    expect(rowsTouched(plan, "decisions")).toBeLessThan(300);
  });

  it.each([
    ["no filter", {}],
    ["a vendor", { vendor: "netinteract" }],
    ["a clerk", "clerk"],
  ] as const)("is counted for the next days no further than to 100 with %s", async (_, chosen) => {
    const filter = chosen === "clerk" ? filterOf(["clerkId"]) : chosen;
    const plan = await planOf((tx) => countUntil(tx, admin, filter, today, "2026-11-26", 101));
    expectIndexed(plan);
    expect(rowsTouched(plan, "decisions")).toBeLessThan(400);
  });

  it("is read by the customers' index for one system of a customer", async () => {
    const customerId = first(many.customerIds);
    const [system] = await withTenant(admin, (tx) => systemRows(tx, many.resellerId, { customerIds: [customerId] }));
    const of = { customerId, systemId: system?.id ?? "" };
    const plan = await planOf((tx) => decisionsOf(tx, admin, of));
    expectIndexed(plan);
    expect(rowsTouched(plan, "decisions")).toBeGreaterThan(0);
    expect(rowsTouched(plan, "decisions")).toBeLessThan(100);
  });

  it("is asked at a glance whether the day has overtaken any row", async () => {
    const plan = await planOf((tx) => isAnyStale(tx, many.resellerId, today));
    expectIndexed(plan);
    expect(rowsTouched(plan, "decisions")).toBeLessThan(2);
  });
});

describe("the list of 4,000 customers", () => {
  const none = { search: null, clerkId: null };
  it.each([
    ["first page", none, null],
    ["deep inside", none, { name: "Kunde 3000", id: "00000000-0000-7000-8000-000000000000" }],
    ["of a clerk", "clerk", null],
  ] as const)("is read in the order of names by an index: %s", async (_, chosen, after) => {
    const filter = chosen === "clerk" ? { search: null, clerkId: first(many.clerkIds) } : chosen;
    const plan = await planOf((tx) => customerPage(tx, admin, filter, after, page));
    const scans = nodesOf(plan).filter((node) => node["Relation Name"] === "customers");
    expect(scans.map((node) => node["Index Name"])).toEqual([
      chosen === "clerk" ? "customers_clerk_idx" : "customers_name_idx",
    ]);
    expectIndexed(plan);
    expect(rowsTouched(plan, "customers")).toBeLessThan(2 * page);
  });
});

describe("the systems of 4,000 customers", () => {
  it.each([
    ["the first", [], 60],
    ["with a word that many have", ["kunde"], 60],
    ["with words that a few have", ["starface", "kunde 39"], 8_001],
    ["with a word that nobody has", ["niemand"], 8_001],
  ] as const)(
    "are found in the order of their customers' names, and no further than the page: %s",
    async (_, words, most) => {
      const plan = await planOf((tx) => systemsNamed(tx, admin, words, 13));
      const nodes = nodesOf(plan);
      expect(nodes.filter((node) => node["Node Type"] === "Seq Scan")).toEqual([]);
      expect(nodes.some((node) => node["Index Name"] === "customers_name_idx")).toBe(true);
      expect(rowsTouched(plan, "customers") + rowsTouched(plan, "systems")).toBeLessThan(most);
    },
  );
});
