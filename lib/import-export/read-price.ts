import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import {
  type CellFault,
  centsOf,
  chargeOf,
  dayOf,
  isFault,
  modeOf,
  monthsOf,
  priceKindOf,
  shownCell,
  textOf,
} from "./cell-values";
import type { ColumnMapping, PriceField } from "./columns";
import { problemOf, type RowProblem } from "./read-row";
import type { Cell, TableRow } from "./table";

/** What one row of a file of prices says. */
export interface WrittenPrice {
  readonly vendor?: string;
  readonly sku?: string;
  readonly kind?: "list" | "purchase" | "customer";
  readonly price?: Cents;
  readonly valid_from?: Day;
  readonly mode?: "purchase" | "subscription";
  readonly term_months?: number;
  readonly tier?: string;
  readonly profile?: string;
  readonly charge?: "oneOff" | "monthly" | "yearly";
}

export interface ReadPrice {
  readonly line: number;
  readonly values: WrittenPrice;
  readonly problems: readonly RowProblem[];
}

const readers: Readonly<Record<PriceField, (cell: Cell) => string | number | CellFault>> = {
  vendor: (cell) => textOf(cell, 100),
  sku: (cell) => textOf(cell, 100),
  kind: priceKindOf,
  price: centsOf,
  valid_from: dayOf,
  mode: modeOf,
  term_months: monthsOf,
  tier: (cell) => textOf(cell, 40),
  profile: (cell) => textOf(cell, 100),
  charge: chargeOf,
};

/** Reads the cells of a row by what their columns mean. */
export function readPriceRow(row: TableRow, mapping: ColumnMapping): ReadPrice {
  const values: Record<string, string | number> = {};
  const problems: RowProblem[] = row.isCut ? [problemOf("sku", "", { fault: "row-cut-off" })] : [];
  for (const [column, cell] of row.cells.entries()) {
    if (typeof cell === "string" && cell.trim() === "") continue;
    if (column >= mapping.length) {
      problems.push(problemOf("sku", shownCell(cell), { fault: "row-too-long", params: { columns: mapping.length } }));
      break;
    }
    const field = mapping[column];
    if (field == null) continue;
    const value = readers[field as PriceField](cell);
    if (isFault(value)) problems.push(problemOf(field, shownCell(cell), value));
    else if (value !== "") values[field] = value;
  }
  return { line: row.line, values: values as WrittenPrice, problems };
}
