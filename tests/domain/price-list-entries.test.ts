import { describe, expect, test } from "vitest";
import { anchorOf, entriesOf, folded, searchEntries } from "@/lib/domain/price-list-entries";
import { newestEdition, priceLists } from "@/lib/price-lists/index";

function found(vendor: string, search: string, locale: "de" | "en" = "de"): string[] {
  const list = newestEdition(vendor);
  if (list === undefined) throw new Error(`no list of ${vendor}`);
  return searchEntries(entriesOf(list, locale), search).map(({ anchor }) => anchor);
}

describe("what can be found in a list", () => {
  test.each(priceLists.map((list) => [list.vendor, list] as const))(
    "%s: every cell, article, rate, fee, reading and note, each under a fragment of its own",
    (_, list) => {
      const entries = entriesOf(list, "de");
      const anchors = entries.map(({ anchor }) => anchor);
      expect(new Set(anchors).size).toBe(anchors.length);
      expect(anchors.every((anchor) => /^[a-z]+-[A-Za-z0-9-]+$/.test(anchor))).toBe(true);
      const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
      expect(count("figure")).toBe(list.printed.flatMap(({ cells }) => cells).length);
      expect(count("article")).toBe(list.articles.length);
      expect(count("rate")).toBe(list.rates.length);
      expect(count("fee")).toBe(list.fees.length);
      expect(count("reading")).toBe(list.readings.length);
      expect(count("note")).toBe(list.notes.length);
      expect(entries.filter(({ title }) => title === "")).toEqual([]);
      expect(entriesOf(list, "en").map(({ anchor }) => anchor)).toEqual(anchors);
    },
  );

  test("by any word, in any order, case and accent; nothing for a word that is nowhere", () => {
    expect(found("fluxpunkt", "recording 4.800")).toEqual([anchorOf("figure", "call-recording/purchase/81-150")]);
    expect(found("fluxpunkt", "4.800,00 CALL")).toEqual([anchorOf("figure", "call-recording/purchase/81-150")]);
    expect(found("enreach", "osterreich")).toContain(anchorOf("area", "zone-1"));
    expect(found("enreach", "ÖSTERREICH")).toEqual(found("enreach", "osterreich"));
    expect(found("enreach", "gibtesnicht")).toEqual([]);
    expect(found("enreach", "  ")).toHaveLength(entriesOf(newestEdition("enreach") ?? never(), "de").length);
  });

  test("by a name that the same paper uses elsewhere, and by article number", () => {
    expect(found("enreach", "Multiline-TAPI 3,00€")).toContain(anchorOf("figure", "contact-tapi/advanced/monthly"));
    expect(found("c4b", "3310.0030")).toEqual(
      expect.arrayContaining([
        anchorOf("article", "3310.0030"),
        anchorOf("figure", "no-3310.0030"),
        anchorOf("requirement", "3310.0030"),
      ]),
    );
  });

  test("in both languages", () => {
    expect(found("enreach", "emergency", "en")).toEqual([anchorOf("rate", "special-110-112")]);
    expect(found("enreach", "notruf", "en")).toContain(anchorOf("rate", "special-110-112"));
  });

  test("case and accents fold", () => {
    expect(folded("Straße ÄÖÜ é")).toBe("strasse aou e");
  });
});

function never(): never {
  throw new Error("no list");
}
