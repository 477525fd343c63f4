import type { PriceList } from "./catalog";
import { figuresOf, type PricedArticle } from "./catalog-figures";
import { priceSlots } from "./price-slots";
import type { QuoteItem } from "./pricing-request";

/** One way in which an article can be ordered: bought, subscribed for a term, for a profile. */
export interface WishChoice {
  /** `sku`, `sku_purchase`, `sku_12` (months), `sku_profile`. */
  readonly key: string;
  readonly sku: string;
  readonly form: Pick<QuoteItem, "mode" | "termMonths" | "profile">;
  /** What is asked for beside it: how many, how many users to be covered, how many minutes; nothing where there is only ever one. */
  readonly amount: "quantity" | "users" | "minutes" | "single";
  /** Priced by the users installed on the system. */
  readonly tiered: boolean;
}

/** Everything that can be ordered from a list, in its order; maintenance that is a percentage of a system follows from the rest and is none. */
export function wishChoices(list: PriceList): readonly WishChoice[] {
  const known = made.get(list);
  if (known !== undefined) return known;
  const licences = list.prerequisites?.licences.map(({ sku }) => sku);
  const choices = [...figuresOf(list).articles.values()]
    .filter(({ article }) => licences === undefined || licences.includes(article.sku))
    .filter(({ article }) => priceSlots(list, article).length > 0)
    .flatMap((priced) => formsOf(priced).map((form) => choiceOf(priced, form)));
  made.set(list, choices);
  return choices;
}

const made = new WeakMap<PriceList, readonly WishChoice[]>();

/** A choice with its amount as an item that can be priced; the installed users decide a tier, null where nobody knows them. */
export function wishItem(choice: WishChoice, amount: number, installedUsers: number | null): QuoteItem {
  const item = { sku: choice.sku, ...choice.form };
  switch (choice.amount) {
    case "users":
      return { ...item, users: amount };
    case "minutes":
      return { ...item, minutes: amount };
    case "single":
      return amount === 1 ? item : { ...item, quantity: amount };
    case "quantity":
      return {
        ...item,
        quantity: amount,
        ...(choice.tiered && installedUsers !== null ? { users: installedUsers } : {}),
      };
  }
}

/** The key of the choice that an item was made from. */
export function choiceKey({ sku, mode, termMonths, profile }: Omit<QuoteItem, "quantity">): string {
  const form = profile ?? (mode === "purchase" ? mode : termMonths);
  return form === undefined ? sku : `${sku}_${form}`;
}

function formsOf({ price, modes }: PricedArticle): WishChoice["form"][] {
  if (price.kind === "by-profile") {
    return [...price.profiles].flatMap(([profile, { status }]) => (status === "unavailable" ? [] : [{ profile }]));
  }
  if (price.kind !== "by-form") return [{}];
  return modes.flatMap((mode): WishChoice["form"][] =>
    mode === "purchase" ? [{ mode }] : [...price.subscription.keys()].map((termMonths) => ({ mode, termMonths })),
  );
}

function choiceOf({ article, price }: PricedArticle, form: WishChoice["form"]): WishChoice {
  const kinds = {
    quantity: "quantity",
    single: "single",
    "user-packs": "users",
    "started-minutes": "minutes",
  } as const;
  return {
    key: choiceKey({ sku: article.sku, ...form }),
    sku: article.sku,
    form,
    amount: kinds[article.measure.kind],
    tiered: price.kind === "by-form" && price.tiered,
  };
}
