import type { Area, PriceListDocument, PrintedCell, PrintedTable, Rate, Wording } from "./catalog";
import { type Country, countriesNamed, type DiallingPlan, folded, readQuery, type Target } from "./dialling-plan";
import type { Reason, Source } from "./reason";

/** One price of a rate, with its place on the paper. */
export interface LookedUpPrice {
  /** As printed: "0,0990€", "kostenlos". */
  readonly text: string;
  /** Millionths of a euro; null where the cell holds a word. */
  readonly microEuros: number | null;
  /** The profiles that it is for; empty: all. */
  readonly profiles: readonly string[];
  readonly connection: "fixed" | "mobile" | null;
  readonly source: Source;
}

/** A rate that applies. Without prices the paper states none: unknown, ask the vendor. */
export interface LookedUpRate {
  readonly id: string;
  readonly group: Rate["group"];
  readonly destination: Wording;
  readonly per: Rate["per"];
  readonly increment: string | null;
  /** The area that it is the rate of, where it is one of an area's. */
  readonly areaId: string | null;
  readonly prices: readonly LookedUpPrice[];
  readonly note: Wording | null;
}

/** A list of countries in which the country stands, or that takes all others. */
export interface LookedUpArea {
  readonly id: string;
  readonly family: string;
  readonly name: string;
  /** As the paper spells the country; null where the area is "all others", or counts in another that names it. */
  readonly asPrinted: string | null;
  /** Two areas that exclude each other both name the country: both are answered. */
  readonly ambiguous: boolean;
  readonly source: Source;
}

/** What one price list says about what was looked up. */
export interface LookupPlace {
  readonly vendor: string;
  readonly productName: string;
  readonly edition: string;
  readonly areas: readonly LookedUpArea[];
  readonly rates: readonly LookedUpRate[];
  /** What must be said with it: two zones at once, prices in cents, countries left out of a list. */
  readonly hints: readonly Reason[];
}

export interface LookedUp {
  readonly kind: Target["kind"];
  readonly names: Wording;
  /** Dialling codes, as "+381", or the beginning of the number. */
  readonly dial: readonly string[];
  /** One for each price list that says something. */
  readonly places: readonly LookupPlace[];
}

export interface NumberLookup {
  readonly readAs: "number" | "name" | "nothing";
  readonly found: readonly LookedUp[];
  readonly hints: readonly Reason[];
}

/**
 * What calling a number or a country costs by the price lists given, looked up and never rated: zones, special numbers, roaming, the lists of
 * flats and packages, each price with its cell. A country in two zones of one paper is answered with both, said so; a number that several
 * countries share is answered for each. Nothing is guessed: what a paper leaves to another is said to be unknown.
 */
export function lookUp(plan: DiallingPlan, lists: readonly PriceListDocument[], query: string): NumberLookup {
  const read = readQuery(plan, query);
  if (read.readAs === "nothing") return { readAs: "nothing", found: [], hints: [] };
  const found = read.targets
    .map((target) => ({
      kind: target.kind,
      ...labelOf(target),
      places: lists.flatMap((list) => placeIn(plan, list, target)),
    }))
    .filter(({ kind, places }) => places.length > 0 || kind === "country" || kind === "home");
  const hints: Reason[] = [];
  if (found.length === 0) hints.push({ code: "lookup-nothing-found", params: { query: query.trim() } });
  if (read.incomplete && found.length > 0) hints.push({ code: "lookup-more-digits", params: { count: found.length } });
  return { readAs: read.readAs, found, hints };
}

function labelOf(target: Target): { names: Wording; dial: readonly string[] } {
  switch (target.kind) {
    case "country":
    case "home": {
      const { de, en, dial } = target.country;
      return { names: { de, en }, dial: dial.map((digits) => `+${digits}`) };
    }
    case "network":
      return { names: target.network, dial: target.network.dial.map((digits) => `+${digits}`) };
    case "special":
      return { names: { de: target.digits, en: target.digits }, dial: [target.digits] };
    case "rates":
      return { names: { de: target.text, en: target.text }, dial: [] };
  }
}

function placeIn(plan: DiallingPlan, list: PriceListDocument, target: Target): LookupPlace[] {
  const { areas, hints } = target.kind === "country" || target.kind === "home" ? areasOf(plan, list, target) : NONE;
  const rates = list.rates.filter((rate) => applies(plan, list, rate, target, areas));
  const cells = ratesWithCells(list, rates);
  if (areas.length === 0 && rates.length === 0 && hints.length === 0) return [];
  const { vendor, productName, edition } = list;
  return [{ vendor, productName, edition, areas, rates: cells.rates, hints: [...hints, ...cells.hints] }];
}

const NONE: { areas: LookedUpArea[]; hints: Reason[] } = { areas: [], hints: [] };

function applies(
  plan: DiallingPlan,
  list: PriceListDocument,
  rate: Rate,
  target: Target,
  areas: readonly LookedUpArea[],
): boolean {
  if (rate.area !== undefined) return areas.some((area) => area.id === rate.area);
  const aim = plan.targets[rate.id];
  switch (target.kind) {
    case "country":
      return (
        aim === "abroad" || aim === (target.country.union ? "union" : "outside-union") || aim === target.country.code
      );
    case "home":
      return target.networks.some((network) => aim === `home-${network}`);
    case "network":
      return aim === target.network.id;
    case "rates":
      return [rate.destination.de, rate.destination.en].some((text) => folded(text).includes(target.text));
    case "special": {
      if (rate.group !== "special-number") return false;
      const numbers = numbersIn(rate.destination.de);
      if (numbers.length > 0) return numbers.some((number) => begins(target.digits, number));
      // "Special numbers from ..." means any that the list does not name and that is not free.
      return !plan.home.free.some((prefix) => begins(target.digits, prefix)) && !namesNumber(list, target.digits);
    }
  }
}

function namesNumber(list: PriceListDocument, digits: string): boolean {
  return list.rates.some(
    (rate) =>
      rate.group === "special-number" && numbersIn(rate.destination.de).some((number) => begins(digits, number)),
  );
}

/** Whether a number begins with a special one, or may still become it. Enquiries are listed as 0118 and dialled as 118. */
function begins(digits: string, special: string): boolean {
  const dialled = digits.startsWith("118") ? `0${digits}` : digits;
  return dialled.startsWith(special) || special.startsWith(dialled);
}

/** The numbers that a destination names: "0181-0185" are five. */
export function numbersIn(destination: string): string[] {
  return [...destination.matchAll(/(\d{3,})(?:-(\d{3,}))?/g)].flatMap(([, from = "", to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) =>
      String(Number(from) + index).padStart(from.length, "0"),
    ),
  );
}

/** The areas of a list that a country belongs to, and what must be said about the families that leave it out. */
function areasOf(
  plan: DiallingPlan,
  list: PriceListDocument,
  target: Extract<Target, { kind: "country" | "home" }>,
): { areas: LookedUpArea[]; hints: Reason[] } {
  const { country } = target;
  const families = [...new Set(list.areas.map((area) => area.family))];
  const areas: LookedUpArea[] = [];
  const hints: Reason[] = [];
  for (const family of families) {
    const members = list.areas.filter((area) => area.family === family);
    const rated = members.some((area) => list.rates.some((rate) => rate.area === area.id));
    // Calls at home have rates of their own: "all others" means all others abroad.
    if (rated && target.kind === "home") continue;
    const named = naming(plan, members, country);
    const parent = named.length === 0 && country.within !== undefined ? parentOf(plan, country) : null;
    const fits = parent === null ? named : naming(plan, members, parent);
    if (parent !== null && fits.length > 0)
      hints.push({ code: "lookup-as-its-country", params: namesOf(country, "part", parent) });
    const others =
      fits.length === 0
        ? members.filter((area) => area.allOthers === true).map((area) => ({ area, asPrinted: null }))
        : [];
    const counted = members.filter(
      (area) =>
        !fits.some((fit) => fit.area === area) && area.includes?.some((id) => fits.some((fit) => fit.area.id === id)),
    );
    const ambiguous = rated && fits.length > 1;
    for (const { area, asPrinted } of [...fits, ...others, ...counted.map((area) => ({ area, asPrinted: null }))]) {
      areas.push({ id: area.id, family, name: area.name, asPrinted, ambiguous, source: sourceOf(list, area) });
    }
    const [first] = fits;
    if (ambiguous && first !== undefined) {
      const params = {
        ...namesOf(country),
        areas: fits.map(({ area }) => area.name).join(", "),
        product: list.productName,
      };
      hints.push({ code: "lookup-in-two-areas", params, source: sourceOf(list, first.area) });
    }
    const [any] = members;
    if (fits.length === 0 && others.length === 0 && any !== undefined) {
      const params = {
        ...namesOf(country),
        areas: members.map((area) => area.name).join(", "),
        product: list.productName,
      };
      hints.push({ code: "lookup-in-no-area", params, source: sourceOf(list, any) });
    }
  }
  return { areas, hints };
}

/** The areas that name a country, as they spell it. */
function naming(plan: DiallingPlan, areas: readonly Area[], country: Country): { area: Area; asPrinted: string }[] {
  return areas.flatMap((area) => {
    const asPrinted = area.countries.find((printed) => countriesPrinted(plan, printed).includes(country));
    return asPrinted === undefined ? [] : [{ area, asPrinted }];
  });
}

/**
 * The countries that an entry of a list of countries names: "Italien (inkl. Vatikanstadt und San Marino)" are three. What is no country ("westlich
 * des 39. Längengrades") narrows the entry, which is always shown as printed.
 */
export function countriesPrinted(plan: DiallingPlan, printed: string): Country[] {
  const known = printedNames.get(plan) ?? new Map<string, Country[]>();
  printedNames.set(plan, known);
  const before = known.get(printed);
  if (before !== undefined) return before;
  const whole = exactly(plan, printed);
  const parts = printed.split(/\(?inkl\.|[(),]| und /).map((part) => part.trim());
  const countries = whole.length > 0 ? whole : parts.flatMap((part) => exactly(plan, part));
  known.set(printed, countries);
  return countries;
}

const printedNames = new WeakMap<DiallingPlan, Map<string, Country[]>>();

function exactly(plan: DiallingPlan, name: string): Country[] {
  const sought = folded(name);
  return sought === ""
    ? []
    : countriesNamed(plan, name).filter(({ de, en, others }) =>
        [de, en, ...others].some((each) => folded(each) === sought),
      );
}

function parentOf(plan: DiallingPlan, country: Country): Country | null {
  return plan.countries.find((each) => each.code === country.within) ?? null;
}

function namesOf(country: Country, field = "country", parent?: Country): Record<string, string> {
  const names = { [field]: country.de, [`${field}En`]: country.en };
  return parent === undefined ? names : { ...names, country: parent.de, countryEn: parent.en };
}

/** Rates with their printed prices; said once where the paper writes euro and means cents. */
function ratesWithCells(list: PriceListDocument, rates: readonly Rate[]): { rates: LookedUpRate[]; hints: Reason[] } {
  const cells = new Map<string, { cell: PrintedCell; table: PrintedTable }>();
  if (rates.length > 0)
    for (const table of list.printed) for (const cell of table.cells) cells.set(cell.id, { cell, table });
  const hints: Reason[] = [];
  const lookedUp = rates.map((rate): LookedUpRate => {
    const prices = rate.prices.flatMap(({ cell: id, profiles, connection }): LookedUpPrice[] => {
      const found = cells.get(id);
      if (found === undefined) throw new Error(`no printed cell ${id}`);
      const { cell, table } = found;
      const source = { document: list.document.title, clause: `${table.clause}: ${cell.article}, ${cell.column}` };
      if (table.figuresIn === "cent" && cell.microEuros !== undefined && hints.length === 0) {
        hints.push({
          code: "lookup-printed-in-cents",
          params: { text: cell.text, microEuros: cell.microEuros },
          source,
        });
      }
      const microEuros = cell.microEuros ?? (cell.cents === undefined ? null : cell.cents * 10_000);
      return [{ text: cell.text, microEuros, profiles: profiles ?? [], connection: connection ?? null, source }];
    });
    const { id, group, destination, per, increment = null, area: areaId = null, note = null } = rate;
    return { id, group, destination, per, increment, areaId, prices, note };
  });
  return { rates: lookedUp, hints };
}

function sourceOf(list: PriceListDocument, area: Area): Source {
  return { document: list.document.title, clause: `${area.clause}: ${area.name}` };
}
