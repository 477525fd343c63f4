import { describe, expect, it } from "vitest";
import { dayOfInput } from "@/lib/format/day-input";

describe("dayOfInput reads a day as people here write it", () => {
  it.each([
    ["31.12.2026", "2026-12-31"],
    [" 1.2.2027 ", "2027-02-01"],
    ["2026-12-31", "2026-12-31"],
    ["29.02.2028", "2028-02-29"],
  ])("%s", (text, day) => expect(dayOfInput(text)).toBe(day));

  it.each([
    "29.02.2027",
    "31.11.2026",
    "12/31/2026",
    "31.12.26",
    "31.12.1989",
    "01.01.2200",
    "0.1.2026",
    "",
    "morgen",
    "2026-13-01",
  ])("refuses %s", (text) => expect(dayOfInput(text)).toBeNull());
});
