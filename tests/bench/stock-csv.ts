import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { build } from "esbuild";
import { manyStock, withoutStockIndexes } from "../support/many-stock";
import { projectRoot } from "../support/source-tree";
import { atMost, type Bench, interleaved, median } from "./measure";

const rows = 1_000_000;
const today = "2026-11-20";
const peakMiB = 150;

interface Loaded {
  readonly rows: number;
  readonly peakMiB: number;
}

/** All of Bestand as CSV for Excel, in a process of its own, against psql's COPY of the same rows and columns into nothing. */
export const bench: Bench = {
  name: `Bestand as CSV: ${rows.toLocaleString("en")} rows against psql's COPY`,
  async run(ownerUrl, appUrl) {
    const began = performance.now();
    const { resellerId } = await withoutStockIndexes(ownerUrl, () => manyStock(rows), [
      "stock_send_by_idx",
      "stock_stale_idx",
    ]);
    console.log(`  made in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
    let bytes = 0;
    let highest = 0;
    const folder = mkdtempSync(path.join(tmpdir(), "portal-bench-"));
    const reader = await bundled(folder);
    const times = await interleaved<"portal" | "psql", Loaded>(
      5,
      {
        portal: async () => {
          const printed = await output(process.execPath, [reader, appUrl, resellerId, today]);
          const read = JSON.parse(printed) as { lines: number; bytes: number; peakMiB: number };
          bytes = read.bytes;
          highest = Math.max(highest, read.peakMiB);
          return { rows: read.lines - 1, peakMiB: read.peakMiB };
        },
        psql: async () => ({ rows: await copyByPsql(appUrl, resellerId), peakMiB: 0 }),
      },
      (loaded) => loaded.rows === rows,
    ).finally(() => rmSync(folder, { recursive: true, force: true }));
    return [
      atMost(`${(bytes / 1e6).toFixed(0)} MB of CSV against psql's COPY`, median(times.portal), median(times.psql), {
        factor: 1.6,
      }),
      {
        what: "memory at its highest, all of the process",
        figure: `${highest.toFixed(0)} MiB`,
        limit: `${peakMiB} MiB`,
        isKept: highest < peakMiB,
      },
    ];
  },
};

/** The plain rows under the same role and in the same order, without words for codes, German days or formulas made safe. */
async function copyByPsql(appUrl: string, resellerId: string): Promise<number> {
  const select = `select article_de, sku, kind, customer_number, customer_name, system_name, product, quantity, state, send_by_on, notice_due_on,
    cancellable_to, term_ends_on, ends_on, monthly_cents, paid_cents, since_on, billing_party, clerk_id
    from app.stock_rows where reseller_id = '${resellerId}' order by send_by_on, id`;
  const printed = await output("psql", [
    appUrl,
    "--no-psqlrc",
    "-c",
    `begin; set local role portal_staff; set local "app.reseller_id" = '${resellerId}'`,
    "-c",
    `\\copy (${select.replace(/\s+/g, " ")}) to '/dev/null' (format csv)`,
  ]);
  return Number(/^COPY (\d+)$/m.exec(printed)?.[1]);
}

/** The program as it is built for a server: compiling it while it runs would take thrice the memory that is to be measured. */
async function bundled(folder: string): Promise<string> {
  const outfile = path.join(folder, "csv-reader.mjs");
  await build({
    entryPoints: [path.join(projectRoot, "tests/support/csv-reader.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "error",
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  return outfile;
}

async function output(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args, { cwd: projectRoot, stdio: ["ignore", "pipe", "inherit"] });
  const printed = text(child.stdout);
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("exit", resolve));
  if (code !== 0) throw new Error(`${path.basename(command)} ended with ${code}`);
  return printed;
}
