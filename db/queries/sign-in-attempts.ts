import { and, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { signInAttempts } from "../schema";
import type { Tx } from "../tenant";

/** Lets one request at a time count and record attempts under a key, until the transaction ends. */
export async function lockAttemptKey(tx: Tx, key: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

/** The instant of the n-th newest attempt under a key since an instant, or null when there are fewer. */
export async function nthAttempt(tx: Tx, key: string, n: number, since: Date): Promise<Date | null> {
  const [row] = await tx
    .select({ at: signInAttempts.at })
    .from(signInAttempts)
    .where(and(eq(signInAttempts.key, key), gt(signInAttempts.at, since)))
    .orderBy(desc(signInAttempts.at))
    .offset(n - 1)
    .limit(1);
  return row?.at ?? null;
}

export async function insertAttempts(
  tx: Tx,
  attempts: readonly { id: string; key: string; at: Date }[],
): Promise<void> {
  await tx.insert(signInAttempts).values([...attempts]);
}

export async function deleteAttemptsOf(tx: Tx, key: string): Promise<void> {
  await tx.delete(signInAttempts).where(eq(signInAttempts.key, key));
}

export async function deleteAttempts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.delete(signInAttempts).where(inArray(signInAttempts.id, [...ids]));
}

export async function deleteAttemptsBefore(tx: Tx, key: string, before: Date): Promise<void> {
  await tx.delete(signInAttempts).where(and(eq(signInAttempts.key, key), lt(signInAttempts.at, before)));
}
