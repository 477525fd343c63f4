import { createHash } from "node:crypto";
import { answerOfKey, forgetKeys, type KeyOfRequest, keepAnswer, takeKey } from "@/db/queries/idempotency";
import { asOne, withTenant } from "@/db/tenant";
import type { ApiCaller } from "./api-key";
import { inTurn } from "./in-turn";

/** A kept answer is found this long, in milliseconds. */
const KEPT_MS = 7 * 24 * 3_600_000;
const KEY_AT_MOST = 255;

export interface KeptAnswer {
  readonly status: number;
  readonly body: string;
}

/** The `Idempotency-Key` of a request: null without one, `malformed` where it is none. */
export function idempotencyKeyOf(headers: Headers): string | null | "malformed" {
  const key = headers.get("idempotency-key");
  if (key === null) return null;
  return key.length >= 1 && key.length <= KEY_AT_MOST && /^[\x21-\x7e]+$/.test(key) ? key : "malformed";
}

/** What is compared when a key comes again: the whole request. */
export function requestHash(method: string, path: string, body: string): string {
  return createHash("sha256").update(`${method} ${path}\n${body}`).digest("hex");
}

/**
 * Does the work of a request once for its key, with its answer kept in the same transaction: what comes again, also at the same moment or on
 * another process, gets that answer. `other-request`: the key stands for another request. An answer of 5xx is not kept.
 */
export async function onceForKey(
  caller: ApiCaller,
  key: string,
  hash: string,
  now: Date,
  work: () => Promise<KeptAnswer>,
): Promise<(KeptAnswer & { readonly replayed: boolean }) | "other-request"> {
  const of = keyOf(caller, key);
  // So that requests of one key do not take all connections to wait at the database.
  return inTurn(`${of.principalId} ${key}`, () =>
    asOne(caller.viewer, async (tx) => {
      if (!(await takeKey(tx, of, hash, now))) {
        const kept = await answerOfKey(tx, of);
        if (kept === null) throw new Error("an idempotency key without an answer");
        return replayOf(kept, hash);
      }
      const answer = await work();
      await keepAnswer(tx, of, answer.status, "application/json", answer.body);
      await forgetKeys(tx, of.resellerId, new Date(now.getTime() - KEPT_MS));
      return { ...answer, replayed: false };
    }),
  );
}

/**
 * The same for work that takes longer than one transaction may, and that changes nothing when it is done a second time: its answer is kept after
 * it. Broken off between the two, it is done again, to no effect.
 */
export async function oftenForKey(
  caller: ApiCaller,
  key: string,
  hash: string,
  now: Date,
  work: () => Promise<KeptAnswer>,
): Promise<(KeptAnswer & { readonly replayed: boolean }) | "other-request"> {
  const of = keyOf(caller, key);
  return inTurn(`${of.principalId} ${key}`, async () => {
    const kept = await withTenant(caller.viewer, (tx) => answerOfKey(tx, of));
    if (kept !== null) return replayOf(kept, hash);
    const answer = await work();
    await withTenant(caller.viewer, async (tx) => {
      if (await takeKey(tx, of, hash, now)) await keepAnswer(tx, of, answer.status, "application/json", answer.body);
      await forgetKeys(tx, of.resellerId, new Date(now.getTime() - KEPT_MS));
    });
    return { ...answer, replayed: false };
  });
}

const keyOf = ({ viewer }: ApiCaller, key: string): KeyOfRequest => ({
  resellerId: viewer.resellerId,
  principalId: viewer.apiKeyId,
  key,
});

function replayOf(
  { bodyHash, status, answer }: NonNullable<Awaited<ReturnType<typeof answerOfKey>>>,
  hash: string,
): (KeptAnswer & { readonly replayed: true }) | "other-request" {
  if (status === null || answer === null) throw new Error("an idempotency key without an answer");
  return bodyHash === hash ? { status, body: answer, replayed: true } : "other-request";
}
