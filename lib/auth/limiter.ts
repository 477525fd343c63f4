import { createHash } from "node:crypto";
import { isIP } from "node:net";
import { v7 as uuidv7 } from "uuid";
import {
  deleteAttempts,
  deleteAttemptsBefore,
  deleteAttemptsOf,
  insertAttempts,
  lockAttemptKey,
  nthAttempt,
} from "@/db/queries/sign-in-attempts";
import { withAuth } from "@/db/tenant";

/** Failed attempts within this time count, in milliseconds. */
export const WINDOW_MS = 15 * 60_000;
/** Guesses on one account, and from one address, within the window. */
export const ACCOUNT_LIMIT = 10;
export const ADDRESS_LIMIT = 100;

export interface LimitKeys {
  readonly account: string;
  readonly address: string | null;
}

/** A place in the window that was taken for one guess, before the password is looked at. */
export interface Attempt {
  readonly accountKey: string;
  readonly ids: readonly string[];
}

/** What is limited for an e-mail address; it holds no address, so the table tells nobody who was tried. */
export function accountKey(email: string): string {
  return `mail:${createHash("sha256").update(email).digest("hex")}`;
}

/**
 * What is limited for a network address: IPv4 whole, IPv6 by its first 64 bits, since that is what one household or server gets. The
 * last entry of `X-Forwarded-For` counts: the one that the nearest server wrote, not what the client put in front of it.
 */
export function addressKey(forwardedFor: string | null): string | null {
  const last = forwardedFor?.split(",").at(-1)?.trim().toLowerCase() ?? "";
  const mapped = last.startsWith("::ffff:") && isIP(last.slice(7)) === 4 ? last.slice(7) : last;
  if (isIP(mapped) === 4) return `ip:${mapped}`;
  if (isIP(mapped) !== 6) return null;
  const [head = "", tail = ""] = (mapped.split("%")[0] ?? "").split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === "" ? [] : tail.split(":");
  const missing = Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array.from({ length: missing }, () => "0"), ...back];
  return `ip:${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/**
 * Takes a place for one guess, or says from when on guessing is possible again. Counting and recording happen under a lock per key, and
 * before the password is checked: a hundred guesses at the same moment get no more places than a hundred in a row.
 */
export async function reserveAttempt(keys: LimitKeys, now: Date): Promise<Attempt | { readonly lockedUntil: Date }> {
  const since = new Date(now.getTime() - WINDOW_MS);
  const limited = [
    { key: keys.account, limit: ACCOUNT_LIMIT },
    ...(keys.address === null ? [] : [{ key: keys.address, limit: ADDRESS_LIMIT }]),
  ].sort((a, b) => (a.key < b.key ? -1 : 1));
  return withAuth(async (tx) => {
    for (const { key } of limited) await lockAttemptKey(tx, key);
    const lockedUntil: Date[] = [];
    for (const { key, limit } of limited) {
      const oldestThatCounts = await nthAttempt(tx, key, limit, since);
      if (oldestThatCounts) lockedUntil.push(new Date(oldestThatCounts.getTime() + WINDOW_MS));
    }
    if (lockedUntil.length > 0) {
      return { lockedUntil: new Date(Math.max(...lockedUntil.map((instant) => instant.getTime()))) };
    }
    const attempts = limited.map(({ key }) => ({ id: uuidv7(), key, at: now }));
    for (const { key } of limited) await deleteAttemptsBefore(tx, key, since);
    await insertAttempts(tx, attempts);
    return { accountKey: keys.account, ids: attempts.map(({ id }) => id) };
  });
}

/** After the right password: the account starts afresh and the guess does not count for the network address. */
export async function forgiveAttempt(attempt: Attempt): Promise<void> {
  await withAuth(async (tx) => {
    await deleteAttemptsOf(tx, attempt.accountKey);
    await deleteAttempts(tx, attempt.ids);
  });
}
