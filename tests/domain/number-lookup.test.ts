import { describe, expect, test } from "vitest";
import { countriesPrinted, type LookedUp, lookUp, numbersIn } from "@/lib/domain/number-lookup";
import { sentence } from "@/lib/format/reasons";
import { LOCALES } from "@/lib/format/wording";
import { diallingPlan } from "@/lib/price-lists/countries";
import { priceLists } from "@/lib/price-lists/index";
import { codes } from "../support/quotes";

const lists = priceLists.filter((list) => list.areas.length > 0 || list.rates.length > 0);
const look = (query: string) => lookUp(diallingPlan, lists, query);

/** What one vendor says: areas, and rates as "id text[/text...]". */
function says(found: LookedUp | undefined, vendor: string): { areas: string[]; rates: string[]; hints: string[] } {
  const place = found?.places.find((each) => each.vendor === vendor);
  return {
    areas: place?.areas.map(({ id }) => id) ?? [],
    rates: place?.rates.map(({ id, prices }) => `${id} ${prices.map(({ text }) => text).join("/")}`) ?? [],
    hints: codes(place?.hints ?? []),
  };
}
const names = (query: string) => look(query).found.map((found) => found.names.de);
const only = (query: string): LookedUp => {
  const { found } = look(query);
  expect(names(query)).toHaveLength(1);
  return found[0] as LookedUp;
};

describe("reading a query", () => {
  test.each([
    ["+381 11 1234567", ["Serbien"]],
    ["00381", ["Serbien"]],
    ["381", ["Serbien"]],
    ["Serbien", ["Serbien"]],
    ["serbia", ["Serbien"]],
    ["  SERBIEN ", ["Serbien"]],
    ["Türkei", ["Türkei"]],
    ["turkei", ["Türkei"]],
    ["Turkey", ["Türkei"]],
    ["Großbritannien", ["Vereinigtes Königreich"]],
    ["UK", ["Vereinigtes Königreich"]],
    ["USA", ["USA"]],
    ["Kanada", ["Kanada"]],
    ["+1 416 555 0100", ["Kanada"]],
    ["+1 212 555 0100", ["USA"]],
    ["+1 242 555 0100", ["Bahamas"]],
    ["+1 787 555 0100", ["Puerto Rico"]],
    ["+7 495 1234567", ["Russland"]],
    ["+7 727 1234567", ["Kasachstan"]],
    ["+44 20 7946 0000", ["Vereinigtes Königreich"]],
    ["+44 1481 12345", ["Guernsey"]],
    ["+44 1534 12345", ["Jersey"]],
    ["+44 1624 12345", ["Isle of Man"]],
    ["+39 06 12345678", ["Italien"]],
    ["+39 06 698 12345", ["Vatikanstadt"]],
    ["+379", ["Vatikanstadt"]],
    ["+39 0549 123456", ["San Marino"]],
    ["+599 9 1234567", ["Curaçao"]],
    ["+599 7 1234567", ["Karibische Niederlande"]],
    ["+351 292 123456", ["Azoren"]],
    ["+90 392 1234567", ["Nordzypern"]],
    ["+212 5288 12345", ["Westsahara"]],
    ["+383", ["Kosovo"]],
    ["+881 6 1234567", ["Satellitentelefon"]],
    ["Satellit", ["Satellitentelefon"]],
    ["Niederländische Antillen", ["Karibische Niederlande", "Curaçao", "Sint Maarten"]],
    ["Kongo", ["Kongo"]],
    ["Österr", ["Österreich"]],
    ["+49 30 123456", ["Deutschland"]],
    ["0049 (0)30 123456", ["Deutschland"]],
    ["+49 (0) 151 / 234-5678", ["Deutschland"]],
    ["+49", ["Deutschland"]],
    ["0800", ["0800"]],
    ["00800 1234", ["00800"]],
    ["01805-12345", ["0180512345"]],
    ["+49 1805 12345", ["0180512345"]],
    ["110", ["110"]],
    ["11833", ["11833"]],
  ])("%s", (query, expected) => expect(names(query)).toEqual(expected));

  test.each([
    ["+1", ["USA", "Kanada", "Bahamas"]],
    ["+7", ["Russland", "Kasachstan"]],
    ["+44", ["Vereinigtes Königreich", "Guernsey", "Isle of Man", "Jersey"]],
    ["+599", ["Karibische Niederlande", "Curaçao"]],
    ["+39", ["Italien", "Vatikanstadt", "San Marino"]],
  ])("%s may still be several: each is answered, and more digits are asked for", (query, expected) => {
    expect(names(query)).toEqual(expect.arrayContaining(expected));
    expect(codes(look(query).hints)).toEqual(["lookup-more-digits"]);
  });

  test.each(["", "   ", "+", "00"])("nothing: %j", (query) =>
    expect(look(query)).toEqual({ readAs: "nothing", found: [], hints: [] }),
  );
  test.each(["Atlantis", "+999", "x"])("nothing is listed for %s, and it is said", (query) => {
    expect(look(query)).toMatchObject({ found: [], hints: [{ code: "lookup-nothing-found" }] });
  });
  test("a word of a rate finds it", () => {
    expect(says(only("WhatsApp"), "enreach").rates).toEqual(["ai-whatsapp 0,2500€", "ai-whatsapp-deflector 0,2500€"]);
  });
});

describe("countries", () => {
  test("Serbia stands in two zones: both are answered, and it is said", () => {
    const found = only("+381 11 1234567");
    const enreach = says(found, "enreach");
    expect(enreach.areas).toEqual(["zone-2", "zone-3", "roaming-rest-europe"]);
    expect(enreach.rates).toEqual(
      expect.arrayContaining([
        "zone-2-fixed 0,0990€",
        "zone-2-mobile 0,2890€",
        "zone-3-fixed 0,2900€",
        "zone-3-mobile 0,4800€",
        "sms-other 0,1700€",
        "mobile-surcharge 0,0490€",
      ]),
    );
    expect(enreach.hints).toEqual(["lookup-in-two-areas"]);
    expect(found.places.find(({ vendor }) => vendor === "enreach")?.areas.map(({ ambiguous }) => ambiguous)).toEqual([
      true,
      true,
      false,
    ]);
    expect(says(found, "autphone")).toEqual({ areas: ["europa", "export"], rates: [], hints: [] });
    expect(says(found, "netinteract")).toEqual({
      areas: [],
      rates: ["abroad siehe Tarifliste"],
      hints: ["lookup-in-no-area"],
    });
  });
  test("Israel too, and no other country of the world", () => {
    const ambiguous = diallingPlan.countries.filter(({ de }) =>
      only(de).places.some(({ areas }) => areas.some((area) => area.ambiguous)),
    );
    expect(ambiguous.map(({ de }) => de).toSorted()).toEqual(["Israel", "Serbien"]);
  });
  test("Canada: zone 1, roaming with North America, in the export package only", () => {
    const found = only("Kanada");
    expect(says(found, "enreach").areas).toEqual(["zone-1", "roaming-rest-europe"]);
    expect(says(found, "autphone").areas).toEqual(["export"]);
    expect(found.dial).toContain("+1416");
  });
  test("Switzerland: in every package, and in the European flat", () => {
    const found = only("Schweiz");
    expect(says(found, "autphone").areas).toEqual(["dach", "europa", "export"]);
    expect(says(found, "netinteract").areas).toEqual(["flat-europe"]);
    expect(says(found, "enreach").areas).toEqual(["zone-1", "roaming-rest-europe"]);
  });
  test.each([
    ["Österreich", "netinteract"],
    ["Belgien", "netinteract"],
    ["Griechenland", "autphone"],
    ["Zypern", "autphone"],
  ])("lists hold literally: %s is left out by %s", (country, vendor) => {
    expect(says(only(country), vendor).hints).toEqual(["lookup-in-no-area"]);
  });
  test("a country that no zone names is one of all others", () => {
    const { areas, rates } = says(only("Kuba"), "enreach");
    expect(areas).toEqual(["zone-4", "roaming-world"]);
    expect(rates).toEqual(expect.arrayContaining(["zone-4-fixed 0,9900€", "zone-4-mobile 1,1800€"]));
  });
  test("EU landlines have rates by profile beside the zone's", () => {
    const place = only("Frankreich").places.find(({ vendor }) => vendor === "enreach");
    const fixed = place?.rates.find(({ id }) => id === "eu-fixed");
    expect(fixed?.prices.map(({ profiles, microEuros }) => [...profiles, microEuros])).toEqual([
      ["expert", 0],
      ["professional", 0],
      ["advanced", 19_000],
      ["starter", 19_000],
    ]);
    expect(fixed?.prices[0]?.source.clause).toContain("Taktung 60/1");
    expect(place?.rates.some(({ id }) => id === "zone-1-fixed")).toBe(true);
    expect(says(only("Schweiz"), "enreach").rates.some((rate) => rate.startsWith("eu-fixed"))).toBe(false);
  });
  test("the paper's entry is shown as it is printed, with what narrows it", () => {
    const printed = (query: string) =>
      only(query)
        .places.find(({ vendor }) => vendor === "enreach")
        ?.areas.map(({ asPrinted }) => asPrinted);
    expect(printed("Russland")).toEqual(["Russland", "Russische Föderation (westlich des 39. Längengrades)"]);
    expect(printed("Vatikan")).toEqual(["Italien inkl. Vatikanstadt", "Italien (inkl. Vatikanstadt und San Marino)"]);
    expect(printed("Kuba")).toEqual([null, null]);
  });
  test("a part of a country counts as it where it is not named on its own", () => {
    const [azores, madeira] = [says(only("Azoren"), "enreach"), says(only("Madeira"), "enreach")];
    expect([azores.areas, azores.hints]).toEqual([["zone-2", "roaming-eu"], []]);
    expect([madeira.areas, madeira.hints]).toEqual([["zone-1", "roaming-eu"], ["lookup-as-its-country"]]);
  });
  test("Northern Cyprus has a zone of its own, not Turkey's", () => {
    expect(says(only("Türkei-Zypern"), "enreach").areas[0]).toBe("zone-3");
    expect(says(only("Türkei"), "enreach").areas[0]).toBe("zone-2");
  });
  test("the example of the USA, and no rate for any other country", () => {
    expect(says(only("USA"), "netinteract").rates).toEqual(["abroad siehe Tarifliste", "usa 2,02 Cent"]);
    expect(says(only("Japan"), "netinteract").rates).toEqual(["abroad siehe Tarifliste"]);
  });
});

describe("at home", () => {
  test("landline and mobile have their rates; zones do not hold", () => {
    expect(says(only("030 123456"), "netinteract").rates).toEqual(["de-fixed 0,0151"]);
    expect(says(only("0151 2345678"), "netinteract").rates).toEqual(["de-mobile 0,1252"]);
    const whole = says(only("Deutschland"), "enreach");
    expect(whole.areas).toEqual([]);
    expect(whole.rates.map((rate) => rate.split(" ")[0])).toEqual(["de-fixed", "de-mobile", "sms-national"]);
    expect(says(only("Deutschland"), "autphone").areas).toEqual(["dach", "europa", "export"]);
  });
});

describe("special numbers", () => {
  test.each([
    ["0800 1234567", "special-0800-00800 kostenlos/kostenlos"],
    ["00800 12345678", "special-0800-00800 kostenlos/kostenlos"],
    ["110", "special-110-112 kostenlos/kostenlos"],
    ["01801 1", "special-01801 3,2773€/3,2773€"],
    ["01805 1", "special-01805 11,7647€/11,7647€"],
    ["01807 1", "special-01807 11,7647€/11,7647€"],
    ["11833", "special-0118 wird vom Diensteanbieter festgelegt"],
    ["0118 33", "special-0118 wird vom Diensteanbieter festgelegt"],
    ["0700 1", "special-0700 7,5600€/7,5600€"],
    ["032 1", "special-032 7,5600€/7,5600€"],
    ["0183 1", "special-0181-0185 "],
    ["0900 1", "special-0900 wird vom Diensteanbieter festgelegt"],
    ["01375 1", "special-01371-01375 11,7647€/11,7647€"],
    ["01373 1", "special-01372-01374-0138 11,7647€/11,7647€"],
    ["0138 1", "special-01372-01374-0138 11,7647€/11,7647€"],
    ["01376 1", "special-01376 21,0084€/21,0084€"],
    ["01377 1", "special-01377 84,0336€/84,0336€"],
    ["01379 1", "special-01378-01379 42,0168€/42,0168€"],
  ])("%s", (query, rate) => expect(says(only(query), "enreach").rates).toEqual([rate]));

  test("they are cents, and it is said: 84.0336 ct are not 84 euros", () => {
    const place = only("01377").places.find(({ vendor }) => vendor === "enreach");
    expect(place?.rates[0]?.prices.map(({ microEuros, connection }) => [connection, microEuros])).toEqual([
      ["fixed", 840_336],
      ["mobile", 840_336],
    ]);
    expect(sentence(place?.hints[0] as never, "de")).toBe(
      "Das Papier schreibt „84,0336€“, meint aber Cent, wie der Tabellenkopf sagt: 84,0336 ct.",
    );
  });
  test("the beginning of several finds all of them", () => {
    const { rates } = says(only("0180"), "enreach");
    expect(rates.map((rate) => rate.split(" ")[0])).toEqual(
      Array.from({ length: 7 }, (_, index) => `special-0180${index + 1}`),
    );
  });
  test("a list that names none says from what price, but never for what is free", () => {
    expect(says(only("01805"), "netinteract").rates).toEqual(["special ab 0,0328"]);
    expect(says(only("0800"), "netinteract").rates).toEqual([]);
    expect(says(only("110"), "netinteract").rates).toEqual([]);
  });
  test("ranges are written out", () => {
    expect(numbersIn("VPN-Dienste 0181-0185")).toEqual(["0181", "0182", "0183", "0184", "0185"]);
    expect(numbersIn("Premium-Rate-Dienste 01372-01374, 0138")).toEqual(["01372", "01373", "01374", "0138"]);
    expect(numbersIn("Sonderrufnummern in Deutschland, ab")).toEqual([]);
  });
});

describe("the table of countries", () => {
  test("every entry of every list is found in it, each part of it, and nothing else narrows an entry but a line of longitude", () => {
    const unknown = new Set<string>();
    for (const printed of lists.flatMap((list) => list.areas.flatMap((area) => area.countries))) {
      expect(countriesPrinted(diallingPlan, printed).length, printed).toBeGreaterThan(0);
      if (!/inkl\.|\(/.test(printed)) continue;
      for (const part of printed.split(/\(?inkl\.|[(),]| und /).map((each) => each.trim())) {
        if (part !== "" && part !== "Republik" && countriesPrinted(diallingPlan, part).length === 0) unknown.add(part);
      }
    }
    expect([...unknown]).toEqual(["westlich des 39. Längengrades"]);
    const codesOf = (printed: string) => countriesPrinted(diallingPlan, printed).map(({ code }) => code);
    expect(codesOf("Italien (inkl. Vatikanstadt und San Marino)")).toEqual(["IT", "VA", "SM"]);
    expect(codesOf("Frankreich (inkl. Monaco, Französisch Guayana, Martinique, Guadeloupe und La Réunion)")).toEqual([
      "FR",
      "MC",
      "GF",
      "MQ",
      "GP",
      "RE",
    ]);
    expect(codesOf("Bosnien und Herzegowina")).toEqual(["BA"]);
  });
  test("no country stands in it twice, and no dialling code", () => {
    const { countries, networks } = diallingPlan;
    const twice = (all: readonly string[]) => all.filter((each, index) => all.indexOf(each) !== index);
    expect(countries.length).toBeGreaterThan(240);
    expect(twice(countries.map(({ code }) => code))).toEqual([]);
    expect(twice([...countries, ...networks].flatMap(({ dial }) => dial))).toEqual([]);
    expect(twice(countries.map(({ de }) => de))).toEqual([]);
    for (const { dial, code } of countries) for (const digits of dial) expect(digits, code).toMatch(/^[1-9]\d*$/);
  });
  test("each is found by its names and by its codes", () => {
    for (const country of diallingPlan.countries) {
      expect(names(country.de)).toEqual([country.de]);
      expect(names(country.en)).toContain(country.de);
      for (const dial of country.dial) expect(names(`+${dial}`)).toContain(country.de);
    }
  });
  test("the European Union has 27 members", () => {
    const members = diallingPlan.countries.filter(({ union, within }) => union && within === undefined);
    expect(members.length + 1).toBe(27);
    for (const { within } of diallingPlan.countries) {
      if (within !== undefined) expect(diallingPlan.countries.some(({ code }) => code === within)).toBe(true);
    }
  });
  test("every rate without an area has a target or is found by its words", () => {
    const without = lists.flatMap((list) => list.rates).filter(({ area }) => area === undefined);
    const found = (id: string, de: string) =>
      id in diallingPlan.targets || lookUp(diallingPlan, lists, de).found.length > 0;
    expect(
      without.filter(({ id, group, destination }) => group !== "special-number" && !found(id, destination.de)),
    ).toEqual([]);
  });
});

test("every sentence is whole in both languages", () => {
  const queries = ["Serbien", "+1", "Madeira", "Österreich", "01377", "Atlantis"];
  const said = queries.flatMap((query) => {
    const { hints, found } = look(query);
    return [...hints, ...found.flatMap(({ places }) => places.flatMap((place) => place.hints))];
  });
  expect(new Set(codes(said)).size).toBe(6);
  for (const reason of said) {
    for (const locale of LOCALES) expect(sentence(reason, locale)).toMatch(/^[^{}]+\.$/);
    for (const locale of LOCALES) expect(sentence(reason, locale)).not.toMatch(/undefined|NaN|null/);
  }
});
