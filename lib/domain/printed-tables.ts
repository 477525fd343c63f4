import type { CellId, PriceList, PrintedCell, PrintedTable, Reading } from "./catalog";
import { cellsById } from "./price-slots";

/** A printed table as rows and columns again, the way the paper shows it. */
export interface TableLayout {
  readonly table: string;
  readonly clause: string;
  readonly figuresIn: PrintedTable["figuresIn"] | null;
  readonly columns: readonly ColumnHead[];
  readonly rows: readonly TableRow[];
}

export interface ColumnHead {
  /** As printed, whole: "Expert | monatlich". */
  readonly name: string;
  /** The upper line of a head of two lines; null for a head of one. */
  readonly group: string | null;
  readonly label: string;
}

export interface TableRow {
  readonly article: string;
  /** What stands at the left in place of a head: its first line ("Kauf", "Abo 12 Monate"), or all of it in a sparse table. */
  readonly line: string | null;
  /** One for each column; null where the paper prints nothing. */
  readonly cells: readonly (PrintedCell | null)[];
}

/** Wider than this, the head's first line goes to the left of the rows, or, where it has but one line, the whole head. */
const COLUMNS_AT_MOST = 10;
const BETWEEN = " | ";

/**
 * The table's cells in rows by article and columns by head, both in the paper's order. No cell is left out. A single column without a
 * name holds the figures of a sparse table, one to a row.
 */
export function tableLayout({ table, clause, figuresIn, cells }: PrintedTable): TableLayout {
  const names = [...new Set(cells.map((cell) => cell.column))];
  const isWide = names.length > COLUMNS_AT_MOST;
  const hasTwoLines = names.every((name) => name.includes(BETWEEN));
  const columnOf = ({ column }: PrintedCell) => (!isWide ? column : hasTwoLines ? afterFirst(column) : "");
  const lineOf = ({ column }: PrintedCell) => (!isWide ? null : hasTwoLines ? beforeFirst(column) : column);
  const columns = [...new Set(cells.map(columnOf))];
  const rows = Map.groupBy(cells, (cell) => JSON.stringify([cell.article, lineOf(cell)]));
  return {
    table,
    clause,
    figuresIn: figuresIn ?? null,
    columns: columns.map(headOf),
    rows: [...rows.values()].flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      const placed = columns.map((column) => own.find((cell) => columnOf(cell) === column) ?? null);
      return [{ article: first.article, line: lineOf(first), cells: placed }];
    }),
  };
}

function headOf(name: string): ColumnHead {
  return name.includes(BETWEEN)
    ? { name, group: beforeFirst(name), label: afterFirst(name) }
    : { name, group: null, label: name };
}

const beforeFirst = (name: string) => name.slice(0, name.indexOf(BETWEEN));
const afterFirst = (name: string) => name.slice(name.indexOf(BETWEEN) + BETWEEN.length);

/** The readings that touch a cell of the table, in the list's order. */
export function readingsOfTable(list: PriceList, { cells }: PrintedTable): Reading[] {
  const ids = new Set(cells.map((cell) => cell.id));
  return list.readings.filter((reading) => reading.cells.some((id) => ids.has(id)));
}

/** The readings that stand beside no cell of any table. */
export function readingsWithoutCell(list: PriceList): Reading[] {
  return list.readings.filter((reading) => reading.cells.length === 0);
}

/** What is read in place of a misprinted cell, in millionths of a euro. */
export function readInPlaceOf(list: PriceList, cell: CellId): number | null {
  for (const { figures = [] } of list.readings) {
    const found = figures.find((figure) => figure.cell === cell);
    if (found !== undefined) return found.read;
  }
  return null;
}

/** A cell's amount in millionths of a euro, as read; null for a word, a count, a percentage or an article number. */
export function amountOf({ cents, microEuros }: Pick<PrintedCell, "cents" | "microEuros">): number | null {
  return microEuros ?? (cents === undefined ? null : cents * 10_000);
}

/** The clause of the table that a cell stands in. */
export function clauseOfCell(list: PriceList, cell: CellId): string {
  return list.printed.find((table) => table.cells.some((each) => each.id === cell))?.clause ?? "";
}

/** A printed cell by its id; a reference into nothing is a bug of the list's check and thrown. */
export function cellOf(list: PriceList, id: CellId): PrintedCell {
  const cell = cellsById(list).get(id);
  if (cell === undefined) throw new Error(`no printed cell ${id}`);
  return cell;
}
