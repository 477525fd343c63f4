import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dayNumberOf, formatDay, weekdayOf } from "@/lib/domain/dates";
import { easterSunday, holidaysOf, isLand, LAENDER, type Land } from "@/lib/domain/holidays";
import {
  businessDays,
  dayBeforeWorkdays,
  holidaysLeftOut,
  werktage,
  workdayAfter,
  workdayBefore,
  worksOn,
} from "@/lib/domain/workdays";
import { isBusinessDay, isWerktag } from "../support/temporal-oracle";

const NATIONWIDE_2026 = [
  "2026-01-01",
  "2026-04-03",
  "2026-04-06",
  "2026-05-01",
  "2026-05-14",
  "2026-05-25",
  "2026-10-03",
  "2026-12-25",
  "2026-12-26",
];

/** What each Land adds in 2026; Sundays of Easter and Pentecost in Brandenburg. */
const ADDED_2026: Readonly<Record<Land, readonly string[]>> = {
  "DE-BB": ["2026-04-05", "2026-05-24", "2026-10-31"],
  "DE-BE": ["2026-03-08"],
  "DE-BW": ["2026-01-06", "2026-06-04", "2026-11-01"],
  "DE-BY": ["2026-01-06", "2026-06-04", "2026-08-15", "2026-11-01"],
  "DE-HB": ["2026-10-31"],
  "DE-HE": ["2026-06-04"],
  "DE-HH": ["2026-10-31"],
  "DE-MV": ["2026-03-08", "2026-10-31"],
  "DE-NI": ["2026-10-31"],
  "DE-NW": ["2026-06-04", "2026-11-01"],
  "DE-RP": ["2026-06-04", "2026-11-01"],
  "DE-SH": ["2026-10-31"],
  "DE-SL": ["2026-06-04", "2026-08-15", "2026-11-01"],
  "DE-SN": ["2026-10-31", "2026-11-18"],
  "DE-ST": ["2026-01-06", "2026-10-31"],
  "DE-TH": ["2026-09-20", "2026-10-31"],
};

const days = (year: number, scope: Parameters<typeof holidaysOf>[1]) => holidaysOf(year, scope).map(({ on }) => on);

describe("the holidays of 2026", () => {
  it("are nine nationwide", () => {
    expect(days(2026, null)).toEqual(NATIONWIDE_2026);
  });

  it.each(LAENDER)("of %s are these", (land) => {
    expect(days(2026, land)).toEqual([...NATIONWIDE_2026, ...ADDED_2026[land]].sort());
  });

  it("of any Land are all of them", () => {
    const all = new Set([...NATIONWIDE_2026, ...Object.values(ADDED_2026).flat()]);
    expect(days(2026, "any")).toEqual([...all].sort());
  });
});

/** Rule 5. */
describe("what holds in one Land or one year only", () => {
  it("Berlin's 8 May 2025 and 17 June 2028 belong to their year", () => {
    for (let year = 1990; year <= 2199; year++) {
      expect(days(year, "DE-BE").includes(`${year}-05-08`)).toBe(year === 2025 || year === ascension(year, "05-08"));
      expect(days(year, "DE-BE").includes(`${year}-06-17`)).toBe(year === 2028 || year === whitMonday(year, "06-17"));
    }
  });

  it("Bavaria keeps 15 August, and nobody Augsburg's 8 August", () => {
    expect(days(2027, "DE-BY")).toContain("2027-08-15");
    for (const land of LAENDER) expect(days(2027, land)).not.toContain("2027-08-08");
  });

  it("Corpus Christi does not count where only parishes keep it", () => {
    expect(days(2026, "DE-SN")).not.toContain("2026-06-04");
    expect(days(2026, "DE-TH")).not.toContain("2026-06-04");
  });

  it("the table in force holds for all years: no Reformation Day nationwide in 2017, Weltkindertag in 1990", () => {
    expect(days(2017, null)).not.toContain("2017-10-31");
    expect(days(1990, "DE-TH")).toContain("1990-09-20");
  });

  it.each([
    [2024, "2024-11-20"],
    [2025, "2025-11-19"],
    [2026, "2026-11-18"],
    [2027, "2027-11-17"],
    [2028, "2028-11-22"],
    [2033, "2033-11-16"],
  ])("Buß- und Bettag of %i is %s", (year, day) => {
    expect(holidaysOf(year, "DE-SN").find(({ name }) => name === "repentance-day")?.on).toBe(day);
  });
});

it.each([
  [1990, "1990-04-15"],
  [2000, "2000-04-23"],
  [2008, "2008-03-23"],
  [2011, "2011-04-24"],
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2026, "2026-04-05"],
  [2038, "2038-04-25"],
  [2076, "2076-04-19"],
  [2199, "2199-04-14"],
])("Easter %i is %s", (year, day) => {
  expect(formatDay(easterSunday(year))).toBe(day);
});

it("knows the sixteen Laender", () => {
  expect(LAENDER).toHaveLength(16);
  expect(isLand("DE-BY")).toBe(true);
  expect(isLand("DE-XX")).toBe(false);
  expect(isLand(null)).toBe(false);
});

describe("Werktage against a walk of their own", () => {
  it.each([null, ...LAENDER])("over 30 years, counted for %s", (land) => {
    const calendar = werktage(land);
    const from = dayNumberOf("2015-01-01");
    const to = dayNumberOf("2044-12-31");
    const counted: number[] = [];
    let day = Temporal.PlainDate.from("2015-01-01");
    for (let number = from; number <= to; number++) {
      const works = isWerktag(day, land);
      if (worksOn(calendar, number) !== works)
        expect([day.toString(), worksOn(calendar, number)]).toEqual([day.toString(), works]);
      if (works) counted.push(number);
      day = day.add({ days: 1 });
    }
    expect(counted.length).toBeGreaterThan(30 * 295);
    // The n-th Werktag after a day, and the last day before n Werktage, for every n to 40 and every 7th Werktag.
    for (let index = 50; index < counted.length - 50; index += 7) {
      for (let n = 1; n <= 40; n++) {
        const start = counted[index] as number;
        if (workdayAfter(calendar, start, n) !== counted[index + n])
          expect(workdayAfter(calendar, start, n)).toBe(counted[index + n]);
        const back = (counted[index - n + 1] as number) - 1;
        if (dayBeforeWorkdays(calendar, start, n) !== back) expect(dayBeforeWorkdays(calendar, start, n)).toBe(back);
      }
    }
  });

  it("business days are Monday to Friday and a holiday in no Land", () => {
    let day = Temporal.PlainDate.from("2015-01-01");
    for (let number = dayNumberOf("2015-01-01"); number <= dayNumberOf("2044-12-31"); number++) {
      if (worksOn(businessDays(), number) !== isBusinessDay(day)) expect(day.toString()).toBe("the same in both");
      day = day.add({ days: 1 });
    }
  });

  it("counts on outside the years of its table", () => {
    expect(worksOn(werktage(null), dayNumberOf("2450-12-25"))).toBe(false);
    expect(worksOn(werktage(null), dayNumberOf("2450-12-27"))).toBe(true);
    expect(worksOn(businessDays(), dayNumberOf("1950-05-01"))).toBe(false);
    expect(worksOn(businessDays(), dayNumberOf("1950-05-02"))).toBe(true);
    expect(weekdayOf(dayNumberOf("1950-05-06"))).toBe(6);
    expect(worksOn(businessDays(), dayNumberOf("1950-05-06"))).toBe(false);
    expect(worksOn(werktage(null), dayNumberOf("1950-05-06"))).toBe(true);
  });

  it("counts nothing for no Werktage", () => {
    const sunday = dayNumberOf("2026-11-22");
    expect(workdayAfter(werktage(null), sunday, 0)).toBe(sunday);
    expect(dayBeforeWorkdays(werktage(null), sunday, 0)).toBe(sunday);
  });
});

/** Rule 6: three business days after it, up to and including the day. */
it.each([
  ["2027-09-02", "2027-08-30"],
  ["2027-08-29", "2027-08-24"],
  ["2025-12-31", "2025-12-24"],
  ["2026-10-17", "2026-10-13"],
])("three business days before %s leave %s", (day, sendBy) => {
  expect(formatDay(workdayBefore(businessDays(), dayNumberOf(day), 3))).toBe(sendBy);
});

it("names what a count left out, but no Sunday", () => {
  const left = holidaysLeftOut(werktage("DE-BE"), dayNumberOf("2026-02-01"), dayNumberOf("2026-04-30"));
  expect(left).toEqual([
    { on: "2026-04-03", name: "good-friday" },
    { on: "2026-04-06", name: "easter-monday" },
  ]);
});

/** The year itself if the movable feast falls on the day, so that a clash is no fault of the one-off days. */
function ascension(year: number, day: string): number {
  return formatDay(easterSunday(year) + 39) === `${year}-${day}` ? year : Number.NaN;
}

function whitMonday(year: number, day: string): number {
  return formatDay(easterSunday(year) + 50) === `${year}-${day}` ? year : Number.NaN;
}
