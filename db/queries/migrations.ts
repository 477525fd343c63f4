import { sql } from "drizzle-orm";
import type { Tx } from "../client";

/** When the newest migration that this database has was made; null before the first. */
export async function appliedMigration(tx: Tx): Promise<number | null> {
  const [row] = await tx.execute<{ newest: number | null }>(
    sql`select max(created_at) as newest from drizzle.__drizzle_migrations`,
  );
  return row?.newest ?? null;
}
