import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { customers, resellers, systems } from "@/db/schema";
import { type Tx, visibleTo, withAuth, withPlatform, withTenant, withTenantId } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";
import { makeReseller, testDatabase, viewerOf } from "@/tests/support/database";

testDatabase();

/** PostgreSQL's own words for "not yours". */
const denied = { cause: { code: "42501" } };

interface Tenant {
  readonly admin: Viewer;
  readonly resellerId: string;
  /** Two customers, each with one system. */
  readonly customerIds: readonly [string, string];
}

async function makeTenant(): Promise<Tenant> {
  const admin = await makeReseller();
  const resellerId = admin.resellerId ?? "";
  const customerIds = [uuidv7(), uuidv7()] as const;
  await withTenant(admin, async (tx) => {
    for (const [at, id] of customerIds.entries()) {
      await tx.insert(customers).values({ resellerId, id, number: `K${at}`, name: `Kunde ${at}` });
      await tx.insert(systems).values({ resellerId, id: uuidv7(), customerId: id, vendor: "v", name: "Anlage" });
    }
  });
  return { admin, resellerId, customerIds };
}

let one: Tenant;
let other: Tenant;
beforeAll(async () => {
  one = await makeTenant();
  other = await makeTenant();
});

const context = (tx: Tx) =>
  tx.execute<{ who: string; reseller: string; customer: string }>(sql`
    select current_user as who, current_setting('app.reseller_id', true) as reseller, current_setting('app.customer_id', true) as customer`);

describe("staff", () => {
  test("see all of their reseller and nothing of another", async () => {
    const rows = await withTenant(one.admin, (tx) => tx.select().from(customers));
    expect(rows.map((row) => row.id).sort()).toEqual([...one.customerIds].sort());
    const foreign = await withTenant(one.admin, (tx) =>
      tx.select().from(customers).where(eq(customers.id, other.customerIds[0])),
    );
    expect(foreign).toEqual([]);
    expect((await withTenant(one.admin, (tx) => tx.select().from(resellers))).map((row) => row.resellerId)).toEqual([
      one.resellerId,
    ]);
  });

  test("cannot write into another reseller, move a row there, or hang one on its rows", async () => {
    const row = { resellerId: other.resellerId, id: uuidv7(), number: "K9", name: "Eingeschleust" };
    await expect(withTenant(one.admin, (tx) => tx.insert(customers).values(row))).rejects.toMatchObject(denied);
    await expect(
      withTenant(one.admin, (tx) => tx.update(customers).set({ resellerId: other.resellerId })),
    ).rejects.toMatchObject(denied);
    await expect(
      withTenant(one.admin, (tx) =>
        tx.insert(systems).values({
          resellerId: one.resellerId,
          id: uuidv7(),
          customerId: other.customerIds[0],
          vendor: "v",
          name: "Anlage",
        }),
      ),
    ).rejects.toMatchObject({ cause: { code: "23503" } });
    const changed = await withTenant(one.admin, (tx) =>
      tx.update(customers).set({ name: "Gekapert" }).where(eq(customers.id, other.customerIds[0])).returning(),
    );
    expect(changed).toEqual([]);
  });

  test("who are confined see only the customers that were named for them", async () => {
    const seenBy = (customerIds: readonly string[] | null) => {
      const clerk = viewerOf("clerk", { resellerId: one.resellerId, customerIds });
      return withTenant(clerk, (tx) =>
        tx.select({ id: customers.id }).from(customers).where(visibleTo(clerk, customers.id)).orderBy(customers.number),
      );
    };
    const [first, second] = one.customerIds;
    expect(await seenBy(null)).toEqual([{ id: first }, { id: second }]);
    expect(await seenBy([second])).toEqual([{ id: second }]);
    expect(await seenBy([second, first])).toEqual([{ id: first }, { id: second }]);
    expect(await seenBy([])).toEqual([]);
    expect(await seenBy([other.customerIds[0]])).toEqual([]);
    expect(() => visibleTo({ customerIds: ["x} or true"] }, customers.id)).toThrow("no id");
  });

  test("cannot make resellers, or read who may sign in", async () => {
    await expect(
      withTenant(one.admin, (tx) => tx.insert(resellers).values({ resellerId: uuidv7(), name: "Neu" })),
    ).rejects.toMatchObject(denied);
    await expect(withTenant(one.admin, (tx) => tx.execute(sql`select * from auth.people`))).rejects.toMatchObject(
      denied,
    );
  });
});

describe("a customer's people", () => {
  const person = (tenant: Tenant, at: 0 | 1) =>
    viewerOf("customer-admin", { resellerId: tenant.resellerId, customerIds: [tenant.customerIds[at]] });

  test("see their own customer and neither the reseller's other ones nor another reseller's", async () => {
    const rows = await withTenant(person(one, 1), async (tx) => ({
      customers: await tx.select({ id: customers.id }).from(customers),
      systems: await tx.select({ customerId: systems.customerId }).from(systems),
      resellers: await tx.select({ id: resellers.resellerId }).from(resellers),
    }));
    expect(rows).toEqual({
      customers: [{ id: one.customerIds[1] }],
      systems: [{ customerId: one.customerIds[1] }],
      resellers: [{ id: one.resellerId }],
    });
  });

  test("see nothing when customer and reseller do not belong together", async () => {
    const mixed = viewerOf("customer-viewer", { resellerId: one.resellerId, customerIds: [other.customerIds[0]] });
    expect(await withTenant(mixed, (tx) => tx.select({ id: customers.id }).from(customers))).toEqual([]);
  });

  test.each([
    "insert into app.customers (reseller_id, id, number, name) select reseller_id, gen_random_uuid(), 'x', 'x' from app.resellers",
    "update app.customers set name = 'x'",
    "delete from app.systems",
    "select * from app.decisions",
    "select * from app.decision_records",
    "select * from app.price_rows",
    "select list_price_cents from app.purchases",
    "select paid_cents from app.purchases",
    "select sum(paid_cents) from app.purchases",
    "select id from app.purchases order by paid_cents",
    "select recorded_by from app.purchases",
    "select recorded_by from app.contract_rules",
    "select amount_cents from app.terms",
    "select note from app.notices",
    "select * from auth.people",
  ])("may not: %s", async (statement) => {
    await expect(withTenant(person(one, 0), (tx) => tx.execute(sql.raw(statement)))).rejects.toMatchObject(denied);
  });

  test("belong to exactly one customer", async () => {
    for (const customerIds of [null, [], [...one.customerIds]]) {
      const viewer = viewerOf("customer-admin", { resellerId: one.resellerId, customerIds });
      expect(() => withTenant(viewer, context)).toThrow("exactly one customer");
    }
  });
});

describe("before there is a tenant", () => {
  test("a platform admin has no way to a tenant's data", async () => {
    const admin = viewerOf("platform-admin");
    expect(() => withTenant(admin, context)).toThrow("sees no tenant's data");
    expect(() => withTenant({ ...admin, resellerId: one.resellerId }, context)).toThrow("sees no tenant's data");
    for (const table of ["customers", "contracts", "decisions", "price_rows"]) {
      await expect(
        withPlatform((tx) => tx.execute(sql.raw(`select * from app.${table}`))),
        table,
      ).rejects.toMatchObject(denied);
    }
    await expect(withPlatform((tx) => tx.execute(sql`select password_hash from auth.people`))).rejects.toMatchObject(
      denied,
    );
    await expect(withPlatform((tx) => tx.execute(sql`select token_hash from auth.invitations`))).rejects.toMatchObject(
      denied,
    );
    await expect(withPlatform((tx) => tx.execute(sql`select * from auth.sessions`))).rejects.toMatchObject(denied);
    await expect(withPlatform((tx) => tx.update(resellers).set({ name: "x" }))).rejects.toMatchObject(denied);
  });

  test("sign-in reaches people and resellers' names, and no tenant's data", async () => {
    expect(await withAuth((tx) => tx.select({ name: resellers.name }).from(resellers))).toHaveLength(2);
    await withAuth((tx) => tx.execute(sql`select * from auth.people`));
    await expect(withAuth((tx) => tx.select().from(resellers))).rejects.toMatchObject(denied);
    await expect(withAuth((tx) => tx.select().from(customers))).rejects.toMatchObject(denied);
    await expect(withAuth((tx) => tx.execute(sql`delete from auth.people`))).rejects.toMatchObject(denied);
  });
});

test("an id that is none never reaches the database", () => {
  for (const bad of ["", "x", "00000000-0000-0000-0000-00000000000", "'; select 1; --", one.resellerId.toUpperCase()]) {
    expect(() => withTenantId(bad, context), bad).toThrow("no id");
    expect(() => withTenant(viewerOf("clerk", { resellerId: bad }), context), bad).toThrow("no id");
  }
});

test("nothing leaks over 2,000 transactions of several tenants and roles on five connections, a third of them aborted", async () => {
  const tenants = [one, other, await makeTenant(), await makeTenant()];
  let seed = 20_261_120;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const foreign: unknown[] = [];
  let aborted = 0;
  let read = 0;

  const oneTransaction = async () => {
    const tenant = tenants[random(tenants.length)] ?? one;
    const confinedTo = random(2) === 0 ? null : (tenant.customerIds[random(2)] ?? "");
    const viewer =
      confinedTo === null
        ? tenant.admin
        : viewerOf("customer-viewer", { resellerId: tenant.resellerId, customerIds: [confinedTo] });
    const ending = random(6);
    const work = withTenant(viewer, async (tx) => {
      const [now] = await context(tx);
      const rows = await tx.select({ resellerId: systems.resellerId, customerId: systems.customerId }).from(systems);
      read += rows.length;
      const expectedRole = confinedTo === null ? "portal_staff" : "portal_customer";
      if (now?.who !== expectedRole || now.reseller !== tenant.resellerId || (now.customer || null) !== confinedTo) {
        foreign.push({ now, expected: [expectedRole, tenant.resellerId, confinedTo] });
      }
      if (rows.length !== (confinedTo === null ? 2 : 1)) foreign.push(rows);
      for (const row of rows) {
        if (row.resellerId !== tenant.resellerId || (confinedTo !== null && row.customerId !== confinedTo))
          foreign.push(row);
      }
      if (ending === 0) throw new Error("aborted by us");
      if (ending === 1) await tx.execute(sql`select 1 / 0`);
    });
    await work.catch(() => aborted++);
  };
  const workers = Array.from({ length: 16 }, async (_, worker) => {
    for (let turn = worker; turn < 2_000; turn += 16) await oneTransaction();
  });
  await Promise.all(workers);

  expect(foreign).toEqual([]);
  expect(aborted).toBeGreaterThan(500);
  expect(read).toBeGreaterThan(2_000);
  // What the roles leave behind on a connection is nothing.
  const left = await withAuth(context);
  expect(left).toMatchObject([{ who: "portal_auth" }]);
  expect(left[0]?.reseller || null).toBeNull();
});
