import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { hasWording, sentence, tables } from "@/lib/format/reasons";
import { LOCALES } from "@/lib/format/wording";
import { priceLists } from "@/lib/price-lists";

const root = path.resolve(import.meta.dirname, "../..");

/** Every code that a room's source writes: `refuse("…"`, `code: "…"`. */
function codesIn(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    const source = readFileSync(path.join(root, folder, file), "utf8");
    for (const [, code] of source.matchAll(
      /(?:\brefuse\(\s*|\b(?:code|fault): |\.(?:error|warn|reject)\("[a-z_]+", )"([a-z0-9-]+)"/g,
    ))
      found.set(code as string, file);
  }
  return found;
}

describe("every code has its words", () => {
  it.each(["lib/domain", "lib/calc", "lib/price-lists", "lib/import-export", "lib/use-cases", "lib/auth", "app/api"])(
    "in %s",
    (folder) => {
      const codes = codesIn(folder);
      expect(codes.size).toBeGreaterThan(0);
      // `custom` is the kind of an issue of the schema library, which carries its code as the message.
      expect([...codes].filter(([code]) => code !== "custom" && !hasWording(code))).toEqual([]);
    },
  );

  it("in the papers' readings and remarks", () => {
    const codes = priceLists.flatMap((list) => [
      ...list.policies.flatMap(({ readings }) => readings.map(({ code }) => code)),
      ...list.remarks.map(({ code }) => code),
    ]);
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !hasWording(code))).toEqual([]);
  });

  it("in one table only", () => {
    const all = tables.flatMap((table) => Object.keys(table));
    expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
  });

  it("and a code that nobody words is a bug", () => {
    expect(() => sentence({ code: "no-such-code", params: {} }, "de")).toThrow("no-such-code");
  });
});

/** Terms are worded here in full; each sentence ends, and holds no hole. */
describe("sentences of terms", () => {
  it.each([
    [
      "notice-counted",
      { noticeLength: 10, noticeUnit: "werktag", endsOn: "2026-12-31", noticeDueOn: "2026-12-17" },
      "Kündigungsfrist 10 Werktage zum 31.12.2026: Zugang spätestens am 17.12.2026.",
      "Notice of 10 working days (Werktage) to 31 Dec 2026: received on 17 Dec 2026 at the latest.",
    ],
    [
      "term-renewed",
      { renewals: 1, renewalMonths: 1, endsOn: "2027-04-30" },
      "Danach 1-mal um 1 Monat verlängert, vom ersten Beginn an gerechnet: bis 30.04.2027.",
      "Then renewed 1 time by 1 month, reckoned from the original start: to 30 Apr 2027.",
    ],
    [
      "werktage-left-out",
      { count: 2, holidays: "2026-12-25=christmas-day 2026-12-26=second-christmas-day" },
      "Als Werktag nicht mitgezählt, außer Sonntagen: 25.12.2026 (1. Weihnachtstag), 26.12.2026 (2. Weihnachtstag).",
      "Not counted as Werktag, besides Sundays: 25 Dec 2026 (Christmas Day), 26 Dec 2026 (Second Day of Christmas).",
    ],
    [
      "deadline-stays",
      { noticeDueOn: "2027-02-28", weekday: 7 },
      "28.02.2027 ist ein Sonntag; die Frist verschiebt sich dadurch nicht.",
      "28 Feb 2027 is a Sunday; this does not move the deadline.",
    ],
    [
      "deadline-stays",
      { noticeDueOn: "2026-05-14", weekday: 4 },
      "14.05.2026 ist ein Feiertag; die Frist verschiebt sich dadurch nicht.",
      "14 May 2026 is a holiday; this does not move the deadline.",
    ],
    [
      "send-by-passed",
      { sendByOn: "2026-11-16", noticeDueOn: "2026-11-21" },
      "Der Absendetag 16.11.2026 ist vorbei, der 21.11.2026 noch nicht: nur noch per E-Mail oder Fax.",
      "The send-by day 16 Nov 2026 has passed, 21 Nov 2026 has not: by e-mail or fax only.",
    ],
    [
      "werktage-of-land",
      { land: "DE-BY" },
      "Annahme: Werktage sind Montag bis Samstag ohne die Feiertage des Landes Bayern (mit dem 15. August im ganzen Land, ohne Augsburgs 8. August).",
      "Assumption: Werktage are Monday to Saturday without the holidays of Bayern (with 15 August throughout, without Augsburg's 8 August).",
    ],
  ] as const)("%s", (code, params, german, english) => {
    expect(LOCALES.map((locale) => sentence({ code, params }, locale))).toEqual([german, english]);
  });
});
