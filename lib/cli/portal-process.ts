import type { ChildProcess } from "node:child_process";
import { exitOf, nextCommand, startChild } from "./child";
import { CommandRefusal } from "./command";

export interface PortalOptions {
  readonly mode: "start" | "dev";
  readonly port: number;
  /** The address to listen on; a front proxy on the same machine reaches loopback. */
  readonly host: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onLine?: (line: string) => void;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(10_000) })).ok;
  } catch {
    return false;
  }
}

/** Next's greeting names an address that is not the portal's origin; the command says the right one itself. */
const greeting = /^\s*(▲|- (Local|Network):|✓ (Starting|Ready|Running next\.config))/;

export const sayWithoutGreeting = (line: string) => {
  if (line.trim() !== "" && !greeting.test(line)) console.log(line);
};

/**
 * What keeps the web server below 300 MB while it reads 20,000 rows in (`npm run bench -- import-browser`; without it they take 587 MB): garbage
 * is collected before the heap has grown by a fifth, and what malloc has freed goes back to the system.
 */
const frugal = {
  flags: ["--max-semi-space-size=4", "--heap-growing-percent=20"],
  env: { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: "131072", MALLOC_TRIM_THRESHOLD_: "131072" },
};

/** Starts the web server; `ready` is kept when it answers that it is ready, and rejects when it cannot be. */
export function startPortal({ mode, port, host, env, onLine }: PortalOptions): {
  child: ChildProcess;
  ready: Promise<void>;
} {
  const { flags, env: allocation } = mode === "start" ? frugal : { flags: [], env: {} };
  const [node, args] = nextCommand(mode, "-p", String(port), "-H", host);
  const child = startChild([node, [...flags, ...args]], {
    env: {
      NODE_ENV: mode === "dev" ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      ...allocation,
      ...env,
    },
    onLine: onLine ?? sayWithoutGreeting,
  });
  return { child, ready: untilReady(child, `http://${host}:${port}/api/health/ready`) };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  let code: number | null = null;
  void exitOf(child).then((exit) => {
    code = exit;
  });
  const deadline = performance.now() + 90_000;
  while (!(await answers(url))) {
    if (code !== null) {
      throw new CommandRefusal(
        `Der Webserver hat sich beim Start beendet (Code ${code}). (The web server ended while starting.)`,
      );
    }
    if (performance.now() > deadline) {
      throw new CommandRefusal(
        "Der Webserver meldet sich nach 90 s nicht bereit. (The web server is not ready after 90 s.)",
      );
    }
    await sleep(150);
  }
}
