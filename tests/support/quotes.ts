import { expect } from "vitest";
import { type OwnPrices, type Quote, type QuoteItem, quote } from "@/lib/domain/pricing";
import { isRefusal, type Refusal } from "@/lib/domain/refusal";
import { newestEdition } from "@/lib/price-lists/index";
import type { CheckedList } from "@/lib/price-lists/schema";

/** The newest price list of a vendor. */
export function listOf(vendor: string): CheckedList {
  const list = newestEdition(vendor);
  if (list === undefined) throw new Error(`no list of ${vendor}`);
  return list;
}

/** A quote that must come about. */
export function quoted(vendor: string, items: readonly QuoteItem[], own?: OwnPrices): Quote {
  const answer = quote(listOf(vendor), items, own);
  if (isRefusal(answer)) throw new Error(`${answer.code} at ${answer.path}`);
  return answer;
}

/** A refusal that must come about. */
export function refused(vendor: string, items: readonly QuoteItem[], own?: OwnPrices): Refusal {
  const answer = quote(listOf(vendor), items, own);
  expect(isRefusal(answer), JSON.stringify(items)).toBe(true);
  return answer as Refusal;
}

/** One-off, monthly and yearly cents in all. */
export function totals(vendor: string, ...items: readonly QuoteItem[]): (number | null)[] {
  const { oneOffCents, monthlyCents, yearlyCents } = quoted(vendor, items).totals;
  return [oneOffCents, monthlyCents, yearlyCents];
}

/** "1.299,00" -> 129900. */
export function cents(printed: string): number {
  return Math.round(Number(printed.replaceAll(".", "").replace(",", ".")) * 100);
}

export function codes(reasons: readonly { readonly code: string }[]): string[] {
  return reasons.map((reason) => reason.code);
}
