import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

export const projectRoot = path.resolve(import.meta.dirname, "../..");

/** The project's own Node and the entry of Next's command line: no shell and no npm between us and the child, so that signals arrive. */
export const nextCommand = (...args: string[]): [string, string[]] => [
  process.execPath,
  [path.join(projectRoot, "node_modules/next/dist/bin/next"), ...args],
];

export interface ChildOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Gets each line of both outputs; without it they go straight to ours. */
  readonly onLine?: (line: string) => void;
}

export function startChild([file, args]: [string, string[]], { env = {}, onLine }: ChildOptions = {}): ChildProcess {
  const child = spawn(file, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ["ignore", onLine ? "pipe" : "inherit", onLine ? "pipe" : "inherit"],
  });
  if (onLine) {
    for (const stream of [child.stdout, child.stderr]) {
      let rest = "";
      stream?.setEncoding("utf8").on("data", (chunk: string) => {
        const lines = (rest + chunk).split(/\r?\n/);
        rest = lines.pop() ?? "";
        for (const line of lines) onLine(line);
      });
      stream?.on("end", () => rest && onLine(rest));
    }
  }
  return child;
}

/** The exit code; 1 when a signal ended it or it could not be started. */
export const exitOf = (child: ChildProcess): Promise<number> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode ?? 1)
    : new Promise((resolve) => {
        child.once("close", (code) => resolve(code ?? 1));
        child.once("error", () => resolve(1));
      });

/** Asks the child to end; after `patienceMs` it is killed. */
export async function stopChild(child: ChildProcess, patienceMs = 5000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = exitOf(child);
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  await gone;
  clearTimeout(timer);
}
