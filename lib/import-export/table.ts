import type { Day } from "@/lib/domain/dates";
import type { Refusal } from "@/lib/domain/refusal";

/** What a cell holds. A text file has texts only; a workbook tells numbers, days and yes or no apart. An empty cell is an empty text. */
export type Cell = string | number | boolean | { readonly day: Day };

export interface TableRow {
  /** As the program that shows the file counts: the line of a text file on which the row begins, the row of a sheet. From 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
  /** The file ends within this row, without a line end and with fewer cells than the first row: it looks cut off. */
  readonly isCut?: true;
}

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What was recognised of a file. */
export type TableFormat =
  | { readonly kind: "csv"; readonly encoding: Encoding; readonly delimiter: string }
  | { readonly kind: "xlsx"; readonly sheet: string };

/** Gets each row that is not empty, in order; `"stop"` ends the reading early. */
export type OnRow = (row: TableRow) => "more" | "stop" | Promise<"more" | "stop">;

/** What a file may hold. Anything beyond is refused as a whole: nothing is ever cut off in silence. */
export interface TableLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Signs of one cell. */
  readonly cellLength: number;
  /** Bytes of a workbook when unpacked. */
  readonly unpackedBytes: number;
}

export const tableLimits: TableLimits = {
  bytes: 25 * 1024 * 1024,
  rows: 50_000,
  columns: 500,
  cellLength: 10_000,
  unpackedBytes: 160 * 1024 * 1024,
};

/** Carries a refusal out of the depth of a reader; `readTable` turns it into a value. */
export class FileRefused extends Error {
  override readonly name = "FileRefused";
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export const isEmptyRow = (cells: readonly Cell[]): boolean =>
  cells.every((cell) => typeof cell === "string" && cell.trim() === "");
