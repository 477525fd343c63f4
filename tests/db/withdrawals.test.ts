import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { agreedTerms, contractRows } from "@/db/queries/contracts";
import { customerById } from "@/db/queries/customers";
import { purchaseRows } from "@/db/queries/licences";
import { systemRows } from "@/db/queries/systems";
import { contracts, customers, licences, purchases, systems, terms } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";
import { type Withdrawn, withdraw } from "@/lib/use-cases/shared/withdraw";
import { makeReseller, testDatabase, viewerOf } from "@/tests/support/database";

testDatabase();
const at = new Date("2026-11-29T10:00:00Z");
const ids = {
  customer: uuidv7(),
  system: uuidv7(),
  licence: uuidv7(),
  first: uuidv7(),
  second: uuidv7(),
  contract: uuidv7(),
  term: uuidv7(),
};
let viewer: Viewer;
let resellerId: string;

beforeEach(async () => {
  viewer = await makeReseller();
  resellerId = viewer.resellerId ?? "";
  const place = { resellerId, customerId: ids.customer };
  await withTenant(viewer, async (tx) => {
    await tx.insert(customers).values({ resellerId, id: ids.customer, number: "10001", name: "Kunde" });
    await tx.insert(systems).values({ ...place, id: ids.system, vendor: "v", name: "Anlage" });
    await tx.insert(licences).values({ ...place, id: ids.licence, systemId: ids.system, vendor: "v", sku: "s" });
    for (const [id, quantity] of [
      [ids.first, 10],
      [ids.second, 5],
    ] as const)
      await tx.insert(purchases).values({ ...place, id, licenceId: ids.licence, purchasedOn: "2026-01-31", quantity });
    await tx.insert(contracts).values({
      ...place,
      id: ids.contract,
      systemId: ids.system,
      vendor: "v",
      sku: "s",
      policyId: "p",
      startsOn: "2026-01-31",
      billingParty: "vendor",
      billingInterval: "month",
    });
    await tx
      .insert(terms)
      .values({ ...place, id: ids.term, contractId: ids.contract, kind: "first", startsOn: "2026-01-31" });
  });
});

const take = (type: Withdrawn["type"], id: string, reason = "Falsch erfasst") =>
  withTenant(viewer, (tx) => withdraw(tx, viewer, [{ type, id, customerId: ids.customer }], { reason, at }));

const asCustomer = () => viewerOf("customer-viewer", { resellerId, customerIds: [ids.customer] });

test("a withdrawn purchase counts no more, for staff and for the customer's people; the others do", async () => {
  expect(await take("purchase", ids.first)).toBe(1);
  expect(await take("purchase", ids.first, "Noch einmal")).toBe(0);
  for (const who of [viewer, asCustomer()]) {
    const rows = await withTenant(who, (tx) => purchaseRows(tx, resellerId, [ids.system], who === viewer));
    expect(rows.map((row) => [row.id, row.quantity])).toEqual([[ids.second, 5]]);
  }
  const kept = await withTenant(viewer, (tx) => tx.select().from(purchases));
  expect(kept).toHaveLength(2);
});

test("a withdrawn term was never agreed", async () => {
  await take("term", ids.term);
  for (const who of [viewer, asCustomer()])
    expect(await withTenant(who, (tx) => agreedTerms(tx, resellerId, ids.contract, false))).toEqual([]);
});

test.each([
  ["licence", () => ids.licence, () => withTenant(viewer, (tx) => purchaseRows(tx, resellerId, [ids.system], true))],
  [
    "contract",
    () => ids.contract,
    () => withTenant(viewer, (tx) => contractRows(tx, resellerId, { systemIds: [ids.system] })),
  ],
  [
    "system",
    () => ids.system,
    () => withTenant(viewer, (tx) => systemRows(tx, resellerId, { customerIds: [ids.customer] })),
  ],
  [
    "customer",
    () => ids.customer,
    async () => [await withTenant(viewer, (tx) => customerById(tx, viewer, ids.customer))].filter(Boolean),
  ],
] as const)("a withdrawn %s is in no list, and does not come back", async (type, idOf, rows) => {
  expect((await rows()).length).toBeGreaterThan(0);
  await take(type, idOf());
  expect(await rows()).toEqual([]);
  const table = sql.identifier(`${type}s`);
  const back = (set: string) =>
    withTenant(viewer, (tx) => tx.execute(sql`update app.${table} set ${sql.raw(set)} where id = ${idOf()}`));
  await expect(back("withdrawn_at = null")).rejects.toMatchObject({ cause: { code: "23001" } });
  await expect(back("archived_at = null")).rejects.toMatchObject({ cause: { code: "23514" } });
});

test("a number, a system's name and an article are free again", async () => {
  const place = { resellerId, customerId: ids.customer };
  const again = () =>
    withTenant(viewer, async (tx) => {
      await tx.insert(licences).values({ ...place, id: uuidv7(), systemId: ids.system, vendor: "v", sku: "s" });
      await tx.insert(systems).values({ ...place, id: uuidv7(), vendor: "v", name: "Anlage" });
      await tx.insert(customers).values({ resellerId, id: uuidv7(), number: "10001", name: "Kunde" });
    });
  await expect(again()).rejects.toMatchObject({ cause: { code: "23505" } });
  await take("licence", ids.licence);
  await take("system", ids.system);
  await take("customer", ids.customer);
  await again();
  const numbers = await withTenant(viewer, (tx) =>
    tx.select({ withdrawnAt: customers.withdrawnAt }).from(customers).where(eq(customers.number, "10001")),
  );
  expect(numbers).toHaveLength(2);
});
