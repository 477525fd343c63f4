import { closeDatabase, connectTo } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { StartError } from "@/db/embedded-account";
import { migrate } from "@/db/migrate";
import { type DemoAccount, demoAccounts, seedOnce } from "@/db/seed";
import { today } from "@/lib/clock";
import { env } from "@/lib/env";
import { openVault } from "@/lib/vault/key-ring";
import { buildIfChanged } from "./build";
import { exitOf, stopChild } from "./child";
import { type Cleanup, CommandRefusal } from "./command";
import { demoApiKey } from "./demo-api-key";
import { markAsDemo } from "./demo-data";
import { portFrom, requireFreePort } from "./port";
import { startPortal } from "./portal-process";
import { authSecretIn, licenceKeySecretsIn } from "./secret";

const roleNames: Readonly<Record<DemoAccount["role"], string>> = {
  "platform-admin": "Plattform-Verwaltung",
  "reseller-admin": "Verwaltung des Fachhändlers",
  clerk: "Sachbearbeitung",
  finance: "Buchhaltung",
  "customer-admin": "Kunde, Verwaltung",
  "customer-viewer": "Kunde, nur lesen",
};

function accountLines(accounts: readonly DemoAccount[]): string[] {
  const rows = accounts.map(({ role, email, password, of }) => [
    `${roleNames[role]}${of ? ` (${of})` : ""}`,
    email,
    password,
  ]);
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map(
    ([role = "", email = "", password = ""]) => `  ${role.padEnd(width(0))}  ${email.padEnd(width(1))}  ${password}`,
  );
}

/** Serves the portal on the embedded database with the story data, until it is told to stop. */
export async function demonstrate(mode: "start" | "dev", onStop: (cleanup: Cleanup) => void): Promise<void> {
  const fresh = process.argv.includes("--fresh");
  const script = mode === "dev" ? "dev" : "demo";
  const port = portFrom(process.env.PORT);
  const host = process.env.HOST || "127.0.0.1";
  await requireFreePort(port, script);

  const server = await startEmbedded({ fresh }).catch((error: unknown) => {
    throw error instanceof StartError ? new CommandRefusal(error.message) : error;
  });
  onStop(server.stop);
  await migrate(server.ownerUrl);
  await connectTo(server.appUrl);
  onStop(closeDatabase);
  markAsDemo(server.folder);
  const licenceKeySecrets = licenceKeySecretsIn(server.folder, env.licenceKeySecrets);
  openVault(licenceKeySecrets);
  const seeded = await seedOnce(today());
  console.log(
    seeded === "seeded"
      ? `Beispieldaten angelegt in ${server.folder}. (Story data made.)`
      : `Daten aus ${server.folder}; von vorn mit: npm run ${script} -- --fresh. (Data kept.)`,
  );
  const apiKey = await demoApiKey(server.folder);
  if (mode === "start") await buildIfChanged();

  const origin = process.env.PORTAL_ORIGIN || `http://localhost:${port}`;
  const portal = startPortal({
    mode,
    port,
    host,
    env: {
      DATABASE_URL: server.appUrl,
      PORTAL_DEMO: "1",
      PORTAL_ORIGIN: origin,
      NEXTAUTH_URL: origin,
      NEXTAUTH_SECRET: authSecretIn(server.folder, process.env.NEXTAUTH_SECRET),
      LICENCE_KEY_SECRETS: licenceKeySecrets,
    },
  });
  onStop(() => stopChild(portal.child));
  await portal.ready;
  console.log("");
  console.log(`URL: ${origin}`);
  for (const line of accountLines(demoAccounts)) console.log(line);
  console.log(`API key: ${apiKey}`);
  console.log("Strg-C beendet alles. (Ctrl-C stops all of it.)");
  const code = await exitOf(portal.child);
  throw new CommandRefusal(`Der Webserver hat sich beendet (Code ${code}). (The web server has ended.)`);
}
