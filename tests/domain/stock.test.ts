import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, hasWords, searchWordsOf, statesOfKind, stockStates, wordsOf } from "@/lib/domain/stock";

describe("folding", () => {
  it.each([
    ["Müller", "muller"],
    ["Mueller", "muller"],
    ["Muller", "muller"],
    ["Bäckerei", "backerei"],
    ["BAECKEREI", "backerei"],
    ["Söhne", "sohne"],
    ["Soehne", "sohne"],
    ["Straße", "strasse"],
    ["STRASSE", "strasse"],
    ["Café Crème", "cafe creme"],
    ["Łódź", "łodz"],
    ["３３１０", "3310"],
  ])("%s is compared as %s", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it("keeps beginnings: whatever begins a text also begins its folded form", () => {
    const german = fc
      .array(fc.constantFrom(..."aeouäöüßAEOUÄÖÜbcnrst 3-."), { maxLength: 14 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(german, fc.nat(14), (text, length) => {
        expect(foldText(text).startsWith(foldText(text.slice(0, length)))).toBe(true);
      }),
      { seed: 20261120, numRuns: 20_000 },
    );
  });
});

describe("words", () => {
  it.each([
    ["Reederei Claasen & Söhne", ["claasen", "reederei", "sohne"]],
    ["3310.0030", ["0030", "3310"]],
    ["teams-presence-sync", ["presence", "sync", "teams"]],
    ["  ", []],
    ["&", []],
  ])("of %j", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it("are cut where nobody would type on", () => {
    expect(wordsOf("x".repeat(300))).toEqual(["x".repeat(40)]);
  });

  it("of a search: one that another begins with is asked for anyway, and there are at most six", () => {
    expect(searchWordsOf("Star Starface hafen")).toEqual(["hafen", "starface"]);
    expect(searchWordsOf("a b c d e f g h")).toHaveLength(6);
    expect(searchWordsOf("y".repeat(5_000))).toEqual(["y".repeat(40)]);
  });
});

describe("a text has the words looked for", () => {
  it.each([
    ["claasen", ["Reederei Claasen & Söhne"], true],
    ["Soehne reed", ["Reederei Claasen & Söhne"], true],
    ["laasen", ["Reederei Claasen & Söhne"], false],
    ["claasen starface", ["Reederei Claasen & Söhne", "STARFACE Hafen"], true],
    ["claasen starface", ["Reederei Claasen & Söhne"], false],
    ["", ["anything"], true],
  ])("%j in %j: %s", (text, texts, has) => {
    expect(hasWords(searchWordsOf(text), ...texts)).toBe(has);
  });
});

it("every state belongs to one kind", () => {
  expect([...statesOfKind("licence"), ...statesOfKind("contract")].sort()).toEqual([...stockStates].sort());
});
