import { describe, expect, it } from "vitest";
import { dayDistance, dayText, monthText, weekdayText } from "@/lib/format/day";
import { decimal, euro, number } from "@/lib/format/money";

describe("amounts", () => {
  it.each([
    [123_450, "1.234,50 €", "€1,234.50"],
    [0, "0,00 €", "€0.00"],
    [5, "0,05 €", "€0.05"],
    [-5, "-0,05 €", "-€0.05"],
    [99_999, "999,99 €", "€999.99"],
    [100_000, "1.000,00 €", "€1,000.00"],
    [-123_456_789, "-1.234.567,89 €", "-€1,234,567.89"],
    [Number.MAX_SAFE_INTEGER, "90.071.992.547.409,91 €", "€90,071,992,547,409.91"],
  ])("%i cents are %s", (cents, german, english) => {
    expect([euro(cents, "de"), euro(cents, "en")]).toEqual([german, english]);
  });

  it("can stand without the currency, and counts have groups", () => {
    expect(decimal(123_450, "de")).toBe("1.234,50");
    expect([number(1_000_000, "de"), number(1_000_000, "en"), number(-1234, "de"), number(999, "de")]).toEqual([
      "1.000.000",
      "1,000,000",
      "-1.234",
      "999",
    ]);
  });
});

describe("days", () => {
  it("are written as people write them", () => {
    expect([dayText("2026-12-31", "de"), dayText("2026-12-31", "en"), dayText("2026-03-01", "en")]).toEqual([
      "31.12.2026",
      "31 Dec 2026",
      "1 Mar 2026",
    ]);
    expect([monthText("2026-03", "de"), monthText("2026-12", "en")]).toEqual(["März 2026", "December 2026"]);
    expect([weekdayText("2026-11-20", "de"), weekdayText("2026-11-22", "en")]).toEqual(["Fr", "Sun"]);
  });

  it.each([
    ["2026-12-02", "in 12 Tagen (Mi)", "in 12 days (Wed)"],
    ["2026-11-21", "morgen (Sa)", "tomorrow (Sat)"],
    ["2026-11-20", "heute (Fr)", "today (Fri)"],
    ["2026-11-19", "gestern (Do)", "yesterday (Thu)"],
    ["2026-11-17", "vor 3 Tagen (Di)", "3 days ago (Tue)"],
  ])("%s is %s", (day, german, english) => {
    expect([dayDistance(day, "2026-11-20", "de"), dayDistance(day, "2026-11-20", "en")]).toEqual([german, english]);
  });
});
