import type { Readable } from "node:stream";
import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import postgres, { type Sql } from "postgres";
import { databaseAddress, type Limits, opening } from "./client";

export interface CopyForm {
  readonly delimiter: ";" | ",";
  /** How days are written: 31.12.2026 or 2026-12-31. */
  readonly days: "german" | "iso";
  /** What stands before the first line, ended as a line. */
  readonly head: string;
}

/** A long table takes its time, and whoever loads it too. */
const limits: Limits = { statementMs: 900_000, lockMs: 3_000, idleMs: 60_000, deadlineMs: 900_000 };
const atOnce = 3;
let running = 0;

/** By this name the server lists who loads a table. */
const copyName = "lizenzkontor copy";
const dialect = new PgDialect();
const chunkSize = 64 * 1024;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * COPY, as fast as PostgreSQL gives the rows, in memory for a few chunks, with lines ended by CR LF. On a connection of its own that is
 * thrown away: after COPY a connection of postgres.js that had to wait for its reader may never answer again. A fault breaks the stream
 * off, so that nobody takes a part for the whole; whoever stops reading stops the server's work.
 */
export async function copyOut(
  settings: Readonly<Record<string, string>>,
  rows: SQL,
  form: CopyForm,
): Promise<ReadableStream<Uint8Array>> {
  if (running >= atOnce)
    throw new Error(`All ${atOnce} connections to the database were busy with tables being loaded.`);
  running++;
  const client = postgres(databaseAddress(), {
    max: 1,
    connect_timeout: 5,
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: copyName },
  });
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    if (closing === null) {
      running--;
      closing = client.end({ timeout: 0 }).catch(() => {});
    }
    return closing;
  };
  try {
    await client.unsafe(opening({ ...settings, datestyle: form.days }, limits));
    const [backend] = await client.unsafe("select pg_backend_pid() as pid");
    const text = await withValues(client, rows);
    const lines = await client
      .unsafe(`copy (${text}) to stdout (format csv, delimiter '${form.delimiter}')`)
      .readable();
    return inChunks(lines, form.head, close, () => cancel(Number(backend?.pid)));
  } catch (error) {
    await close();
    throw error;
  }
}

/** The query's text with its parameters in it, quoted by the server itself: COPY takes none. */
async function withValues(client: Sql, rows: SQL): Promise<string> {
  const { sql, params } = dialect.sqlToQuery(rows);
  if (params.length === 0) return sql;
  const marks = params.map((_, at) => `quote_nullable($${at + 1}::text) as p${at + 1}`);
  const [quoted] = await client.unsafe(
    `select ${marks.join(", ")}`,
    params.map((value) => (value === null ? null : String(value))),
  );
  return sql.replace(/\$(\d+)/g, (_, number: string) => String(quoted?.[`p${number}`]));
}

/** The server stops at once, and the stream ends with its complaint, which nobody reads any more; or it had ended by itself. */
async function cancel(pid: number): Promise<void> {
  const client = postgres(databaseAddress(), {
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: copyName },
  });
  await client
    .unsafe("select pg_cancel_backend($1)", [pid])
    .catch(() => {})
    .finally(() => client.end({ timeout: 0 }));
}

/** Each piece that comes is one line with its LF. */
function inChunks(
  lines: Readable,
  head: string,
  close: () => Promise<void>,
  cancelled: () => Promise<void>,
): ReadableStream<Uint8Array> {
  let chunk = Buffer.allocUnsafeSlow(chunkSize);
  let size = 0;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const flush = () => {
          if (size > 0) controller.enqueue(chunk.subarray(0, size));
          chunk = Buffer.allocUnsafeSlow(chunkSize);
          size = 0;
          if ((controller.desiredSize ?? 0) <= 0) lines.pause();
        };
        controller.enqueue(Buffer.from(head));
        lines.on("data", (line: Buffer) => {
          if (size + line.length + 1 > chunkSize) flush();
          const isWhole = line[line.length - 1] === LINE_FEED;
          if (line.length + 1 > chunkSize) {
            controller.enqueue(
              Buffer.concat([line.subarray(0, isWhole ? -1 : undefined), Buffer.from(isWhole ? "\r\n" : "")]),
            );
            return;
          }
          size += line.copy(chunk, size, 0, isWhole ? line.length - 1 : line.length);
          if (!isWhole) return;
          chunk[size++] = CARRIAGE_RETURN;
          chunk[size++] = LINE_FEED;
        });
        lines.on("error", (error) => {
          controller.error(error);
          void close();
        });
        lines.on("end", () => {
          flush();
          controller.close();
          void close();
        });
      },
      pull() {
        lines.resume();
      },
      /** Over when the server has stopped and its connection is closed. */
      async cancel() {
        for (const event of ["data", "end", "error"]) lines.removeAllListeners(event);
        if (!lines.readableEnded && !lines.destroyed) {
          const over = new Promise((resolve) => lines.on("error", resolve).on("end", resolve).resume());
          await Promise.all([cancelled(), over]);
        }
        await close();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 4 * chunkSize }),
  );
}
