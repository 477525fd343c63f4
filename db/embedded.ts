import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { accountToRunAs, StartError } from "./embedded-account";
import { type Binaries, binariesFor } from "./embedded-binaries";
import {
  adminName,
  appName,
  clusterFolder,
  databaseName,
  filesFolder,
  makeCluster,
  ownerName,
  prepareDatabase,
  readAccess,
  serverEnvironment,
} from "./embedded-cluster";
import { dataFolder, isAlive, oneAtATime, prepareFolder } from "./embedded-folder";
import { launch, type Running, runningServer, type StopMode, signalServer, stopServer } from "./embedded-server";

export interface EmbeddedOptions {
  /** Default: `PORTAL_DATA`, else `.data` in the project. */
  readonly folder?: string;
  /** For tests: nothing is synced to disk, and stopping removes the folder. */
  readonly throwaway?: boolean;
  /** Drop the database of an earlier run and make an empty one. */
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

/**
 * Starts the embedded PostgreSQL, or attaches to the one that runs on the same folder. Starts that come at once go one after the other
 * and end with one server. It listens on loopback only and asks for passwords that are kept beside the data.
 */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<Embedded> {
  const base = options.folder === undefined ? dataFolder(accountToRunAs(null)) : path.resolve(options.folder);
  const throwaway = options.throwaway ?? false;
  const account = accountToRunAs(clusterFolder(base));
  prepareFolder(base, account);

  return oneAtATime(base, async () => {
    const binaries = binariesFor(account, base);
    makeCluster(base, account, binaries, throwaway);
    const access = readAccess(base);
    const running = await runningServer(base);
    if (running === null) checkVersion(base, binaries);
    const { server, child } =
      running === null
        ? await launch(base, account, binaries, { throwaway, wantedPort: starter(base)?.port ?? 0 })
        : { server: running, child: null };

    const state = child !== null ? "started" : hasStarter(base, server) ? "attached" : "adopted";
    const mode: StopMode = throwaway ? "immediate" : "fast";
    let stop = async () => {};
    if (state !== "attached") {
      noteStarter(base, server);
      stopAtExit(base, () => signalServer(base, account, binaries, server.pid, mode));
      stop = once(async () => {
        atExit.delete(base);
        await stopServer(base, account, binaries, server.pid, mode);
        if (throwaway) rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
      });
    }

    const url = (user: string, password: string, database: string) =>
      `postgres://${user}:${password}@127.0.0.1:${server.port}/${database}`;
    try {
      await prepareDatabase(url(adminName, access.admin, "postgres"), access, options.fresh ?? false);
    } catch (error) {
      await stop();
      throw error;
    }
    return {
      ownerUrl: url(ownerName, access.owner, databaseName),
      appUrl: url(appName, access.app, databaseName),
      state,
      folder: base,
      pid: server.pid,
      port: server.port,
      stop,
    };
  });
}

function checkVersion(base: string, binaries: Binaries): void {
  const asked = spawnSync(binaries.postgres, ["--version"], { encoding: "utf8", env: serverEnvironment(), cwd: "/" });
  const version = /\) (\d+)/.exec(asked.stdout ?? "")?.[1];
  if (version === undefined) {
    const reason = (asked.stderr || asked.error?.message || "").trim();
    throw new StartError(
      `PostgreSQL läuft auf diesem System nicht: ${reason}`,
      "PostgreSQL cannot run on this machine: set DATABASE_URL.",
    );
  }
  const files = readFileSync(path.join(filesFolder(base), "PG_VERSION"), "utf8").trim();
  if (version !== files) {
    throw new StartError(
      `Die Datenbank in ${base} gehört zu PostgreSQL ${files}, hier läuft ${version}: Setzen Sie PORTAL_DATA auf einen neuen Ordner und übertragen Sie die Daten.`,
      `The database in ${base} belongs to PostgreSQL ${files}, this is ${version}: choose a new folder and move the data.`,
    );
  }
}

/** Who started which server, so that a start can tell a server that is in use from one whose starter was killed. */
interface Starter {
  readonly pid: number;
  readonly server: number;
  readonly port: number;
}

const starterFile = (base: string) => path.join(base, "starter.json");

function starter(base: string): Starter | null {
  try {
    return JSON.parse(readFileSync(starterFile(base), "utf8")) as Starter;
  } catch {
    return null;
  }
}

function hasStarter(base: string, server: Running): boolean {
  const noted = starter(base);
  return noted !== null && noted.server === server.pid && isAlive(noted.pid);
}

function noteStarter(base: string, server: Running): void {
  const noted: Starter = { pid: process.pid, server: server.pid, port: server.port };
  // Removed first: a file of another account could not be written over.
  rmSync(starterFile(base), { force: true });
  writeFileSync(starterFile(base), JSON.stringify(noted), { mode: 0o600 });
}

/** By folder: what to do should this process end without stopping its server. */
const atExit = new Map<string, () => void>();
let isWatchingExit = false;

function stopAtExit(base: string, signal: () => void): void {
  if (!isWatchingExit) {
    process.once("exit", () => {
      for (const stop of atExit.values()) stop();
    });
  }
  isWatchingExit = true;
  atExit.set(base, signal);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let result: Promise<void> | null = null;
  return () => {
    result ??= work();
    return result;
  };
}
