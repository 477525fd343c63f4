import { type Refusal, refuse } from "@/lib/domain/refusal";
import { type CountHeadings, readCsv } from "./read-csv";
import { readXlsx } from "./read-xlsx";
import { FileRefused, type OnRow, type TableFormat, type TableLimits, tableLimits } from "./table";

/**
 * Reads a table from a file, whatever it calls itself: separated values in any usual encoding, or a workbook. Each row goes to `onRow` in
 * order, without those that are empty. A file that cannot be read whole is refused with a reason; rows that were given on before the
 * fault was found count for nothing then.
 */
export async function readTable(
  bytes: Uint8Array,
  countHeadings: CountHeadings,
  onRow: OnRow,
  limits: TableLimits = tableLimits,
): Promise<TableFormat | Refusal> {
  try {
    if (bytes.length === 0) return refuse("file-empty");
    if (bytes.length > limits.bytes) return tooLarge(limits);
    const foreign = foreignKind(bytes);
    if (foreign !== null) return foreign;
    if (startsWith(bytes, [0x50, 0x4b])) return await readXlsx(bytes, limits, onRow);
    return await readCsv(bytes, limits, countHeadings, onRow);
  } catch (error) {
    if (error instanceof FileRefused) return error.refusal;
    throw error;
  }
}

export const tooLarge = ({ bytes }: TableLimits): Refusal =>
  refuse("file-too-large", { mebibytes: Math.floor(bytes / 1024 / 1024) });

/** Files that people take for a table, and what to do with them. */
function foreignKind(bytes: Uint8Array): Refusal | null {
  // The old binary Excel; also how a workbook with a password is packed.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse("file-old-or-encrypted");
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return refuse("file-is-pdf");
  if (startsWith(bytes, [0x1f, 0x8b]) || startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf])) return refuse("file-packed");
  const isHtml = /^\s*(<!doctype html|<html|<table)/i.test(Buffer.from(bytes.subarray(0, 200)).toString("latin1"));
  return isHtml ? refuse("file-is-html") : null;
}

const startsWith = (bytes: Uint8Array, signs: readonly number[]) => signs.every((sign, at) => bytes[at] === sign);
