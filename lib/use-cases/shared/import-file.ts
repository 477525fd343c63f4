import { createHash } from "node:crypto";
import { chunksOf, type ImportRow } from "@/db/queries/imports";
import type { ImportProgress } from "@/db/schema-imports";
import type { Tx } from "@/db/tenant";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import type { Task } from "@/lib/domain/viewer";
import { type ColumnMapping, type Fields, foldHeading } from "@/lib/import-export/columns";
import { readSheet } from "@/lib/import-export/read-sheet";
import type { TableRow } from "@/lib/import-export/table";
import { openBytes, sealBytes } from "@/lib/vault/seal";
import { breathe } from "./import-job";

const CHUNK = 512 * 1024;
const OPENED_AT_ONCE = 8;

const placeOf = (resellerId: string, importId: string, place: number) => ({
  resellerId,
  table: "import_chunks" as const,
  id: `${importId}/${place}`,
  column: "sealed" as const,
});

/** A file as the database keeps it: in pieces, sealed, since licence keys stand in it in clear. One at a time: a file may be large. */
export function* sealFile(bytes: Uint8Array, resellerId: string, importId: string): Generator<string> {
  const count = Math.ceil(bytes.length / CHUNK);
  for (let place = 0; place < count; place++) {
    yield sealBytes(bytes.subarray(place * CHUNK, (place + 1) * CHUNK), placeOf(resellerId, importId, place));
  }
}

/** The file again; null once it was taken away. */
export async function openFile(tx: Tx, resellerId: string, importId: string): Promise<Uint8Array | null> {
  const opened: Buffer[] = [];
  for (;;) {
    const chunks = await chunksOf(tx, resellerId, importId, opened.length, OPENED_AT_ONCE);
    for (const sealed of chunks) opened.push(openBytes(sealed, placeOf(resellerId, importId, opened.length)));
    if (chunks.length < OPENED_AT_ONCE) break;
  }
  return opened.length === 0 ? null : Buffer.concat(opened);
}

export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The same for files with the same columns in the same order, whatever they are called. */
export function sourceKeyOf(header: readonly string[]): string {
  return createHash("sha256").update(header.map(foldHeading).join("\n")).digest("hex");
}

/** What stops a mapping from being used: a meaning given twice, or one without which no row counts. */
export function mappingFault(
  mapping: ColumnMapping,
  header: readonly string[],
  needed: readonly string[],
): Refusal | null {
  if (mapping.length !== header.length) return refuse("mapping-wrong");
  const given = mapping.filter((field) => field !== null);
  const twice = given.find((field, at) => given.indexOf(field) !== at);
  if (twice !== undefined) return refuse("mapping-field-twice", { field: twice });
  const missing = needed.find((field) => !given.includes(field));
  return missing === undefined ? null : refuse("mapping-field-missing", { field: missing });
}

/** What one must be allowed to do with a file of a kind. */
export const taskOf = (kind: Fields): Task => (kind === "estate" ? "import-estate" : "manage-price-rows");

/** Columns without which no row of the file could count. */
export const neededFields: Readonly<Record<Fields, readonly string[]>> = {
  estate: ["customer_number", "vendor", "sku", "start"],
  prices: ["vendor", "sku", "price"],
};

/** Reads every row below the header, with a pause now and then. */
export async function rowsOfFile<R>(
  bytes: Uint8Array,
  row: Pick<ImportRow, "kind" | "headerLine">,
  read: (row: TableRow) => R,
  report: (progress: ImportProgress) => void,
): Promise<R[] | Refusal> {
  const rows: R[] = [];
  const format = await readSheet(bytes, row.kind, row.headerLine, async (each) => {
    rows.push(read(each));
    if (rows.length % 500 === 0) {
      report({ phase: "reading", done: rows.length, total: null });
      await breathe();
    }
  });
  return isRefusal(format) ? format : rows;
}
