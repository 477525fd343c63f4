import { existsSync } from "node:fs";
import path from "node:path";
import { startEmbedded } from "@/db/embedded";
import { StartError } from "@/db/embedded-account";
import { migrate } from "@/db/migrate";
import { env } from "@/lib/env";
import { exitOf, projectRoot, stopChild } from "./child";
import { type Cleanup, CommandRefusal, command } from "./command";
import { isDemoFolder } from "./demo-data";
import { portFrom, requireFreePort } from "./port";
import { startPortal } from "./portal-process";
import { authSecretIn, licenceKeySecretsIn } from "./secret";

interface Database {
  readonly appUrl: string;
  readonly secret: string;
  readonly licenceKeySecrets: string;
}

/** The database that DATABASE_URL names, migrated if the owner's address is given too. */
async function ownDatabase(appUrl: string): Promise<Database> {
  if (env.authSecret === undefined) {
    throw new CommandRefusal(
      "NEXTAUTH_SECRET fehlt: mit DATABASE_URL braucht die Anmeldung einen festen Schlüssel von mindestens 32 Zeichen. " +
        "(NEXTAUTH_SECRET is missing: at least 32 random characters.)",
    );
  }
  if (env.licenceKeySecrets === undefined) {
    throw new CommandRefusal(
      "LICENCE_KEY_SECRETS fehlt: mit DATABASE_URL brauchen Lizenzschlüssel ein festes Geheimnis, etwa 2026:$(openssl rand -base64 32). " +
        "(LICENCE_KEY_SECRETS is missing: id:secret, at least 32 random characters.)",
    );
  }
  if (env.databaseOwnerUrl !== undefined) await migrate(env.databaseOwnerUrl);
  return { appUrl, secret: env.authSecret, licenceKeySecrets: env.licenceKeySecrets };
}

async function embeddedDatabase(onStop: (cleanup: Cleanup) => void): Promise<Database> {
  const server = await startEmbedded().catch((error: unknown) => {
    throw error instanceof StartError ? new CommandRefusal(error.message) : error;
  });
  onStop(server.stop);
  if (isDemoFolder(server.folder)) {
    throw new CommandRefusal(
      `In ${server.folder} liegen die Beispieldaten mit gedruckten Passwörtern; setzen Sie PORTAL_DATA auf einen eigenen Ordner oder DATABASE_URL. ` +
        "(That folder holds the demonstration's data; set PORTAL_DATA or DATABASE_URL.)",
    );
  }
  await migrate(server.ownerUrl);
  return {
    appUrl: server.appUrl,
    secret: authSecretIn(server.folder, env.authSecret),
    licenceKeySecrets: licenceKeySecretsIn(server.folder, env.licenceKeySecrets),
  };
}

/** `npm start`: serves the built portal for production. Nothing is seeded; the first people come from `npm run admin:create`. */
await command(async (onStop) => {
  const port = portFrom(process.env.PORT);
  await requireFreePort(port, "start");
  if (!existsSync(path.join(projectRoot, ".next/BUILD_ID"))) {
    throw new CommandRefusal(
      "Die Anwendung ist noch nicht gebaut: erst npm run build. (Not built yet: run npm run build first.)",
    );
  }
  const database = env.databaseUrl === undefined ? await embeddedDatabase(onStop) : await ownDatabase(env.databaseUrl);
  const origin = process.env.PORTAL_ORIGIN || `http://localhost:${port}`;
  const portal = startPortal({
    mode: "start",
    port,
    host: process.env.HOST || "127.0.0.1",
    env: {
      DATABASE_URL: database.appUrl,
      // The web server never holds the owner's rights.
      DATABASE_OWNER_URL: undefined,
      PORTAL_ORIGIN: origin,
      NEXTAUTH_URL: origin,
      NEXTAUTH_SECRET: database.secret,
      LICENCE_KEY_SECRETS: database.licenceKeySecrets,
    },
  });
  onStop(() => stopChild(portal.child));
  await portal.ready;
  console.log(`URL: ${origin}`);
  const code = await exitOf(portal.child);
  throw new CommandRefusal(`Der Webserver hat sich beendet (Code ${code}). (The web server has ended.)`);
});
