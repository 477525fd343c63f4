import { createHash } from "node:crypto";
import { answerOfKey, forgetKeys, type KeyOfRequest, keepAnswer, takeKey } from "@/db/queries/idempotency";
import { asOne } from "@/db/tenant";
import type { ApiCaller } from "./api-key";

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

/** Requests of one key wait for each other here, so that they do not take all connections to wait at the database. */
const queues = new Map<string, Promise<unknown>>();

async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.catch(() => {});
  queues.set(name, settled);
  try {
    return await mine;
  } finally {
    if (queues.get(name) === settled) queues.delete(name);
  }
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
  const { resellerId, apiKeyId } = caller.viewer;
  const of: KeyOfRequest = { resellerId, principalId: apiKeyId, key };
  return inTurn(`${apiKeyId} ${key}`, () =>
    asOne(caller.viewer, async (tx) => {
      if (!(await takeKey(tx, of, hash, now))) {
        const kept = await answerOfKey(tx, of);
        if (kept === null || kept.status === null || kept.answer === null)
          throw new Error("an idempotency key without an answer");
        if (kept.bodyHash !== hash) return "other-request";
        return { status: kept.status, body: kept.answer, replayed: true };
      }
      const answer = await work();
      await keepAnswer(tx, of, answer.status, "application/json", answer.body);
      await forgetKeys(tx, resellerId, new Date(now.getTime() - KEPT_MS));
      return { ...answer, replayed: false };
    }),
  );
}
