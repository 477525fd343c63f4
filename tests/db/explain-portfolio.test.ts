import { beforeAll, describe, expect, it } from "vitest";
import { withTenant } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";
import { type PortfolioFilter, readPortfolio } from "@/lib/use-cases/shared/portfolio";
import { testDatabase, viewerOf } from "../support/database";
import { nodesOf, type PlanNode, plansBeside, rowsTouched } from "../support/explain";
import { type ManyPortfolio, manyPortfolio, ROWS_PER_CUSTOMER } from "../support/many-portfolio";

const database = testDatabase();
const today = "2026-11-20";
/** Of the reseller that is asked about, and of another who has more. */
const [own, others] = [5_000, 10_000];
const tables = ["customers", "contracts", "positions", "notices", "licences", "purchases", "terms"] as const;

/** Of some hundred rows at most here: the quickest is to read them whole. */
const small = new Set(["notices", "terms", "price_rows", "withdrawals"]);

let many: ManyPortfolio;
let admin: Viewer;

beforeAll(async () => {
  await manyPortfolio(others, database.ownerUrl);
  many = await manyPortfolio(own, database.ownerUrl);
  admin = viewerOf("reseller-admin", { resellerId: many.resellerId, resellerName: "Many" });
}, 240_000);

async function plansOf(viewer: Viewer, filter: PortfolioFilter): Promise<PlanNode[]> {
  return withTenant(viewer, (tx) => plansBeside(tx, (explained) => readPortfolio(explained, viewer, filter, today)));
}

const touched = (plans: readonly PlanNode[], table: string) =>
  plans.reduce((sum, plan) => sum + rowsTouched(plan, table), 0);

describe("a whole portfolio", () => {
  it("is read in a handful of queries, each kind of row about once, however many systems it has", async () => {
    const plans = await plansOf(admin, {});
    expect(plans.length).toBeLessThanOrEqual(8);
    const counts = { customers: many.customers, contracts: many.contracts, licences: many.licences };
    for (const [table, count] of Object.entries(counts)) {
      // A second look at the contracts finds what is maintained; the other reseller's rows may lie between.
      expect(touched(plans, table), table).toBeLessThanOrEqual(2 * count * (1 + others / own));
      expect(touched(plans, table), table).toBeGreaterThan(0);
    }
    // No table is looked into for each row of another but for the systems with maintenance, of which a customer has one.
    const loops = plans.flatMap(nodesOf).flatMap((node) => (node["Relation Name"] ? [node["Actual Loops"]] : []));
    expect(Math.max(...loops)).toBeLessThanOrEqual(many.customers);
  });
});

describe("a part of it", () => {
  it.each([
    ["of one customer, for whoever sees all", true],
    ["for a clerk who is confined to one", false],
  ])("%s, is found by indexes and touches what is his", async (_, byFilter) => {
    const [customer] = await withTenant(admin, async (tx) => [
      ...(await readPortfolio(tx, admin, {}, today)).placeOf.keys(),
    ]);
    const customerId = customer ?? "";
    const confined = viewerOf("clerk", { resellerId: many.resellerId, resellerName: "", customerIds: [customerId] });
    const plans = await (byFilter ? plansOf(admin, { customerId }) : plansOf(confined, {}));
    for (const table of tables) {
      if (small.has(table)) continue;
      expect(touched(plans, table), table).toBeLessThanOrEqual(4 * ROWS_PER_CUSTOMER);
    }
    const scanned = plans.flatMap(nodesOf).filter((node) => node["Node Type"] === "Seq Scan");
    expect(scanned.map((node) => node["Relation Name"] ?? "").filter((name) => !small.has(name))).toEqual([]);
  });
});
