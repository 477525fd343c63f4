import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { env } from "@/lib/env";
import { type Account, canEnter, StartError } from "./embedded-account";

const project = path.resolve(import.meta.dirname, "..");

/** `PORTAL_DATA`, else `.data` in the project; for root, whose checkout the borrowed account may not enter, a folder under /var/lib. */
export function dataFolder(account: Account): string {
  if (env.dataFolder !== undefined) return path.resolve(env.dataFolder);
  const own = path.join(project, ".data");
  if (canEnter(account, own)) return own;
  const checkout = createHash("sha256").update(project).digest("hex").slice(0, 8);
  return path.join("/var/lib/lizenzkontor", checkout);
}

/** Makes the folder; says in one sentence why it cannot be used. */
export function prepareFolder(base: string, account: Account): void {
  try {
    makeFolder(base, account.uid === undefined ? 0o700 : 0o755);
    accessSync(base, constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new StartError(
      `Der Ordner ${base} der eingebetteten Datenbank lässt sich nicht beschreiben (${code}): Setzen Sie PORTAL_DATA auf einen beschreibbaren Ordner oder DATABASE_URL auf ein PostgreSQL.`,
      `The folder ${base} of the embedded database cannot be written (${code}): set PORTAL_DATA to a folder that can be, or DATABASE_URL to a PostgreSQL.`,
    );
  }
  if (!canEnter(account, base)) {
    throw new StartError(
      `PostgreSQL läuft nicht als root, sondern mit uid ${account.uid}, und dieses Konto darf ${base} nicht betreten: Setzen Sie PORTAL_DATA auf einen Ordner außerhalb davon.`,
      `PostgreSQL runs as uid ${account.uid} because it refuses to run as root, and that account cannot enter ${base}: set PORTAL_DATA to a folder outside of it.`,
    );
  }
}

/** Not `recursive`: below /proc that never returns. */
function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another start has made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** Alive, and no zombie that nobody has collected. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return processState(pid) !== "Z";
}

/** One letter of Linux's process table, null where there is none. */
function processState(pid: number): string | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    return line.slice(line.lastIndexOf(")") + 2, line.lastIndexOf(")") + 3);
  } catch {
    return null;
  }
}

/**
 * Runs `work` while no other process does so for the same folder. The file names its holder; a dead holder's file is taken over, and so
 * is one older than three minutes (its number may have been given to a stranger). Should two take over at the same moment, PostgreSQL's
 * own lock on the data folder still leaves one server.
 */
export async function oneAtATime<T>(base: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(base, "start.lock");
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (isStale(file)) rmSync(file, { force: true });
      else await pause(25);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function isStale(file: string): boolean {
  try {
    const age = performance.timeOrigin + performance.now() - statSync(file).mtimeMs;
    const holder = Number(readFileSync(file, "utf8"));
    // An empty file has just been made and is about to be written.
    return age > 180_000 || (holder > 0 && !isAlive(holder));
  } catch {
    return false;
  }
}
