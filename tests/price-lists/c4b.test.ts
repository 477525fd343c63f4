import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hasWording } from "@/lib/format/reasons";
import c4bJson from "@/lib/price-lists/c4b/2020-03-16.json";
import { newestEdition } from "@/lib/price-lists/index";
import { readPriceList } from "@/lib/price-lists/read";
import {
  AUTO_ATTENDANT,
  CONTACTS,
  DASHBOARD,
  DATABASES,
  FAX,
  IP_CHANNEL,
  MARKED_S,
  OFFICE,
  OFFICE_PLUS,
  prerequisites,
  SERVER,
  SMART,
  TAPI,
  TEAMDESK,
  UPG_OFFICE,
  UPG_SERVER,
  up2date,
  VOICEMAIL,
} from "../support/xphone";

const list = newestEdition("c4b");
const cells = list?.printed.flatMap((table) => table.cells) ?? [];

/** The number of the one printed cell of an article (its printed name's end) and column. */
function printed(article: string, column: string): number {
  const found = cells.filter((cell) => cell.article.endsWith(article) && cell.column === column);
  if (found.length !== 1) throw new Error(`${found.length} cells for ${article}, ${column}`);
  const number = found[0]?.count ?? found[0]?.percent;
  if (number === undefined) throw new Error(`no number for ${article}, ${column}`);
  return number;
}

describe("the articles", () => {
  test("are the 26 of the paper, each under its printed number, none with a price", () => {
    expect(list?.articles).toHaveLength(26);
    for (const article of list?.articles ?? []) {
      const cell = cells.find(({ id }) => id === `no-${article.sku}`);
      expect(cell).toMatchObject({ article: article.name, column: "Art-Nr.", text: article.sku });
      expect(article.price).toEqual({ kind: "none" });
    }
  });

  test("the policy of Up2Date lapses", () => {
    expect(list?.policies).toMatchObject([{ id: "c4b/up2date", kind: "lapses" }]);
  });
});

describe("each figure of the rules stands in a printed cell", () => {
  const server = (sku: string) => prerequisites.servers.find((rule) => rule.sku === sku);
  const need = (sku: string) =>
    prerequisites.licences.find((licence) => licence.sku === sku)?.needs.find(({ kind }) => kind === "per-system");
  const limit = (sku: string) => server(SMART)?.articleLimits.find((each) => each.sku === sku)?.atMost;
  const sources = (sku: string) => server(sku)?.usageLimits.find(({ usage }) => usage === "dataSources");

  test("limits and included licences", () => {
    expect(prerequisites.inclusions).toMatchObject([
      { with: SMART, sku: OFFICE, quantity: printed("– SMART SERVER", "Inkl. OFFICE User") },
    ]);
    expect(limit(OFFICE)).toBe(printed("– SMART SERVER", "OFFICE User"));
    expect(limit(OFFICE)).toBe(printed("– OFFICE", "User auf SMART SERVER"));
    expect(limit(TAPI)).toBe(printed("– SMART SERVER", "TAPI Lines"));
    expect(limit(TAPI)).toBe(printed("– TAPI", "TAPI-Lines auf SMART SERVER"));
    expect(sources(SMART)?.atMost).toBe(printed("– SMART SERVER", "Datenquellen"));
    expect(sources(SERVER)?.atMost).toBe(printed("– SERVER", "Datenquellen"));
    expect(sources(SERVER)?.atMost).toBe(printed("SMART SERVER>SERVER", "Datenquellen"));
    expect(sources(SERVER)?.more).toMatchObject({
      sku: DATABASES,
      each: printed("ADDITIONAL DATABASES", "Datenquellen"),
    });
    expect(cells.find(({ column }) => column === "LDAP-Datenquellen")?.text).toBe("keine");
    expect(server(SMART)?.usageLimits.find(({ usage }) => usage === "ldapDataSources")).toMatchObject({
      atMost: 0,
      kind: "excluded",
    });
  });

  test("minima of IP-CHANNEL and the advice", () => {
    expect(need(AUTO_ATTENDANT)?.quantity).toBe(printed("AUTO ATTENDANT", "IP-CHANNELS"));
    expect(need(FAX)?.quantity).toBe(printed("– FAX", "IP-CHANNEL"));
    expect(need(VOICEMAIL)?.quantity).toBe(printed("– VOICEMAIL", "IP-CHANNEL"));
    expect(prerequisites.advice).toMatchObject([
      {
        sku: IP_CHANNEL,
        perUsers: printed("– IP-CHANNEL", "Benutzer je IP-Channel"),
        atLeast: {
          quantity: printed("– IP-CHANNEL", "IP-Kanäle bei Voicemail oder Auto Attendant"),
          with: [VOICEMAIL, AUTO_ATTENDANT],
        },
      },
    ]);
  });

  test("Up2Date: a year's percentage, all years' percentage, start and window", () => {
    expect(up2date.terms.map(({ years }) => years)).toEqual([1, 2, 3, 4, 5]);
    for (const { years, basisPointsPerYear, sku } of up2date.terms) {
      const article = `Up2Date – ${years} Year${years > 1 ? "s" : ""} – New System or Renewal`;
      expect(basisPointsPerYear).toBe(printed(article, "pro Jahr") * 100);
      if (years > 1) expect(basisPointsPerYear * years).toBe(printed(article, "gesamt") * 100);
      expect(sku).toBe(`9130.0000.0${years * 12}`);
      expect(up2date.start.latestMonthsAfterInvoice).toBe(printed(article, "Beginn spätestens nach Rechnung"));
      expect(up2date.renewal.monthsLeftAtMost).toBe(printed(article, "Restlaufzeit"));
    }
  });

  test("migration and OneTime Upgrades", () => {
    expect(up2date.oneTimeUpgrades.map(({ fromRelease }) => fromRelease)).toEqual([4, 5, 6, 7, 8]);
    for (const { fromRelease, basisPoints } of up2date.oneTimeUpgrades) {
      expect(basisPoints).toBe(printed(`from Release ${fromRelease}`, "Preis") * 100);
    }
  });
});

describe("who needs what", () => {
  const licence = (sku: string) => prerequisites.licences.find((each) => each.sku === sku);

  test.each([
    [OFFICE, [SERVER, SMART]],
    [TAPI, [SERVER, SMART]],
    [SMART, []],
    [SERVER, []],
    [UPG_SERVER, []],
    ...MARKED_S.map((sku) => [sku, [SERVER]] as [string, string[]]),
  ])("%s runs on %j", (sku, servers) => {
    expect(licence(sku)?.servers).toEqual(servers);
  });

  test("SMART SERVER excludes each article marked S, and nothing else", () => {
    const excluded = prerequisites.servers.find(({ sku }) => sku === SMART)?.exclusions.flatMap(({ skus }) => skus);
    expect(excluded?.toSorted()).toEqual([...MARKED_S].sort());
    expect(prerequisites.servers.find(({ sku }) => sku === SERVER)?.exclusions).toEqual([]);
  });

  test("one for each, always or in a use", () => {
    const each = prerequisites.licences.flatMap(({ sku, needs }) =>
      needs.filter(({ kind }) => kind === "each").map(({ anyOf, when }) => ({ sku, anyOf, when: when ?? [] })),
    );
    expect(each).toEqual([
      { sku: FAX, anyOf: [OFFICE, OFFICE_PLUS], when: ["faxInClient"] },
      { sku: VOICEMAIL, anyOf: [OFFICE, OFFICE_PLUS], when: ["voicemailInClient", "voicemailSms"] },
      { sku: VOICEMAIL, anyOf: [OFFICE_PLUS], when: ["voicemailInMobileApp"] },
      { sku: TEAMDESK, anyOf: [OFFICE_PLUS], when: [] },
      { sku: DASHBOARD, anyOf: [CONTACTS], when: [] },
    ]);
  });

  test("what upgrades turn into what", () => {
    expect(prerequisites.upgrades).toMatchObject([
      { sku: UPG_SERVER, from: SMART, to: SERVER, countsWithoutBase: false },
      { sku: UPG_OFFICE, from: OFFICE, to: OFFICE_PLUS, countsWithoutBase: true },
    ]);
  });
});

describe("readings", () => {
  const papers = readFileSync(new URL("../../lib/price-lists/c4b/2020-03-16.readings.md", import.meta.url), "utf8");

  test("each stands in the readings beside the list, and each that an answer may show has its wording", () => {
    for (const { id } of list?.readings ?? []) expect(papers).toContain(`\`${id}\``);
    const named = [
      ...prerequisites.licences.flatMap(({ needs }) => needs.map(({ reading }) => reading)),
      ...prerequisites.servers.flatMap(({ exclusions, articleLimits, readingBesideAnother, hints }) => [
        ...exclusions.map(({ reading }) => reading),
        ...articleLimits.map(({ reading }) => reading),
        ...hints.map(({ code }) => code),
        readingBesideAnother,
      ]),
      ...prerequisites.inclusions.map(({ readingAfterUpgrade }) => readingAfterUpgrade),
      ...prerequisites.advice.map(({ reading }) => reading),
      ...up2date.oneTimeUpgrades.map(({ reading }) => reading),
    ].filter((code) => code !== undefined);
    expect(named.length).toBeGreaterThan(8);
    for (const code of named) expect(hasWording(code), code).toBe(true);
  });
});

describe("a list that contradicts itself is refused with every fault at once", () => {
  test("references into nothing", () => {
    const broken = structuredClone(c4bJson);
    const office = broken.prerequisites.licences.find(({ sku }) => sku === OFFICE);
    const smart = broken.prerequisites.servers.find(({ sku }) => sku === SMART);
    if (!office || !smart) throw new Error("the list lost an article");
    office.servers = ["1.0000"];
    smart.articleLimits = [{ sku: "2.0000", atMost: 1, reading: "no-such-reading", clause: "x" }];
    broken.prerequisites.usageParts = [{ whole: "dataSources", part: "noSuchUse" }];
    broken.up2date.additional.sku = "3.0000";
    const read = readPriceList(broken);
    expect("faults" in read ? read.faults : []).toEqual([
      `licence ${OFFICE}: no server "1.0000"`,
      `server ${SMART}: no licence "2.0000"`,
      `server ${SMART}: no reading "no-such-reading"`,
      'usageParts: no usage "noSuchUse"',
      'up2date: no article "3.0000"',
    ]);
  });

  test("an unknown key", () => {
    const read = readPriceList({ ...c4bJson, up2date: { ...c4bJson.up2date, discount: 5 } });
    expect("faults" in read && read.faults[0]).toContain("up2date");
  });
});
