import { randomBytes } from "node:crypto";
import { liveApiKey, touchApiKey } from "@/db/queries/api-keys";
import { withAuth } from "@/db/tenant";
import { type ApiScope, roleOfScopes } from "@/lib/domain/api-scopes";
import type { Viewer } from "@/lib/domain/viewer";
import { tokenHash } from "./tokens";

/** So that a key that was committed somewhere by mistake is recognised, by people and by scanners. */
const BEGINNING = "lk_";
const SHOWN = BEGINNING.length + 6;
/** How exact "last used" is, in milliseconds: within it a request writes nothing. */
const USED_EXACT_MS = 60_000;

/** A new key: 256 random bits. Only its prefix and its hash are kept. */
export function newApiKey(): { readonly key: string; readonly prefix: string; readonly keyHash: string } {
  const key = `${BEGINNING}${randomBytes(32).toString("base64url")}`;
  return { key, prefix: key.slice(0, SHOWN), keyHash: tokenHash(key) };
}

export interface ApiCaller {
  readonly viewer: Viewer & { readonly resellerId: string; readonly apiKeyId: string };
  readonly scopes: readonly ApiScope[];
}

/** The key of an `Authorization: Bearer` header; null where there is none in the form of a key. */
export function bearerOf(headers: Headers): string | null {
  const [, key] = /^Bearer +(lk_[\w-]{43})$/i.exec(headers.get("authorization") ?? "") ?? [];
  return key ?? null;
}

/** Who a key stands for now; null for one that is unknown or revoked. */
export async function callerOfKey(key: string | null, requestId: string, now: Date): Promise<ApiCaller | null> {
  if (key === null) return null;
  return withAuth(async (tx) => {
    const row = await liveApiKey(tx, tokenHash(key));
    if (row === null) return null;
    const { id, name, scopes, resellerId, resellerName, lastUsedAt } = row;
    if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > USED_EXACT_MS) await touchApiKey(tx, id, now);
    return {
      scopes,
      viewer: {
        personId: id,
        apiKeyId: id,
        sessionId: id,
        name,
        email: "",
        locale: "de",
        role: roleOfScopes(scopes),
        resellerId,
        resellerName,
        customerIds: null,
        requestId,
      },
    };
  });
}
