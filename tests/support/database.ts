import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase, connectTo } from "@/db/client";
import { resellers } from "@/db/schema";
import { withPlatform } from "@/db/tenant";
import type { Role, Viewer } from "@/lib/domain/viewer";
import { dropDatabase, runOn } from "./database-server";

export interface TestDatabase {
  /** The owner of the tables, bound by row-level security like everybody. */
  readonly ownerUrl: string;
  /** The portal's login. */
  readonly appUrl: string;
  /** The superuser, for what nobody else can do: to tamper. */
  readonly adminUrl: string;
}

/**
 * Call once at the top of a test file: a fresh, migrated database of its own, which `db/client.ts` is pointed at, dropped at the end.
 * It is empty but for the migrations.
 */
export function testDatabase(): TestDatabase {
  const server = inject("databaseServer");
  const name = `test_${uuidv7().replaceAll("-", "")}`;
  const urlOf = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const database = {
    ownerUrl: urlOf(server.ownerUrl),
    appUrl: urlOf(server.appUrl),
    adminUrl: urlOf(server.adminUrl),
  };
  // Made from another database than the template, which nobody may be connected to while it is copied.
  const maintenance = Object.assign(new URL(server.ownerUrl), { pathname: "/postgres" }).href;

  beforeAll(async () => {
    await runOn(maintenance, `create database ${name} template ${server.template} strategy file_copy`);
    await runOn(
      database.ownerUrl,
      `revoke all on database ${name} from public; grant connect on database ${name} to portal_app`,
    );
    await connectTo(database.appUrl);
  });
  afterAll(async () => {
    await closeDatabase();
    await dropDatabase(server, name);
  });
  return database;
}

/** A reseller of its own for the test, with an admin who may see all of it. */
export async function makeReseller(name = `Reseller ${uuidv7()}`): Promise<Viewer> {
  const resellerId = uuidv7();
  await withPlatform((tx) => tx.insert(resellers).values({ resellerId, name }));
  return viewerOf("reseller-admin", { resellerId, resellerName: name });
}

/** Somebody signed in, without rows in `auth`. */
export function viewerOf(role: Role, more: Partial<Viewer> = {}): Viewer {
  const personId = uuidv7();
  return {
    personId,
    sessionId: uuidv7(),
    name: `Person ${personId.slice(-6)}`,
    email: `${personId}@example.org`,
    locale: "de",
    role,
    resellerId: null,
    resellerName: null,
    customerIds: null,
    ...more,
  };
}
