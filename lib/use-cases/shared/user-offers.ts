import type { Charge, Condition, PriceList } from "@/lib/domain/catalog";
import { figuresOf } from "@/lib/domain/catalog-figures";
import type { Cents } from "@/lib/domain/money";
import type { OwnPrices, QuoteItem } from "@/lib/domain/pricing";
import type { ListPrices } from "@/lib/domain/system-price";
import type { Viewer } from "@/lib/domain/viewer";
import { articleName } from "@/lib/price-lists/index";

/** Something that a new user may get. */
export interface UserOption {
  readonly about: OptionAbout;
  /** What the address says when it is chosen. */
  readonly value: string;
  readonly name: string;
  /** At list, for one; null is unknown, empty where it costs nothing by itself. */
  readonly prices: readonly { readonly charge: Charge; readonly cents: Cents }[] | null;
  readonly chosen: boolean;
  readonly item: QuoteItem;
  /** What can be chosen beside it. */
  readonly fields: readonly UserField[];
  /** What is in its price. */
  readonly included: readonly string[];
}

/** A choice on the page: one thing or not, or one of several or none. `name` is what the address calls it. */
export type UserField =
  | { readonly kind: "tick"; readonly name: string; readonly option: UserOption }
  | {
      readonly kind: "one-of";
      readonly name: string;
      readonly about: "profile" | "client" | "extension" | "flat";
      readonly options: readonly UserOption[];
    };

/** `installed`: a user licence of the system itself; `covered`: one user more for an article in packs; else an article. */
export type OptionAbout = "installed" | "covered" | "article";

/** What the address says of a field; undefined where it says nothing. */
export type Said = (field: string) => string | undefined;

/** A tick in the address. */
export const TICKED = "ja";

/**
 * Articles that one person gets, by vendor: of `oneOf` one at most, of `further` each. Servers, channels, numbers and packages belong to
 * the whole account and are no user's. Profiles and their options are read from the price list itself.
 */
const forPersons: Readonly<
  Record<
    string,
    {
      readonly oneOf?: { readonly about: "client" | "extension"; readonly skus: readonly string[] };
      readonly further: readonly string[];
    }
  >
> = {
  c4b: {
    oneOf: { about: "client", skus: ["3310.0030", "3311.0030"] },
    further: ["3320.0030", "3321.0030", "3323.0030", "3512.0030", "3513.0030", "3410.0030"],
  },
  autphone: { further: ["extension"] },
  netinteract: {
    oneOf: { about: "extension", skus: ["extension", "device-extension"] },
    further: ["flat-de", "flat-eu", "flat-de-mobile", "flat-eu-mobile", "communicator-go", "crm-integration"],
  },
};

/** Every article that `forPersons` names, for the test that holds the price lists against it. */
export const personsArticles = Object.entries(forPersons).flatMap(([vendor, { oneOf, further }]) =>
  [...(oneOf?.skus ?? []), ...further].map((sku) => ({ vendor, sku })),
);

interface Asked {
  readonly list: PriceList;
  readonly locale: Viewer["locale"];
  readonly said: Said;
  /** Prices of the reseller's own, before the printed ones. */
  readonly own?: OwnPrices | undefined;
}

/** The fields of a vendor's licences, at the reseller's list prices. */
export function licenceFields(asked: Asked, prices: ListPrices): UserField[] {
  return articleFields(asked, (sku) => {
    const cents = Object.hasOwn(prices, sku) ? prices[sku] : undefined;
    return { prices: cents === undefined ? null : [{ charge: "oneOff", cents }] };
  });
}

/** The fields of an account with monthly prices. `booked`: what is booked already; what must be booked for all follows by itself. */
export function accountFields(asked: Asked, booked: ReadonlySet<string>): UserField[] {
  const { list } = asked;
  if (list.profiles.length > 0) return [profileField(asked)];
  const follows = new Set(followers(list, booked));
  const fields = articleFields(asked, (sku) => ({ prices: pricesOf(asked, sku) }));
  return fields.filter((field) => field.kind === "one-of" || !follows.has(field.option.item.sku));
}

/** Articles that are booked and must be booked for every user. */
export function followers(list: PriceList, booked: ReadonlySet<string>): string[] {
  return list.conditions.flatMap((each) => (each.kind === "equal-quantity" && booked.has(each.sku) ? [each.sku] : []));
}

type Priced = Pick<UserOption, "prices">;

function articleFields(asked: Asked, priced: (sku: string) => Priced): UserField[] {
  const { oneOf, further } = forPersons[asked.list.vendor] ?? { further: [] };
  const sold = new Set(asked.list.articles.map(({ sku }) => sku));
  const one = oneOf?.skus.filter((sku) => sold.has(sku)) ?? [];
  return [
    ...(oneOf === undefined || one.length === 0
      ? []
      : [
          {
            kind: "one-of" as const,
            name: oneOf.about,
            about: oneOf.about,
            options: one.map((sku) => option(asked, oneOf.about, sku, { sku }, priced(sku))),
          },
        ]),
    ...further.filter((sku) => sold.has(sku)).map((sku) => tick(asked, `dazu.${sku}`, { sku }, priced(sku))),
  ];
}

function profileField(asked: Asked): UserField {
  const { list } = asked;
  const options = list.profiles.map((profile) => ({
    ...option(asked, "profil", profile, { sku: profile }, { prices: pricesOf(asked, profile) }),
    fields: optionFields(asked, profile),
    included: offered(list, profile, "included").map((sku) => articleName(list.vendor, sku, asked.locale)),
  }));
  return { kind: "one-of", name: "profil", about: "profile", options };
}

/** Options of one profile; those of which a user has one at most are one choice. */
function optionFields(asked: Asked, profile: string): UserField[] {
  const { list } = asked;
  const apart = list.conditions.filter(
    (each): each is Extract<Condition, { kind: "per-user-maximum" }> => each.kind === "per-user-maximum",
  );
  const priced = (sku: string) => ({ prices: pricesOf(asked, sku, profile) });
  const skus = offered(list, profile, "priced");
  const groups = apart.flatMap(({ id, skus: together }): UserField[] => {
    const name = `${profile}.${id}`;
    const options = skus.filter((sku) => together.includes(sku));
    if (options.length === 0) return [];
    return [
      {
        kind: "one-of",
        name,
        about: "flat",
        options: options.map((sku) => option(asked, name, sku, { sku, profile }, priced(sku))),
      },
    ];
  });
  const single = skus.filter((sku) => !apart.some(({ skus: together }) => together.includes(sku)));
  return [...single.map((sku) => tick(asked, `${profile}.${sku}`, { sku, profile }, priced(sku))), ...groups];
}

function offered(list: PriceList, profile: string, status: "included" | "priced"): string[] {
  return [...figuresOf(list).articles].flatMap(([sku, { price }]) =>
    price.kind === "by-profile" && price.profiles.get(profile)?.status === status ? [sku] : [],
  );
}

/** What one costs at list: none for an article with steps, whose price depends on all of them. */
function pricesOf({ list, own }: Asked, sku: string, profile?: string): UserOption["prices"] {
  const price = figuresOf(list).articles.get(sku)?.price;
  if (price?.kind === "volume") return [];
  const offer = price?.kind === "by-profile" ? price.profiles.get(profile ?? "") : undefined;
  const charges = price?.kind === "flat" ? price.charges : offer?.status === "priced" ? offer.charges : [];
  return charges.flatMap(([charge, printed]) => {
    const cents = own?.({ sku, charge, profile })?.cents ?? printed.cents;
    return cents === 0 ? [] : [{ charge, cents }];
  });
}

function option(asked: Asked, field: string, value: string, item: QuoteItem, priced: Priced): UserOption {
  const name = articleName(asked.list.vendor, item.sku, asked.locale);
  return {
    about: "article",
    value,
    name,
    ...priced,
    item,
    chosen: asked.said(field) === value,
    fields: [],
    included: [],
  };
}

function tick(asked: Asked, name: string, item: QuoteItem, priced: Priced, about: OptionAbout = "article"): UserField {
  return { kind: "tick", name, option: { ...option(asked, name, TICKED, item, priced), about } };
}

/** The fields of a system that is priced by its installed users: a licence of the system, and cover by each article in packs. */
export function installedFields(asked: Asked, packs: readonly string[]): UserField[] {
  return [
    tick(asked, "benutzer", { sku: "" }, { prices: [] }, "installed"),
    ...packs.map((sku) => tick(asked, `paket.${sku}`, { sku }, { prices: [] }, "covered")),
  ];
}

/** What was chosen, with what was chosen beside it. */
export function chosenOf(fields: readonly UserField[]): UserOption[] {
  return fields.flatMap((field) => {
    const options = field.kind === "tick" ? [field.option] : field.options;
    return options.filter(({ chosen }) => chosen).flatMap((each) => [each, ...chosenOf(each.fields)]);
  });
}
