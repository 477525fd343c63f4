import { describe, expect, test } from "vitest";
import {
  amountOf,
  readInPlaceOf,
  readingsOfTable,
  readingsWithoutCell,
  tableLayout,
} from "@/lib/domain/printed-tables";
import { grossCents } from "@/lib/domain/vat";
import { newestEdition, priceLists } from "@/lib/price-lists/index";
import { quoted } from "../support/quotes";

const tables = priceLists.flatMap((list) =>
  list.printed.map((table) => [`${list.vendor}: ${table.table}`, table] as const),
);

describe("a printed table as rows and columns", () => {
  test.each(tables)("%s keeps every cell, once", (_, table) => {
    const { rows, columns } = tableLayout(table);
    const placed = rows.flatMap((row) => row.cells).filter((cell) => cell !== null);
    expect(placed.map(({ id }) => id).toSorted()).toEqual(table.cells.map(({ id }) => id).toSorted());
    expect(rows.every((row) => row.cells.length === columns.length)).toBe(true);
    expect(columns.length).toBeLessThanOrEqual(10);
  });

  test("tiers stand at the top, forms at the left", () => {
    const table = newestEdition("fluxpunkt")?.printed.find(({ table: name }) => name === "PREMIUM Erweiterung");
    if (table === undefined) throw new Error("no table");
    const { columns, rows } = tableLayout(table);
    expect(columns.map(({ label }) => label)).toEqual(["1-20", "21-40", "41-80", "81-150", "151-250", ">250"]);
    expect(rows.slice(0, 5).map(({ article, line }) => [article, line])).toEqual([
      ["Active Directory Synchronisation", "Kauf"],
      ["Active Directory Synchronisation", "Abo 12 Monate"],
      ["Active Directory Synchronisation", "Abo 24 Monate"],
      ["Active Directory Synchronisation", "Abo 36 Monate"],
      ["Call Recording", "Kauf"],
    ]);
  });

  test("a head of two lines keeps both", () => {
    const table = newestEdition("enreach")?.printed.find(({ table: name }) => name === "Sonderrufnummern");
    if (table === undefined) throw new Error("no table");
    expect(tableLayout(table).columns.map(({ group, label }) => [group, label])).toEqual([
      ["Festnetz", "je Verbindung"],
      ["Mobilfunknetz", "je Verbindung"],
      ["Festnetz", "je Minute"],
      ["Mobilfunknetz", "je Minute"],
    ]);
  });
});

describe("readings", () => {
  test.each(priceLists.map((list) => [list.vendor, list] as const))(
    "%s: each stands beside a table or below them all",
    (_, list) => {
      const shown = new Set([
        ...list.printed.flatMap((table) => readingsOfTable(list, table)),
        ...readingsWithoutCell(list),
      ]);
      expect(shown.size).toBe(list.readings.length);
    },
  );

  test("a misprinted cell is read as something else, a plain one is not", () => {
    const list = newestEdition("enreach");
    if (list === undefined) throw new Error("no list");
    expect(readInPlaceOf(list, "headline/expert/3")).toBe(20_900_000);
    expect(readInPlaceOf(list, "rates-page/allnet-flat/advanced")).toBe(8_000_000);
    expect(readInPlaceOf(list, "headline/expert/2")).toBeNull();
  });

  test("what is read is what a quote comes to", () => {
    const figures = newestEdition("enreach")?.readings.flatMap((reading) => reading.figures ?? []) ?? [];
    const readOf = (start: string) => figures.find(({ about }) => about.de.startsWith(start))?.read;
    const monthly = (quantity: number, sku: string) =>
      (quoted("enreach", [{ sku, quantity }]).totals.monthlyCents ?? 0) * 10_000;
    expect(readOf("genau 25 Professional")).toBe(monthly(25, "professional"));
    expect(readOf("genau 100 Professional")).toBe(monthly(100, "professional"));
    expect(readOf("Expert mit Company Flat")).toBe(monthly(100, "expert") / 100);
  });
});

describe("amounts", () => {
  test.each([
    [{ cents: 1099 }, 10_990_000],
    [{ cents: -200 }, -2_000_000],
    [{ microEuros: 15_100 }, 15_100],
    [{}, null],
  ])("%j is %s millionths", (cell, amount) => {
    expect(amountOf(cell)).toBe(amount);
  });

  // Each special number's net price in cents is a round amount with VAT.
  test.each([
    [32_773, 4],
    [50_420, 6],
    [75_630, 9],
    [117_647, 14],
    [168_067, 20],
    [210_084, 25],
    [420_168, 50],
    [840_336, 100],
    [0, 0],
  ])("%s millionths net are %s cents gross", (net, gross) => {
    expect(grossCents(net)).toBe(gross);
  });
});
