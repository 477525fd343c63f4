import postgres, { type Sql } from "postgres";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withAuth, withTenant } from "@/db/tenant";
import type { ChainFault } from "@/lib/domain/audit";
import type { Viewer } from "@/lib/domain/viewer";
import { checkAuditTrail } from "@/lib/use-cases/check-audit-trail";
import { type Change, recordChange, recordChanges } from "@/lib/use-cases/shared/record-change";
import { makeReseller, testDatabase } from "@/tests/support/database";

const database = testDatabase();
let admin: Sql;
beforeAll(() => {
  admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(() => admin.end());

const at = new Date("2026-11-29T10:00:00.123Z");
const change = (more: Partial<Change> = {}): Change => ({
  action: "customer-changed",
  subject: { type: "customer", id: uuidv7() },
  before: { name: "Müller, „alt“: 3" },
  after: { name: "Müller & Söhne\n😀", installedUsers: 41, articles: ["a", "b"] },
  reason: null,
  at,
  ...more,
});

/** A reseller with a trail of so many entries, each in a transaction of its own. */
async function trailOf(length: number): Promise<Viewer & { resellerId: string }> {
  const viewer = await makeReseller();
  for (let n = 0; n < length; n++) await withTenant(viewer, (tx) => recordChange(tx, viewer, change()));
  return { ...viewer, resellerId: viewer.resellerId ?? "" };
}

/** What a superuser does who switches the triggers off. */
async function tamper(work: (sql: Sql) => Promise<unknown>): Promise<void> {
  await admin.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await work(tx as unknown as Sql);
  });
}

const faultsOf = async (resellerId: string): Promise<readonly ChainFault[]> =>
  (await checkAuditTrail(resellerId)).faults;

describe("a trail", () => {
  test("is numbered from one without a gap, also over transactions that are rolled back", async () => {
    const viewer = await trailOf(2);
    await expect(
      withTenant(viewer, async (tx) => {
        await recordChange(tx, viewer, change());
        throw new Error("rolled back");
      }),
    ).rejects.toThrow("rolled back");
    await withTenant(viewer, (tx) => recordChanges(tx, viewer, [change(), change(), change()]));
    const rows = await admin`select number from app.audit_entries where reseller_id = ${viewer.resellerId} order by 1`;
    expect(rows.map((row) => Number(row.number))).toEqual([1, 2, 3, 4, 5]);
    const check = await checkAuditTrail(viewer.resellerId);
    expect(check).toMatchObject({ entries: 5, faults: [], head: { number: 5 } });
  });

  test("holds nothing for a reseller to whom nothing has happened", async () => {
    const { resellerId } = await trailOf(0);
    expect(await checkAuditTrail(resellerId)).toEqual({ entries: 0, head: null, faults: [] });
  });

  test("does not fork when many write at once", async () => {
    const viewer = await trailOf(0);
    const writes = Array.from({ length: 40 }, () => withTenant(viewer, (tx) => recordChange(tx, viewer, change())));
    await Promise.all(writes);
    expect(await checkAuditTrail(viewer.resellerId)).toMatchObject({ entries: 40, faults: [] });
  });

  test("takes what is written before a tenant is known, and gives the rights back", async () => {
    const { alsoWithTenant } = await import("@/db/tenant");
    const viewer = await trailOf(1);
    const roles = await withAuth(async (tx) => {
      const seen = await alsoWithTenant(tx, viewer.resellerId, async (also) => {
        await recordChange(also, viewer, change({ action: "person-invited" }));
        return also.execute("select current_user as who" as never);
      });
      return [seen, await tx.execute("select current_user as who" as never)];
    });
    expect(roles).toMatchObject([[{ who: "portal_staff" }], [{ who: "portal_auth" }]]);
    expect(await checkAuditTrail(viewer.resellerId)).toMatchObject({ entries: 2, faults: [] });
  });

  test("says what was done, whatever number or hash is given", async () => {
    const viewer = await trailOf(1);
    await withTenant(viewer, (tx) =>
      tx.execute(
        `insert into app.audit_entries (reseller_id, number, id, at, actor_kind, actor_name, action, subject_type, subject_id, previous_hash, hash)
         values ('${viewer.resellerId}', 77, '${uuidv7()}', now(), 'person', 'x', 'customer-changed', 'customer', '${uuidv7()}', 'a', 'b')` as never,
      ),
    );
    expect(await checkAuditTrail(viewer.resellerId)).toMatchObject({ entries: 2, faults: [], head: { number: 2 } });
  });

  test("keeps its head from going back", async () => {
    const viewer = await trailOf(2);
    for (const statement of [
      `update app.audit_heads set number = 1 where reseller_id = '${viewer.resellerId}'`,
      "update app.audit_heads set hash = 'x'",
    ]) {
      await expect(
        withTenant(viewer, (tx) => tx.execute(statement as never)),
        statement,
      ).rejects.toMatchObject({ cause: { code: "23001" } });
    }
    await expect(admin`delete from app.audit_heads`).rejects.toMatchObject({ code: "23001" });
  });

  test("takes 20,000 entries of one import in a few seconds", async () => {
    const viewer = await trailOf(0);
    const many = Array.from({ length: 20_000 }, () => change());
    const started = performance.now();
    await withTenant(viewer, (tx) => recordChanges(tx, viewer, many));
    const ms = Math.round(performance.now() - started);
    const checked = performance.now();
    expect(await checkAuditTrail(viewer.resellerId)).toMatchObject({ entries: 20_000, faults: [] });
    console.log(`20,000 entries: written in ${ms} ms, checked in ${Math.round(performance.now() - checked)} ms`);
  }, 60_000);
});

describe("a superuser who switches the triggers off is found out when he", () => {
  const row = (viewer: { resellerId: string }, number: number) =>
    admin`reseller_id = ${viewer.resellerId} and number = ${number}`;

  test.each([
    ["before", `before = '{"name": "anders"}'`],
    ["after", "after = after || '{\"installedUsers\": 40}'"],
    ["the reason", "reason = 'erfunden'"],
    ["the person", "actor_name = 'Jemand'"],
    ["the instant by a microsecond", "at = at + interval '1 microsecond'"],
    ["the action", "action = 'customer-corrected'"],
    ["the request", "request_id = '018f0000-0000-7000-8000-000000000000'"],
    ["a null into an empty text", "reason = ''"],
  ])("edits %s", async (_, set) => {
    const viewer = await trailOf(5);
    await tamper((sql) => sql`update app.audit_entries set ${sql.unsafe(set)} where ${row(viewer, 3)}`);
    expect(await faultsOf(viewer.resellerId)).toEqual([{ kind: "edited", number: 3 }]);
  });

  test("edits an entry and gives it its new hash", async () => {
    const viewer = await trailOf(5);
    await tamper(async (sql) => {
      await sql`update app.audit_entries set actor_name = 'Jemand' where ${row(viewer, 3)}`;
      await sql`update app.audit_entries e set hash = encode(sha256(convert_to(app.audit_text(e), 'UTF8')), 'hex') where ${row(viewer, 3)}`;
    });
    expect(await faultsOf(viewer.resellerId)).toEqual([{ kind: "unlinked", number: 4 }]);
  });

  test.each([
    [1, [{ kind: "missing", number: 1, until: 1 }]],
    [3, [{ kind: "missing", number: 3, until: 3 }]],
    [5, [{ kind: "cut", number: 5, until: 5 }]],
  ])("deletes entry %i of five", async (number, faults) => {
    const viewer = await trailOf(5);
    await tamper((sql) => sql`delete from app.audit_entries where ${row(viewer, number)}`);
    expect(await faultsOf(viewer.resellerId)).toEqual(faults);
  });

  test("deletes all entries", async () => {
    const viewer = await trailOf(3);
    await tamper((sql) => sql`delete from app.audit_entries where reseller_id = ${viewer.resellerId}`);
    expect(await faultsOf(viewer.resellerId)).toEqual([{ kind: "cut", number: 1, until: 3 }]);
  });

  test("deletes the newest, and others write on", async () => {
    const viewer = await trailOf(3);
    await tamper((sql) => sql`delete from app.audit_entries where ${row(viewer, 3)}`);
    await withTenant(viewer, (tx) => recordChange(tx, viewer, change()));
    expect(await faultsOf(viewer.resellerId)).toEqual([{ kind: "missing", number: 3, until: 3 }]);
  });

  test("deletes one and numbers the others anew", async () => {
    const viewer = await trailOf(5);
    await tamper(async (sql) => {
      await sql`delete from app.audit_entries where ${row(viewer, 3)}`;
      await sql`update app.audit_entries set number = number - 1 where reseller_id = ${viewer.resellerId} and number > 3`;
    });
    const faults = await faultsOf(viewer.resellerId);
    expect(faults).toEqual([
      { kind: "unlinked", number: 3 },
      { kind: "edited", number: 3 },
      { kind: "edited", number: 4 },
      { kind: "cut", number: 5, until: 5 },
    ]);
  });

  test("exchanges two", async () => {
    const viewer = await trailOf(5);
    await tamper(async (sql) => {
      await sql`update app.audit_entries set number = 99 where ${row(viewer, 2)}`;
      await sql`update app.audit_entries set number = 2 where ${row(viewer, 3)}`;
      await sql`update app.audit_entries set number = 3 where ${row(viewer, 99)}`;
    });
    const faults = await faultsOf(viewer.resellerId);
    expect(faults).toContainEqual({ kind: "edited", number: 2 });
    expect(faults).toContainEqual({ kind: "edited", number: 3 });
    expect(faults).toContainEqual({ kind: "unlinked", number: 2 });
  });

  /** A copy of an entry under another number, hashed as if it had always been there. */
  const insertCopy = async (sql: Sql, viewer: { resellerId: string }, of: number, number: number) => {
    await sql`insert into app.audit_entries select (jsonb_populate_record(e, jsonb_build_object('number', ${number}::int, 'id', ${uuidv7()}::text, 'previous_hash',
      (select hash from app.audit_entries p where p.reseller_id = e.reseller_id and p.number = ${number - 1})))).* from app.audit_entries e where ${row(viewer, of)}`;
    await sql`update app.audit_entries e set hash = encode(sha256(convert_to(app.audit_text(e), 'UTF8')), 'hex') where ${row(viewer, number)}`;
  };

  test("inserts one in the middle, rightly hashed", async () => {
    const viewer = await trailOf(5);
    await tamper(async (sql) => {
      await sql`update app.audit_entries set number = number + 1000 where reseller_id = ${viewer.resellerId} and number > 2`;
      await insertCopy(sql, viewer, 1, 3);
      await sql`update app.audit_entries set number = number - 999 where reseller_id = ${viewer.resellerId} and number > 1000`;
    });
    const faults = await faultsOf(viewer.resellerId);
    expect(faults).toContainEqual({ kind: "unlinked", number: 4 });
    expect(faults).toContainEqual({ kind: "edited", number: 4 });
    expect(faults).toContainEqual({ kind: "beyond-head", number: 6 });
  });

  test("appends one, rightly hashed and linked", async () => {
    const viewer = await trailOf(3);
    await tamper((sql) => insertCopy(sql, viewer, 1, 4));
    expect(await faultsOf(viewer.resellerId)).toEqual([{ kind: "beyond-head", number: 4 }]);
  });

  test("rewrites everything with the head, for who wrote a head down before", async () => {
    const viewer = await trailOf(3);
    const { head } = await checkAuditTrail(viewer.resellerId);
    await withTenant(viewer, (tx) => recordChange(tx, viewer, change()));
    expect((await checkAuditTrail(viewer.resellerId, head)).faults).toEqual([]);
    await tamper(async (sql) => {
      await sql`update app.audit_entries set actor_name = 'Jemand' where ${row(viewer, 2)}`;
      for (const number of [2, 3, 4]) {
        await sql`update app.audit_entries e set previous_hash = (select hash from app.audit_entries p where p.reseller_id = e.reseller_id and p.number = ${number - 1})
          where ${row(viewer, number)}`;
        await sql`update app.audit_entries e set hash = encode(sha256(convert_to(app.audit_text(e), 'UTF8')), 'hex') where ${row(viewer, number)}`;
      }
      await sql`update app.audit_heads h set hash = e.hash from app.audit_entries e where h.reseller_id = e.reseller_id and e.number = 4 and h.reseller_id = ${viewer.resellerId}`;
    });
    expect(await faultsOf(viewer.resellerId)).toEqual([]);
    expect((await checkAuditTrail(viewer.resellerId, head)).faults).toEqual([{ kind: "head-differs", number: 3 }]);
  });
});
