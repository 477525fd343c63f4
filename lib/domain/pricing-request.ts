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

/** The names of articles as the parameters of a reason: `article` in German, `articleEn` beside it where English has its own. */
export function named(
  request: { figures: Figures },
  field: string,
  ...skus: readonly string[]
): Record<string, string> {
  const german: string[] = [];
  const english: string[] = [];
  for (const sku of skus) {
    const article = request.figures.articles.get(sku)?.article;
    german.push(article?.label?.de ?? article?.name ?? sku);
    english.push(article?.label?.en ?? article?.name ?? sku);
  }
  const names = { [field]: german.join(", ") };
  const inEnglish = english.join(", ");
  if (inEnglish !== names[field]) names[`${field}En`] = inEnglish;
  return names;
}

/** Reads items against their articles: unknown articles, fields that an article needs, and fields that it has no use for. */
export function readItems(list: PriceList, items: readonly QuoteItem[]): PricedRequest | Refusal {
  const figures = figuresOf(list);
  const priced: PricedItem[] = [];
  const totals = new Map<string, number>();
  const optionTotals = new Map<string, number>();
  for (const [index, item] of items.entries()) {
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
  const path = (field: string) => `items[${index}].${field}`;
  const priced = figures.articles.get(item.sku);
  if (priced === undefined) {
    const params = {
      sku: item.sku,
      product: figures.list.productName,
      choices: [...figures.articles.keys()].join(", "),
    };
    return refuse("article-unknown", params, path("sku"));
  }
  const { article, price, modes } = priced;
  const measure = article.measure.kind;
  const tiered = price.kind === "by-form" && price.tiered;
  const packs = measure === "user-packs";
  const timed = measure === "started-minutes";
  const params = { ...named({ figures }, "article", item.sku), sku: item.sku };
  const useless = (field: string) => refuse("field-of-no-use", { ...params, field }, path(field));
  const needed = (field: string) => refuse("field-needed", { ...params, field }, path(field));

  if (item.quantity !== undefined && (packs || timed)) return useless("quantity");
  if (item.quantity !== undefined && item.quantity !== 1 && measure === "single") {
    return refuse("quantity-is-one", { ...params, quantity: item.quantity }, path("quantity"));
  }
  if (modes.length === 0) {
    if (item.mode !== undefined) return useless("mode");
    if (item.termMonths !== undefined) return useless("termMonths");
  } else {
    if (item.mode === undefined) return refuse("mode-needed", { ...params, choices: modes.join(", ") }, path("mode"));
    if (!modes.includes(item.mode)) {
      return refuse("mode-not-offered", { ...params, mode: item.mode, choices: modes.join(", ") }, path("mode"));
    }
    if (item.mode === "purchase" && item.termMonths !== undefined) {
      return refuse("term-of-a-purchase", params, path("termMonths"));
    }
    if (item.mode === "subscription" && price.kind === "by-form" && !price.subscription.has(item.termMonths ?? 0)) {
      const choices = [...price.subscription.keys()].join(", ");
      if (item.termMonths === undefined)
        return refuse("article-term-needed", { ...params, choices }, path("termMonths"));
      return refuse(
        "article-term-not-offered",
        { ...params, termMonths: item.termMonths, choices },
        path("termMonths"),
      );
    }
  }
  if (item.users === undefined && tiered) return refuse("users-needed-for-tier", params, path("users"));
  if (item.users === undefined && packs) return refuse("users-needed-for-packs", params, path("users"));
  if (item.users !== undefined && !tiered && !packs) return useless("users");
  if (item.minutes === undefined && timed) return needed("minutes");
  if (item.minutes !== undefined && !timed) return useless("minutes");
  if (price.kind === "by-profile") {
    const choices = figures.list.profiles.join(", ");
    if (item.profile === undefined) return refuse("profile-needed", { ...params, choices }, path("profile"));
    const offer = price.profiles.get(item.profile);
    if (offer === undefined) {
      return refuse("profile-unknown", { ...params, profile: item.profile, choices }, path("profile"));
    }
    if (offer.status === "unavailable") {
      const offered = [...price.profiles]
        .filter(([, each]) => each.status !== "unavailable")
        .map(([profile]) => profile);
      const wanted = { ...params, profile: item.profile, choices: offered.join(", ") };
      return refuse("option-not-for-profile", wanted, path("profile"));
    }
  } else if (item.profile !== undefined) return useless("profile");

  return {
    index,
    item,
    priced,
    units: unitsOf(priced, item),
    tierIndex: tiered && item.users !== undefined ? tierIndexOf(figures.tiers, item.users) : null,
  };
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
