import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { bookedRows } from "@/db/queries/booked";
import { withTenant, withTenantId } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";
import { testDatabase, viewerOf } from "../support/database";
import { runOn } from "../support/database-server";
import { nodesOf, plansOf, rowsTouched } from "../support/explain";
import { manyDecisions } from "../support/many-decisions";

const database = testDatabase();
const POSITIONS_EACH = 3;
let admin: Viewer;
let systems: { readonly id: string; readonly contracts: number }[];

beforeAll(async () => {
  const { resellerId } = await manyDecisions(20_000);
  admin = viewerOf("reseller-admin", { resellerId, resellerName: "Many" });
  await withTenantId(resellerId, (tx) =>
    tx.execute(sql`
      insert into app.positions (reseller_id, id, customer_id, contract_id, sku, quantity, from_on)
      select reseller_id, gen_random_uuid(), customer_id, id, sku, n, starts_on
      from app.contracts, generate_series(1, ${POSITIONS_EACH}::int) as n where reseller_id = ${resellerId}::uuid`),
  );
  await runOn(database.ownerUrl, "analyze app.systems, app.contracts, app.positions");
  systems = await withTenant(admin, (tx) =>
    tx.execute<{ id: string; contracts: number }>(
      sql`select system_id as id, count(*)::int as contracts from app.contracts group by 1 order by 1 limit 5`,
    ),
  ).then((rows) => [...rows]);
}, 240_000);

it("what some systems book is read by its indexes, and nothing of others", async () => {
  const ids = systems.map(({ id }) => id);
  const expected = systems.reduce((sum, { contracts }) => sum + contracts, 0) * POSITIONS_EACH;
  const rows = await withTenant(admin, (tx) => bookedRows(tx, admin.resellerId ?? "", ids));
  expect([ids.length, rows.length]).toEqual([5, expected]);
  const [plan] = await withTenant(admin, (tx) =>
    plansOf(tx, (explained) => bookedRows(explained, admin.resellerId ?? "", ids)),
  );
  if (plan === undefined) throw new Error("nothing was asked");
  expect(nodesOf(plan).filter((node) => node["Node Type"] === "Seq Scan")).toEqual([]);
  expect(rowsTouched(plan, "positions")).toBeLessThanOrEqual(expected);
});
