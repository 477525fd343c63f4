import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";
import { migrations } from "./migration-head";

const folder = path.resolve(import.meta.dirname, "migrations");

/** Any number, but the same one in every process. */
const lockKey = 7_032;

/**
 * Brings the database to the newest migration, as the owner. Starts that come at the same time wait for each other. The owner needs the
 * right to make roles, or the five roles of the second migration made beforehand.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: "lizenzkontor migrate" },
  });
  try {
    await sql`select pg_advisory_lock(${lockKey})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
    await refuseLateMigrations(sql);
    await lockDown(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Lets the planner know what a seed or an import has brought; the server does so by itself only after a minute or so. */
export async function analyze(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`analyze`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** drizzle skips a migration that is older than the newest one applied, silently; it happens when branches are merged late. */
async function refuseLateMigrations(sql: Sql): Promise<void> {
  const applied = await sql<{ made: string }[]>`select created_at::text as made from drizzle.__drizzle_migrations`;
  const made = new Set(applied.map((row) => Number(row.made)));
  const skipped = migrations.filter(({ when }) => !made.has(when)).map(({ tag }) => tag);
  if (skipped.length > 0) {
    throw new Error(
      `Older than the newest migration that was applied and therefore skipped: ${skipped.join(", ")}. Generate it anew.`,
    );
  }
}

/** Rights on a database are not copied with a template and cannot be granted by name in a migration, hence on every start. */
async function lockDown(sql: Sql): Promise<void> {
  const [row] = await sql<{ name: string; open: boolean }[]>`
    select current_database() as name,
           exists (select from aclexplode(coalesce(datacl, acldefault('d', datdba))) where grantee = 0)
             or not has_database_privilege('portal_app', oid, 'connect') as open
    from pg_database where datname = current_database()`;
  if (!row?.open) return;
  await sql`revoke all on database ${sql(row.name)} from public`;
  await sql`grant connect on database ${sql(row.name)} to portal_app`;
}
