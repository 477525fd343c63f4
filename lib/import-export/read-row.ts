import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import {
  type CellFault,
  centsOf,
  dayOf,
  intervalOf,
  isFault,
  modeOf,
  monthsOf,
  releaseOf,
  shownCell,
  textOf,
  wholeOf,
} from "./cell-values";
import type { ColumnMapping, ImportField } from "./columns";
import type { Cell, TableRow } from "./table";

/** What one row says, each value as it is meant. What the row leaves empty is absent: it says nothing about it. */
export interface WrittenRow {
  readonly customer_number?: string;
  readonly customer?: string;
  readonly system?: string;
  readonly server_key?: string;
  readonly installed_users?: number;
  readonly installed_light_users?: number;
  readonly release?: number;
  readonly vendor?: string;
  readonly sku?: string;
  readonly quantity?: number;
  readonly mode?: "purchase" | "subscription";
  readonly term_months?: number;
  readonly users?: number;
  readonly profile?: string;
  readonly start?: Day;
  readonly term_end?: Day;
  readonly interval?: "month" | "quarter" | "year";
  readonly unit_price?: Cents;
  readonly amount?: Cents;
  readonly notice_received_on?: Day;
  readonly licence_key?: string;
}

/** Something about one cell, or about a column that the row leaves empty. `error` keeps the row out, `warning` does not. */
export interface RowProblem {
  readonly field: string;
  /** As it stands in the file; of keys nothing is told. */
  readonly value: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly level: "error" | "warning";
}

export interface ReadRow {
  readonly line: number;
  readonly values: WrittenRow;
  readonly problems: readonly RowProblem[];
}

const MOST = 1_000_000;
const secret: readonly string[] = ["server_key", "licence_key"];

const readers: Readonly<Record<ImportField, (cell: Cell) => string | number | CellFault>> = {
  customer_number: (cell) => textOf(cell, 60),
  customer: (cell) => textOf(cell, 200),
  system: (cell) => textOf(cell, 200),
  server_key: (cell) => textOf(cell, 200),
  installed_users: (cell) => wholeOf(cell, 0, MOST),
  installed_light_users: (cell) => wholeOf(cell, 0, MOST),
  release: releaseOf,
  vendor: (cell) => textOf(cell, 100),
  sku: (cell) => textOf(cell, 100),
  quantity: (cell) => wholeOf(cell, 1, MOST),
  mode: modeOf,
  term_months: monthsOf,
  users: (cell) => wholeOf(cell, 1, MOST),
  profile: (cell) => textOf(cell, 100),
  start: dayOf,
  term_end: dayOf,
  interval: intervalOf,
  unit_price: centsOf,
  amount: centsOf,
  notice_received_on: dayOf,
  licence_key: (cell) => textOf(cell, 200),
};

/** Reads the cells of a row by what their columns mean. Every fault is told, not only the first. */
export function readRow(row: TableRow, mapping: ColumnMapping): ReadRow {
  const values: Record<string, string | number> = {};
  const problems: RowProblem[] = [];
  if (row.isCut) problems.push(problemOf("customer_number", "", { fault: "row-cut-off" }));
  for (const [column, cell] of row.cells.entries()) {
    const field = mapping[column];
    if (isEmpty(cell)) continue;
    if (column >= mapping.length) {
      problems.push(
        problemOf("customer_number", shownCell(cell), { fault: "row-too-long", params: { columns: mapping.length } }),
      );
      break;
    }
    if (field == null) continue;
    const value = readers[field as ImportField](unescaped(cell));
    if (isFault(value)) problems.push(problemOf(field, shownCell(cell), value));
    else if (value !== "") values[field] = value;
  }
  return { line: row.line, values: values as WrittenRow, problems };
}

const isEmpty = (cell: Cell) => typeof cell === "string" && cell.trim() === "";

/** An apostrophe before what a spreadsheet would take for a formula is how it was kept from doing so, and no part of the value. */
function unescaped(cell: Cell): Cell {
  return typeof cell === "string" && /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

export function problemOf(field: string, value: string, { fault, params = {} }: CellFault): RowProblem {
  const shown = secret.includes(field) ? "" : value.slice(0, 120);
  return { field, value: shown, code: fault, params, level: "error" };
}
