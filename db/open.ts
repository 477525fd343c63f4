import { env } from "@/lib/env";
import { closeDatabase, connectTo } from "./client";
import { startEmbedded } from "./embedded";
import { analyze, migrate } from "./migrate";

export interface OpenDatabase {
  /** For the web server's `DATABASE_URL`. */
  readonly appUrl: string;
  /** Where it runs, for people. */
  readonly place: string;
  /** After much was written: renews the planner's figures, where the owner's address is known. */
  analyze(): Promise<void>;
  /** Closes this process's connections, and stops the embedded server if this process started it. */
  close(): Promise<void>;
}

/**
 * What a command calls first: with `DATABASE_URL` set it starts and changes nothing (`npm run db:migrate` migrates); else it starts the
 * embedded database, or attaches to the one that runs, and migrates it. Afterwards `db/tenant.ts` talks to it.
 */
export async function openDatabase(options: { fresh?: boolean } = {}): Promise<OpenDatabase> {
  if (env.databaseUrl !== undefined) {
    await connectTo(env.databaseUrl);
    const { databaseUrl: appUrl, databaseOwnerUrl } = env;
    return {
      appUrl,
      place: new URL(appUrl).host,
      analyze: async () => {
        if (databaseOwnerUrl !== undefined) await analyze(databaseOwnerUrl);
      },
      close: closeDatabase,
    };
  }
  const server = await startEmbedded(options);
  try {
    await migrate(server.ownerUrl);
    await connectTo(server.appUrl);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    appUrl: server.appUrl,
    place: server.folder,
    analyze: () => analyze(server.ownerUrl),
    close: async () => {
      await closeDatabase();
      await server.stop();
    },
  };
}
