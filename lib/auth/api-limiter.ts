import { env } from "@/lib/env";

/** A bucket for each key: it holds as many requests as fill it in six seconds, so that a burst passes and a flood does not. */
interface Bucket {
  tokens: number;
  at: number;
}

const SECONDS_OF_BURST = 6;
const KEYS_AT_MOST = 10_000;

/** Pages and routes are bundled apart, so what they share lies where the process keeps it. */
const shared = globalThis as typeof globalThis & { lizenzkontorBuckets?: Map<string, Bucket> };
shared.lizenzkontorBuckets ??= new Map();
const buckets = shared.lizenzkontorBuckets;

/** Null where the request may go on, else after how many seconds the next may. Counted by this process. */
export function secondsToWait(keyId: string, now: Date): number | null {
  const perSecond = env.apiRequestsPerMinute / 60;
  const most = Math.max(1, perSecond * SECONDS_OF_BURST);
  const known = buckets.get(keyId);
  const at = now.getTime();
  const passed = known === undefined ? 0 : Math.max(0, at - known.at) / 1000;
  const tokens = Math.min(most, (known?.tokens ?? most) + passed * perSecond);
  if (buckets.size > KEYS_AT_MOST) buckets.clear();
  buckets.set(keyId, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
  return tokens >= 1 ? null : Math.max(1, Math.ceil((1 - tokens) / perSecond));
}
