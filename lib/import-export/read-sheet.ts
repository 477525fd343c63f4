import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { shownCell } from "./cell-values";
import { type ColumnMapping, countHeadings, type Fields, mappingOf } from "./columns";
import { readTable } from "./read-table";
import type { TableFormat, TableRow } from "./table";

/** The header is looked for in so many rows that are not empty: some programs write a title above it. */
const HEADER_WITHIN = 20;
const SAMPLES = 4;

/** What a file looks like at its beginning. */
export interface SheetHead {
  readonly format: TableFormat;
  readonly headerLine: number;
  /** The names of the columns as they stand there. */
  readonly header: readonly string[];
  /** What they seem to mean. */
  readonly mapping: ColumnMapping;
  /** How many columns were recognised; 0: the first row is only taken for the header. */
  readonly recognised: number;
  /** The first rows below, as text. */
  readonly samples: readonly (readonly string[])[];
}

/** Reads the beginning of a file: enough to show what its columns are. The rest is judged when it is read whole. */
export async function peekSheet(bytes: Uint8Array, fields: Fields): Promise<SheetHead | Refusal> {
  const rows: TableRow[] = [];
  const format = await readTable(bytes, countHeadings(fields), (row) => {
    rows.push(row);
    return rows.length > HEADER_WITHIN + SAMPLES ? "stop" : "more";
  });
  if (isRefusal(format)) return format;
  const counted = rows.slice(0, HEADER_WITHIN).map((row) => countHeadings(fields)(row.cells));
  const recognised = Math.max(0, ...counted);
  const at = recognised > 1 ? counted.indexOf(recognised) : 0;
  const head = rows[at];
  if (head === undefined) return refuse("file-no-rows");
  return {
    format,
    headerLine: head.line,
    header: head.cells.map(shownCell),
    mapping: mappingOf(fields, head.cells),
    recognised: recognised > 1 ? recognised : 0,
    samples: rows.slice(at + 1, at + 1 + SAMPLES).map(({ cells }) => cells.map(shownCell)),
  };
}

/** Reads every row below the header; refused if the file has none, or cannot be read to its end. */
export async function readSheet(
  bytes: Uint8Array,
  fields: Fields,
  headerLine: number,
  onRow: (row: TableRow) => void | Promise<void>,
): Promise<TableFormat | Refusal> {
  let count = 0;
  const format = await readTable(bytes, countHeadings(fields), async (row): Promise<"more"> => {
    if (row.line <= headerLine) return "more";
    count++;
    await onRow(row);
    return "more";
  });
  return isRefusal(format) || count > 0 ? format : refuse("file-no-rows");
}
