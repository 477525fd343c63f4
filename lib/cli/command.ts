import { StartError } from "@/db/embedded-account";

/** What stops a command and is no bug: a taken port, a folder that cannot be written. Its message is all that the user sees. */
export class CommandRefusal extends Error {}

export type Cleanup = () => Promise<void> | void;

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
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      signalled = true;
      // A stop that was asked for is no failure.
      void stop().then(() => process.exit(0));
    });
  }
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
