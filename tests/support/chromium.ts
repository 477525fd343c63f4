import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { projectRoot } from "./source-tree";

/** Ends with this when no browser can be had: the browser tests then fail, they are never left out. */
export class NoChromium extends Error {}

const run = (
  file: string,
  args: string[],
  timeoutMs: number,
  env: Record<string, string> = {},
): Promise<string | null> =>
  new Promise((resolve) => {
    execFile(
      file,
      args,
      { cwd: projectRoot, timeout: timeoutMs, env: { ...process.env, ...env }, maxBuffer: 1 << 24 },
      (error, stdout) => resolve(error ? null : stdout),
    );
  });

/** Whether the program is there, has its libraries, and calls itself a Chromium: a stub that only says where to get one does not. */
async function works(file: string): Promise<boolean> {
  return /chrom/i.test((await run(file, ["--version"], 20_000)) ?? "");
}

/** The shell is the same engine without windows, profiles and a screen: a quarter less work for each test. */
const shell = "chromium-headless-shell";
const names = [shell, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

async function onThePath(): Promise<string | null> {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
      const file = path.join(folder, name);
      if (folder !== "" && existsSync(file) && (await works(file))) return file;
    }
  }
  return null;
}

/** Playwright's own build, where it lies if it has been installed. */
async function playwrightsOwn(): Promise<string | null> {
  const file = chromium.executablePath();
  return existsSync(file) && (await works(file)) ? file : null;
}

async function installPlaywrights(): Promise<string | null> {
  const cli = path.join(projectRoot, "node_modules/@playwright/test/cli.js");
  // Without a network it must fail soon, so that the next way is tried.
  const patience = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "5000" };
  if ((await run(process.execPath, [cli, "install", "chromium"], 180_000, patience)) === null) return null;
  return playwrightsOwn();
}

async function installDebians(): Promise<string | null> {
  if (process.getuid?.() !== 0) return null;
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], 120_000, quiet);
  for (const name of [shell, "chromium"]) {
    await run("apt-get", ["install", "-y", "--no-install-recommends", name], 300_000, quiet);
    const found = await onThePath();
    if (found) return found;
  }
  return null;
}

/** The path of a Chromium that starts; installs one if the machine has none. Throws `NoChromium` when there is no way. */
export async function findChromium(say: (line: string) => void = () => {}): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (await works(named)) return named;
    throw new NoChromium(`CHROMIUM_PATH names ${named}, which does not start as a Chromium.`);
  }
  const found = (await onThePath()) ?? (await playwrightsOwn());
  if (found) return found;
  say("no Chromium on this machine; installing Playwright's");
  const own = await installPlaywrights();
  if (own) return own;
  say("Playwright's Chromium cannot be had here; installing Debian's package");
  const debians = await installDebians();
  if (debians) return debians;
  throw new NoChromium(
    "No Chromium: none on the PATH, Playwright's could not be downloaded, and Debian's package could not be installed " +
      "(that needs root and a package source). Install one, or name it in CHROMIUM_PATH.",
  );
}

/** Flags for a machine without a display, with little shared memory, and with a closed network. */
export const chromiumFlags: readonly string[] = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // What is drawn is drawn without a graphics card: a process of its own for it only costs.
  "--in-process-gpu",
  // No process is kept in reserve for a next site: there is none, and starting it costs as much as a page.
  "--renderer-process-limit=1",
];
