import type { PriceList } from "./catalog";
import { figuresOf } from "./catalog-figures";
import type { QuoteItem } from "./pricing";

/** What a contract has booked of an article, as it is recorded. `users`: for tiers the installed ones, for packs those to be covered. */
export interface BookedPosition {
  readonly sku: string;
  readonly quantity: number;
  readonly profile: string | null;
  readonly users: number | null;
  /** The chosen term of its contract; null where the policy leaves no choice. */
  readonly termMonths: number | null;
}

/**
 * A position as an item that the price list can price: only the fields that its article has a use for. Null for an article that the list does
 * not have. What the article needs and the position does not say is left out, and the quote refuses it with the field's name.
 */
export function bookedItem(list: PriceList, position: BookedPosition): QuoteItem | null {
  const priced = figuresOf(list).articles.get(position.sku);
  if (priced === undefined) return null;
  const { article, price, modes } = priced;
  const tiered = price.kind === "by-form" && price.tiered;
  const { sku, quantity, profile, users, termMonths } = position;
  const subscribed = modes.includes("subscription") && termMonths !== null;
  const covered = article.measure.kind === "user-packs" ? (users ?? quantity * article.measure.packSize) : users;
  return {
    sku,
    ...(article.measure.kind === "quantity" ? { quantity } : {}),
    ...(subscribed ? { mode: "subscription" as const, termMonths } : {}),
    ...(covered !== null && (tiered || article.measure.kind === "user-packs") ? { users: covered } : {}),
    ...(profile !== null && price.kind === "by-profile" ? { profile } : {}),
  };
}
