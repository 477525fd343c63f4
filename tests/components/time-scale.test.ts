import { describe, expect, it } from "vitest";
import { monthsToShow, ticksOf, timeScale, weeksOfMonth } from "@/components/contract/time-scale";
import { dayNumberOf, formatDay } from "@/lib/domain/dates";

describe("timeScale", () => {
  it("draws the first day at the left edge and the day after the last at the right", () => {
    const scale = timeScale("2026-01-01", "2026-12-31", 10, 365);
    expect([scale.x("2026-01-01"), scale.x("2026-01-02"), scale.x("2027-01-01")]).toEqual([10, 11, 375]);
  });
});

describe("ticksOf", () => {
  it.each([
    ["2026-01-15", "2026-06-30", 12, ["2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"]],
    [
      "2025-01-01",
      "2026-12-31",
      8,
      ["2025-01-01", "2025-04-01", "2025-07-01", "2025-10-01", "2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"],
    ],
    [
      "2020-03-01",
      "2026-12-31",
      8,
      ["2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01", "2025-01-01", "2026-01-01"],
    ],
  ])("from %s to %s, at most %i", (from, to, most, days) => {
    expect(ticksOf(timeScale(from, to, 0, 900), most).map((tick) => tick.day)).toEqual(days);
  });

  it("never makes more than there is room for, over any span", () => {
    for (const to of ["2026-01-02", "2027-06-30", "2035-05-05", "2199-12-31"]) {
      expect(ticksOf(timeScale("2026-01-01", to, 0, 300), 6).length).toBeLessThanOrEqual(7);
    }
  });
});

describe("monthsToShow", () => {
  it.each([
    [
      ["2026-09-25", "2026-09-30", "2026-10-31"],
      ["2026-09-01", "2026-10-01"],
    ],
    [
      ["2026-09-25", "2026-12-31"],
      ["2026-09-01", "2026-12-01"],
    ],
    [
      ["2026-11-30", "2027-01-02"],
      ["2026-11-01", "2026-12-01", "2027-01-01"],
    ],
  ])("%j", (days, months) => {
    expect(monthsToShow(days, 3).map(formatDay)).toEqual(months);
  });
});

describe("weeksOfMonth", () => {
  it("starts on Monday and holds each day once", () => {
    const weeks = weeksOfMonth(dayNumberOf("2026-11-01"));
    expect(weeks[0]).toEqual([null, null, null, null, null, null, dayNumberOf("2026-11-01")]);
    expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });
});
