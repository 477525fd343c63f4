/** One printed cell, read from a paper: the table and row and column heads that it stands under, and its text exactly as printed. */
export interface PrintedRow {
  readonly document: string;
  readonly table: string;
  readonly article: string;
  readonly column: string;
  readonly text: string;
}

/** What looks like a figure of the list and is no cell of it: repeated in a note, an example, an empty form. */
export interface NoCell {
  readonly figure: string;
  readonly times: number;
  readonly where: string;
}

/** How one vendor's paper is read. `isIts` recognises the paper by its text, never by a file's name. */
export interface PaperReader {
  readonly document: string;
  isIts(text: string): boolean;
  rows(paper: Paper): PrintedRow[];
  readonly elsewhere: readonly NoCell[];
}

/** A paper as lines of text; the cells of a table's row are parted by tabs. Asking for a place that the paper lacks is an error. */
export class Paper {
  readonly lines: readonly string[];

  constructor(
    readonly document: string,
    readonly text: string,
  ) {
    this.lines = text.split(/\r?\n/);
  }

  /** The lines after the first one that `from` accepts, up to the next that `to` accepts; `from` is sought from the `nth` hit on. */
  between(from: RegExp, to: RegExp, nth = 1): string[] {
    const start = this.find(from, nth);
    const end = this.lines.findIndex((line, index) => index > start && to.test(line));
    return this.lines.slice(start + 1, end < 0 ? undefined : end);
  }

  /** The table (an unbroken run of lines with tabs) that follows the `nth` line that `heading` accepts. */
  tableAfter(heading: RegExp, nth = 1): string[][] {
    let index = this.find(heading, nth) + 1;
    while (index < this.lines.length && !this.lines[index]?.includes("\t")) index++;
    return this.tableAt(index);
  }

  /** The table whose first line `head` accepts. */
  tableFrom(head: RegExp, nth = 1): string[][] {
    return this.tableAt(this.find(head, nth));
  }

  /** What the first line that `pattern` matches holds in its group 1; the group is a figure of that line. */
  figure(pattern: RegExp): string {
    for (const line of this.lines) {
      const found = pattern.exec(line)?.[1];
      if (found !== undefined) return found;
    }
    throw new Error(`${this.document}: no line matches ${pattern}`);
  }

  /** How many lines `pattern` accepts. */
  count(pattern: RegExp): number {
    return this.lines.filter((line) => pattern.test(line)).length;
  }

  private tableAt(index: number): string[][] {
    const rows: string[][] = [];
    for (let at = index; this.lines[at]?.includes("\t"); at++) rows.push((this.lines[at] as string).split("\t"));
    return rows;
  }

  private find(pattern: RegExp, nth: number): number {
    let hits = 0;
    const index = this.lines.findIndex((line) => pattern.test(line) && ++hits === nth);
    if (index < 0) throw new Error(`${this.document}: no line matches ${pattern}`);
    return index;
  }
}

/** Heads and article names: without footnote marks, tags and explanations in italics, white space collapsed. */
export function plain(cell: string): string {
  return cell
    .replace(/<i>.*?<\/i>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/\^\{[^}]*\}/g, " ")
    .replace(/[¹²³⁴⁵⁶⁷]/g, " ")
    .replace(/\[\d\]/g, " ")
    .replace(/\*+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** A figure as printed, with white space collapsed. */
export function literal(cell: string): string {
  return cell.replace(/\s+/g, " ").trim();
}

/** Whether a cell says something: not empty, no dash, no line to write on. */
export function isSaid(cell: string): boolean {
  return !/^[\s_•-]*$/.test(cell);
}

/** Rows of a table with one line of column heads; a row without a name of its own goes on with the one above. */
export function tableRows(
  document: string,
  table: string,
  rows: readonly string[][],
  heads: readonly string[],
  isFigure: (cell: string) => boolean = isSaid,
): PrintedRow[] {
  let article = "";
  return rows.flatMap((cells) => {
    article = plain(cells[0] ?? "") || article;
    return heads.flatMap((column, index) => {
      const text = literal(cells[index + 1] ?? "");
      return isFigure(text) ? [{ document, table, article, column, text }] : [];
    });
  });
}

/** Rows with one price each, in the column "Preis". */
export function priceRows(document: string, table: string, rows: readonly string[][]): PrintedRow[] {
  return tableRows(
    document,
    table,
    rows,
    ["Preis"],
    (cell) => /\d/.test(cell) || /^(inklusive|auf Anfrage|siehe Tarifliste)$/.test(cell),
  );
}
