import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, connectTo } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { customers, resellers } from "@/db/schema";
import { withPlatform, withTenantId } from "@/db/tenant";
import { killWithChildren } from "@/tests/support/embedded-process";

const base = mkdtempSync(path.join(tmpdir(), "portal-crash-"));
chmodSync(base, 0o755);
afterAll(async () => {
  await closeDatabase();
  rmSync(base, { recursive: true, force: true });
});

const kills = 20;
const resellerId = uuidv7();

/** Adds rows one by one, each in its own transaction, until the database is gone; notes what was tried and what was acknowledged. */
async function write(tried: Set<string>, acknowledged: Set<string>): Promise<void> {
  for (;;) {
    const id = uuidv7();
    tried.add(id);
    try {
      await withTenantId(resellerId, (tx) =>
        tx.insert(customers).values({ resellerId, id, number: id, name: "Kunde" }),
      );
    } catch {
      return;
    }
    acknowledged.add(id);
  }
}

test(`${kills} times kill -9 of the database while rows are acknowledged: none is lost, and the next start works`, {
  timeout: 300_000,
}, async () => {
  const tried = new Set<string>();
  const acknowledged = new Set<string>();
  let server = await startEmbedded({ folder: base });
  await migrate(server.ownerUrl);
  await connectTo(server.appUrl);
  await withPlatform((tx) => tx.insert(resellers).values({ resellerId, name: "Absturz" }));

  for (let round = 0; round < kills; round++) {
    const before = acknowledged.size;
    const writers = [1, 2, 3, 4].map(() => write(tried, acknowledged));
    while (acknowledged.size < before + 10) await pause(1);
    // Not always at the same point of a commit.
    await pause((round * 7) % 30);
    killWithChildren(server.pid);
    await Promise.all(writers);
    server = await startEmbedded({ folder: base });
    expect(server.state).toBe("started");
    const found = await withTenantId(resellerId, (tx) => tx.select({ id: customers.id }).from(customers));
    const ids = new Set(found.map((row) => row.id));
    expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
    expect([...ids].filter((id) => !tried.has(id))).toEqual([]);
    // A commit that was on its way when the server died may be there or not; from here on it counts.
    for (const id of ids) acknowledged.add(id);
  }

  const [settings] = await withTenantId(resellerId, (tx) =>
    tx.execute<{ fsync: string }>(sql`select current_setting('fsync') as fsync`),
  );
  expect(settings?.fsync).toBe("on");
  expect(acknowledged.size).toBeGreaterThanOrEqual(kills * 10);
  await closeDatabase();
  await server.stop();
});
