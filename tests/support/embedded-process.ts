import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

export interface Started {
  readonly state: "started" | "attached" | "adopted";
  readonly pid: number;
  readonly port: number;
  readonly appUrl: string;
}

export interface Refused {
  readonly refused: string;
  readonly name: string;
}

export interface Starter {
  readonly process: ChildProcess;
  /** What it said. */
  readonly said: Promise<Started | Refused>;
  /** Closes its input, upon which it stops what it started; resolves when it has ended. */
  finish(): Promise<void>;
}

/** Another process that starts the embedded database on `folder`. */
export function starterProcess(folder: string, account: { uid?: number; gid?: number } = {}): Starter {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join(root, "tests/support/embedded-starter.ts"), folder],
    { ...account, cwd: root, stdio: ["pipe", "pipe", "inherit"], env: { ...process.env, HOME: "/tmp" } },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const said = new Promise<Started | Refused>((resolve, reject) => {
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      if (text.includes("\n")) resolve(JSON.parse(text) as Started | Refused);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`ended with ${code} and said nothing`)));
  });
  return {
    process: child,
    said,
    finish: () => {
      child.stdin.end();
      return ended;
    },
  };
}

/** kill -9 of a process and, in the same breath, of all that it has started. */
export function killWithChildren(pid: number): void {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid);
  for (const victim of [pid, ...children]) {
    try {
      process.kill(victim, "SIGKILL");
    } catch {
      // A child may have ended by itself, seeing its parent gone.
    }
  }
}

function parentOf(pid: number): number | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(line.slice(line.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return null;
  }
}
