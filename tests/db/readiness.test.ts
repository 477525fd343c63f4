import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { GET as live } from "@/app/api/health/live/route";
import { GET as ready } from "@/app/api/health/ready/route";
import { closeDatabase, connectTo } from "@/db/client";
import { newestMigration } from "@/db/migration-head";
import { testDatabase } from "@/tests/support/database";

const database = testDatabase();
afterAll(() => connectTo(database.appUrl));

async function answerOf(response: Response) {
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("content-type")).toBe("application/json");
  return { status: response.status, body: (await response.json()) as unknown };
}

async function noteNewest(when: number): Promise<void> {
  const owner = postgres(database.ownerUrl, { max: 1 });
  await owner`update drizzle.__drizzle_migrations set created_at = ${when} where id = (select max(id) from drizzle.__drizzle_migrations)`;
  await owner.end();
}

test("ready when the database answers and has the tables of this version", async () => {
  expect(await answerOf(await ready())).toEqual({
    status: 200,
    body: { status: "ready", checks: { database: true, migrations: true } },
  });
});

test.each([
  ["older", newestMigration - 1],
  ["younger", newestMigration + 1],
])("not ready on tables of an %s version", async (_, when) => {
  await noteNewest(when);
  expect(await answerOf(await ready())).toEqual({
    status: 503,
    body: { status: "not ready", checks: { database: true, migrations: false } },
  });
  await noteNewest(newestMigration);
});

test("not ready without a database, but live", async () => {
  await connectTo(Object.assign(new URL(database.appUrl), { port: "1" }).href);
  expect(await answerOf(await ready())).toEqual({
    status: 503,
    body: { status: "not ready", checks: { database: false, migrations: false } },
  });
  expect(await answerOf(live())).toEqual({ status: 200, body: { status: "live" } });
  await closeDatabase();
});
