import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { resellers } from "../schema";
import { apiKeys } from "../schema-records";
import type { Tx } from "../tenant";

/** The key with this hash that is not revoked, with its reseller; null where there is none. */
export async function liveApiKey(tx: Tx, keyHash: string) {
  const [row] = await tx
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      scopes: apiKeys.scopes,
      resellerId: apiKeys.resellerId,
      resellerName: resellers.name,
      lastUsedAt: apiKeys.lastUsedAt,
    })
    .from(apiKeys)
    .innerJoin(resellers, eq(resellers.resellerId, apiKeys.resellerId))
    .where(and(eq(apiKeys.keyHash, keyHash), isNull(apiKeys.revokedAt)));
  return row ?? null;
}

export async function touchApiKey(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.update(apiKeys).set({ lastUsedAt: at }).where(eq(apiKeys.id, id));
}

export async function insertApiKey(tx: Tx, row: typeof apiKeys.$inferInsert): Promise<void> {
  await tx.insert(apiKeys).values(row);
}

/** All keys of a reseller, revoked ones too, the newest first; never the hash. */
export async function apiKeysOf(tx: Tx, resellerId: string) {
  return tx
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      prefix: apiKeys.prefix,
      scopes: apiKeys.scopes,
      createdByName: apiKeys.createdByName,
      createdAt: apiKeys.createdAt,
      lastUsedAt: apiKeys.lastUsedAt,
      revokedAt: apiKeys.revokedAt,
      revokedByName: apiKeys.revokedByName,
    })
    .from(apiKeys)
    .where(eq(apiKeys.resellerId, resellerId))
    .orderBy(sql`${apiKeys.revokedAt} is not null`, desc(apiKeys.createdAt), desc(apiKeys.id));
}

/** Null where the reseller has no such key that still works. */
export async function revokeKey(
  tx: Tx,
  resellerId: string,
  id: string,
  by: { readonly revokedAt: Date; readonly revokedBy: string; readonly revokedByName: string },
) {
  const [row] = await tx
    .update(apiKeys)
    .set(by)
    .where(and(eq(apiKeys.resellerId, resellerId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ name: apiKeys.name, prefix: apiKeys.prefix, scopes: apiKeys.scopes });
  return row ?? null;
}
