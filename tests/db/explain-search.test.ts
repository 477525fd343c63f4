import { beforeAll, describe, expect, it } from "vitest";
import { withTenant } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";
import { contractsFound, namesFound } from "@/lib/use-cases/search";
import { testDatabase, viewerOf } from "../support/database";
import { nodesOf, type PlanNode, plansBeside, rowsSorted, rowsTouched } from "../support/explain";
import { type ManyStock, manyStock, withoutStockIndexes } from "../support/many-stock";

const database = testDatabase();
const most = 5;
/** Names that are looked at for one word. */
const names = 2_000;
let many: ManyStock;
let admin: Viewer;

beforeAll(async () => {
  many = await withoutStockIndexes(database.ownerUrl, async () => {
    await manyStock(3_000);
    return manyStock(100_000);
  });
  admin = viewerOf("reseller-admin", { resellerId: many.resellerId, resellerName: "Many" });
}, 240_000);

/** Everything that one search asks the database for, in its own words. */
const plansOf = (text: string, viewer = admin): Promise<PlanNode[]> =>
  withTenant(viewer, (tx) =>
    plansBeside(tx, async (explained) => {
      await namesFound(explained, viewer, text, most);
      await contractsFound(explained, viewer, text, most);
    }),
  );

const touched = (plans: readonly PlanNode[], relation: string) =>
  plans.reduce((sum, plan) => sum + rowsTouched(plan, relation), 0);

describe("the search over everything, among 100,000 rows of 3,334 customers", () => {
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
    const plans = await plansOf(text);
    const nodes = plans.flatMap(nodesOf);
    expect(nodes.filter((node) => node["Node Type"] === "Seq Scan")).toEqual([]);
    expect(touched(plans, "customers"), "customers").toBeLessThanOrEqual(2 * most);
    expect(touched(plans, "systems"), "systems").toBeLessThanOrEqual(2 * most);
    expect(touched(plans, "stock_rows"), "rows").toBeLessThanOrEqual(31_000);
    expect(plans.reduce((sum, plan) => sum + rowsSorted(plan), 0)).toBeLessThanOrEqual(31_000);
  });

  it("goes by the customers of a clerk who is confined to some", async () => {
    const confined = viewerOf("clerk", { ...admin, role: "clerk", customerIds: many.customerIds.slice(0, 3) });
    for (const text of ["starface", "1", "st", "Hamm"]) {
      const plans = await plansOf(text, confined);
      expect(plans.flatMap(nodesOf).filter((node) => node["Node Type"] === "Seq Scan")).toEqual([]);
      expect(touched(plans, "customers"), text).toBeLessThanOrEqual(3 + 15);
      expect(touched(plans, "systems"), text).toBeLessThanOrEqual(15);
      expect(touched(plans, "stock_rows"), text).toBeLessThanOrEqual(2 * 90);
    }
  });
});
