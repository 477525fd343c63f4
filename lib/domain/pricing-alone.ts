import type { PriceList } from "./catalog";
import { lineOf, type QuoteLine } from "./pricing-lines";
import { type OwnPrices, type QuoteItem, readItems } from "./pricing-request";
import type { Refusal } from "./refusal";

/**
 * The price of one item by itself, at the step that its own quantity reaches, whatever else is booked: the list's conditions (minima, flats
 * for all extensions, discounts for the whole company) concern a system, and a recorded contract is a fact that they cannot refuse. Refused:
 * an unknown article, fields that it needs or has no use for, a price that nobody knows.
 */
export function priceAlone(list: PriceList, item: QuoteItem, own?: OwnPrices): QuoteLine | Refusal {
  const request = readItems(list, [item]);
  if ("refused" in request) return request;
  const [first] = request.items;
  if (first === undefined) throw new Error("a request without items");
  return lineOf(request, first, new Map(), own, []);
}
