import { describe, expect, it } from "vitest";
import { centsOfInput } from "@/lib/format/euro-input";
import { cent, decimal, fineEuro } from "@/lib/format/money";

describe("an amount as people type it", () => {
  it.each([
    ["12", 1_200],
    ["12,5", 1_250],
    ["12,50 €", 1_250],
    ["€ 12,50", 1_250],
    ["1.234,50", 123_450],
    ["1.234", 123_400],
    ["1234.50", 123_450],
    ["1,234.50", 123_450],
    ["0", 0],
    ["0,05", 5],
    ["10.000.000.000,00", 1_000_000_000_000],
  ])("%s is %s cents", (text, cents) => {
    expect(centsOfInput(text)).toBe(cents);
  });

  it.each([
    "",
    " ",
    "-5",
    "1,234",
    "1.23,4",
    "12.345,678",
    "12,505",
    "1.2.3",
    "zwölf",
    "1e3",
    "0x10",
    "012",
    "10.000.000.000,01",
  ])("%j is none", (text) => {
    expect(centsOfInput(text)).toBeNull();
  });

  it("reads back what is written", () => {
    for (const cents of [0, 1, 99, 100, 123_456, 100_000_000]) {
      expect(centsOfInput(decimal(cents, "de"))).toBe(cents);
      expect(centsOfInput(decimal(cents, "en"))).toBe(cents);
    }
  });
});

describe("prices of less than a cent", () => {
  it.each([
    [12_000, "0,012 €", "€0.012"],
    [190_000, "0,19 €", "€0.19"],
    [9_990_000, "9,99 €", "€9.99"],
    [0, "0,00 €", "€0.00"],
    [15_100, "0,0151 €", "€0.0151"],
    [-2_000_000, "-2,00 €", "-€2.00"],
    [1_490_000_000, "1.490,00 €", "€1,490.00"],
    [84_033_600, "84,0336 €", "€84.0336"],
  ])("%s millionths", (amount, de, en) => {
    expect(fineEuro(amount, "de")).toBe(de);
    expect(fineEuro(amount, "en")).toBe(en);
  });

  it.each([
    [840_336, "84,0336 ct", "84.0336 ct"],
    [20_200, "2,02 ct", "2.02 ct"],
    [0, "0,00 ct", "0.00 ct"],
  ])("%s millionths in cents", (amount, de, en) => {
    expect(cent(amount, "de")).toBe(de);
    expect(cent(amount, "en")).toBe(en);
  });
});
