import { pipeline, Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { type CsvError, parse } from "csv-parse";
import { refuse } from "@/lib/domain/refusal";
import { decodeText } from "./decode-text";
import { FileRefused, isEmptyRow, type OnRow, type TableFormat, type TableLimits, type TableRow } from "./table";

const delimiters = [";", ",", "\t", "|"] as const;

/** How many of the cells of a line are known headings; given by whoever knows them, so that the delimiter is found by meaning. */
export type CountHeadings = (cells: readonly string[]) => number;

/** Reads a text of separated values, row by row and never all at once. */
export async function readCsv(
  bytes: Uint8Array,
  limits: TableLimits,
  countHeadings: CountHeadings,
  onRow: OnRow,
): Promise<TableFormat> {
  const text = decodeText(bytes);
  const head = headOf(text.pieces());
  const said = /^sep=(.)\r?\n/i.exec(head);
  const delimiter = said?.[1] ?? delimiterOf(head, countHeadings);
  const format: TableFormat = { kind: "csv", encoding: text.encoding, delimiter };

  let endsWithLine = true;
  let skip = said?.[0].length ?? 0;
  async function* pieces() {
    for (const piece of text.pieces()) {
      // Others have their turn, whatever the piece holds.
      await setImmediate();
      endsWithLine = /[\r\n]$/.test(piece);
      const rest = skip > 0 ? piece.slice(skip) : piece;
      skip = Math.max(0, skip - piece.length);
      if (rest !== "") yield rest;
    }
  }
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    // A quote within a value that does not begin with one is just a sign: 19" Gehäuse.
    relax_quotes: true,
    // Millions of them are skipped where they are found, not one by one below.
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: recordSize(limits),
  });
  // The loop below gets every error of the chain; without a callback the chain would throw it a second time.
  pipeline(Readable.from(pieces()), parser, () => {});

  const offset = said === null ? 0 : 1;
  let rows = 0;
  let firstLength: number | null = null;
  // A row is given on when the next one has come: only then is it known not to be the last.
  let held: TableRow | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = offset + info.lines - lineEndsIn(record);
      if (record.length > limits.columns) {
        throw new FileRefused(refuse("file-too-many-columns", { most: limits.columns }));
      }
      if (isEmptyRow(record)) continue;
      if (++rows > limits.rows + 1) throw new FileRefused(refuse("file-too-many-rows", { most: limits.rows }));
      if (record.some((cell) => cell.length > limits.cellLength)) {
        throw new FileRefused(refuse("file-cell-too-long", { line, most: limits.cellLength }));
      }
      firstLength ??= record.length;
      if (held !== null && (await onRow(held)) === "stop") return format;
      held = { line, cells: record };
    }
    if (held !== null) {
      const isCut = !endsWithLine && held.cells.length < (firstLength ?? 0);
      await onRow(isCut ? { ...held, isCut } : held);
    }
  } catch (error) {
    throw refusedBy(error, limits) ?? error;
  } finally {
    parser.destroy();
  }
  return format;
}

/** How many lines more than one a row takes. */
const lineEndsIn = (record: readonly string[]): number =>
  record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

const recordSize = ({ columns }: TableLimits) => columns * 1_000;

function refusedBy(error: unknown, limits: TableLimits): FileRefused | null {
  const { code, lines } = error as Partial<CsvError> & { lines?: number };
  const line = typeof lines === "number" ? lines : 1;
  switch (code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return new FileRefused(refuse("file-quote-open", { line }));
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return new FileRefused(refuse("file-quote-wrong", { line }));
    case "CSV_MAX_RECORD_SIZE":
      return new FileRefused(refuse("file-line-too-long", { line, most: recordSize(limits) }));
    default:
      return null;
  }
}

/** The first lines: enough to see how values are separated. */
function headOf(pieces: Generator<string>): string {
  let head = "";
  for (const piece of pieces) {
    head += piece;
    if (head.length > 16_000) break;
  }
  return head.slice(0, 16_000);
}

/** The separator under which the first lines hold most known headings; where none is known, the one that makes most columns. */
function delimiterOf(head: string, countHeadings: CountHeadings): string {
  const lines = head.split(/\r\n|\r|\n/, 20).filter((line) => line.trim() !== "");
  const judged = delimiters.map((delimiter) => {
    const split = lines.map((line) => line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1")));
    return {
      delimiter,
      headings: Math.max(0, ...split.map(countHeadings)),
      columns: split[0]?.length ?? 0,
    };
  });
  judged.sort((left, right) => right.headings - left.headings || right.columns - left.columns);
  return judged[0]?.delimiter ?? ";";
}
