import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import { buildSync } from "esbuild";
import { makeBenchReseller } from "../support/bench-viewer";
import { estateCsv, estateHeadings, estateRows, estateXlsx } from "../support/estate-files";
import { workbook, zip } from "../support/workbooks";
import type { Bench, Line } from "./measure";

const ROWS = 20_000;
const MEGABYTES = { whole: 300, hostile: 400 } as const;
/** Garbage is collected before the heap grows beyond: what is measured is what is needed. */
const HEAP_MEGABYTES = 160;
const root = path.resolve(import.meta.dirname, "../..");

export const bench: Bench = {
  name: "What reading a file in takes in memory, the process and all of its program included",
  async run(_ownerUrl, appUrl) {
    const folder = mkdtempSync(path.join(tmpdir(), "lizenzkontor-bench-files-"));
    const rows = estateRows(ROWS);
    const head = estateHeadings.join(";");
    const files: [string, Uint8Array | string, "whole" | "hostile"][] = [
      [`CSV of ${ROWS} rows`, estateCsv(rows), "whole"],
      [`XLSX of ${ROWS} rows`, await estateXlsx(rows), "whole"],
      ["60 MB of text", Buffer.alloc(60 * 1024 * 1024, "a;"), "hostile"],
      ["a million columns", `a${";".repeat(1_000_000)}\n`, "hostile"],
      ["a quote that never closes, 24 MB", `${head}\n"${"Müller;".repeat(3_000_000)}`, "hostile"],
      ["50,000 faulty rows", `${head}\n${"x;y;z\n".repeat(50_000)}`, "hostile"],
      ["a workbook that unpacks to 300 MB", bomb(), "hostile"],
      ["a workbook with 16,384 columns", wide(), "hostile"],
    ];
    const lines: Line[] = [];
    const script = built();
    try {
      for (const [what, content, kind] of files) {
        const file = path.join(folder, "file");
        writeFileSync(file, content);
        const { megabytes, ...said } = await readIn(script, appUrl, file);
        const limit = MEGABYTES[kind];
        const isRight =
          kind === "whole"
            ? "counts" in said && said.counts.new === ROWS * 0.99
            : !("counts" in said) || said.counts.new === 0;
        lines.push({
          what,
          figure: `${megabytes} MB, ${JSON.stringify(said)}`,
          limit: `${limit} MB`,
          isKept: megabytes < limit && isRight,
        });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return lines;
  },
};

/** The program as a server runs it: built into one file, not translated and looked up module by module while it loads. */
function built(): string {
  const outfile = path.join(root, "node_modules/.cache/bench/import-at-once.mjs");
  buildSync({
    entryPoints: [path.join(root, "tests/support/import-at-once-process.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "server-only": path.join(root, "tests/support/empty.ts") },
  });
  return outfile;
}

type Said = { readonly megabytes: number } & (
  | { readonly refused: string }
  | { readonly counts: { readonly new: number } }
);

async function readIn(script: string, appUrl: string, file: string): Promise<Said> {
  const viewer = JSON.stringify(await makeBenchReseller());
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${HEAP_MEGABYTES}`, script, appUrl, viewer, file, "2026-11-20"],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  if (!stdout.startsWith("{")) throw new Error(stderr.slice(-2_000));
  return JSON.parse(stdout) as Said;
}

function bomb(): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(300 * 1024 * 1024));
  return zip([{ name: "xl/worksheets/sheet1.xml", packed, size: 1_000 }]);
}

function wide(): Uint8Array {
  return workbook([Array.from({ length: 16_384 }, (_, at) => `Spalte ${at}`)]);
}
