import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appName } from "@/db/embedded-cluster";
import { withAuth, withPlatform, withTenant } from "@/db/tenant";
import { makeReseller, testDatabase, viewerOf } from "@/tests/support/database";

const database = testDatabase();
let owner: Sql;
beforeAll(() => {
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(() => owner.end());

/** Tables without enabled and forced row-level security, and views that would see with their owner's eyes. */
const unwalled = (sql: Sql) => sql<{ relname: string }[]>`
  select relname from pg_class c join pg_namespace n on n.oid = relnamespace
  where nspname = 'app' and ((relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity))
    or (relkind = 'v' and not coalesce(reloptions::text ilike '%security_invoker=true%', false)) or relkind in ('m', 'f'))`;

/** Keys, foreign keys and unique constraints of `app` that do not lead with the reseller; and foreign keys that leave him out. */
const unled = (sql: Sql) => sql<{ conname: string }[]>`
  select conname from pg_constraint c
  where connamespace = 'app'::regnamespace and contype in ('p', 'u', 'f')
    and (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) <> 'reseller_id'
    and conname <> 'resellers_name_key'`;

const indexesUnled = (sql: Sql) => sql<{ name: string }[]>`
  select indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = indrelid
  where relnamespace = 'app'::regnamespace
    and coalesce((select attname from pg_attribute where attrelid = indrelid and attnum = indkey[0]), '') <> 'reseller_id'`;

const tables = async (schema: string) =>
  (
    await owner<{ name: string }[]>`select tablename as name from pg_tables where schemaname = ${schema} order by 1`
  ).map((row) => row.name);

describe("every table of app", () => {
  test("is behind forced row-level security", async () => {
    expect((await tables("app")).length).toBeGreaterThan(12);
    expect(await unwalled(owner)).toEqual([]);
  });

  test.each([
    ["create table app.planted (reseller_id uuid primary key)", "planted"],
    [
      "create table app.planted (reseller_id uuid primary key); alter table app.planted enable row level security",
      "planted",
    ],
    ["create view app.planted as select * from app.customers", "planted"],
    ["create materialized view app.planted as select * from app.customers", "planted"],
    ["alter table app.contracts no force row level security", "contracts"],
    ["alter table app.contracts disable row level security", "contracts"],
  ])("is found out if it is not: %s", async (statement, name) => {
    const found = await owner.begin(async (tx) => {
      await tx.unsafe(statement);
      const rows = await unwalled(tx as unknown as Sql);
      await tx.unsafe("rollback; begin");
      return rows;
    });
    expect(found).toEqual([{ relname: name }]);
  });

  test("leads with its reseller, in keys, foreign keys and indexes", async () => {
    expect(await unled(owner)).toEqual([]);
    expect((await indexesUnled(owner)).map(({ name }) => name)).toEqual(["app.resellers_name_key"]);
  });

  test("has a policy for staff, and only equalities in policies", async () => {
    const policies = await owner<{ table: string; roles: string[]; qual: string | null; check: string | null }[]>`
      select tablename as table, roles::text[] as roles, qual, with_check as check from pg_policies where schemaname = 'app'`;
    const reseller =
      "(reseller_id = ( SELECT (NULLIF(current_setting('app.reseller_id'::text, true), ''::text))::uuid AS \"nullif\"))";
    const customer = (column: string) =>
      `(${reseller} AND (${column} = ( SELECT (NULLIF(current_setting('app.customer_id'::text, true), ''::text))::uuid AS "nullif")))`;
    for (const table of await tables("app")) {
      const staff = policies.filter((policy) => policy.table === table && policy.roles.includes("portal_staff"));
      expect(staff, table).toHaveLength(1);
      expect(staff[0]?.qual, table).toBe(reseller);
      expect(staff[0]?.check ?? reseller, table).toBe(reseller);
    }
    for (const policy of policies.filter(({ roles }) => roles.includes("portal_customer"))) {
      expect(policy.check).toBeNull();
      const expected =
        policy.table === "resellers" ? reseller : customer(policy.table === "customers" ? "id" : "customer_id");
      expect(policy.qual, policy.table).toBe(expected);
    }
    const open = policies.filter(({ qual, check }) => qual === "true" || check === "true");
    expect(open.map(({ table, roles }) => `${table} ${roles}`).sort()).toEqual([
      "resellers portal_auth",
      "resellers portal_platform",
      "resellers portal_platform",
    ]);
    expect(policies.every(({ roles }) => !roles.includes("public"))).toBe(true);
  });

  test("has nothing that runs with another's rights", async () => {
    const functions = await owner`select oid::regprocedure::text as name from pg_proc
      where prosecdef and pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`;
    expect(functions).toEqual([]);
  });

  test("shows nothing without a tenant: no row, or not allowed at all", async () => {
    await makeReseller();
    const app = postgres(database.appUrl, { max: 1 });
    const seen: Record<string, string> = {};
    for (const role of ["portal_staff", "portal_customer"]) {
      for (const table of await tables("app")) {
        seen[`${role} ${table}`] = await app
          .begin(async (tx) => {
            await tx.unsafe(`set local role ${role}`);
            const rows = await tx.unsafe(`select reseller_id from app.${table}`);
            return `${rows.length} rows`;
          })
          .catch((error: { code: string }) => (error.code === "42501" ? "denied" : error.code));
      }
    }
    await app.end();
    expect([...new Set(Object.values(seen))].sort()).toEqual(["0 rows", "denied"]);
    const denied = Object.keys(seen).filter((name) => seen[name] === "denied");
    // The audit trail, the queue with its records, answers of the API, files that are read in, the reseller's own prices, and Bestand with its
    // words and views are no customer's.
    expect(denied).toEqual(
      [
        "audit_entries",
        "audit_heads",
        "decision_records",
        "decisions",
        "idempotency_keys",
        "import_chunks",
        "import_effects",
        "import_findings",
        "import_mappings",
        "imports",
        "price_rows",
        "stock_rows",
        "stock_views",
        "stock_words",
      ].map((table) => `portal_customer ${table}`),
    );
    // The owner of the tables is bound too, and no policy speaks of him.
    expect(await owner`select * from app.resellers`).toEqual([]);
  });
});

describe("roles", () => {
  const names = [appName, "portal_owner", "portal_staff", "portal_customer", "portal_auth", "portal_platform"];

  test("stand above nothing", async () => {
    const rows = await owner`select rolname, rolsuper or rolbypassrls or rolreplication as above, rolcanlogin as login
      from pg_roles where rolname in ${owner(names)} order by rolname`;
    expect(rows.filter((row) => row.above)).toEqual([]);
    expect(rows.filter((row) => row.login).map((row) => row.rolname)).toEqual([appName, "portal_owner"]);
  });

  test("the login inherits nothing and owns nothing", async () => {
    const memberships = await owner`select roleid::regrole::text as role, inherit_option, set_option, admin_option
      from pg_auth_members where member = ${appName}::regrole order by 1`;
    expect(memberships.map((row) => row.role)).toEqual([
      "portal_auth",
      "portal_customer",
      "portal_platform",
      "portal_staff",
    ]);
    expect(memberships.every((row) => !row.inherit_option && row.set_option && !row.admin_option)).toBe(true);
    expect(await owner`select relname from pg_class where relowner = ${appName}::regrole`).toEqual([]);
  });

  test.each([
    "select * from app.resellers",
    "select * from auth.people",
    "select * from drizzle.__drizzle_migrations",
    "create table public.mine (n int)",
    "create table app.mine (n int)",
    "create temporary table mine (n int)",
    "create schema mine",
    "set role portal_owner",
    "set role cluster_admin",
    "create role mine",
    "copy (select 1) to program 'id'",
    "select pg_read_file('postgresql.conf')",
  ])("the login may not: %s", async (statement) => {
    const app = postgres(database.appUrl, { max: 1, onnotice: () => {} });
    await expect(app.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
    await app.end();
  });

  test("nobody may reach the tables of a schema that he has no business in", async () => {
    const grants = await owner<{ grantee: string; schema: string; privilege: string }[]>`
      select distinct grantee, table_schema as schema, privilege_type as privilege from information_schema.table_privileges
      where table_schema in ('app', 'auth') and grantee <> 'portal_owner'`;
    const of = (grantee: string, schema: string) =>
      grants
        .filter((row) => row.grantee === grantee && row.schema === schema)
        .map((row) => row.privilege)
        .sort();
    expect(grants.filter((row) => row.grantee === "PUBLIC")).toEqual([]);
    expect(of("portal_customer", "app")).toEqual(["SELECT"]);
    expect(of("portal_customer", "auth")).toEqual([]);
    expect(of("portal_staff", "app")).toEqual(["DELETE", "INSERT", "SELECT", "UPDATE"]);
    expect(of("portal_staff", "auth")).toEqual([]);
    expect(of("portal_platform", "app")).toEqual(["INSERT", "SELECT"]);
    expect(of("portal_platform", "auth")).toEqual(["INSERT", "SELECT"]);
    expect(of("portal_auth", "app")).toEqual([]);
    expect(of("portal_auth", "auth")).toEqual(["DELETE", "INSERT", "SELECT", "UPDATE"]);
  });

  test("each way in takes its own role", async () => {
    const who = (tx: { execute: (query: never) => unknown }) => tx.execute("select current_user as who" as never);
    const reseller = await makeReseller();
    const customer = viewerOf("customer-viewer", {
      resellerId: reseller.resellerId,
      customerIds: ["018f0000-0000-7000-8000-000000000000"],
    });
    expect(await withTenant(reseller, async (tx) => who(tx))).toMatchObject([{ who: "portal_staff" }]);
    expect(await withTenant(customer, async (tx) => who(tx))).toMatchObject([{ who: "portal_customer" }]);
    expect(await withAuth(async (tx) => who(tx))).toMatchObject([{ who: "portal_auth" }]);
    expect(await withPlatform(async (tx) => who(tx))).toMatchObject([{ who: "portal_platform" }]);
  });
});
