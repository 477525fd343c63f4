import { sql } from "drizzle-orm";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { contracts, customers, licences, notices, purchases, systems } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";
import { makeReseller, testDatabase } from "@/tests/support/database";

const database = testDatabase();
const appendOnly = [
  "purchases",
  "contract_rules",
  "terms",
  "notices",
  "decision_records",
  "withdrawals",
  "documents",
  "audit_entries",
];
const changes = [
  (table: string) => `update app.${table} set reseller_id = reseller_id`,
  (table: string) => `delete from app.${table}`,
  (table: string) => `truncate app.${table} cascade`,
];

let viewer: Viewer;
beforeAll(async () => {
  viewer = await makeReseller();
  const resellerId = viewer.resellerId ?? "";
  const [customerId, systemId, licenceId, contractId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await withTenant(viewer, async (tx) => {
    const place = { resellerId, customerId };
    await tx.insert(customers).values({ resellerId, id: customerId, number: "1", name: "Kunde" });
    await tx.insert(systems).values({ ...place, id: systemId, vendor: "v", name: "Anlage" });
    await tx.insert(licences).values({ ...place, id: licenceId, systemId, vendor: "v", sku: "s" });
    await tx.insert(purchases).values({ ...place, id: uuidv7(), licenceId, purchasedOn: "2026-01-31", quantity: 1 });
    await tx.insert(contracts).values({
      ...place,
      id: contractId,
      systemId,
      vendor: "v",
      sku: "s",
      policyId: "p",
      startsOn: "2026-01-31",
      billingParty: "vendor",
      billingInterval: "month",
    });
    await tx
      .insert(notices)
      .values({ ...place, id: uuidv7(), contractId, kind: "notice", receivedOn: "2026-02-01", channel: "email" });
  });
});

describe.each(appendOnly)("%s", (table) => {
  test("is refused to staff by its grants", async () => {
    for (const change of changes) {
      await expect(
        withTenant(viewer, (tx) => tx.execute(sql.raw(change(table)))),
        change(table),
      ).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  });

  test("is refused to its owner, who sees no row, and to a superuser by its triggers", async () => {
    for (const url of [database.ownerUrl, database.adminUrl]) {
      const login = postgres(url, { max: 1 });
      for (const change of changes) {
        await expect(login.unsafe(change(table)), change(table)).rejects.toMatchObject({
          code: "23001",
          message: expect.stringContaining("only ever added"),
        });
      }
      await login.end();
    }
  });
});

test("what was added is still there", async () => {
  const rows = await withTenant(viewer, (tx) => tx.select({ on: purchases.purchasedOn }).from(purchases));
  expect(rows).toEqual([{ on: "2026-01-31" }]);
});

test("every table that notes when a row was recorded is append-only, but for prices", async () => {
  const owner = postgres(database.ownerUrl, { max: 1 });
  const rows = await owner<{ name: string; kept: boolean }[]>`
    select c.table_name as name,
           exists (select from pg_trigger where tgrelid = format('app.%I', c.table_name)::regclass and tgname = 'append_only') as kept
    from information_schema.columns c where table_schema = 'app' and column_name = 'recorded_at' order by 1`;
  await owner.end();
  // An entry of the trail is noted at an instant of its own.
  const named = rows.filter((row) => row.kept).map((row) => row.name);
  expect([...named, "audit_entries"].sort()).toEqual([...appendOnly].sort());
  expect(rows.filter((row) => !row.kept).map((row) => row.name)).toEqual(["price_rows"]);
});
