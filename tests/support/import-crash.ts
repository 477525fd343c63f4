import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { closeDatabase, connectTo } from "@/db/client";
import { type Embedded, startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { resellers } from "@/db/schema";
import { withPlatform, withTenantId } from "@/db/tenant";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { checkImport } from "@/lib/use-cases/check-import";
import { commitImport } from "@/lib/use-cases/commit-import";
import { uploadImport } from "@/lib/use-cases/upload-import";
import { openVault } from "@/lib/vault/key-ring";
import { viewerOf } from "@/tests/support/database";
import { killWithChildren } from "@/tests/support/embedded-process";
import { estateCsv, estateRows } from "@/tests/support/estate-files";

const root = path.resolve(import.meta.dirname, "../..");
const secrets = `crash:${"k".repeat(48)}`;
const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");
const bytes = estateCsv(estateRows(280));
const tables = [
  "customers",
  "systems",
  "licences",
  "purchases",
  "contracts",
  "positions",
  "terms",
  "decisions",
  "stock_rows",
  "import_effects",
];

async function checked(): Promise<{ viewer: Viewer; importId: string }> {
  const resellerId = uuidv7();
  await withPlatform((tx) => tx.insert(resellers).values({ resellerId, name: `Absturz ${resellerId}` }));
  const viewer = viewerOf("reseller-admin", { resellerId, resellerName: "Absturz" });
  const uploaded = await uploadImport(viewer, { name: "bestand.csv", bytes }, now);
  if (isRefusal(uploaded)) throw new Error(uploaded.code);
  const begun = await checkImport(viewer, uploaded.importId, undefined, today, now, () => {});
  if (begun === "not-found" || isRefusal(begun)) throw new Error("not checked");
  if ((await begun.finished) !== "ended") throw new Error("not checked");
  return { viewer, importId: uploaded.importId };
}

/** How many rows each table holds for the reseller, and how the import stands. */
async function state({ resellerId }: Viewer) {
  return withTenantId(resellerId ?? "", async (tx) => {
    const counts: number[] = [];
    for (const table of tables) {
      const [row] = await tx.execute<{ n: number }>(
        sql`select count(*)::int as n from app.${sql.identifier(table)} where reseller_id = ${resellerId}`,
      );
      counts.push(row?.n ?? 0);
    }
    const [row] = await tx.execute<{ state: string }>(
      sql`select state from app.imports where reseller_id = ${resellerId}`,
    );
    return { counts, state: row?.state ?? "" };
  });
}

function importer(
  appUrl: string,
  viewer: Viewer,
  importId: string,
): { process: ChildProcess; begun: Promise<void>; over: Promise<void> } {
  const child = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      path.join(root, "tests/support/import-process.ts"),
      appUrl,
      JSON.stringify(viewer),
      importId,
      today,
    ],
    { cwd: root, stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, LICENCE_KEY_SECRETS: secrets } },
  );
  const over = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const begun = new Promise<void>((resolve) => child.stdout.once("data", () => resolve()));
  return { process: child, begun, over };
}

/**
 * Breaks off imports by kill -9 at so many points of their time, of the process that imports and of the database each, in a folder of their own.
 * `half` are those that left neither all nor nothing; `broken` counts those that were really broken off.
 */
export async function breakOffImports(points: number) {
  const folder = mkdtempSync(path.join(tmpdir(), "portal-import-crash-"));
  chmodSync(folder, 0o755);
  try {
    return await breakOffIn(folder, points);
  } finally {
    await closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function breakOffIn(folder: string, points: number) {
  openVault(secrets);
  let server: Embedded = await startEmbedded({ folder });
  await migrate(server.ownerUrl);
  await connectTo(server.appUrl);

  // Once to the end: what all is, and how long it takes.
  const whole = await checked();
  const began = performance.now();
  const run = await commitImport(whole.viewer, whole.importId, true, today, now, () => {});
  if (run === "not-found" || isRefusal(run)) throw new Error("not begun");
  if ((await run.finished) !== "ended") throw new Error("not read in");
  const took = performance.now() - began;
  const all = await state(whole.viewer);
  if (all.state !== "committed" || Math.min(...all.counts) === 0) throw new Error(JSON.stringify(all));
  const nothing = all.counts.map(() => 0);
  const isWhole = (found: typeof all) =>
    found.state === "committed"
      ? isDeepStrictEqual(found.counts, all.counts)
      : isDeepStrictEqual([found.state, found.counts], ["committing", nothing]);

  const found: Awaited<ReturnType<typeof state>>[] = [];
  for (let point = 0; point < points; point++) {
    const delay = (took * point) / (points - 1);

    const ofServer = await checked();
    const child = importer(server.appUrl, ofServer.viewer, ofServer.importId);
    await child.begun;
    await pause(delay);
    child.process.kill("SIGKILL");
    await child.over;
    // The database notices that nobody is there any more.
    await pause(300);
    const afterServer = await state(ofServer.viewer);

    const ofDatabase = await checked();
    const begun = await commitImport(ofDatabase.viewer, ofDatabase.importId, true, today, now, () => {});
    if (begun === "not-found" || isRefusal(begun)) throw new Error("not begun");
    await pause(delay);
    killWithChildren(server.pid);
    await begun.finished;
    server = await startEmbedded({ folder });
    const afterDatabase = await state(ofDatabase.viewer);
    found.push(afterServer, afterDatabase);
  }
  await closeDatabase();
  await server.stop();
  return {
    half: found.filter((each) => !isWhole(each)),
    broken: found.filter((each) => each.state !== "committed").length,
  };
}
