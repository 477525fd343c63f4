import { PgDialect } from "drizzle-orm/pg-core";
import { PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { env } from "@/lib/env";
import { ConnectionLost, type Lease, makePool, type Pool } from "./pool";

/** A transaction in which role and tenant are settled. Made only by `db/tenant.ts`. */
export type Tx = PostgresJsTransaction<Record<string, never>, Record<string, never>>;

/** What a transaction may take, in milliseconds. The server keeps all but the last, which holds when the server says nothing at all. */
export interface Limits {
  readonly statementMs: number;
  readonly lockMs: number;
  /** Between two statements. */
  readonly idleMs: number;
  /** From the first statement to the answer to commit. */
  readonly deadlineMs: number;
}

export const requestLimits: Limits = { statementMs: 5_000, lockMs: 3_000, idleMs: 10_000, deadlineMs: 15_000 };
/** Seeding and rebuilding. */
export const jobLimits: Limits = { statementMs: 120_000, lockMs: 30_000, idleMs: 120_000, deadlineMs: 3_600_000 };

const poolSize = 5;
const patienceMs = 5_000;

/** One pool for the process: Next loads this module once for each of its bundles, and again on every change under `next dev`. */
interface Shared {
  url: string | undefined;
  pool: Pool | null;
}
const key = Symbol.for("lizenzkontor.database");
const holder = globalThis as { [key]?: Shared };
holder[key] ??= { url: env.databaseUrl, pool: null };
const shared: Shared = holder[key];

/** Points the process at another database than `DATABASE_URL`: the embedded one, or a test's. */
export async function connectTo(url: string): Promise<void> {
  await closeDatabase();
  shared.url = url;
}

/** Waits for what runs (5 s at most) and closes the connections; the next transaction opens new ones. */
export async function closeDatabase(): Promise<void> {
  const { pool } = shared;
  shared.pool = null;
  await pool?.end();
}

/** Where the portal logs in, for connections outside of the pool. */
export function databaseAddress(): string {
  if (shared.url === undefined) {
    throw new Error(
      "No database: DATABASE_URL is not set, and no command has started the embedded one (npm run dev, npm start).",
    );
  }
  return shared.url;
}

function thePool(): Pool {
  shared.pool ??= makePool(databaseAddress(), poolSize, {
    application_name: "lizenzkontor",
    statement_timeout: requestLimits.statementMs,
    lock_timeout: requestLimits.lockMs,
    idle_in_transaction_session_timeout: requestLimits.idleMs,
  });
  return shared.pool;
}

const dialect = new PgDialect();

/**
 * Runs `work` in a transaction that begins with `settings` (names to values, for this transaction only). Begin and settings are one
 * message, and nobody waits for its answer: the first query of `work` follows in the same round trip, and the server runs it only if
 * the settings were taken. Commits if `work` returns, rolls back if it throws.
 */
export async function inTransaction<T>(
  settings: Readonly<Record<string, string>>,
  limits: Limits,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const lease = await thePool().lease(patienceMs);
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const giveUp = (reason: string) => reject(new ConnectionLost(reason));
    timer = setTimeout(() => giveUp(`The transaction took longer than ${limits.deadlineMs} ms.`), limits.deadlineMs);
    lease.onLost = () => giveUp("The connection to the database was lost.");
  });
  try {
    return await Promise.race([run(lease, settings, limits, work), silence]);
  } finally {
    clearTimeout(timer);
    // After a clean commit or rollback the lease is back already, and this says nothing.
    lease.giveBack(true);
  }
}

async function run<T>(
  lease: Lease,
  settings: Readonly<Record<string, string>>,
  limits: Limits,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const opened = lease.query(opening(settings, limits)).execute();
  opened.catch(() => {});
  try {
    const result = await work(transactionOn(lease));
    await opened;
    const end = await lease.query("commit");
    // PostgreSQL answers a commit after a failed statement with a rollback and no error.
    if (end.command !== "COMMIT")
      throw new Error("The transaction was rolled back: an error inside of it was caught and not passed on.");
    // A commit that was still waiting when the connection was lost has been answered by a new one, which knew of no transaction.
    if (lease.isLost) throw new ConnectionLost("The connection to the database was lost during commit.");
    lease.giveBack(false);
    return result;
  } catch (error) {
    // If the opening failed, every later error only says that the transaction is aborted.
    const first = await opened.then(
      () => error,
      (reason: unknown) => reason,
    );
    if (!lease.isLost) {
      await lease.query("rollback").then(
        () => lease.giveBack(false),
        () => lease.giveBack(true),
      );
    }
    throw first;
  }
}

/** The message that begins a transaction with its settings. */
export function opening(settings: Readonly<Record<string, string>>, limits: Limits): string {
  const all: Record<string, string> = { ...settings };
  if (limits !== requestLimits) {
    all.statement_timeout = String(limits.statementMs);
    all.lock_timeout = String(limits.lockMs);
    all.idle_in_transaction_session_timeout = String(limits.idleMs);
  }
  const calls = Object.entries(all).map(([name, value]) => {
    if (!/^[a-z_.]+$/.test(name) || !/^[a-z0-9_-]*$/.test(value)) throw new Error(`${name} cannot be set to ${value}.`);
    return `set_config('${name}', '${value}', true)`;
  });
  return `begin; select ${calls.join(", ")}`;
}

function transactionOn(lease: Lease): Tx {
  let savepoints = 0;
  const client = {
    unsafe: lease.query,
    async savepoint<T>(work: (client: Sql) => Promise<T>): Promise<T> {
      const name = `inner_${savepoints++}`;
      await lease.query(`savepoint ${name}`);
      try {
        return await work(client as unknown as Sql);
      } catch (error) {
        if (!lease.isLost) await lease.query(`rollback to savepoint ${name}`);
        throw error;
      }
    },
  };
  const session = new PostgresJsSession(client as unknown as Sql, dialect, undefined, {});
  return new PostgresJsTransaction(dialect, session as never, undefined) as unknown as Tx;
}
