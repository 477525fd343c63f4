import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { resellers } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { makeReseller, testDatabase } from "@/tests/support/database";

testDatabase();

test("a reseller sees itself and no other", async () => {
  const one = await makeReseller();
  await makeReseller();
  const rows = await withTenant(one, (tx) => tx.select().from(resellers));
  expect(rows.map((row) => row.resellerId)).toEqual([one.resellerId]);
  expect(
    await withTenant(one, (tx) => tx.execute(sql`select current_user as who, 5::bigint as n, date '2026-01-31' as d`)),
  ).toMatchObject([{ who: "portal_staff", n: 5, d: "2026-01-31" }]);
});
