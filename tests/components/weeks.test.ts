import { describe, expect, it } from "vitest";
import { groupByWeek, urgencyOf, weekOf } from "@/components/decide/weeks";

describe("weekOf counts calendar weeks as ISO 8601 does", () => {
  it.each([
    ["2026-11-20", 2026, 47, "2026-11-16", "2026-11-22"],
    ["2026-11-22", 2026, 47, "2026-11-16", "2026-11-22"],
    ["2026-11-23", 2026, 48, "2026-11-23", "2026-11-29"],
    ["2026-12-31", 2026, 53, "2026-12-28", "2027-01-03"],
    ["2027-01-03", 2026, 53, "2026-12-28", "2027-01-03"],
    ["2027-01-04", 2027, 1, "2027-01-04", "2027-01-10"],
    ["2024-12-30", 2025, 1, "2024-12-30", "2025-01-05"],
    ["2021-01-01", 2020, 53, "2020-12-28", "2021-01-03"],
  ])("%s", (day, year, number, mondayOn, sundayOn) => {
    expect(weekOf(day)).toEqual({ year, number, mondayOn, sundayOn });
  });
});

describe("groupByWeek", () => {
  const row = (id: string, sendByOn: string | null, dueOn: string | null = sendByOn, sortOn = sendByOn ?? dueOn) => ({
    id,
    sendByOn,
    dueOn,
    sortOn: sortOn as string,
  });

  it("puts first what can still be saved, then what was missed, then weeks, and what has no day after this week or last", () => {
    const groups = groupByWeek(
      [
        row("missed", "2026-11-12"),
        row("yesterday", "2026-11-19", "2026-11-24"),
        row("some time", null, null, "2199-12-31"),
        row("at once", null, null, "2000-01-01"),
        row("today", "2026-11-20"),
        row("sunday", "2026-11-22"),
        row("monday", "2026-11-23"),
        row("deadline only", null, "2026-11-27"),
        row("far", "2027-01-01"),
      ],
      "2026-11-20",
    );
    expect(groups.map((group) => [group.kind, group.key, group.items.map((item) => item.id)])).toEqual([
      ["overdue", "overdue", ["yesterday"]],
      ["missed", "missed", ["missed"]],
      ["this-week", "kw-2026-47", ["today", "sunday"]],
      ["at-once", "at-once", ["at once"]],
      ["next-week", "kw-2026-48", ["monday", "deadline only"]],
      ["week", "kw-2026-53", ["far"]],
      ["any-time", "any-time", ["some time"]],
    ]);
  });

  it("loses no row and makes no empty group", () => {
    expect(groupByWeek([], "2026-11-20")).toEqual([]);
  });
});

describe("urgencyOf", () => {
  it.each([
    ["2026-11-19", "overdue"],
    ["2026-11-20", "soon"],
    ["2026-11-27", "soon"],
    ["2026-11-28", "later"],
  ])("%s is %s on 2026-11-20", (day, urgency) => {
    expect(urgencyOf({ sendByOn: day, dueOn: day }, "2026-11-20")).toBe(urgency);
  });
  it("knows no urgency without a day", () => {
    expect(urgencyOf({ sendByOn: null, dueOn: null }, "2026-11-20")).toBe("none");
  });
});
