import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Article, PrintedCell } from "@/lib/domain/catalog";
import { cellsOf } from "@/lib/price-lists/contradictions";
import { priceLists, printedFigures } from "@/lib/price-lists/index";
import { parseTable, readers, TABLE_FILE } from "./read-documents";
import type { PrintedRow } from "./readers/paper";

const table = parseTable(readFileSync(TABLE_FILE, "utf8"));

function keyOf({ document, table: name, article, column, text }: PrintedRow): string {
  return [document, name, article, column, text.replace(/\s+/g, " ").trim()].join(" ¦ ");
}

describe("the printed cells, read from the papers, are the figures of the price lists", () => {
  test.each(priceLists.map((list) => [list.vendor, list] as const))("%s: cell by cell, both ways", (vendor, list) => {
    const onPaper = table.filter((row) => row.document === vendor).map(keyOf);
    const inList = printedFigures(list).map(keyOf);
    expect(inList.toSorted()).toEqual(onPaper.toSorted());
    expect(new Set(onPaper).size).toBe(onPaper.length);
  });

  test("no paper is left out", () => {
    const cells = Map.groupBy(table, (row) => row.document);
    expect(Object.fromEntries([...cells].map(([document, rows]) => [document, rows.length]))).toEqual({
      fluxpunkt: 72 + 18 * 4 + 4 + 5,
      c4b: 26 + 28 + 14,
      autphone: 29,
      enreach: 268,
      netinteract: 43,
    });
  });

  test("a figure of a paper's running text stands in a note, unless it states nothing", () => {
    const stated = readers.flatMap(({ document, elsewhere }) =>
      elsewhere
        .filter(({ where }) => !/leere Summen|Beispiele/.test(where))
        .map(({ figure, where }) => ({ document, figure, where })),
    );
    expect(stated.length).toBe(3);
    for (const { document, figure, where } of stated) {
      const notes = priceLists.find((list) => list.vendor === document)?.notes.filter(({ clause }) => clause === where);
      const text = notes
        ?.map((note) => note.text.de)
        .join(" ")
        .replaceAll(" ", "");
      expect(text, `${document}, ${where}`).toContain(figure);
    }
  });

  test("each number beside a text is what the text says", () => {
    for (const list of priceLists) {
      for (const { table: name, text, cents, microEuros, percent, count } of printedFigures(list)) {
        const figure = /-?\d[\d.]*(?:,\d+)?/.exec(text)?.[0].replaceAll(".", "").replace(",", ".");
        const inCent = name === "Sonderrufnummern" || text.includes("Cent");
        const said = Number(figure);
        if (cents !== undefined) expect(cents, text).toBe(Math.round(said * 100));
        if (microEuros !== undefined) expect(microEuros, text).toBe(Math.round(said * (inCent ? 10_000 : 1_000_000)));
        if (percent !== undefined) expect(percent, text).toBe(said);
        if (count !== undefined) expect(count, text).toBe(said);
        if (text.includes("€")) expect(cents ?? microEuros, text).toBeDefined();
      }
    }
  });
});

describe("an article's price comes from its own row of the paper", () => {
  /** Rows that bear another name than the article whose price they are, each with its reason. */
  const otherRows: Readonly<Record<string, readonly string[]>> = {
    // The price of the extension is the step that all extensions together reach.
    "autphone extension": ["Bis 50 Teilnehmer", "Ab dem 51. Teilnehmer", "Ab dem 101. Teilnehmer"],
    // Reading: later portings as Administration, 25.00 each.
    "autphone porting": ["Rufnummernportierung", "Aufwand Administration"],
  };

  test.each(priceLists.map((list) => [list.vendor, list] as const))("%s", (vendor, list) => {
    const cells = new Map(
      list.printed.flatMap((each) => each.cells.map((cell) => [cell.id, { ...cell, table: each.table }] as const)),
    );
    for (const article of list.articles) {
      for (const id of cellsOf(article)) {
        const cell = cells.get(id);
        if (cell === undefined) throw new Error(`no cell ${id}`);
        const rows = otherRows[`${vendor} ${article.sku}`];
        const where = `${article.sku}: ${cell.table}, ${cell.article}, ${cell.column}`;
        if (rows) expect(rows, where).toContain(cell.article);
        else expect(isOwnRow(article, cell), where).toBe(true);
      }
      for (const [id, column] of columnsExpected(article, list.userTiers)) {
        expect(cells.get(id)?.column, `${article.sku}: ${id}`).toMatch(column);
      }
    }
  });

  test("the misprints are in the table and in no price, and a reading names each", () => {
    const enreach = priceLists.find((list) => list.vendor === "enreach");
    const cells = enreach?.printed.flatMap((each) => each.cells.map((cell) => ({ ...cell, table: each.table }))) ?? [];
    const priced = new Set(enreach?.articles.flatMap(cellsOf));
    const read = new Set(enreach?.readings.flatMap((reading) => reading.cells));
    const misprints = [
      cells.find((cell) => cell.table === "Preisübersicht" && cell.article === "Expert" && cell.column === "Preis #3"),
      cells.find(
        (cell) => cell.table === "Flatrateoptionen" && cell.article.startsWith("AllNet") && cell.column === "Advanced",
      ),
    ];
    expect(misprints.map((cell) => cell?.text)).toEqual(["22,90€", "10,00€"]);
    for (const cell of misprints) {
      expect(priced.has(cell?.id ?? "")).toBe(false);
      expect(read.has(cell?.id ?? "")).toBe(true);
    }
  });
});

/** The row names the article, alone, with the column or the table, or the column is the article (a profile). */
function isOwnRow(article: Article, cell: PrintedCell & { table: string }): boolean {
  const names = [article.name, ...article.aliases];
  return (
    names.includes(cell.article) ||
    names.includes(`${cell.article} ${cell.column}`) ||
    names.includes(`${cell.table} ${cell.article}`) ||
    (cell.article === "Nutzerprofile Standard" && cell.column.startsWith(`${article.name} | `))
  );
}

/** For each cell of a price the column that it must stand in, where the paper's columns tell forms, terms, tiers or profiles apart. */
function columnsExpected(
  article: Article,
  tiers: readonly { readonly label: string }[],
): [id: string, column: RegExp][] {
  const { price } = article;
  const exactly = (text: string) => new RegExp(`^${text.replaceAll(/[|>+]/g, "\\$&")}$`);
  switch (price.kind) {
    case "by-form":
      return [
        ...(price.purchase === undefined ? [] : [[price.purchase, exactly("Kauf")] as [string, RegExp]]),
        ...price.subscription.map(({ months, cell }): [string, RegExp] => [
          cell,
          new RegExp(`^Abo ${months} Monate?$`),
        ]),
      ];
    case "by-users":
      return [
        ...price.purchase.map((cell, index): [string, RegExp] => [cell, exactly(`Kauf | ${tiers[index]?.label}`)]),
        ...price.subscription.flatMap(({ months, cells }) =>
          cells.map((cell, index): [string, RegExp] => [
            cell,
            exactly(`Abo ${months} Monate | ${tiers[index]?.label}`),
          ]),
        ),
      ];
    case "by-profile":
      return Object.entries(price.profiles).flatMap(([profile, offer]): [string, RegExp][] => {
        if (offer.status === "unavailable") return [];
        const monthly: [string, RegExp] = [
          offer.status === "included" ? offer.cell : offer.monthly,
          new RegExp(`^${profile} \\| monatlich$`, "i"),
        ];
        if (offer.status === "included" || offer.oneOff === undefined) return [monthly];
        return [monthly, [offer.oneOff, new RegExp(`^${profile} \\| einmalig$`, "i")]];
      });
    case "flat":
      return [
        ...(price.oneOff === undefined ? [] : [[price.oneOff, /einmalig|EINMALIGE|Preis/] as [string, RegExp]]),
        ...(price.monthly === undefined
          ? []
          : [[price.monthly, /monatlich|MONATLICHE|FLATRATE|Preis|Bereitstellung/] as [string, RegExp]]),
        ...(price.yearly === undefined ? [] : [[price.yearly, /jährlich/] as [string, RegExp]]),
      ];
    case "none":
    case "volume":
    case "first-free":
      return [];
  }
}
