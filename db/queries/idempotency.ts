import { and, eq, lt } from "drizzle-orm";
import { idempotencyKeys } from "../schema-records";
import type { Tx } from "../tenant";

export interface KeyOfRequest {
  readonly resellerId: string;
  readonly principalId: string;
  readonly key: string;
}

const same = ({ resellerId, principalId, key }: KeyOfRequest) =>
  and(
    eq(idempotencyKeys.resellerId, resellerId),
    eq(idempotencyKeys.principalId, principalId),
    eq(idempotencyKeys.key, key),
  );

/** Takes the key for one request. While another transaction has taken it, waits for its end; false where it was taken. */
export async function takeKey(tx: Tx, of: KeyOfRequest, bodyHash: string, at: Date): Promise<boolean> {
  const taken = await tx
    .insert(idempotencyKeys)
    .values({ ...of, bodyHash, at })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  return taken.length > 0;
}

export async function answerOfKey(tx: Tx, of: KeyOfRequest) {
  const [row] = await tx
    .select({ bodyHash: idempotencyKeys.bodyHash, status: idempotencyKeys.status, answer: idempotencyKeys.answer })
    .from(idempotencyKeys)
    .where(same(of));
  return row ?? null;
}

export async function keepAnswer(tx: Tx, of: KeyOfRequest, status: number, contentType: string, answer: string) {
  await tx.update(idempotencyKeys).set({ status, contentType, answer }).where(same(of));
}

/** Forgets keys that are older than anybody tries again. */
export async function forgetKeys(tx: Tx, resellerId: string, before: Date): Promise<void> {
  await tx
    .delete(idempotencyKeys)
    .where(and(eq(idempotencyKeys.resellerId, resellerId), lt(idempotencyKeys.at, before)));
}
