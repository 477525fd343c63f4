import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { type Account, accountToRunAs, StartError } from "./embedded-account";
import { type Binaries, binariesFor } from "./embedded-binaries";
import {
  type Access,
  adminName,
  appName,
  databaseName,
  filesFolder,
  makeClusterOnce,
  ownerName,
  prepareDatabase,
  readAccess,
  serverEnvironment,
} from "./embedded-cluster";
import { dataFolder, isAlive, prepareFolder } from "./embedded-folder";

export interface EmbeddedOptions {
  /** Default: `PORTAL_DATA`, else `.data` in the project. */
  readonly folder?: string;
  /** For tests: nothing is synced to disk, and stopping removes the folder. */
  readonly throwaway?: boolean;
  /** Drop the database of an earlier run. */
  readonly fresh?: boolean;
}

export interface Embedded {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** `attached`: another process started the server and will stop it. `adopted`: the process that started it is dead. */
  readonly state: "started" | "attached" | "adopted";
  readonly folder: string;
  /** Of the postmaster. */
  readonly pid: number;
  readonly port: number;
  /** Stops the server, unless it is another's. */
  stop(): Promise<void>;
}

interface Running {
  readonly pid: number;
  readonly port: number;
}

const patienceMs = 60_000;

/** Starts the embedded PostgreSQL, or attaches to the one that runs on the same folder. Two starts at once end with one server. */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<Embedded> {
  const account = accountToRunAs();
  const base = options.folder === undefined ? dataFolder(account) : path.resolve(options.folder);
  prepareFolder(base, account);
  const binaries = binariesFor(account, base);
  const throwaway = options.throwaway ?? false;
  await makeClusterOnce(base, account, binaries, throwaway);
  checkVersion(base, binaries);
  const access = readAccess(base);

  let server = await runningServer(base);
  const found = server !== null;
  let child: ChildProcess | null = null;
  if (server === null) ({ server, child } = await launch(base, account, binaries, throwaway));

  const url = (user: string, password: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${server.port}/${database}`;
  await prepareDatabase(url(adminName, access.admin, "postgres"), access, options.fresh ?? false);

  const started = child !== null && child.pid === server.pid;
  const adopted = !started && found && !hasStarter(base);
  if (started || adopted) noteStarter(base, server.port);
  return {
    ownerUrl: url(ownerName, access.owner, databaseName),
    appUrl: url(appName, access.app, databaseName),
    state: started ? "started" : adopted ? "adopted" : "attached",
    folder: base,
    pid: server.pid,
    port: server.port,
    stop: started || adopted ? stopper(base, account, binaries, server.pid, throwaway) : async () => {},
  };
}

function checkVersion(base: string, binaries: Binaries): void {
  const files = readFileSync(path.join(filesFolder(base), "PG_VERSION"), "utf8").trim();
  const asked = spawnSync(binaries.postgres, ["--version"], { encoding: "utf8", env: serverEnvironment(), cwd: "/" });
  const version = /\) (\d+)/.exec(asked.stdout ?? "")?.[1];
  if (version === undefined) {
    throw new StartError(
      `PostgreSQL cannot run on this machine: ${(asked.stderr || asked.error?.message || "").trim()}`,
    );
  }
  if (version !== files) {
    throw new StartError(
      `The database in ${base} is of PostgreSQL ${files}, this project runs ${version}: dump it with the old version and load it into a new folder.`,
    );
  }
}

/** What `postmaster.pid` says, if the process that it names is a live PostgreSQL; waits for one that is starting or stopping. */
async function runningServer(base: string): Promise<Running | null> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const lines = pidFile(base);
    const pid = Number(lines?.[0]);
    if (!(pid > 0) || !isPostmaster(pid)) return null;
    const port = Number(lines?.[3]);
    if (port > 0 && lines?.[7]?.trim() === "ready" && (await answers(port, readAccess(base)))) return { pid, port };
    await pause(25);
  }
  throw new StartError(`The database in ${base} runs but does not answer; see ${logFile(base)}.`);
}

function pidFile(base: string): string[] | null {
  try {
    return readFileSync(path.join(filesFolder(base), "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
}

/** After a restart of the machine or container, the number in a left-behind pid file may belong to any process. */
function isPostmaster(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return false;
  }
}

async function answers(port: number, access: Access): Promise<boolean> {
  const sql = postgres(`postgres://${adminName}:${access.admin}@127.0.0.1:${port}/postgres`, {
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

/** Starts a server; gives way to one that another process has started meanwhile. */
async function launch(
  base: string,
  account: Account,
  binaries: Binaries,
  throwaway: boolean,
): Promise<{ server: Running; child: ChildProcess | null }> {
  const deadline = performance.now() + patienceMs;
  for (let attempt = 0; performance.now() < deadline; attempt++) {
    const logStart = turnLog(base);
    const child = spawnServer(base, account, binaries, throwaway, await choosePort(base, attempt));
    const ended = new Promise<void>((resolve) => {
      child.once("exit", () => resolve());
      child.once("error", () => resolve());
    });
    const server = await Promise.race([ended.then(() => null), untilReady(base, child)]);
    if (server !== null) return { server, child };
    const other = await runningServer(base);
    if (other !== null) return { server: other, child: null };
    const reason = readFileSync(logFile(base), "utf8").slice(logStart);
    // The port was taken meanwhile, or the children of a killed server need a moment; anything else will not get better.
    if (!/lock file|could not bind|in use/i.test(reason)) {
      const fatal = /(?:FATAL|PANIC|ERROR):\s+(.*)/.exec(reason)?.[1] ?? "no reason given";
      throw new StartError(`The embedded database did not start (${fatal}); see ${logFile(base)}.`);
    }
    if (/lock file/.test(reason)) removeForeignPidFile(base);
    await pause(100);
  }
  throw new StartError(`The embedded database in ${base} did not start within a minute; see ${logFile(base)}.`);
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

async function untilReady(base: string, child: ChildProcess): Promise<Running | null> {
  while (child.exitCode === null && child.signalCode === null) {
    const lines = pidFile(base);
    if (Number(lines?.[0]) === child.pid && lines?.[7]?.trim() === "ready") {
      return { pid: Number(lines?.[0]), port: Number(lines?.[3]) };
    }
    await pause(15);
  }
  return null;
}

/** The port of the last run if it is free, so that addresses stay; else any free one. */
async function choosePort(base: string, attempt: number): Promise<number> {
  const last = attempt < 3 ? (starter(base)?.port ?? 0) : 0;
  return (await freePort(last)) ?? (await freePort(0)) ?? 0;
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
 * PostgreSQL never starts over a pid file whose number is in use, even by a stranger or a process that has ended and was not collected
 * (both happen in containers). Only such a file is removed: never one that names a live PostgreSQL.
 */
function removeForeignPidFile(base: string): void {
  const pid = Number(pidFile(base)?.[0]);
  if (process.platform === "linux" && pid > 0 && !isPostmaster(pid)) {
    rmSync(path.join(filesFolder(base), "postmaster.pid"), { force: true });
  }
}

const logFile = (base: string) => path.join(base, "postgres.log");

/** Returns where the next start's lines begin. One older log is kept. */
function turnLog(base: string): number {
  const file = logFile(base);
  if (!existsSync(file)) return 0;
  const { size } = statSync(file);
  if (size < 10_000_000) return size;
  renameSync(file, `${file}.old`);
  return 0;
}

const starterFile = (base: string) => path.join(base, "starter.json");

function starter(base: string): { pid: number; port: number } | null {
  try {
    return JSON.parse(readFileSync(starterFile(base), "utf8")) as { pid: number; port: number };
  } catch {
    return null;
  }
}

function hasStarter(base: string): boolean {
  const pid = starter(base)?.pid ?? 0;
  return pid > 0 && isAlive(pid);
}

function noteStarter(base: string, port: number): void {
  writeFileSync(starterFile(base), JSON.stringify({ pid: process.pid, port }), { mode: 0o600 });
}

function stopper(base: string, account: Account, binaries: Binaries, pid: number, throwaway: boolean) {
  const signal = throwaway ? "SIGQUIT" : "SIGINT";
  const onExit = () => {
    if (isPostmaster(pid)) signalServer(base, account, binaries, pid, signal);
    if (throwaway) rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  process.once("exit", onExit);
  let stopping: Promise<void> | null = null;
  const stop = async () => {
    process.removeListener("exit", onExit);
    if (isPostmaster(pid)) signalServer(base, account, binaries, pid, signal);
    const impatientAt = performance.now() + 15_000;
    let impatient = false;
    while (isPostmaster(pid)) {
      if (!impatient && performance.now() > impatientAt) {
        impatient = true;
        signalServer(base, account, binaries, pid, "SIGQUIT");
      }
      await pause(10);
    }
    if (throwaway) rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  return () => {
    stopping ??= stop();
    return stopping;
  };
}

/** SIGINT ends sessions and stops cleanly, SIGQUIT stops at once and leaves the rest to recovery. */
function signalServer(
  base: string,
  account: Account,
  binaries: Binaries,
  pid: number,
  signal: "SIGINT" | "SIGQUIT",
): void {
  if (process.platform === "win32") {
    const mode = signal === "SIGINT" ? "fast" : "immediate";
    spawnSync(binaries.pgCtl, ["stop", "-D", filesFolder(base), "-m", mode], { ...account, cwd: base });
    return;
  }
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
