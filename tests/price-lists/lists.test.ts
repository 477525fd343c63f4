import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import {
  articleName,
  articleOf,
  editionInForce,
  newestEdition,
  policyById,
  priceLists,
  vendors,
} from "@/lib/price-lists/index";
import { readPriceList, readPriceLists } from "@/lib/price-lists/read";

const folder = path.resolve(import.meta.dirname, "../../lib/price-lists");
const rawOf = (file: string) => JSON.parse(readFileSync(path.join(folder, file), "utf8"));

test("five vendors, one edition each; only bluePBX is brokered", () => {
  expect(priceLists.map(({ vendor, edition, validFrom }) => `${vendor} ${edition} ${validFrom}`)).toEqual([
    "fluxpunkt 2022-09 2022-09-01",
    "c4b 2020-03-16 2020-03-16",
    "autphone undated null",
    "enreach 2026-03 2026-03-01",
    "netinteract 2017-03 2017-03-01",
  ]);
  expect(vendors.filter((vendor) => vendor.resale === "brokered").map((vendor) => vendor.id)).toEqual(["netinteract"]);
  expect(vendors.map((vendor) => vendor.productName)).toEqual([
    "STARFACE-Erweiterungen",
    "XPhone Connect 8",
    "aut-pbx",
    "Enreach Contact",
    "bluePBX",
  ]);
});

test("every JSON in the folder is read, and each has its readings beside it", () => {
  const files = vendors.flatMap(({ id }) => readdirSync(path.join(folder, id)).map((file) => `${id}/${file}`));
  const lists = priceLists.map(({ vendor, edition }) => `${vendor}/${edition}`);
  expect(files.toSorted()).toEqual(lists.flatMap((list) => [`${list}.json`, `${list}.readings.md`]).toSorted());
});

test.each(priceLists.map((list) => [list.vendor, list] as const))(
  "%s: its readings are explained, one by one",
  (_, list) => {
    const explained = readFileSync(path.join(folder, `${list.vendor}/${list.edition}.readings.md`), "utf8");
    const headings = [...explained.matchAll(/^## `(.+)`$/gm)].map((match) => match[1]);
    expect(headings.toSorted()).toEqual(list.readings.map((reading) => reading.id).toSorted());
  },
);

describe("the table of term policies", () => {
  // id, kind, minimum, renewal, notice, to
  test.each([
    ["fluxpunkt/subscription", "chosen-term", "1 12 24 36", "+1", "14 day", "term-end"],
    ["fluxpunkt/support", "rule", 0, "open", "3 month", "year-end"],
    ["autphone/extension", "rule", 12, "+1", "1 month", "term-end"],
    ["autphone/minute-package", "rule", 1, "open", "10 werktag", "month-end"],
    ["enreach/contract", "unknown", 24, "", "", ""],
    ["netinteract/contract", "rule", 12, "+3", "3 month", "term-end"],
    ["netinteract/flat", "rule", 0, "open", "3 month", "month-end"],
    ["netinteract/partial", "rule", 0, "open", "14 day", "month-end"],
    ["c4b/up2date", "lapses", "", "", "", ""],
  ])("%s", (id, ...expected) => {
    const policy = policyById(id);
    if (policy === undefined) throw new Error(`no policy ${id}`);
    const rule = "rule" in policy ? policy.rule : null;
    const minimum = {
      rule: policy.kind === "rule" ? policy.rule.minimumMonths : "",
      "chosen-term": policy.kind === "chosen-term" ? policy.allowedMonths.join(" ") : "",
      unknown: policy.kind === "unknown" ? policy.minimumMonths : "",
      lapses: "",
    }[policy.kind];
    expect([
      policy.kind,
      minimum,
      rule === null ? "" : rule.renewalMonths === null ? "open" : `+${rule.renewalMonths}`,
      rule === null ? "" : `${rule.noticeLength} ${rule.noticeUnit}`,
      rule?.to ?? "",
    ]).toEqual(expected);
    expect(policy.source.clause).not.toBe("");
  });

  test("there are no others", () => expect(priceLists.flatMap((list) => list.policies)).toHaveLength(9));
  test("an unknown id", () => expect(policyById("netinteract/none")).toBeUndefined());
});

describe("the edition in force", () => {
  test("from its first day on", () => {
    expect(editionInForce("fluxpunkt", "2022-09-01")).toMatchObject({ priceKnown: true, assumptions: [] });
    expect(editionInForce("fluxpunkt", "2199-12-31")?.list.edition).toBe("2022-09");
  });
  test("a day before the first: its rules with an assumption, its prices unknown", () => {
    const before = editionInForce("fluxpunkt", "2022-08-31");
    expect(before).toMatchObject({ priceKnown: false, assumptions: [{ code: "before-first-edition" }] });
    expect(before?.list.edition).toBe("2022-09");
  });
  test("an undated paper holds on every day, with an assumption", () => {
    expect(editionInForce("autphone", "1990-01-01")).toMatchObject({
      priceKnown: true,
      assumptions: [{ code: "edition-undated" }],
    });
  });
  test("an unknown vendor", () => {
    expect(editionInForce("nobody", "2026-11-20")).toBeUndefined();
    expect(newestEdition("nobody")).toBeUndefined();
  });
});

test("articles are named in both languages, an unknown one by its sku", () => {
  expect(articleName("autphone", "extension")).toBe("Nebenstelle aut-pbx");
  expect(articleName("autphone", "extension", "en")).toBe("aut-pbx extension");
  expect(articleName("fluxpunkt", "call-recording", "en")).toBe("Call Recording");
  expect(articleName("fluxpunkt", "nothing")).toBe("nothing");
  expect(articleOf("enreach", "contact-tapi")?.aliases).toContain("Multiline-TAPI");
  expect(articleOf("enreach", "teams-app")?.aliases).toContain("Contact App für Teams");
});

test("all skus of the calculator are there, and no others", () => {
  const skus = (vendor: string) =>
    newestEdition(vendor)
      ?.articles.map((article) => article.sku)
      .toSorted();
  const flats = ["de", "dach", "europa", "export"].flatMap((region) =>
    ["s", "m", "l"].map((size) => `flat-${region}-${size}`),
  );
  const words = (text: string) => text.split(" ");
  expect(skus("fluxpunkt")).toEqual(
    words(
      "active-directory-sync call-recording insight-analytics antifraud blacklist-pro dhcp-server extended-routing group-busy happy-holiday hd-ringtones intercom last-contact-forwarding monitoring multiline-tapi-configuration notruf-alarmierung privacy-for-starface pro-ivr reverse-lookup-pro rufnummernsignalisierung user-template-pro zeitgesteuerte-umleitung-pro teams-presence-sync support-basic support-premium support-enterprise",
    ).toSorted(),
  );
  expect(skus("autphone")).toEqual(
    [
      ...words("extension number-single number-range porting number-choice administration service-aut-pbx"),
      ...flats,
    ].toSorted(),
  );
  expect(skus("enreach")).toEqual(
    words(
      "starter advanced professional expert allnet-flat ccc-agent contact-tapi contact-connect crm-integration teams-app teams-connector dialox-inbox fmc-flat-5 fmc-flat-10 fmc-flat-25 fmc-flat-25-plus dialox-level-1 dialox-level-2 dialox-level-3 dialox-level-4 autoprovisioning e-fax number-single number-block-10 number-block-100 mobile-number whatsapp-number",
    ).toSorted(),
  );
  expect(skus("netinteract")).toEqual(
    words(
      "extension device-extension communicator-go call-group conference-room queue pin-module crm-integration flat-de flat-eu flat-de-mobile flat-eu-mobile setup number-single number-block-10 number-block-100 porting-single porting-block porting-out premium-support audio-upload device-preconfiguration sip-trunk-integration clip-validation downgrade",
    ).toSorted(),
  );
});

describe("what is looked up and never rated", () => {
  const enreach = priceLists.find((list) => list.vendor === "enreach");
  const cell = (id: string) => enreach?.printed.flatMap((table) => table.cells).find((each) => each.id === id);

  test("special numbers cost cents, not euros: 84.0336 ct are 1.00 EUR gross", () => {
    expect(cell("special/01377/fixed/call")).toMatchObject({ text: "84,0336€", microEuros: 840_336 });
    expect(Math.round((840_336 * 1.19) / 10_000)).toBe(100);
    expect(cell("rate/de-mobile/starter")).toMatchObject({ text: "0,0990€", microEuros: 99_000 });
  });

  test("Israel and Serbia, and no other country, stand in two zones", () => {
    const zones = enreach?.areas.filter((area) => area.family === "call-zone") ?? [];
    const countries = zones.flatMap((zone) => zone.countries);
    expect(zones.map((zone) => zone.countries.length)).toEqual([33, 25, 131, 0]);
    expect(countries.filter((country, index) => countries.indexOf(country) !== index)).toEqual(["Israel", "Serbien"]);
  });

  test("lists of countries are literal", () => {
    const countries = (vendor: string, area: string) =>
      priceLists.find((list) => list.vendor === vendor)?.areas.find((each) => each.id === area)?.countries ?? [];
    for (const country of ["Griechenland", "Zypern"]) expect(countries("autphone", "europa")).not.toContain(country);
    for (const country of ["Kasachstan", "Aserbaidschan"]) expect(countries("autphone", "europa")).toContain(country);
    for (const country of ["Österreich", "Belgien", "Island"])
      expect(countries("netinteract", "flat-europe")).not.toContain(country);
    for (const country of ["Griechenland", "Zypern"])
      expect(countries("netinteract", "flat-europe")).toContain(country);
  });

  test("every rate has a price or says why it has none", () => {
    for (const list of priceLists) {
      for (const rate of list.rates) expect(rate.prices.length > 0 || rate.note !== undefined, rate.id).toBe(true);
    }
    expect(enreach?.rates.filter((rate) => rate.prices.length === 0).map((rate) => rate.id)).toEqual([
      "special-0181-0185",
    ]);
  });
});

describe("a faulty list is not used, and every fault is named at once", () => {
  test("of shape", () => {
    const raw = rawOf("autphone/undated.json");
    raw.currency = "USD";
    raw.articles[0].measure.kind = "kilogram";
    raw.printed[0].cells[0].cents = 1.5;
    raw.surprise = true;
    const answer = readPriceList(raw);
    const faults = "faults" in answer ? answer.faults : [];
    expect(faults).toHaveLength(4);
    expect(faults.join("\n")).toMatch(
      /currency[\s\S]*articles\.0\.measure[\s\S]*printed\.0\.cells\.0\.cents[\s\S]*surprise/,
    );
  });

  test("of content", () => {
    const raw = rawOf("enreach/2026-03.json");
    const cells = raw.printed.flatMap((table: { cells: { id: string }[] }) => table.cells);
    const cell = (id: string) => cells.find((each: { id: string }) => each.id === id);
    cell("expert/monthly").cents = 2_940;
    cell("special/01377/fixed/call").microEuros = 84_033_600;
    cell("starter/monthly").text = "inkl.";
    cell("advanced/oneOff").id = "advanced/monthly";
    raw.articles.find((article: { sku: string }) => article.sku === "e-fax").sku = "mobile-number";
    delete raw.articles.find((article: { sku: string }) => article.sku === "ccc-agent").price.profiles.starter;
    raw.conditions[2].oneOf[0] = "dialox-level-5";
    raw.conditions[3].steps[1].from = 1;
    raw.readings[0].cells[0] = "nowhere";
    raw.policies[0].id = "somebody/contract";
    raw.edition = "2026-04";
    const answer = readPriceList(raw);
    expect("faults" in answer ? answer.faults.toSorted() : []).toEqual(
      [
        'article advanced: no printed cell "advanced/oneOff"',
        "article ccc-agent: says nothing of starter",
        'article expert: no policy "enreach/contract"',
        'article advanced: no policy "enreach/contract"',
        'article professional: no policy "enreach/contract"',
        'article starter: no policy "enreach/contract"',
        'cell expert/monthly: "24,90€" does not say 2940',
        'cell special/01377/fixed/call: "84,0336€" does not say 84033600',
        'cell starter/monthly: "inkl." holds no figure',
        'cell id "advanced/monthly" occurs twice',
        "condition company-flat: steps must begin at 1 and rise",
        'condition whatsapp-needs-dialox: no article "dialox-level-5"',
        "edition 2026-04 does not go with validFrom 2026-03-01",
        'policy somebody/contract: its id must begin with "enreach/"',
        'reading allnet-flat-price: no printed cell "nowhere"',
        'sku "mobile-number" occurs twice',
      ].toSorted(),
    );
  });

  test("tiers with a gap, and a row that is too short", () => {
    const raw = rawOf("fluxpunkt/2022-09.json");
    raw.userTiers[1].from = 22;
    raw.articles[0].price.purchase.pop();
    const answer = readPriceList(raw);
    expect("faults" in answer ? answer.faults : []).toEqual([
      "userTiers: tiers must begin at 1 and follow each other without a gap",
      "article active-directory-sync: 5 cells for 6 user tiers",
    ]);
  });

  test("of several lists together", () => {
    expect(() =>
      readPriceLists([
        ["one.json", {}],
        ["two.json", { ...rawOf("autphone/undated.json"), edition: "1999" }],
      ]),
    ).toThrow(/one\.json: vendor[\s\S]*two\.json: edition/);
  });
});
