import { type Cents, share, toCents } from "./money";
import type { Quote } from "./pricing";
import type { Reason } from "./reason";
import { isRefusal } from "./refusal";

/** What a quote costs each year; null where that is unknown. */
export function yearlyOf({ totals }: Quote): Cents | null {
  if (totals.monthlyCents === null || totals.yearlyCents === null) return null;
  const yearly = totals.monthlyCents * 12 + totals.yearlyCents;
  return Number.isSafeInteger(yearly) ? yearly : null;
}

/** An amount for so many years, spread over them, half a cent up. */
export function byYear(amountCents: Cents, years: number): Cents {
  const yearly = toCents(share(amountCents, 1, years));
  if (isRefusal(yearly)) throw new Error("a part is larger than its whole");
  return yearly;
}

/**
 * The first month with whose end more was saved than the change cost once; null where it costs nothing. `savedCents` is saved in `years`
 * years, evenly.
 */
export function breakEven(onceCents: Cents, savedCents: Cents, years = 1): number | null {
  if (onceCents === 0) return null;
  return Number((BigInt(onceCents) * BigInt(12 * years)) / BigInt(savedCents)) + 1;
}

/** What a change costs once, in words; nothing where it costs nothing. */
export function onceReason(onceCents: Cents): Reason[] {
  return onceCents === 0 ? [] : [{ code: "saving-costs-once", params: { onceCents } }];
}

/** What prices a saving rests on: list prices, and whether some of them are the reseller's own. */
export function priceAssumptions(...quotes: readonly Quote[]): Reason[] {
  const isOwn = quotes.some(({ lines }) => lines.some(({ prices }) => prices.some((price) => price.own)));
  const atList: Reason = { code: "saving-at-list-prices", params: {} };
  return isOwn ? [atList, { code: "saving-at-own-list-prices", params: {} }] : [atList];
}
