import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { resellers } from "@/db/schema";
import { withPlatform } from "@/db/tenant";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { countHeadings } from "@/lib/import-export/columns";
import { readTable } from "@/lib/import-export/read-table";
import { checkImport } from "@/lib/use-cases/check-import";
import { commitImport } from "@/lib/use-cases/commit-import";
import { showImport } from "@/lib/use-cases/show-import";
import { uploadImport } from "@/lib/use-cases/upload-import";
import { makeBenchReseller } from "../support/bench-viewer";
import { estateCsv, estateRows, estateXlsx } from "../support/estate-files";
import type { Bench, Line } from "./measure";

const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");
const ROWS = 20_000;
const SECONDS = 60;
const FACTOR = 3;

/** Every table that an import writes into, in the order in which they refer to each other. */
const tables = [
  "customers",
  "systems",
  "licences",
  "purchases",
  "contracts",
  "positions",
  "terms",
  "notices",
  "decisions",
  "stock_rows",
  "stock_words",
  "audit_entries",
] as const;
/** Written by a trigger of the last one. */
const heads = "audit_heads";

export const bench: Bench = {
  name: `A customer base of ${ROWS} rows, 1 % of them faulty: dry run and import`,
  async run(ownerUrl) {
    const rows = estateRows(ROWS);
    const lines: Line[] = [];
    for (const [kind, bytes] of [
      ["CSV in Windows-1252", estateCsv(rows)],
      ["XLSX", await estateXlsx(rows)],
    ] as const) {
      const viewer = await makeBenchReseller();
      const took = await readIn(viewer, bytes);
      const base = (await parse(bytes)) + (await copied(ownerUrl, viewer.resellerId ?? ""));
      lines.push(
        {
          what: `${kind}: dry run and import`,
          figure: `${(took.dryRun / 1_000).toFixed(1)} s + ${(took.commit / 1_000).toFixed(1)} s`,
          limit: `${SECONDS} s`,
          isKept: took.dryRun + took.commit <= SECONDS * 1_000,
        },
        {
          what: `${kind}: the import against a parse and INSERT ... SELECT of the same rows`,
          figure: `${took.commit.toFixed(0)} ms, ${(took.commit / base).toFixed(2)} x of ${base.toFixed(0)} ms`,
          limit: `${FACTOR} x`,
          isKept: took.commit <= base * FACTOR,
        },
      );
      const again = await check(viewer, bytes);
      lines.push({
        what: `${kind}: read in again`,
        figure: `${again.new} new, ${again.changed} changed`,
        limit: "0",
        isKept: again.new === 0 && again.changed === 0 && again.rejected === ROWS / 100,
      });
    }
    return lines;
  },
};

const throwIt = (error: unknown) => {
  throw error;
};

async function check(viewer: Viewer, bytes: Uint8Array) {
  const { importId } = await uploaded(viewer, bytes);
  const begun = await checkImport(viewer, importId, undefined, today, now, throwIt);
  if (begun === "not-found" || isRefusal(begun) || (await begun.finished) !== "ended") throw new Error("not checked");
  const counts = (await showImport(viewer, importId))?.counts;
  if (!counts) throw new Error("a check without counts");
  return { importId, ...counts };
}

async function uploaded(viewer: Viewer, bytes: Uint8Array): Promise<{ readonly importId: string }> {
  const outcome = await uploadImport(viewer, { name: "bestand", bytes }, now);
  if (isRefusal(outcome)) throw new Error(outcome.code);
  return outcome;
}

async function readIn(viewer: Viewer, bytes: Uint8Array) {
  const began = performance.now();
  const { importId, ...counts } = await check(viewer, bytes);
  const checked = performance.now();
  if (counts.new !== ROWS - ROWS / 100 || counts.rejected !== ROWS / 100) throw new Error(JSON.stringify(counts));
  const begun = await commitImport(viewer, importId, true, today, now, throwIt);
  if (begun === "not-found" || isRefusal(begun) || (await begun.finished) !== "ended") throw new Error("not read in");
  return { dryRun: checked - began, commit: performance.now() - checked };
}

/** Milliseconds of reading every row and doing nothing with it. */
async function parse(bytes: Uint8Array): Promise<number> {
  const began = performance.now();
  let rows = 0;
  await readTable(bytes, countHeadings("estate"), () => {
    rows++;
    return "more";
  });
  if (rows !== ROWS + 1) throw new Error(`${rows} rows were read`);
  return performance.now() - began;
}

/** Milliseconds of copying everything that the import has written into the same tables, for another reseller, in one transaction. */
async function copied(ownerUrl: string, resellerId: string): Promise<number> {
  const other = uuidv7();
  await withPlatform((tx) => tx.insert(resellers).values({ resellerId: other, name: `Copy ${other}` }));
  const admin = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    // The owner is bound by row-level security like everybody: as staff of both resellers in turn he would copy nothing.
    for (const table of [...tables, heads]) await admin.unsafe(`alter table app.${table} disable row level security`);
    const columns = new Map<string, string[]>();
    for (const table of tables) {
      const found = await admin<{ name: string }[]>`
        select column_name as name from information_schema.columns where table_schema = 'app' and table_name = ${table} and column_name <> 'reseller_id' order by ordinal_position`;
      columns.set(
        table,
        found.map(({ name }) => name),
      );
    }
    const began = performance.now();
    let count = 0;
    await admin.begin(async (sql) => {
      for (const table of tables) {
        const names = (columns.get(table) ?? []).map((name) => `"${name}"`).join(", ");
        const result = await sql.unsafe(
          `insert into app.${table} (reseller_id, ${names}) select '${other}'::uuid, ${names} from app.${table} where reseller_id = '${resellerId}'`,
        );
        count += result.count;
      }
    });
    if (count < ROWS) throw new Error(`${count} rows were copied`);
    return performance.now() - began;
  } finally {
    for (const table of [...tables, heads]) await admin.unsafe(`alter table app.${table} enable row level security`);
    await admin.end();
  }
}
