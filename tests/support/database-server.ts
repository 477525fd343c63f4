import { existsSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/db/embedded";
import { adminName, readAccess } from "@/db/embedded-cluster";
import { isAlive } from "@/db/embedded-folder";
import { migrate } from "@/db/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    databaseServer: {
      readonly ownerUrl: string;
      readonly appUrl: string;
      readonly adminUrl: string;
      readonly template: string;
    };
  }
}

const prefix = "lizenzkontor-test-";

/** One throwaway PostgreSQL for the run, with one migrated database that each test file copies. */
export default async function databaseServer(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const folder = path.join(tmpdir(), `${prefix}${process.pid}`);
  const server = await startEmbedded({ folder, throwaway: true });
  await migrate(server.ownerUrl);
  const template = new URL(server.ownerUrl).pathname.slice(1);
  const login = { username: adminName, password: readAccess(folder).admin };
  const adminUrl = Object.assign(new URL(server.ownerUrl), login).href;
  project.provide("databaseServer", { ownerUrl: server.ownerUrl, appUrl: server.appUrl, adminUrl, template });
  return server.stop;
}

/** Servers of runs that were killed. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    if (isAlive(Number(name.slice(prefix.length)))) continue;
    const folder = path.join(tmpdir(), name);
    if (existsSync(path.join(folder, "cluster", "data", "postmaster.pid"))) {
      // Nobody's any more, so this takes it over, stops it and removes the folder.
      await startEmbedded({ folder, throwaway: true }).then((left) => left.stop());
    }
    await rm(folder, { recursive: true, force: true });
  }
}

/** One statement on a connection of its own, as whoever the address names. */
export async function runOn(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** As the superuser: only he may send an autovacuum away that happens to be in the database. */
export async function dropDatabase({ adminUrl }: { adminUrl: string }, name: string): Promise<void> {
  const elsewhere = Object.assign(new URL(adminUrl), { pathname: "/postgres" }).href;
  await runOn(elsewhere, `drop database ${name} with (force)`);
}
