import { describe, expect, test } from "vitest";
import type { PriceListDocument } from "@/lib/domain/catalog";
import { compareEditions } from "@/lib/domain/edition-comparison";
import { newestEdition, priceLists } from "@/lib/price-lists/index";

/** A second edition, made up: the same paper with what `change` does to it. */
function edited(vendor: string, change: (list: Draft) => void): [PriceListDocument, PriceListDocument] {
  const list = newestEdition(vendor);
  if (list === undefined) throw new Error(`no list of ${vendor}`);
  const draft = structuredClone(list) as Draft;
  draft.edition = "2027-01";
  change(draft);
  return [list, draft];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? Writable<E>[] : Writable<T[K]> };
type Draft = Writable<PriceListDocument>;

const cellOf = (list: Draft, id: string) => {
  const cell = list.printed.flatMap((table) => table.cells).find((each) => each.id === id);
  if (cell === undefined) throw new Error(`no cell ${id}`);
  return cell;
};

describe("two editions", () => {
  test.each(priceLists.map((list) => [list.vendor, list] as const))("%s beside itself: nothing changed", (_, list) => {
    const { changes, sameFigures } = compareEditions(list, structuredClone(list));
    expect(changes).toEqual([]);
    expect(sameFigures).toBe(list.printed.flatMap(({ cells }) => cells).length);
  });

  test("a raised price, with both figures and the difference", () => {
    const [before, after] = edited("enreach", (list) => {
      Object.assign(cellOf(list, "expert/monthly"), { text: "26,40€", cents: 2640 });
    });
    const { changes, sameFigures } = compareEditions(before, after);
    expect(changes).toEqual([
      {
        kind: "changed",
        what: "figure",
        id: "expert/monthly",
        name: "Nutzerprofile Standard",
        place: "Funktionsprofile, Expert | monatlich",
        before: "24,90€",
        after: "26,40€",
        differenceMicroEuros: 1_500_000,
      },
    ]);
    expect(sameFigures).toBe(before.printed.flatMap(({ cells }) => cells).length - 1);
  });

  test("a call rate by millionths, and a price that becomes a word", () => {
    const [before, after] = edited("enreach", (list) => {
      Object.assign(cellOf(list, "rate/de-mobile/starter"), { text: "0,0890€", microEuros: 89_000 });
      Object.assign(cellOf(list, "ccc-agent/advanced/monthly"), { text: "inkl.", cents: undefined });
    });
    const { changes } = compareEditions(before, after);
    expect(changes.map(({ id, differenceMicroEuros }) => [id, differenceMicroEuros])).toEqual([
      ["ccc-agent/advanced/monthly", null],
      ["rate/de-mobile/starter", -10_000],
    ]);
  });

  test("a new article with its figure, and one that is gone", () => {
    const [before, after] = edited("netinteract", (list) => {
      const model = list.articles.find(({ sku }) => sku === "queue");
      if (model === undefined) throw new Error("no queue");
      list.articles = list.articles.filter(({ sku }) => sku !== "pin-module");
      list.articles.push({ ...model, sku: "ai-agent", name: "KI-Agent", price: { kind: "flat", monthly: "ai-agent" } });
      const table = list.printed.find(({ cells }) => cells.some(({ id }) => id === "pin-module"));
      if (table === undefined) throw new Error("no table");
      table.cells = table.cells.filter(({ id }) => id !== "pin-module");
      table.cells.push({ id: "ai-agent", article: "KI-Agent", column: "Preis", text: "9,90 mtl.", cents: 990 });
    });
    const { changes } = compareEditions(before, after);
    expect(changes.map(({ kind, what, id }) => `${kind} ${what} ${id}`)).toEqual([
      "new article ai-agent",
      "gone article pin-module",
      "new figure ai-agent",
      "gone figure pin-module",
    ]);
    expect(changes.at(-1)).toMatchObject({ before: "4,90 mtl.", after: null, differenceMicroEuros: null });
  });

  test("a rule of notice, a condition, a list of countries and a fee", () => {
    const [before, after] = edited("netinteract", (list) => {
      const policy = list.policies.find(({ id }) => id === "netinteract/contract");
      if (policy?.kind !== "rule") throw new Error("no rule");
      policy.rule.noticeLength = 2;
      const minimum = list.conditions.find(({ kind }) => kind === "minimum");
      if (minimum?.kind !== "minimum") throw new Error("no minimum");
      minimum.atLeast = 5;
      list.areas[0]?.countries.push("Österreich");
      list.fees = list.fees.filter(({ id }) => id !== "paper-invoice");
    });
    expect(compareEditions(before, after).changes.map(({ kind, what, id }) => `${kind} ${what} ${id}`)).toEqual([
      "changed area flat-europe",
      "gone fee paper-invoice",
      "changed condition at-least-three-extensions",
      "changed policy netinteract/contract",
    ]);
  });

  test("backwards, new is gone and every difference turns round", () => {
    const [before, after] = edited("autphone", (list) => {
      Object.assign(cellOf(list, "extension/step/51"), { text: "6,20 €", cents: 620 });
      const table = list.printed[0];
      table?.cells.push({ id: "light", article: "Light", column: "MONATLICHE KOSTEN", text: "2,00 €", cents: 200 });
    });
    const there = compareEditions(before, after).changes;
    const back = compareEditions(after, before).changes;
    expect(there.map(({ kind, id }) => `${kind} ${id}`)).toEqual(["new light", "changed extension/step/51"]);
    expect(back.map(({ kind, id }) => `${kind} ${id}`)).toEqual(["changed extension/step/51", "gone light"]);
    expect(there[1]?.differenceMicroEuros).toBe(200_000);
    expect(back[0]?.differenceMicroEuros).toBe(-200_000);
  });

  test("of different vendors cannot be compared", () => {
    const [left, right] = priceLists;
    if (left === undefined || right === undefined) throw new Error("too few lists");
    expect(() => compareEditions(left, right)).toThrow("editions of");
  });
});
