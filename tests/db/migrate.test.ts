import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";
import { v7 as uuidv7 } from "uuid";
import { afterEach, describe, expect, inject, test } from "vitest";
import { migrate } from "@/db/migrate";
import { migrations, newestMigration } from "@/db/migration-head";
import * as schema from "@/db/schema";
import * as importsSchema from "@/db/schema-imports";
import * as recordsSchema from "@/db/schema-records";
import * as stockSchema from "@/db/schema-stock";
import { dropDatabase, runOn } from "@/tests/support/database-server";

const server = inject("databaseServer");
const maintenance = Object.assign(new URL(server.ownerUrl), { pathname: "/postgres" }).href;
const made: string[] = [];

/** A database with nothing in it; returns the owner's address. */
async function emptyDatabase(owner = "portal_owner"): Promise<string> {
  const name = `empty_${uuidv7().replaceAll("-", "")}`;
  await runOn(maintenance, `create database ${name} owner ${owner}`);
  made.push(name);
  return Object.assign(new URL(server.ownerUrl), { pathname: `/${name}` }).href;
}

afterEach(async () => {
  for (let name = made.pop(); name; name = made.pop()) await dropDatabase(server, name);
});

async function ask<T>(url: string, question: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await question(sql);
  } finally {
    await sql.end();
  }
}

const applied = (sql: Sql) =>
  sql<{ n: number }[]>`select created_at::float8 as n from drizzle.__drizzle_migrations order by id`.then((rows) =>
    rows.map(({ n }) => n),
  );
const everyMigration = migrations.map(({ when }) => when);

/** All that the catalogue knows about our tables, as text. */
const catalogue = (sql: Sql) => sql`
  select table_schema, table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
  where table_schema in ('app', 'auth') order by 1, 2, 3`;

describe("migrating", () => {
  test("three first starts at once make the tables once", async () => {
    const url = await emptyDatabase();
    await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(await ask(url, applied)).toEqual(everyMigration);
  });

  test("two databases of one server at once, which share their roles", async () => {
    const urls = [await emptyDatabase(), await emptyDatabase()];
    await Promise.all(urls.map((url) => migrate(url)));
    const [one, other] = await Promise.all(urls.map((url) => ask(url, catalogue)));
    expect(one?.length).toBeGreaterThan(100);
    expect(one).toEqual(other);
  });

  test("again changes nothing", async () => {
    const url = await emptyDatabase();
    await migrate(url);
    const before = await ask(url, catalogue);
    await migrate(url);
    expect(await ask(url, applied)).toEqual(everyMigration);
    expect(await ask(url, catalogue)).toEqual(before);
  });

  test("leaves the database itself open to the portal's login only", async () => {
    const url = await emptyDatabase();
    await migrate(url);
    const rights = await ask(
      url,
      (sql) => sql`select coalesce(nullif(grantee, 0)::regrole::text, 'public') as who, privilege_type as what
        from pg_database, aclexplode(datacl) where datname = current_database() and grantee <> datdba`,
    );
    expect([...rights]).toEqual([{ who: "portal_app", what: "CONNECT" }]);
  });

  test("says so when a migration was skipped because a younger one is there already", async () => {
    const url = await emptyDatabase();
    await migrate(url);
    const [, second] = migrations;
    await ask(url, (sql) => sql`delete from drizzle.__drizzle_migrations where created_at = ${second?.when ?? 0}`);
    await expect(migrate(url)).rejects.toThrow(`skipped: ${second?.tag}`);
  });

  test("works for an owner who may make no roles, when they are there", async () => {
    const name = `plain_${uuidv7().replaceAll("-", "").slice(-12)}`;
    await runOn(
      maintenance,
      `create role ${name} login password 'plain'; grant ${name} to portal_owner with set true, inherit true`,
    );
    try {
      const url = await emptyDatabase(name);
      await migrate(Object.assign(new URL(url), { username: name, password: "plain" }).href);
    } finally {
      for (let left = made.pop(); left; left = made.pop()) await dropDatabase(server, left);
      await runOn(maintenance, `drop role ${name}`);
    }
  });
});

describe("the migrations", () => {
  const folder = path.join(import.meta.dirname, "../../db/migrations");

  test("make just the tables that the schema names", async () => {
    const newest = migrations.at(-1)?.tag.slice(0, 4);
    const kept = JSON.parse(readFileSync(path.join(folder, `meta/${newest}_snapshot.json`), "utf8"));
    const now = generateDrizzleJson({ ...schema, ...stockSchema, ...recordsSchema, ...importsSchema }, kept.id, [
      "auth",
      "app",
    ]);
    expect(Object.keys(now.tables).length).toBeGreaterThan(15);
    expect(await generateMigration(kept, now)).toEqual([]);
  });

  test("are in the order in which they were made: drizzle skips one that is older than the last", () => {
    expect(everyMigration).toEqual([...everyMigration].sort((a, b) => a - b));
    expect(new Set(everyMigration).size).toBe(everyMigration.length);
    expect(newestMigration).toBe(everyMigration.at(-1));
  });
});

describe("a database that is in use", () => {
  const folder = path.join(import.meta.dirname, "../../db/migrations");

  /** Brings an empty database to a migration of old, and fills it as its owner, who is bound by row-level security for all but that moment. */
  async function olderDatabase(newest: string, tables: readonly string[], rows: string): Promise<string> {
    const url = await emptyDatabase();
    const old = mkdtempSync(path.join(tmpdir(), "portal-migrations-"));
    try {
      const journal = JSON.parse(readFileSync(path.join(folder, "meta/_journal.json"), "utf8"));
      const last = migrations.findIndex(({ tag }) => tag === newest);
      mkdirSync(path.join(old, "meta"));
      writeFileSync(
        path.join(old, "meta/_journal.json"),
        JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }),
      );
      for (const { tag } of migrations.slice(0, last + 1))
        copyFileSync(path.join(folder, `${tag}.sql`), path.join(old, `${tag}.sql`));
      await ask(url, (sql) => applyMigrations(drizzle(sql), { migrationsFolder: old }));
    } finally {
      rmSync(old, { recursive: true });
    }
    const bind = (how: string) =>
      tables.map((table) => `alter table app.${table} ${how} row level security;`).join("\n");
    await ask(url, (sql) => sql.unsafe(`${bind("no force")} ${rows} ${bind("force")}`));
    return url;
  }

  /** What the owner finds without row-level security, which stands again after it. */
  const rowsOf = (url: string, table: string, columns: string) =>
    ask(url, async (sql) => {
      await sql.unsafe(`begin; alter table app.${table} no force row level security`);
      const rows = await sql.unsafe(`select ${columns} from app.${table} order by 1`);
      await sql.unsafe("rollback");
      return [...rows];
    });

  test("keeps what it holds: words learn who bears them, an unconfirmed notice stands by its send-by day, the wall stands again", async () => {
    const [reseller, customer, system, row] = Array.from({ length: 4 }, () => uuidv7());
    const url = await olderDatabase(
      "0010_archived_customers",
      ["resellers", "customers", "systems", "stock_words", "decisions"],
      `insert into app.resellers (reseller_id, name) values ('${reseller}', 'Eins');
       insert into app.customers (reseller_id, id, number, name) values ('${reseller}', '${customer}', '1', 'Hamm');
       insert into app.systems (reseller_id, id, customer_id, vendor, name) values ('${reseller}', '${system}', '${customer}', 'c4b', 'XPhone');
       insert into app.stock_words (reseller_id, word, subject_id)
         values ('${reseller}', 'hamm', '${customer}'), ('${reseller}', 'xphone', '${system}'), ('${reseller}', 'fremd', '${row}');
       insert into app.decisions (reseller_id, id, customer_id, subject_type, subject_id, kind, sort_on, send_by_on, basis) values
         ('${reseller}', '${uuidv7()}', '${customer}', 'contract', '${uuidv7()}', 'notice-unconfirmed', '2026-11-24', '2026-12-30', 'a'),
         ('${reseller}', '${uuidv7()}', '${customer}', 'contract', '${uuidv7()}', 'notice-unconfirmed', '2026-11-25', null, 'b');`,
    );
    await migrate(url);
    expect(await rowsOf(url, "stock_words", "word, bearer, subject_id as id")).toEqual([
      { word: "fremd", bearer: "row", id: row },
      { word: "hamm", bearer: "customer", id: customer },
      { word: "xphone", bearer: "c4b", id: system },
    ]);
    expect(await rowsOf(url, "decisions", "basis, sort_on::text as day")).toEqual([
      { basis: "a", day: "2026-12-30" },
      { basis: "b", day: "2026-11-25" },
    ]);
    const open = await ask(
      url,
      (sql) =>
        sql`select relname from pg_class where relnamespace = 'app'::regnamespace and relrowsecurity and not relforcerowsecurity`,
    );
    expect([...open]).toEqual([]);
  });
});

describe("npm run db:migrate", () => {
  const run = (env: Record<string, string>) =>
    spawnSync(process.execPath, ["--import", "tsx", "lib/cli/db-migrate.ts"], {
      encoding: "utf8",
      env: { ...process.env, DATABASE_URL: "", DATABASE_OWNER_URL: "", ...env },
    });

  test("with DATABASE_URL, uses the owner's address and starts nothing", async () => {
    const url = await emptyDatabase();
    const ran = run({ DATABASE_URL: server.appUrl, DATABASE_OWNER_URL: url, PORTAL_DATA: "/nonexistent" });
    expect(ran.stderr).toBe("");
    expect(ran.status).toBe(0);
    expect(await ask(url, applied)).toEqual(everyMigration);
  });

  test("asks in one sentence for the owner's address", () => {
    const ran = run({ DATABASE_URL: server.appUrl });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(/^DATABASE_OWNER_URL fehlt.*\n$/);
  });

  test("without DATABASE_URL, starts the embedded database and stops it again", () => {
    const base = mkdtempSync(path.join(tmpdir(), "portal-migrate-"));
    chmodSync(base, 0o755);
    try {
      const ran = run({ PORTAL_DATA: base });
      expect(ran.stderr).toBe("");
      expect(ran.status).toBe(0);
      expect(readFileSync(path.join(base, "postgres.log"), "utf8")).toContain("database system is shut down");
    } finally {
      rmSync(base, { recursive: true, force: true });
    }
  });

  test("names a folder that cannot be used in one sentence", () => {
    const ran = run({ PORTAL_DATA: "/proc/nowhere" });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(/^Der Ordner \/proc\/nowhere .* lässt sich nicht beschreiben.*\n$/);
  });
});
