import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  dayAfter,
  dayAfterMonths,
  dayNumber,
  dayNumberOf,
  daysBetween,
  FIRST_DAY,
  formatDay,
  formatMonth,
  LAST_DAY,
  lastDayOfMonth,
  monthEndOf,
  monthNumberOf,
  parseDay,
  parseMonth,
  termEnd,
  weekdayOf,
  yearEndOf,
  yearOf,
} from "@/lib/domain/dates";

const anyDay = fc.integer({ min: dayNumberOf("1900-01-01"), max: dayNumberOf("2399-12-31") });

describe("day numbers", () => {
  it("agree with Temporal on every day from 1890 to 2310", () => {
    let day = Temporal.PlainDate.from("1890-01-01");
    const last = dayNumberOf("2310-12-31");
    for (let number = dayNumberOf("1890-01-01"); number <= last; number++) {
      if (dayNumber(day.year, day.month, day.day) !== number)
        expect(dayNumber(day.year, day.month, day.day)).toBe(number);
      const text = day.toString();
      if (formatDay(number) !== text || parseDay(text) !== number) expect(formatDay(number)).toBe(text);
      if (weekdayOf(number) !== day.dayOfWeek) expect([text, weekdayOf(number)]).toEqual([text, day.dayOfWeek]);
      day = day.add({ days: 1 });
    }
    expect(day.toString()).toBe("2311-01-01");
  });

  it.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    [FIRST_DAY, 7305],
    [LAST_DAY, 84_005],
  ])("%s is day %i", (day, number) => {
    expect(dayNumberOf(day)).toBe(number);
    expect(formatDay(number)).toBe(day);
  });
});

describe("reading a day", () => {
  it.each([
    "2026-02-29",
    "2100-02-29",
    "2026-02-31",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "0000-01-01",
    "2026-1-1",
    "2026-01-1",
    "26-01-01",
    "2026/01/01",
    "2026-01-01 ",
    "2026-01-01T00:00:00Z",
    "20260101",
    "+2026-01-1",
    "2026-01-1a",
    "２０２６-01-01",
    "",
  ])("refuses %j", (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it("accepts the leap days that exist", () => {
    for (const day of ["2000-02-29", "2024-02-29", "2400-02-29"]) expect(formatDay(dayNumberOf(day))).toBe(day);
  });

  it("throws on a day that the program itself got wrong", () => {
    expect(() => dayNumberOf("2026-02-30")).toThrow(RangeError);
  });

  it.each(["2026-13", "2026-00", "2026-1", "2026-01-01", "0000-01", ""])("refuses the month %j", (text) => {
    expect(parseMonth(text)).toBeNull();
  });

  it("reads months and writes them again", () => {
    for (const month of ["1990-01", "2026-11", "2199-12"]) expect(formatMonth(parseMonth(month) as number)).toBe(month);
  });
});

/** Rule 1 and its examples. */
describe("the last day of a term", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-01-31", 3, "2026-04-30"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-28"],
    ["2026-03-01", 12, "2027-02-28"],
    ["2027-03-01", 12, "2028-02-29"],
    ["2026-01-31", 12, "2027-01-30"],
    ["2026-01-30", 1, "2026-02-28"],
    ["2026-01-29", 1, "2026-02-28"],
    ["2026-01-28", 1, "2026-02-27"],
    ["2026-08-31", 1, "2026-09-30"],
    ["2026-01-01", 1, "2026-01-31"],
    ["2026-04-01", 12, "2027-03-31"],
    ["2026-01-15", 12, "2027-01-14"],
    ["2026-05-10", 0, "2026-05-09"],
    ["2199-12-31", 600, "2249-12-30"],
  ])("%s for %i months ends on %s", (start, months, end) => {
    expect(formatDay(termEnd(dayNumberOf(start), months))).toBe(end);
  });

  it("grows with its months and lies in the month of its number", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1200 }), (start, months) => {
        expect(termEnd(start, months)).toBeLessThan(termEnd(start, months + 1));
        expect(monthNumberOf(termEnd(start, months) + 1) - monthNumberOf(start)).toBeGreaterThanOrEqual(months);
        expect(monthNumberOf(termEnd(start, months)) - monthNumberOf(start)).toBeLessThanOrEqual(months);
      }),
    );
  });
});

describe("a day some months later", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-05-15", -17, "2024-12-15"],
  ])("%s %i months on is %s", (day, months, later) => {
    expect(dayAfterMonths(day, months)).toBe(later);
  });

  it("agrees with Temporal's constrained addition", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 1200 }), (day, months) => {
        expect(formatDay(addMonths(day, months))).toBe(
          Temporal.PlainDate.from(formatDay(day)).add({ months }).toString(),
        );
      }),
    );
  });
});

describe("ends of months and years", () => {
  it.each([
    ["2026-02-01", "2026-02-28", "2026-12-31"],
    ["2024-02-29", "2024-02-29", "2024-12-31"],
    ["2026-12-31", "2026-12-31", "2026-12-31"],
  ])("%s lies in the month to %s and the year to %s", (day, month, year) => {
    expect(formatDay(monthEndOf(dayNumberOf(day)))).toBe(month);
    expect(formatDay(yearEndOf(dayNumberOf(day)))).toBe(year);
    expect(yearOf(dayNumberOf(day))).toBe(Number(day.slice(0, 4)));
  });

  it("closes each month with the day before the next", () => {
    for (let month = 1990 * 12; month < 2200 * 12; month++) {
      expect(monthNumberOf(lastDayOfMonth(month))).toBe(month);
      expect(monthNumberOf(lastDayOfMonth(month) + 1)).toBe(month + 1);
    }
  });
});

it("counts days between and after ISO days", () => {
  expect(daysBetween("2026-11-20", "2026-12-31")).toBe(41);
  expect(daysBetween("2026-12-31", "2026-11-20")).toBe(-41);
  expect(dayAfter("2026-12-31", 1)).toBe("2027-01-01");
  expect(dayAfter("2026-03-01", -1)).toBe("2026-02-28");
});
