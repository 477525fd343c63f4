import { sql } from "drizzle-orm";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, connectTo, inTransaction, requestLimits } from "@/db/client";
import { ConnectionLost } from "@/db/pool";
import { customers, memberships, people } from "@/db/schema";
import { type Tx, withAuth, withTenant, withTenantId } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";
import { makeReseller, testDatabase } from "@/tests/support/database";
import { makeWire, type Wire } from "@/tests/support/network";

const database = testDatabase();

let viewer: Viewer;
let resellerId: string;
beforeAll(async () => {
  viewer = await makeReseller();
  resellerId = viewer.resellerId ?? "";
});

const addCustomer = (tx: Tx, number: string) =>
  tx.insert(customers).values({ resellerId, id: uuidv7(), number, name: "Kunde" });
const has = async (number: string) =>
  (await withTenant(viewer, (tx) => tx.execute(sql`select 1 from app.customers where number = ${number}`))).length ===
  1;

/** Ends the portal's connections from outside, as a restart of the server would. */
async function endConnections(): Promise<void> {
  const same = postgres(database.appUrl, { max: 1 });
  await same`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lizenzkontor' and datname = current_database()`;
  await same.end();
}

describe("a transaction", () => {
  test("commits what returns and rolls back what throws, with the error that was thrown", async () => {
    await withTenant(viewer, (tx) => addCustomer(tx, "commit"));
    await expect(
      withTenant(viewer, async (tx) => {
        await addCustomer(tx, "rollback");
        throw new Error("mine");
      }),
    ).rejects.toThrow("mine");
    expect([await has("commit"), await has("rollback")]).toEqual([true, false]);
  });

  test("does not pass for committed when an error inside of it was swallowed", async () => {
    await expect(
      withTenant(viewer, async (tx) => {
        await addCustomer(tx, "swallowed");
        await tx.execute(sql`select 1 / 0`).catch(() => {});
      }),
    ).rejects.toThrow("rolled back");
    expect(await has("swallowed")).toBe(false);
  });

  test("goes on after an error that a transaction inside of it has caught", async () => {
    await withTenant(viewer, async (tx) => {
      await addCustomer(tx, "outer");
      await tx.transaction((inner) => inner.execute(sql`select 1 / 0`)).catch(() => {});
      await tx.transaction((inner) => addCustomer(inner as Tx, "inner"));
    });
    expect([await has("outer"), await has("inner")]).toEqual([true, true]);
  });

  test("takes no query after its end: it could run as somebody else", async () => {
    let kept: Tx | undefined;
    await withTenant(viewer, async (tx) => {
      kept = tx;
    });
    await expect(kept?.execute(sql`select 1`)).rejects.toMatchObject({
      cause: { message: expect.stringContaining("over") },
    });
  });

  test("names the role that is missing, and not that the transaction is aborted", async () => {
    await expect(
      inTransaction({ role: "nobody_at_all" }, requestLimits, (tx) => tx.execute(sql`select 1`)),
    ).rejects.toThrow(/nobody_at_all/);
  });

  test("gives days as they are written, whole numbers exactly and refuses those that do not fit", async () => {
    const [row] = await withTenant(viewer, (tx) =>
      tx.execute(
        sql`select date '2026-01-31' as day, 9007199254740991::bigint as most, true as yes, '{"a":1}'::jsonb as json`,
      ),
    );
    expect(row).toEqual({ day: "2026-01-31", most: 9_007_199_254_740_991, yes: true, json: { a: 1 } });
    await expect(
      withTenant(viewer, (tx) => tx.execute(sql`select 9007199254740993::bigint as n`)),
    ).rejects.toMatchObject({
      cause: { message: expect.stringContaining("safe integer") },
    });
  });

  test("writes and reads lists of ids, also empty ones and none", async () => {
    const lists = [[uuidv7(), uuidv7()], [], null];
    const personIds = lists.map(() => uuidv7());
    await withAuth(async (tx) => {
      for (const [at, customerIds] of lists.entries()) {
        const personId = personIds[at] ?? "";
        await tx.insert(people).values({ id: personId, email: `${personId}@example.org`, name: "Person" });
        await tx.insert(memberships).values({ id: uuidv7(), personId, resellerId, role: "clerk", customerIds });
      }
      const rows = await tx.select().from(memberships);
      expect(personIds.map((id) => rows.find((row) => row.personId === id)?.customerIds)).toEqual(lists);
    });
  });

  test("is kept to its limits by the server; jobs have longer ones", async () => {
    const limits = (tx: Tx) =>
      tx.execute(sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle`);
    expect(await withTenant(viewer, limits)).toEqual([{ statement: "5s", lock: "3s", idle: "10s" }]);
    expect(await withTenantId(resellerId, limits)).toEqual([{ statement: "2min", lock: "30s", idle: "2min" }]);
    expect(await withTenant(viewer, limits)).toEqual([{ statement: "5s", lock: "3s", idle: "10s" }]);
  });
});

describe("on a bad wire", () => {
  let wire: Wire;
  beforeAll(() => connectTo(database.appUrl));
  afterEach(async () => {
    await connectTo(database.appUrl);
    await wire?.close();
  });
  const connectOverWire = async () => {
    const url = new URL(database.appUrl);
    wire = await makeWire(Number(url.port));
    await connectTo(Object.assign(url, { port: String(wire.port) }).href);
  };
  const role = { role: "portal_auth" };

  test("begin, role and tenant cost no round trip of their own", async () => {
    await connectOverWire();
    const read = () => withTenant(viewer, (tx) => tx.execute(sql`select 1`));
    await read();
    wire.turns();
    await read();
    // One for begin, settings and the query, one for commit.
    expect(wire.turns()).toBe(2);
  });

  test("a server that answers nothing more holds nobody for longer than the deadline, and the next gets a new connection", async () => {
    await connectOverWire();
    const limits = { ...requestLimits, deadlineMs: 400 };
    const began = performance.now();
    await expect(
      inTransaction(role, limits, async (tx) => {
        await tx.execute(sql`select 1`);
        wire.swallow();
        await tx.execute(sql`select 2`);
      }),
    ).rejects.toBeInstanceOf(ConnectionLost);
    expect(performance.now() - began).toBeLessThan(2_000);
    wire.pass();
    expect(await inTransaction(role, limits, (tx) => tx.execute(sql`select 3 as n`))).toMatchObject([{ n: 3 }]);
  });

  test("a connection that is closed between two statements ends the transaction and nothing else", async () => {
    await expect(
      withTenant(viewer, async (tx) => {
        await addCustomer(tx, "closed");
        await endConnections();
        await new Promise((resolve) => setTimeout(resolve, 100));
        await addCustomer(tx, "closed too");
      }),
    ).rejects.toBeInstanceOf(ConnectionLost);
    expect([await has("closed"), await has("closed too")]).toEqual([false, false]);
  });

  test("more transactions than connections wait their turn", async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        withTenant(viewer, (tx) => tx.execute<{ n: number }>(sql`select ${n}::int as n`)),
      ),
    );
    expect(answers.map(([row]) => row?.n)).toEqual(Array.from({ length: 40 }, (_, n) => n));
    const owner = postgres(database.ownerUrl, { max: 1 });
    const [open] =
      await owner`select count(*)::int as n from pg_stat_activity where usename = 'portal_app' and datname = current_database()`;
    await owner.end();
    expect(open?.n).toBeLessThanOrEqual(5);
  });

  test("closing opens again with the next transaction", async () => {
    await closeDatabase();
    expect(await has("commit")).toBe(true);
  });
});
