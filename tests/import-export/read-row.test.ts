import { describe, expect, it } from "vitest";
import { countHeadings, fieldOfHeading, importFields, mappingOf } from "@/lib/import-export/columns";
import { readRow } from "@/lib/import-export/read-row";
import type { Cell } from "@/lib/import-export/table";

const read = (field: string, cell: Cell) => readRow({ line: 2, cells: [cell] }, [field]);
const value = (field: string, cell: Cell) => Object.values(read(field, cell).values)[0];
const fault = (field: string, cell: Cell) => read(field, cell).problems[0]?.code;

describe("headings", () => {
  const german =
    "Kundennummer;Kunde;Anlage;Serverlizenz;Benutzer;Light-Benutzer;Version;Hersteller;Artikel;Menge;Bezugsart;Laufzeit;Staffelbenutzer;Profil;Beginn;Laufzeitende;Zahlweise;Einzelpreis;Betrag;Kuendigung eingegangen;Lizenzschluessel";
  it("of the specification are known in both languages, in any order and writing", () => {
    expect(mappingOf("estate", german.split(";"))).toEqual(importFields);
    expect(mappingOf("estate", [...importFields])).toEqual(importFields);
    expect(mappingOf("estate", ["LIZENZSCHLÜSSEL", " Kunden-Nr. ", "Kündigung eingegangen", "artikel_nr"])).toEqual([
      "licence_key",
      "customer_number",
      "notice_received_on",
      "sku",
    ]);
  });

  it("that nobody knows are told, and meanings that two columns claim go to neither", () => {
    expect(mappingOf("estate", ["Kundennummer", "Farbe", "__proto__", "constructor", ""])).toEqual([
      "customer_number",
      null,
      null,
      null,
      null,
    ]);
    expect(mappingOf("estate", ["Debitor", "KdNr"])).toEqual([null, null]);
    expect(mappingOf("estate", ["Kundennummer", "Kundennummer"])).toEqual([null, null]);
    expect(mappingOf("estate", ["Kundennummer", "Debitor"])).toEqual(["customer_number", null]);
    expect(countHeadings("estate")(["Kunde", "Firma", "x"])).toBe(1);
    expect(fieldOfHeading("prices", "Gültig ab")).toBe("valid_from");
  });
});

describe("cells", () => {
  it.each<[string, Cell, unknown]>([
    ["start", "31.12.2026", "2026-12-31"],
    ["start", "1.2.2026", "2026-02-01"],
    ["start", "2026-12-31", "2026-12-31"],
    ["start", "2026-12-31T00:00:00Z", "2026-12-31"],
    ["start", "31.12.2026 00:00:00", "2026-12-31"],
    ["start", "31.12.26", "2026-12-31"],
    ["start", "31.12.98", "1998-12-31"],
    ["start", 46_053, "2026-01-31"],
    ["start", 46_053.75, "2026-01-31"],
    ["start", "46053", "2026-01-31"],
    ["start", { day: "2026-01-31" }, "2026-01-31"],
    ["amount", "1.234,56", 123_456],
    ["amount", "1234.56", 123_456],
    ["amount", "1.234", 123_400],
    ["amount", "12,5 €", 1_250],
    ["amount", "EUR 7", 700],
    ["amount", 1234.56, 123_456],
    ["amount", 0.1 + 0.2, 30],
    ["quantity", "12", 12],
    ["quantity", "1.000", 1_000],
    ["quantity", "5,00", 5],
    ["quantity", 3, 3],
    ["mode", "Kauf", "purchase"],
    ["mode", "ABO", "subscription"],
    ["term_months", "12 Monate", 12],
    ["term_months", "3 Jahre", 36],
    ["term_months", 24, 24],
    ["interval", "vierteljährlich", "quarter"],
    ["interval", "Jahr", "year"],
    ["interval", "mtl.", "month"],
    ["release", "V8.0.335", 8],
    ["customer_number", 10_001, "10001"],
    ["customer", "  Müller\u00a0 &  Söhne ", "Müller & Söhne"],
    ["customer", "'=SUMME(A1)", "=SUMME(A1)"],
    ["customer", "=1+1", "=1+1"],
    ["customer", "__proto__", "__proto__"],
    ["installed_users", "0", 0],
  ])("%s %j", (field, cell, expected) => {
    expect(read(field, cell).problems).toEqual([]);
    expect(value(field, cell)).toEqual(expected);
  });

  it.each<[string, Cell, string]>([
    ["start", "31.02.2026", "cell-no-day"],
    ["start", "12/31/2026", "cell-no-day"],
    ["start", "01.01.0001", "cell-day-outside"],
    ["start", "31.12.9999", "cell-day-outside"],
    ["start", "9999-12-31", "cell-day-outside"],
    ["start", { day: "1989-12-31" }, "cell-day-outside"],
    ["start", 1, "cell-day-outside"],
    ["start", 2_958_465, "cell-day-outside"],
    ["start", true, "cell-no-day"],
    ["amount", "-5,00", "cell-no-amount"],
    ["amount", "1,234", "cell-no-amount"],
    ["amount", "viel", "cell-no-amount"],
    ["amount", 0.005, "cell-part-of-cent"],
    ["amount", "=1+1", "cell-no-amount"],
    ["quantity", "0", "cell-no-whole"],
    ["quantity", "1,5", "cell-no-whole"],
    ["quantity", "1,000", "cell-no-whole"],
    ["quantity", "1e6", "cell-no-whole"],
    ["quantity", 1_000_001, "cell-no-whole"],
    ["interval", "halbjährlich", "cell-no-interval"],
    ["mode", "geliehen", "cell-no-mode"],
    ["customer", "a\u0007b", "cell-control-signs"],
    ["customer", "\ud800", "cell-control-signs"],
    ["customer_number", "x".repeat(61), "cell-too-long"],
    ["licence_key", 1.23e25, "cell-number-inexact"],
  ])("%s %j is refused", (field, cell, code) => {
    expect(fault(field, cell)).toBe(code);
  });

  it("tells every fault of a row with its value, and of keys nothing", () => {
    const row = readRow({ line: 7, cells: ["", "x", "9".repeat(201), "z"] }, ["start", "amount", "licence_key"]);
    expect(row).toEqual({
      line: 7,
      values: {},
      problems: [
        { field: "amount", value: "x", code: "cell-no-amount", params: {}, level: "error" },
        { field: "licence_key", value: "", code: "cell-too-long", params: { most: 200 }, level: "error" },
        { field: "customer_number", value: "z", code: "row-too-long", params: { columns: 3 }, level: "error" },
      ],
    });
  });
});
