import { streamXlsxRows } from "hucre/xlsx";
import { refuse } from "@/lib/domain/refusal";
import { type Cell, FileRefused, isEmptyRow, type OnRow, type TableFormat, type TableLimits } from "./table";
import { checkArchive } from "./zip-guard";

/** Reads the first sheet of a workbook, row by row. A formula counts as the value that the program which wrote the file has reckoned. */
export async function readXlsx(bytes: Uint8Array, limits: TableLimits, onRow: OnRow): Promise<TableFormat> {
  await checkArchive(bytes, limits);
  let rows = 0;
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: 0 })) {
      const cells = cellsOf(values);
      if (isEmptyRow(cells)) continue;
      if (cells.length > limits.columns) {
        throw new FileRefused(refuse("file-too-many-columns", { most: limits.columns }));
      }
      if (++rows > limits.rows + 1) throw new FileRefused(refuse("file-too-many-rows", { most: limits.rows }));
      if (cells.some((cell) => typeof cell === "string" && cell.length > limits.cellLength)) {
        throw new FileRefused(refuse("file-cell-too-long", { line: index + 1, most: limits.cellLength }));
      }
      if ((await onRow({ line: index + 1, cells })) === "stop") break;
    }
  } catch (error) {
    if (error instanceof FileRefused || !isReaders(error)) throw error;
    throw new FileRefused(refuse("file-broken"));
  }
  return { kind: "xlsx", sheet: "" };
}

/** The reader's own errors, and those of the XML below it: the file is not what it says. */
function isReaders(error: unknown): boolean {
  return error instanceof Error && !(error instanceof RangeError && /memory|call stack/i.test(error.message));
}

type Value = string | number | boolean | Date | null | undefined;

/** Without the empty cells at the end: programs that format whole columns leave thousands of them. */
function cellsOf(values: readonly unknown[]): Cell[] {
  let length = values.length;
  while (length > 0 && isBlank(values[length - 1] as Value)) length--;
  return values.slice(0, length).map((value) => cellOf(value as Value));
}

const isBlank = (value: Value) => value === null || value === undefined || value === "";

function cellOf(value: Value): Cell {
  if (value === null || value === undefined) return "";
  if (!(value instanceof Date)) return value;
  const instant = value.getTime();
  // A day has no time of day; the reader gives it as that day's midnight in UTC.
  return Number.isNaN(instant)
    ? ""
    : { day: new Date(Math.floor(instant / 86_400_000) * 86_400_000).toISOString().slice(0, 10) };
}
