import type { Wording } from "./catalog";

/** A country, or a part of one with numbers of its own. */
export interface Country {
  readonly code: string;
  /** Digits after "+": the longest that begins a number says whose it is. */
  readonly dial: readonly string[];
  readonly de: string;
  readonly en: string;
  /** Other names, among them the spellings of the price lists. */
  readonly others: readonly string[];
  /** Of the European Union. */
  readonly union: boolean;
  /** The country within whose numbers this part's lie: where a price list does not name the part, it means that country. */
  readonly within?: string;
}

/** A network that belongs to no country. */
export interface Network extends Wording {
  readonly id: string;
  readonly dial: readonly string[];
}

/** What a rate without an area is for: the country called from, the union, all abroad, one country or network by its code. */
export type RateTarget = "home-fixed" | "home-mobile" | "union" | "outside-union" | "abroad" | (string & {});

/** How numbers are dialled from the country at home. Data of our own in `lib/price-lists`: price lists only name countries. */
export interface DiallingPlan {
  readonly home: {
    readonly country: string;
    /** Beginnings of mobile numbers, as dialled at home. */
    readonly mobile: readonly string[];
    /** Beginnings of numbers that are neither landline nor mobile, unless a longer mobile beginning fits. */
    readonly special: readonly string[];
    /** Beginnings that cost nothing by law: an unspecific "special numbers from ..." does not mean them. */
    readonly free: readonly string[];
  };
  readonly countries: readonly Country[];
  readonly networks: readonly Network[];
  /** By the id of a rate that names no area. */
  readonly targets: Readonly<Record<string, RateTarget>>;
}

/** What somebody looks up. */
export type Target =
  | { readonly kind: "country"; readonly country: Country }
  | { readonly kind: "home"; readonly networks: readonly ("fixed" | "mobile")[]; readonly country: Country }
  /** `digits` as dialled at home: 01805. */
  | { readonly kind: "special"; readonly digits: string }
  | { readonly kind: "network"; readonly network: Network }
  /** Rates by a word of their destination: mailbox, SMS, WhatsApp. */
  | { readonly kind: "rates"; readonly text: string };

export type Read =
  | { readonly readAs: "number" | "name"; readonly targets: readonly Target[]; readonly incomplete: boolean }
  | { readonly readAs: "nothing" };

const MOST_TARGETS = 12;
/** Fewer letters occur in almost any destination. */
const SHORTEST_WORD = 3;

/**
 * What a query means: a number as it is dialled (`+381 ...`, `0049 ...`, `0800`, `01805 ...`), bare digits as a dialling code, else the name of
 * a country in German, English or as a price list spells it, by its beginning too, else a word of a rate. `incomplete`: more digits would
 * decide between several.
 */
export function readQuery(plan: DiallingPlan, query: string): Read {
  const text = query.trim();
  if (/^\+?[\d\s()/.-]*\d[\d\s()/.-]*$/.test(text)) {
    const dialled = text.replaceAll(/\(0\)|[^\d+]/g, "");
    return readNumber(plan, dialled);
  }
  const sought = folded(text);
  if (sought === "") return { readAs: "nothing" };
  const countries = countriesNamed(plan, text).slice(0, MOST_TARGETS);
  if (countries.length > 0)
    return { readAs: "name", targets: countries.map((country) => targetOf(plan, country)), incomplete: false };
  const networks = plan.networks.filter(({ de, en }) => folded(de).startsWith(sought) || folded(en).startsWith(sought));
  const targets: Target[] = networks.map((network) => ({ kind: "network", network }));
  if (targets.length === 0 && sought.length >= SHORTEST_WORD) targets.push({ kind: "rates", text: sought });
  return { readAs: "name", targets, incomplete: false };
}

/** The countries that a name means: as it is written, else as names begin, else as they contain it. */
export function countriesNamed(plan: DiallingPlan, name: string): Country[] {
  const sought = folded(name);
  const names = plan.countries.map((country) => ({
    country,
    names: [country.de, country.en, ...country.others].map(folded),
  }));
  const by = (fits: (each: string) => boolean) =>
    names.filter((each) => each.names.some(fits)).map(({ country }) => country);
  const exact = by((each) => each === sought);
  if (exact.length > 0 || sought.length < 2) return exact;
  const beginning = by((each) => each.startsWith(sought));
  return beginning.length > 0 || sought.length < 3 ? beginning : by((each) => each.includes(sought));
}

function readNumber(plan: DiallingPlan, dialled: string): Read {
  if (dialled.startsWith("+")) return readInternational(plan, dialled.slice(1));
  if (dialled.startsWith("00800")) return special("00800", false);
  if (dialled.startsWith("00")) return readInternational(plan, dialled.slice(2));
  const isSpecial = plan.home.special.some((prefix) => dialled.startsWith(prefix));
  if (dialled.startsWith("0") || isSpecial) return readAtHome(plan, dialled);
  return readInternational(plan, dialled);
}

function readInternational(plan: DiallingPlan, digits: string): Read {
  if (digits === "") return { readAs: "nothing" };
  const home = plan.countries.find((country) => country.code === plan.home.country);
  const homeDial = home?.dial[0] ?? "";
  if (homeDial !== "" && digits.startsWith(homeDial) && digits.length > homeDial.length) {
    return readAtHome(plan, `0${digits.slice(homeDial.length)}`);
  }
  const dials = [
    ...plan.countries.flatMap((country) => country.dial.map((dial) => ({ dial, target: targetOf(plan, country) }))),
    ...plan.networks.flatMap((network) =>
      network.dial.map((dial) => ({ dial, target: { kind: "network", network } as const })),
    ),
  ];
  const longest = Math.max(0, ...dials.filter(({ dial }) => digits.startsWith(dial)).map(({ dial }) => dial.length));
  const fits = dials.filter(
    ({ dial }) => (dial.length === longest && digits.startsWith(dial)) || dial.startsWith(digits),
  );
  // The one whose digits are all there first.
  fits.sort((left, right) => left.dial.length - right.dial.length);
  const targets = [...new Map(fits.map(({ target }) => [idOf(target), target])).values()];
  const incomplete = fits.some(({ dial }) => dial.length > digits.length) && targets.length > 1;
  return { readAs: "number", targets, incomplete };
}

/** A number as it is dialled at home: special, mobile, else landline. */
function readAtHome(plan: DiallingPlan, digits: string): Read {
  const { mobile, special: specials, country: code } = plan.home;
  const country = plan.countries.find((each) => each.code === code);
  if (country === undefined) throw new Error(`no country ${code}`);
  if (mobile.some((prefix) => digits.startsWith(prefix))) {
    return { readAs: "number", targets: [{ kind: "home", networks: ["mobile"], country }], incomplete: false };
  }
  if (specials.some((prefix) => digits.startsWith(prefix))) return special(digits, digits.length < 3);
  if (digits.length < 2)
    return { readAs: "number", targets: [{ kind: "home", networks: ["fixed", "mobile"], country }], incomplete: true };
  const open = specials.some((prefix) => prefix.startsWith(digits));
  return { readAs: "number", targets: [{ kind: "home", networks: ["fixed"], country }], incomplete: open };
}

function special(digits: string, incomplete: boolean): Read {
  return { readAs: "number", targets: [{ kind: "special", digits }], incomplete };
}

function targetOf(plan: DiallingPlan, country: Country): Target {
  return country.code === plan.home.country
    ? { kind: "home", networks: ["fixed", "mobile"], country }
    : { kind: "country", country };
}

function idOf(target: Target): string {
  switch (target.kind) {
    case "country":
    case "home":
      return target.country.code;
    case "network":
      return target.network.id;
    case "special":
      return target.digits;
    case "rates":
      return target.text;
  }
}

/** Lower case, without accents and punctuation: "Bosnien-Herzegowina" is "bosnien herzegowina". */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .replaceAll("ß", "ss")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}
