import { writeXlsxStream } from "hucre/xlsx";
import { csvDialects, csvLine } from "./csv";

/** One row of a forecast's file; amounts in cents. */
export interface ForecastFileRow {
  readonly month: string;
  readonly contractId: string;
  readonly committedCents: number;
  readonly renewalCents: number;
}

const heads = ["month", "contract_id", "committed_eur", "renewal_eur"];
const LINES_AT_ONCE = 500;

/** RFC 4180, made while it is read. */
export function forecastCsv(rows: Iterable<ForecastFileRow>): ReadableStream<Uint8Array> {
  const dialect = csvDialects.rfc4180;
  const encoder = new TextEncoder();
  const iterator = rows[Symbol.iterator]();
  let begun = false;
  return new ReadableStream({
    pull(controller) {
      let text = begun ? "" : csvLine(heads, dialect);
      begun = true;
      for (let line = 0; line < LINES_AT_ONCE; line++) {
        const { done, value } = iterator.next();
        if (done) {
          if (text !== "") controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
        text += csvLine([value.month, value.contractId, euro(value.committedCents), euro(value.renewalCents)], dialect);
      }
      controller.enqueue(encoder.encode(text));
    },
  });
}

const euro = (cents: number) => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;

/** A workbook of one sheet, made while it is read. */
export function forecastXlsx(rows: Iterable<ForecastFileRow>): ReadableStream<Uint8Array> {
  return writeXlsxStream(sheetRows(rows), { name: "Forecast" });
}

function* sheetRows(rows: Iterable<ForecastFileRow>) {
  yield heads;
  for (const { month, contractId, committedCents, renewalCents } of rows)
    yield [month, contractId, committedCents / 100, renewalCents / 100];
}
