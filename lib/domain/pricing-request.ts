import type { Charge, Mode, PriceList } from "./catalog";
import { type Figures, figuresOf, type PricedArticle, tierIndexOf } from "./catalog-figures";
import { type Refusal, refuse } from "./refusal";

/**
 * One article asked for. `quantity`, `users` and `minutes` are whole numbers from 1 to 1,000,000 (checked where a request is read);
 * `quantity` is 1 where absent. `users` are the installed users for tiers, the users to be covered for packs.
 */
export interface QuoteItem {
  readonly sku: string;
  readonly quantity?: number;
  readonly mode?: Mode;
  readonly termMonths?: number;
  readonly users?: number;
  readonly profile?: string;
  readonly minutes?: number;
}

/** An item that its article can be priced for. */
export interface PricedItem {
  readonly index: number;
  readonly item: QuoteItem;
  readonly priced: PricedArticle;
  /** What the line counts: licences, packs, blocks of minutes. */
  readonly units: number;
  /** Index into the list's user tiers; null for an article without tiers. */
  readonly tierIndex: number | null;
  /** Whether the installed users are just as many as the tier holds. */
  readonly tierIsFull: boolean;
}

/** The items of one request, with what they come to: same article, and same article for the same profile, count together. */
export interface PricedRequest {
  readonly figures: Figures;
  readonly items: readonly PricedItem[];
  /** Units by sku. */
  readonly totals: ReadonlyMap<string, number>;
  /** Units by sku and profile, see `optionKey`. */
  readonly optionTotals: ReadonlyMap<string, number>;
}

/** What a reseller's own price row is looked up by: the article and every dimension that its printed price depends on. */
export interface PriceKey {
  readonly sku: string;
  readonly charge: Charge;
  readonly mode?: Mode;
  readonly termMonths?: number;
  /** The label of the user tier, or of the volume step. */
  readonly tier?: string;
  readonly profile?: string;
}

/** An own price goes before the printed one; it never changes a rule. `sample` marks a price that is only an example. */
export type OwnPrices = (key: PriceKey) => { readonly cents: number; readonly sample?: boolean } | undefined;

export function optionKey(sku: string, profile: string): string {
  return `${sku}|${profile}`;
}

/** An article's name as parameters of a reason: `article` in German, `articleEn` beside it where English has its own. */
export function named({ figures }: { figures: Figures }, field: string, sku: string): Record<string, string> {
  const names = figures.articles.get(sku)?.names;
  if (names === undefined) return { [field]: sku };
  return names.de === names.en ? { [field]: names.de } : { [field]: names.de, [`${field}En`]: names.en };
}

/** The same for several articles, as one list each. */
export function allNamed(
  { figures }: { figures: Figures },
  field: string,
  skus: readonly string[],
): Record<string, string> {
  const names = skus.map((sku) => figures.articles.get(sku)?.names ?? { de: sku, en: sku });
  return { [field]: names.map((name) => name.de).join(", "), [`${field}En`]: names.map((name) => name.en).join(", ") };
}

/** Reads items against their articles: unknown articles, fields that an article needs, and fields that it has no use for. */
export function readItems(list: PriceList, items: readonly QuoteItem[]): PricedRequest | Refusal {
  const figures = figuresOf(list);
  const priced: PricedItem[] = [];
  const totals = new Map<string, number>();
  const optionTotals = new Map<string, number>();
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] as QuoteItem;
    const read = readItem(figures, item, index);
    if ("refused" in read) return read;
    priced.push(read);
    totals.set(item.sku, (totals.get(item.sku) ?? 0) + read.units);
    if (item.profile !== undefined) {
      const key = optionKey(item.sku, item.profile);
      optionTotals.set(key, (optionTotals.get(key) ?? 0) + read.units);
    }
  }
  return { figures, items: priced, totals, optionTotals };
}

function readItem(figures: Figures, item: QuoteItem, index: number): PricedItem | Refusal {
  const priced = figures.articles.get(item.sku);
  if (priced === undefined) {
    const choices = [...figures.articles.keys()].join(", ");
    return refuse(
      "article-unknown",
      { sku: item.sku, product: figures.list.productName, choices },
      `items[${index}].sku`,
    );
  }
  const fault = faultOf(figures, priced, item);
  if (fault !== null) {
    const params = { ...named({ figures }, "article", item.sku), field: fault.field, ...fault.params };
    return refuse(fault.code, params, `items[${index}].${fault.field}`);
  }
  const tiered = priced.price.kind === "by-form" && priced.price.tiered;
  const tierIndex = tiered && item.users !== undefined ? tierIndexOf(figures.tiers, item.users) : null;
  const tierIsFull = tierIndex !== null && figures.tiers[tierIndex]?.upTo === item.users;
  return { index, item, priced, units: unitsOf(priced, item), tierIndex, tierIsFull };
}

interface ItemFault {
  readonly code: string;
  readonly field: keyof QuoteItem;
  readonly params?: Refusal["params"];
}

/** What an item lacks for its article, or says that its article has no use for. */
function faultOf(figures: Figures, priced: PricedArticle, item: QuoteItem): ItemFault | null {
  return (
    quantityFault(priced, item) ??
    formFault(priced, item) ??
    measureFault(priced, item) ??
    profileFault(figures, priced, item)
  );
}

function quantityFault({ article: { measure } }: PricedArticle, { quantity }: QuoteItem): ItemFault | null {
  if (quantity === undefined || measure.kind === "quantity") return null;
  if (measure.kind !== "single") return { code: "field-of-no-use", field: "quantity" };
  return quantity === 1 ? null : { code: "quantity-is-one", field: "quantity" };
}

function formFault({ price, modes }: PricedArticle, { mode, termMonths }: QuoteItem): ItemFault | null {
  if (price.kind !== "by-form") {
    if (mode !== undefined) return { code: "field-of-no-use", field: "mode" };
    return termMonths === undefined ? null : { code: "field-of-no-use", field: "termMonths" };
  }
  if (mode === undefined) return { code: "mode-needed", field: "mode", params: { choices: modes.join(", ") } };
  if (!modes.includes(mode))
    return { code: "mode-not-offered", field: "mode", params: { mode, choices: modes.join(", ") } };
  if (mode === "purchase") return termMonths === undefined ? null : { code: "term-of-a-purchase", field: "termMonths" };
  if (termMonths !== undefined && price.subscription.has(termMonths)) return null;
  const choices = [...price.subscription.keys()].join(", ");
  return termMonths === undefined
    ? { code: "article-term-needed", field: "termMonths", params: { choices } }
    : { code: "article-term-not-offered", field: "termMonths", params: { termMonths, choices } };
}

function measureFault({ article: { measure }, price }: PricedArticle, { users, minutes }: QuoteItem): ItemFault | null {
  const tiered = price.kind === "by-form" && price.tiered;
  const packs = measure.kind === "user-packs";
  const timed = measure.kind === "started-minutes";
  if (users === undefined && tiered) return { code: "users-needed-for-tier", field: "users" };
  if (users === undefined && packs) return { code: "users-needed-for-packs", field: "users" };
  if (users !== undefined && !tiered && !packs) return { code: "field-of-no-use", field: "users" };
  if (minutes === undefined && timed) return { code: "field-needed", field: "minutes" };
  return minutes === undefined || timed ? null : { code: "field-of-no-use", field: "minutes" };
}

function profileFault({ list }: Figures, { price }: PricedArticle, { profile }: QuoteItem): ItemFault | null {
  if (price.kind !== "by-profile") return profile === undefined ? null : { code: "field-of-no-use", field: "profile" };
  const offer = price.profiles.get(profile ?? "");
  if (offer !== undefined && offer.status !== "unavailable") return null;
  if (profile === undefined)
    return { code: "profile-needed", field: "profile", params: { choices: list.profiles.join(", ") } };
  if (offer === undefined) {
    return { code: "profile-unknown", field: "profile", params: { profile, choices: list.profiles.join(", ") } };
  }
  const offered = [...price.profiles].filter(([, each]) => each.status !== "unavailable").map(([each]) => each);
  return { code: "option-not-for-profile", field: "profile", params: { profile, choices: offered.join(", ") } };
}

function unitsOf({ article: { measure } }: PricedArticle, item: QuoteItem): number {
  switch (measure.kind) {
    case "quantity":
      return item.quantity ?? 1;
    case "single":
      return 1;
    case "user-packs":
      return Math.ceil((item.users ?? 0) / measure.packSize);
    case "started-minutes":
      return Math.ceil((item.minutes ?? 0) / measure.blockMinutes);
  }
}
