import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { autphone } from "./readers/autphone";
import { c4b } from "./readers/c4b";
import { enreach } from "./readers/enreach";
import { fluxpunkt } from "./readers/fluxpunkt";
import { netinteract } from "./readers/netinteract";
import { type NoCell, Paper, type PaperReader, type PrintedRow } from "./readers/paper";

/**
 * Reads the five papers and never the price lists, and writes what is printed in them as one table:
 * `tsx tests/price-lists/read-documents.ts <folder with the documents as text>`.
 */

export const readers: readonly PaperReader[] = [fluxpunkt, c4b, autphone, enreach, netinteract];
export const TABLE_FILE = path.join(import.meta.dirname, "printed-cells.tsv");
const HEAD = "document\ttable\tarticle\tcolumn\ttext";

/** All printed cells of one paper. Throws where a figure of the paper is in no cell, or a cell holds none that the paper has. */
export function readPaper(reader: PaperReader, text: string): PrintedRow[] {
  const rows = reader.rows(new Paper(reader.document, text));
  const unplaced = difference(figuresIn(text), [
    ...rows.flatMap((row) => figuresIn(row.text)),
    ...repeated(reader.elsewhere),
  ]);
  if (unplaced.length > 0)
    throw new Error(`${reader.document}: figures in no cell, or too often in cells: ${unplaced.join(" ")}`);
  return rows;
}

/** Whatever looks like money or a percentage: 1.299,00 / 129,- / 25€ / 90%. */
export function figuresIn(text: string): string[] {
  return (text.match(/\d[\d.]*,(?:\d{2,}|\d+%|-)|\d+ ?€|\d+ ?%/g) ?? []).map((figure) => figure.replace(/\s/g, ""));
}

export function tableText(rows: readonly PrintedRow[]): string {
  const lines = rows.map(({ document, table, article, column, text }) =>
    [document, table, article, column, text].join("\t"),
  );
  return `${[HEAD, ...lines].join("\n")}\n`;
}

export function parseTable(text: string): PrintedRow[] {
  const [head, ...lines] = text.trimEnd().split("\n");
  if (head !== HEAD) throw new Error(`the table's head is not "${HEAD}"`);
  return lines.map((line) => {
    const [document = "", table = "", article = "", column = "", cell = "", ...more] = line.split("\t");
    if (cell === "" || more.length > 0) throw new Error(`not five fields: ${line}`);
    return { document, table, article, column, text: cell };
  });
}

/** What is left of two lists after each pair of equal entries is taken away: entries of the first as they are, of the second with a minus. */
function difference(left: readonly string[], right: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const each of left) counts.set(each, (counts.get(each) ?? 0) + 1);
  for (const each of right) counts.set(each, (counts.get(each) ?? 0) - 1);
  return [...counts].flatMap(([each, count]) => Array<string>(Math.abs(count)).fill(count > 0 ? each : `-${each}`));
}

function repeated(elsewhere: readonly NoCell[]): string[] {
  return elsewhere.flatMap(({ figure, times }) => Array<string>(times).fill(figure));
}

function main(folder: string): void {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => readFileSync(path.join(folder, name), "utf8"));
  const rows = readers.flatMap((reader) => {
    const [text, ...more] = texts.filter((each) => reader.isIts(each));
    if (text === undefined || more.length > 0)
      throw new Error(`${reader.document}: ${more.length + (text ? 1 : 0)} papers instead of one`);
    return readPaper(reader, text);
  });
  writeFileSync(TABLE_FILE, tableText(rows));
  console.info(`${rows.length} cells written to ${path.relative(process.cwd(), TABLE_FILE)}`);
}

if (process.argv[1] === import.meta.filename) {
  const folder = process.argv[2];
  if (folder === undefined)
    throw new Error("usage: tsx tests/price-lists/read-documents.ts <folder with the documents>");
  main(folder);
}
