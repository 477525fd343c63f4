import { appendFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { closeDatabase, connectTo } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { adminName, databaseName, readAccess } from "@/db/embedded-cluster";
import { migrate } from "@/db/migrate";
import { seedOnce } from "@/db/seed";
import { hashPassword } from "@/lib/auth/password";
import { stopChild } from "@/lib/cli/child";
import type { Cleanup } from "@/lib/cli/command";
import { freePort } from "@/lib/cli/port";
import { sayWithoutGreeting, startPortal } from "@/lib/cli/portal-process";
import { today } from "@/lib/clock";
import type { Role } from "@/lib/domain/viewer";
import { openVault } from "@/lib/vault/key-ring";
import type { Person, PortalUnderTest, Who } from "./portal";

const password = "Pruefung der Pforte 2026";
const licenceKeySecrets = "tests:only-for-the-browser-tests-on-this-machine";

const roleOf: Readonly<Record<Who, Role>> = {
  "platform-admin": "platform-admin",
  "reseller-admin": "reseller-admin",
  clerk: "clerk",
  "confined-clerk": "clerk",
  finance: "finance",
  "customer-admin": "customer-admin",
  "customer-viewer": "customer-viewer",
  "foreign-admin": "reseller-admin",
};

/**
 * One person of each kind, in the story's two resellers: the first has most customers, the second is the foreign one. The confined
 * clerk and the customer's people belong to the first reseller's customer with most contracts.
 */
async function addPeople(adminUrl: string): Promise<Person[]> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const resellers = await sql<{ id: string }[]>`
      select reseller_id as id from app.customers group by 1 order by count(*) desc, 1`;
    const [own, foreign] = resellers;
    if (!own || !foreign) throw new Error("The story holds fewer than two resellers.");
    const [customer] = await sql<{ id: string }[]>`
      select customer_id as id from app.contracts where reseller_id = ${own.id} group by 1 order by count(*) desc, 1 limit 1`;
    if (!customer) throw new Error("The story holds no contract.");
    const passwordHash = await hashPassword(password);
    const people: Person[] = [];
    for (const [who, role] of Object.entries(roleOf) as [Who, Role][]) {
      const id = uuidv7();
      const email = `${who}@pruefung.example`;
      await sql`
        insert into auth.people (id, email, name, password_hash, is_platform_admin)
        values (${id}, ${email}, ${`Prüfung ${who}`}, ${passwordHash}, ${role === "platform-admin"})`;
      if (role !== "platform-admin") {
        const confined = who === "confined-clerk" || role.startsWith("customer-");
        await sql`
          insert into auth.memberships (id, person_id, reseller_id, role, customer_ids)
          values (${uuidv7()}, ${id}, ${who === "foreign-admin" ? foreign.id : own.id}, ${role},
                  ${confined ? sql`array[${customer.id}]::uuid[]` : null})`;
      }
      people.push({ who, role, email, password });
    }
    return people;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Serves the built portal on a throwaway database that holds the story and the tests' people. */
export async function startPortalForTests(
  onStop: (cleanup: Cleanup) => void,
): Promise<Pick<PortalUnderTest, "origin" | "adminUrl" | "logFile" | "people"> & { readonly serverPid: number }> {
  // Named like those of the database tests, which sweep away what killed runs have left.
  const folder = path.join(tmpdir(), `lizenzkontor-test-${process.pid}`);
  const database = await startEmbedded({ folder, throwaway: true });
  onStop(database.stop);
  await migrate(database.ownerUrl);
  await connectTo(database.appUrl);
  openVault(licenceKeySecrets);
  await seedOnce(today());
  await closeDatabase();
  const { admin } = readAccess(folder);
  const adminUrl = `postgres://${adminName}:${admin}@127.0.0.1:${database.port}/${databaseName}`;
  const people = await addPeople(adminUrl);

  const logFile = path.join(folder, "portal.log");
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const portal = startPortal({
    mode: "start",
    port,
    host: "127.0.0.1",
    onLine: (line) => {
      appendFileSync(logFile, `${line}\n`);
      sayWithoutGreeting(line);
    },
    env: {
      DATABASE_URL: database.appUrl,
      PORTAL_DEMO: "1",
      PORTAL_ORIGIN: origin,
      NEXTAUTH_URL: origin,
      NEXTAUTH_SECRET: "only-for-the-browser-tests-on-this-machine",
      LICENCE_KEY_SECRETS: licenceKeySecrets,
    },
  });
  onStop(() => stopChild(portal.child));
  await portal.ready;
  return { origin, adminUrl, logFile, people, serverPid: portal.child.pid ?? 0 };
}
