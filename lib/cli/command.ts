import { StartError } from "@/db/embedded-account";

/** What stops a command and is no bug: a taken port, a folder that cannot be written. Its message is all that the user sees. */
export class CommandRefusal extends Error {}

export type Cleanup = () => Promise<void> | void;

/** npm that was killed passes no signal on; what it started must not live on with the port and the database. */
function whenParentIsGone(then: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, 500);
  timer.unref();
}

/**
 * Runs a command to its end: what it registers with `onStop` is undone, newest first, when the command ends, fails, or is told to stop
 * (Ctrl-C, SIGTERM, SIGHUP). A refusal prints one sentence and ends with code 1; anything else is a bug and shows its stack.
 */
export async function command(main: (onStop: (cleanup: Cleanup) => void) => Promise<void>): Promise<void> {
  const cleanups: Cleanup[] = [];
  let stopping: Promise<void> | null = null;
  const stop = () => {
    stopping ??= (async () => {
      for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) {
        try {
          await cleanup();
        } catch (error) {
          console.error(error);
        }
      }
    })();
    return stopping;
  };
  let signalled = false;
  const stopAsAsked = () => {
    signalled = true;
    // A stop that was asked for is no failure.
    void stop().then(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stopAsAsked);
  whenParentIsGone(stopAsAsked);
  try {
    await main((cleanup) => cleanups.push(cleanup));
    await stop();
    process.exit(process.exitCode ?? 0);
  } catch (error) {
    await stop();
    if (signalled) process.exit(0);
    console.error(error instanceof CommandRefusal || error instanceof StartError ? error.message : error);
    process.exit(1);
  }
}
