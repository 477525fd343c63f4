import { describe, expect, it } from "vitest";
import { auditActions, auditFields, differences } from "@/lib/domain/audit";
import { historyLines, historySentence } from "@/lib/format/history";

const by = { kind: "person", name: "Petra Klein" } as const;

describe("a history's sentences", () => {
  it.each(auditActions)("%s reads as a sentence in both languages", (action) => {
    expect(historySentence({ by, action }, "de")).toMatch(/^Petra Klein hat .+[^.]\.$/);
    expect(historySentence({ by, action }, "en")).toMatch(/^Petra Klein has .+[^.]\.$/);
    for (const locale of ["de", "en"] as const)
      expect(historySentence({ by, action }, locale)).not.toMatch(/undefined|null/);
  });

  it.each([
    [by, "system-changed", "Petra Klein hat die Anlage geändert.", "Petra Klein has changed the system."],
    [by, "customer-corrected", "Petra Klein hat den Kunden berichtigt.", "Petra Klein has corrected the customer."],
    [
      { kind: "api-key", name: "Warenwirtschaft" },
      "contract-created",
      "Der API-Schlüssel „Warenwirtschaft“ hat den Vertrag erfasst.",
      "The API key “Warenwirtschaft” has recorded the contract.",
    ],
    [
      { kind: "import", name: "kunden.csv" },
      "licence-withdrawn",
      "Der Import „kunden.csv“ hat die Lizenz zurückgenommen.",
      "The import “kunden.csv” has withdrawn the licence.",
    ],
  ] as const)("%j %s", (who, action, de, en) => {
    expect(historySentence({ by: who, action }, "de")).toBe(de);
    expect(historySentence({ by: who, action }, "en")).toBe(en);
  });
});

describe("a history's values", () => {
  it.each(auditFields)("%s has its words", (field) => {
    for (const locale of ["de", "en"] as const) {
      const [line] = historyLines([{ field, after: "2026-12-31T10:00:00Z" }], {}, locale);
      // Ids have their names beside them.
      if (line === undefined) expect(["clerkId", "deputyId", "mainContractId"]).toContain(field);
      else expect(line.label.length).toBeGreaterThan(1);
    }
  });

  it.each([
    ["installedUsers", 40, 1041, { label: "Installierte Benutzer", before: "40", after: "1.041" }],
    ["startsOn", "2026-01-31", "2027-02-28", { label: "Beginn", before: "31.01.2026", after: "28.02.2027" }],
    ["amountCents", null, 123450, { label: "Betrag je Zahlung", before: "nicht erfasst", after: "1.234,50 €" }],
    ["billingInterval", "month", "year", { label: "Zahlweise", before: "monatlich", after: "jährlich" }],
    ["land", null, "DE-BY", { label: "Land", before: "nicht erfasst", after: "Bayern" }],
    [
      "usage",
      { dataSources: 3, faxInClient: false },
      { dataSources: 4, faxInClient: true },
      { label: "Nutzung", before: "Datenquellen: 3, Fax im Client: nein", after: "Datenquellen: 4, Fax im Client: ja" },
    ],
    ["customerNumbers", ["10001"], [], { label: "Nur für Kunden", before: "10001", after: "–" }],
    ["licenceKeyMask", "•••• 4410", null, { label: "Lizenzschlüssel", before: "•••• 4410", after: "nicht erfasst" }],
  ] as const)("%s from %j to %j", (field, before, after, line) => {
    expect(historyLines([{ field, before, after }], {}, "de")).toEqual([line]);
  });

  it("name articles, and leave a side away that the entry does not speak of", () => {
    const names = { "3310.0030": { de: "OFFICE", en: "OFFICE" } };
    expect(historyLines([{ field: "sku", after: "3310.0030" }], names, "en")).toEqual([
      { label: "Article", after: "OFFICE" },
    ]);
    expect(historyLines([{ field: "until", before: "2026-11-24" }], {}, "en")).toEqual([
      { label: "Until", before: "24 Nov 2026" },
    ]);
  });
});

describe("differences", () => {
  it.each([
    [
      { name: "a", number: "1" },
      { name: "b", number: "1" },
      { before: { name: "a" }, after: { name: "b" } },
    ],
    [{ name: "a" }, { name: "a" }, null],
    [{}, { land: null }, null],
    [{ land: "DE-BY" }, {}, { before: { land: "DE-BY" }, after: { land: null } }],
    [{ usage: { a: 1, b: true } }, { usage: { b: true, a: 1 } }, null],
    [
      { articles: ["a", "b"] },
      { articles: ["b", "a"] },
      { before: { articles: ["a", "b"] }, after: { articles: ["b", "a"] } },
    ],
  ] as const)("of %j and %j", (before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });
});
