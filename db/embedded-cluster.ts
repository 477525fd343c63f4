import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { type Account, StartError } from "./embedded-account";
import type { Binaries } from "./embedded-binaries";

/** The passwords of the cluster's three logins, made with it and kept beside it in a file that only its owner reads. */
export interface Access {
  readonly admin: string;
  readonly owner: string;
  readonly app: string;
}

export const clusterFolder = (base: string) => path.join(base, "cluster");
export const filesFolder = (base: string) => path.join(base, "cluster", "data");

export function readAccess(base: string): Access {
  return JSON.parse(readFileSync(path.join(clusterFolder(base), "access.json"), "utf8")) as Access;
}

/**
 * Makes the cluster if there is none. It grows in a folder of its own that is renamed when it is whole, so that a start that was killed
 * leaves nothing half-made.
 */
export function makeCluster(base: string, account: Account, binaries: Binaries, throwaway: boolean): void {
  if (existsSync(clusterFolder(base))) return;
  try {
    for (const left of readdirSync(base).filter((name) => name.startsWith("cluster-new-"))) {
      rmSync(path.join(base, left), { recursive: true, force: true });
    }
    const unfinished = path.join(base, `cluster-new-${randomBytes(4).toString("hex")}`);
    makeFiles(unfinished, account, binaries, throwaway);
    renameSync(unfinished, clusterFolder(base));
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw cannotMake(base, (error as Error).message);
  }
}

function cannotMake(base: string, reason: string): StartError {
  return new StartError(
    `Die eingebettete Datenbank ließ sich in ${base} nicht anlegen: ${reason}`,
    "The embedded database could not be made there.",
  );
}

function makeFiles(folder: string, account: Account, binaries: Binaries, throwaway: boolean): void {
  const password = () => randomBytes(24).toString("base64url");
  const access: Access = { admin: password(), owner: password(), app: password() };
  mkdirSync(folder, { mode: 0o700 });
  const passwordFile = path.join(folder, "password");
  writeFileSync(passwordFile, access.admin, { mode: 0o600 });
  writeFileSync(path.join(folder, "access.json"), JSON.stringify(access), { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(folder, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const made = spawnSync(
    binaries.initdb,
    [
      ...["-D", path.join(folder, "data"), "-U", adminName, "-A", "scram-sha-256", "--pwfile", passwordFile],
      // The same order and case rules on every machine, whatever its own language is.
      ...["-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
      ...(throwaway ? ["--no-sync"] : []),
    ],
    { ...account, cwd: folder, encoding: "utf8", env: serverEnvironment() },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    const lastLine = (made.stderr || made.error?.message || "").trim().split("\n").at(-1);
    throw cannotMake(path.dirname(folder), lastLine ?? "");
  }
}

/** Nothing of the caller's PG* settings, language or time zone reaches the server; Windows needs its own variables. */
export function serverEnvironment(): NodeJS.ProcessEnv | undefined {
  if (process.platform === "win32") return undefined;
  return { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;
}

export const adminName = "cluster_admin";
export const ownerName = "portal_owner";
export const appName = "portal_app";
export const databaseName = "portal";

/**
 * The owner's and the portal's login and the database, made if missing. The owner is no superuser, so that forced row-level security
 * binds it too; the portal's login has no rights of its own until the migration makes it a member of four roles.
 */
export async function prepareDatabase(adminUrl: string, access: Access, fresh: boolean): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    await admin`select pg_advisory_lock(7031)`;
    const [found] = await admin<{ owner: boolean; app: boolean; database: boolean }[]>`
      select exists (select from pg_roles where rolname = ${ownerName}) as owner,
             exists (select from pg_roles where rolname = ${appName} and rolcanlogin) as app,
             exists (select from pg_database where datname = ${databaseName}) as database`;
    // Passwords are base64url, so that they can stand between quotes.
    if (!found?.owner) {
      await admin.unsafe(`create role ${ownerName} login createrole createdb password '${access.owner}'`);
    }
    if (!found?.app) await admin.unsafe(`create role ${appName} login noinherit password '${access.app}'`);
    if (fresh && found?.database) await admin.unsafe(`drop database ${databaseName} with (force)`);
    if (fresh || !found?.database) await admin.unsafe(`create database ${databaseName} owner ${ownerName}`);
  } finally {
    await admin.end({ timeout: 1 });
  }
}
