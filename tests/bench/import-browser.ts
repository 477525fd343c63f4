import "@/lib/cli/demo-environment";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import { chromium, type Page } from "@playwright/test";
import { closeDatabase } from "@/db/client";
import { buildIfChanged } from "@/lib/cli/build";
import type { Cleanup } from "@/lib/cli/command";
import { chromiumFlags, findChromium } from "../support/chromium";
import { estateCsv, estateHeadings, estateRows, estateXlsx } from "../support/estate-files";
import { startPortalForTests } from "../support/portal-server";
import { workbook, zip } from "../support/workbooks";
import type { Bench, Line } from "./measure";

const ROWS = 20_000;
const FAULTY = ROWS / 100;
const SECONDS = 60;
const MEGABYTES = { whole: 300, hostile: 400 } as const;

export const bench: Bench = {
  name: `Reading in through the browser, on a server as npm start starts it: ${ROWS} rows, and hostile files`,
  async run() {
    const folder = mkdtempSync(path.join(tmpdir(), "lizenzkontor-bench-files-"));
    const rows = estateRows(ROWS);
    try {
      await buildIfChanged();
      return [
        ...(await wholeLines("CSV in Windows-1252", written(folder, "bestand.csv", estateCsv(rows)))),
        ...(await wholeLines("XLSX", written(folder, "bestand.xlsx", await estateXlsx(rows)))),
        ...(await onOwnServer((page, serverPid) => hostileLines(page, serverPid, folder))),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function written(folder: string, name: string, content: Uint8Array | string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** Does the work as an admin who has just signed in, on a server of its own: what one has taken from the system it may keep. */
async function onOwnServer(work: (page: Page, serverPid: number) => Promise<Line[]>): Promise<Line[]> {
  const cleanups: Cleanup[] = [];
  try {
    await closeDatabase();
    const portal = await startPortalForTests((cleanup) => cleanups.unshift(cleanup));
    const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] });
    cleanups.unshift(() => browser.close());
    const page = await browser.newPage({ baseURL: portal.origin, locale: "de-DE" });
    page.setDefaultTimeout(120_000);
    const admin = portal.people.find(({ who }) => who === "reseller-admin");
    if (!admin) throw new Error("nobody may read anything in");
    await page.goto("/anmelden");
    await page.getByLabel("E-Mail-Adresse").fill(admin.email);
    await page.getByLabel("Passwort").fill(admin.password);
    await page.getByRole("button", { name: "Anmelden" }).click();
    await page.getByRole("navigation").first().waitFor();
    return await work(page, portal.serverPid);
  } finally {
    for (const cleanup of cleanups) await cleanup();
  }
}

const wholeLines = (kind: string, file: string) =>
  onOwnServer(async (page, serverPid) => {
    const before = peakMegabytes(serverPid);
    forgetPeak(serverPid);
    const took = await readIn(page, file);
    const megabytes = peakMegabytes(serverPid);
    return [
      {
        what: `${kind}: upload, dry run and import`,
        figure: took.map((ms) => `${(ms / 1_000).toFixed(1)} s`).join(" + "),
        limit: `${SECONDS} s`,
        isKept: took.reduce((sum, ms) => sum + ms, 0) <= SECONDS * 1_000,
      },
      {
        what: `${kind}: the web server's memory at most`,
        figure: `${megabytes} MB (${before} MB for signing in before)`,
        limit: `${MEGABYTES.whole} MB`,
        isKept: megabytes < MEGABYTES.whole,
      },
    ];
  });

/** Milliseconds of uploading, checking and reading in, each seen to its end on the page. */
async function readIn(page: Page, file: string): Promise<number[]> {
  const progress = page.getByRole("progressbar");
  const times = [performance.now()];
  await upload(page, file);
  const check = page.getByRole("button", { name: "Prüfen", exact: true });
  await check.waitFor();
  times.push(performance.now());
  await check.click();
  await progress.waitFor();
  const commit = page.getByRole("button", { name: /einlesen/ });
  await commit.waitFor();
  times.push(performance.now());
  await commit.click();
  await progress.waitFor();
  await page.getByRole("heading", { name: "Was die Datei bewirkt hat" }).waitFor();
  times.push(performance.now());
  const said = await page.locator("main").innerText();
  for (const count of [ROWS - FAULTY, FAULTY]) {
    if (!said.includes(count.toLocaleString("de-DE"))) throw new Error(`${count} is not said: ${said}`);
  }
  return times.slice(1).map((time, at) => time - (times[at] ?? 0));
}

async function upload(page: Page, file: string): Promise<void> {
  await page.goto("/import");
  await page.getByLabel("Datei", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Hochladen und ansehen" }).click();
}

async function hostileLines(page: Page, serverPid: number, folder: string): Promise<Line[]> {
  const head = estateHeadings.join(";");
  const files: [what: string, name: string, content: Uint8Array | string][] = [
    ["60 MB of text", "60.csv", Buffer.alloc(60 * 1024 * 1024, "a;")],
    ["a million columns", "columns.csv", `a${";".repeat(1_000_000)}\n`],
    ["a quote that never closes, 24 MB", "quote.csv", `${head}\n"${"Müller;".repeat(3_000_000)}`],
    ["50,000 faulty rows", "faulty.csv", `${head}\n${"x;y;z\n".repeat(50_000)}`],
    ["a workbook that unpacks to 300 MB", "bomb.xlsx", bomb()],
    ["a workbook with 16,384 columns", "wide.xlsx", wide()],
  ];
  const lines: Line[] = [];
  for (const [what, name, content] of files) {
    await upload(page, written(folder, name, content));
    const refusal = page.locator("main").getByRole("status").filter({ hasText: /./, hasNotText: "läuft weiter" });
    const check = page.getByRole("button", { name: "Prüfen", exact: true });
    await refusal.or(check).first().waitFor();
    if (await check.isVisible()) {
      await check.click();
      await refusal
        .or(page.getByRole("heading", { name: "Was das Einlesen bewirkt" }))
        .first()
        .waitFor();
    }
    const said = (await refusal.allInnerTexts()).join(" ") || "all rows are judged";
    const megabytes = peakMegabytes(serverPid);
    lines.push({
      what,
      figure: `${megabytes} MB so far, ${said}`,
      limit: `${MEGABYTES.hostile} MB`,
      isKept: megabytes < MEGABYTES.hostile,
    });
  }
  return lines;
}

function bomb(): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(300 * 1024 * 1024));
  return zip([{ name: "xl/worksheets/sheet1.xml", packed, size: 1_000 }]);
}

function wide(): Uint8Array {
  return workbook([Array.from({ length: 16_384 }, (_, at) => `Spalte ${at}`)]);
}

/** Hashing a password takes 64 MB for a moment, which reading in does not need. */
const forgetPeak = (pid: number) => writeFileSync(`/proc/${pid}/clear_refs`, "5");

/** What the operating system counts as the most that the process has held at once. */
function peakMegabytes(pid: number): number {
  const [, kilobytes = ""] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
