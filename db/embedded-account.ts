import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** What stops a start and what the operator can do about it: one sentence in German and in English, printed without a stack. */
export class StartError extends Error {
  override readonly name = "StartError";

  constructor(german: string, english: string) {
    super(`${german} (${english})`);
  }
}

/** The account that PostgreSQL runs under; empty fields mean: the one that we are. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root, so root borrows the account that owns `data`, or else one that exists. None is ever created. */
export function accountToRunAs(data: string | null): Account {
  if (process.platform === "win32" || process.getuid?.() !== 0) return {};
  if (data !== null && existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartError(
    "PostgreSQL läuft nicht als root, und dieses System hat weder ein Konto postgres noch nobody: Starten Sie mit einem anderen Konto oder setzen Sie DATABASE_URL.",
    "PostgreSQL does not run as root and this machine has neither an account postgres nor nobody: start as another user or set DATABASE_URL.",
  );
}

/** Whether the account may enter the folder, or what of its parents exists already. */
export function canEnter(account: Account, folder: string): boolean {
  let existing = path.resolve(folder);
  while (!existsSync(existing)) existing = path.dirname(existing);
  return passes(account, "-x", existing);
}

/** Whether the account may run the program. */
export function canRun(account: Account, program: string): boolean {
  return passes(account, "-x", program);
}

function passes(account: Account, flag: "-x", file: string): boolean {
  if (account.uid === undefined) return existsSync(file);
  return spawnSync("/bin/sh", ["-c", `test ${flag} "$0"`, file], { ...account, cwd: "/" }).status === 0;
}
