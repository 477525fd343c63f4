import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { type Account, StartError } from "./embedded-account";
import type { Binaries } from "./embedded-binaries";
import { adminName, filesFolder, readAccess, serverEnvironment } from "./embedded-cluster";
import { isAlive } from "./embedded-folder";

/** The postmaster that a data folder names, alive and answering. */
export interface Running {
  readonly pid: number;
  readonly port: number;
}

const patienceMs = 60_000;

export const logFile = (base: string) => path.join(base, "postgres.log");
const pidFile = (base: string) => path.join(filesFolder(base), "postmaster.pid");

/** What `postmaster.pid` names, if it is a live PostgreSQL on this folder; waits for one that is starting or stopping. */
export async function runningServer(base: string): Promise<Running | null> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const noted = notedServer(base);
    if (noted === null || !isPostmaster(base, noted.pid)) return null;
    if (noted.isReady && (await answers(base, noted.port))) return { pid: noted.pid, port: noted.port };
    await pause(20);
  }
  throw new StartError(
    `Die Datenbank in ${base} läuft, antwortet aber nicht; siehe ${logFile(base)}.`,
    `The database in ${base} runs but does not answer; see its log.`,
  );
}

function notedServer(base: string): { pid: number; port: number; isReady: boolean } | null {
  try {
    const lines = readFileSync(pidFile(base), "utf8").split("\n");
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" } : null;
  } catch {
    return null;
  }
}

/**
 * Whether the process is a PostgreSQL on this folder. After a restart of the machine or container the number in a pid file that was
 * left behind may belong to anybody. PostgreSQL works in its data folder, so that is what is compared where it can be read.
 */
export function isPostmaster(base: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    const [worksIn, data] = [statSync(`/proc/${pid}/cwd`), statSync(filesFolder(base))];
    return worksIn.dev === data.dev && worksIn.ino === data.ino;
  } catch {
    // Root in a container may be kept from looking there.
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return isAlive(pid);
  }
}

async function answers(base: string, port: number): Promise<boolean> {
  const sql = postgres(`postgres://${adminName}:${readAccess(base).admin}@127.0.0.1:${port}/postgres`, {
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => {},
  });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 0 });
  }
}

/** Starts a server on `wantedPort` if it is free, else on any; `child` is null if somebody else started one meanwhile. */
export async function launch(
  base: string,
  account: Account,
  binaries: Binaries,
  options: { throwaway: boolean; wantedPort: number },
): Promise<{ server: Running; child: ChildProcess | null }> {
  const deadline = performance.now() + patienceMs;
  for (let attempt = 0; performance.now() < deadline; attempt++) {
    const logStart = turnLog(base);
    const port = (await freePort(attempt < 3 ? options.wantedPort : 0)) ?? (await freePort(0)) ?? 0;
    const child = spawnServer(base, account, binaries, options.throwaway, port);
    const ended = new Promise<null>((resolve) => {
      child.once("exit", () => resolve(null));
      child.once("error", () => resolve(null));
    });
    const server = await Promise.race([ended, untilReady(base, child)]);
    if (server !== null) return { server, child };
    const other = await runningServer(base);
    if (other !== null) return { server: other, child: null };
    const reason = readFileSync(logFile(base), "utf8").slice(logStart);
    // The port was taken meanwhile, or the children of a killed server need a moment; anything else will not get better.
    if (!/lock file|could not bind|in use/i.test(reason)) {
      const fatal = /(?:FATAL|PANIC|ERROR):\s+(.*)/.exec(reason)?.[1] ?? "?";
      throw new StartError(
        `Die eingebettete Datenbank ist nicht gestartet: ${fatal}; siehe ${logFile(base)}.`,
        "The embedded database did not start; see its log.",
      );
    }
    if (/lock file/.test(reason)) removeForeignPidFile(base);
    await pause(100);
  }
  throw new StartError(
    `Die eingebettete Datenbank in ${base} ist nicht binnen einer Minute gestartet; siehe ${logFile(base)}.`,
    "The embedded database did not start within a minute; see its log.",
  );
}

function spawnServer(
  base: string,
  account: Account,
  binaries: Binaries,
  throwaway: boolean,
  port: number,
): ChildProcess {
  const settings = {
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    max_connections: "100",
    ...(throwaway ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  const log = openSync(logFile(base), "a", 0o600);
  const child = spawn(
    binaries.postgres,
    [
      ...["-D", filesFolder(base), "-p", String(port), "-h", "127.0.0.1"],
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    // Detached, so that Ctrl-C in a terminal reaches us first and the server is stopped after those who use it.
    { ...account, cwd: "/", env: serverEnvironment(), stdio: ["ignore", "ignore", log], detached: true },
  );
  closeSync(log);
  child.unref();
  return child;
}

/** Resolves null when the child ends first; a server in recovery takes the time that it takes. */
async function untilReady(base: string, child: ChildProcess): Promise<Running | null> {
  while (child.exitCode === null && child.signalCode === null) {
    const noted = notedServer(base);
    if (noted?.pid === child.pid && noted?.isReady) return { pid: noted.pid, port: noted.port };
    await pause(15);
  }
  return null;
}

function freePort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(null));
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : null));
    });
  });
}

/**
 * PostgreSQL never starts over a pid file whose number is in use, be it by a stranger or by a process that has ended and was not
 * collected (both happen in containers). Only such a file is removed: never one that names a live PostgreSQL on this folder.
 */
function removeForeignPidFile(base: string): void {
  const noted = notedServer(base);
  if (process.platform === "linux" && noted !== null && !isPostmaster(base, noted.pid)) {
    rmSync(pidFile(base), { force: true });
  }
}

/** Returns where the next start's lines begin. One older log is kept. */
function turnLog(base: string): number {
  const file = logFile(base);
  if (!existsSync(file)) return 0;
  const { size } = statSync(file);
  if (size < 10_000_000 && isWritable(file)) return size;
  renameSync(file, `${file}.old`);
  return 0;
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** `fast` ends sessions and stops cleanly, `immediate` stops at once and leaves the rest to recovery. */
export type StopMode = "fast" | "immediate";

export function signalServer(base: string, account: Account, binaries: Binaries, pid: number, mode: StopMode): void {
  if (!isPostmaster(base, pid)) return;
  if (process.platform === "win32") {
    spawnSync(binaries.pgCtl, ["stop", "-D", filesFolder(base), "-m", mode], { ...account, cwd: base });
    return;
  }
  try {
    process.kill(pid, mode === "fast" ? "SIGINT" : "SIGQUIT");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Resolves when the server is gone. */
export async function stopServer(
  base: string,
  account: Account,
  binaries: Binaries,
  pid: number,
  mode: StopMode,
): Promise<void> {
  signalServer(base, account, binaries, pid, mode);
  const impatientAt = performance.now() + 15_000;
  let isImpatient = false;
  while (isPostmaster(base, pid)) {
    if (!isImpatient && performance.now() > impatientAt) {
      isImpatient = true;
      signalServer(base, account, binaries, pid, "immediate");
    }
    await pause(10);
  }
}
