import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { toLog } from "@/app/api/portal/imports/fault";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { checkImport } from "@/lib/use-cases/check-import";
import { commitImport } from "@/lib/use-cases/commit-import";
import { uploadImport } from "@/lib/use-cases/upload-import";
import { callApi, makeApiKey } from "../support/api-calls";
import { makeReseller, testDatabase } from "../support/database";

const database = testDatabase();

/** Licence and server keys come in by every way; then everything that a dump of the database and the logs hold is searched for them. */

const keys = Array.from({ length: 1_000 }, (_, at) => `SCHL-${randomBytes(8).toString("hex").toUpperCase()}-${at}`);
const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");
const head = "Kundennummer;Kunde;Anlage;Serverlizenz;Hersteller;Artikel;Bezugsart;Beginn;Lizenzschlüssel";

let admin: Sql;
beforeAll(() => {
  admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(() => admin.end());

/** Rows with two keys each: the server's and the licence's. */
const rowsOf = (own: readonly string[], start = "15.03.2024") =>
  Array.from(
    { length: own.length / 2 },
    (_, at) =>
      `K${at % 40};Kunde ${at % 40};Anlage ${own[2 * at]?.slice(-4)};${own[2 * at]};fluxpunkt;group-busy;Kauf;${start};${own[2 * at + 1]}`,
  );

async function upload(viewer: Viewer, rows: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode([head, ...rows].join("\n"));
  const uploaded = await uploadImport(viewer, { name: "schluessel.csv", bytes }, now);
  if (isRefusal(uploaded)) throw new Error(uploaded.code);
  const begun = await checkImport(viewer, uploaded.importId, undefined, today, now, toLog("pruefung"));
  if (begun === "not-found" || isRefusal(begun)) throw new Error("not checked");
  expect(await begun.finished).toBe("ended");
  return uploaded.importId;
}

async function commit(viewer: Viewer, importId: string) {
  const begun = await commitImport(viewer, importId, true, today, now, toLog("einlesen"));
  if (begun === "not-found" || isRefusal(begun)) throw new Error("not read in");
  return begun.finished;
}

/** Every row of every table, as a dump has them. */
async function dump(): Promise<string> {
  const tables = await admin<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('app', 'auth', 'drizzle')`;
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await admin.unsafe<{ text: string }[]>(`select t::text as text from ${name} t`);
    parts.push(name, ...rows.map(({ text }) => text));
  }
  return parts.join("\n");
}

it("a dump of the database and the logs hold none of 1,000 keys", async () => {
  const written: string[] = [];
  const note = (text: unknown) => {
    written.push(String(text));
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, "write").mockImplementation(note));
  for (const name of ["log", "info", "warn", "error"] as const)
    spies.push(vi.spyOn(console, name).mockImplementation(note as never) as never);
  try {
    const viewer = await makeReseller();
    // Read in; with faulty rows, whose file stays; only checked; and broken off by the database, with a row in the error's detail.
    expect(await commit(viewer, await upload(viewer, rowsOf(keys.slice(0, 600))))).toBe("ended");
    const mixed = [...rowsOf(keys.slice(600, 700)), ...rowsOf(keys.slice(700, 800), "31.02.2024")];
    expect(await commit(viewer, await upload(viewer, mixed))).toBe("ended");
    await upload(viewer, rowsOf(keys.slice(800, 900)));
    const broken = await upload(viewer, rowsOf(keys.slice(900, 980)));
    await admin`alter table app.licences add constraint planted check (licence_key_mask = 'x') not valid`;
    expect(await commit(viewer, broken)).toMatchObject({ code: "import-failed" });
    await admin`alter table app.licences drop constraint planted`;

    const key = await makeApiKey(viewer, ["read", "write"]);
    const customer = await callApi(key, "createCustomer", { body: { number: "A1", name: "Über die API" } });
    const { id: customerId } = customer.body as unknown as { id: string };
    for (const [at, each] of keys.slice(980).entries()) {
      const headers = { "idempotency-key": `schluessel-${at}` };
      const name = `Anlage ${at}`;
      const body = { customerId, vendor: "fluxpunkt", name, ...(at % 2 === 0 ? { serverKey: each } : {}) };
      const system = await callApi(key, "createSystem", { body, headers });
      expect(system.status).toBe(201);
      if (at % 2 === 0) continue;
      const { id: systemId } = system.body as unknown as { id: string };
      const licence = { systemId, sku: "group-busy", purchasedOn: "2025-03-01", licenceKey: each };
      expect((await callApi(key, "createLicence", { body: licence, headers: {} })).status).toBe(201);
      const wrong = { ...licence, sku: each, fremd: each };
      expect((await callApi(key, "createLicence", { body: wrong })).status).toBeGreaterThanOrEqual(400);
    }
  } finally {
    for (const spy of spies) spy.mockRestore();
  }

  const whole = await dump();
  expect(whole).toContain("Über die API");
  expect(whole.match(/SCHL|••/g)?.length ?? 0).toBeGreaterThan(0);
  const [files] = await admin<{ folder: string }[]>`select current_setting('data_directory') as folder`;
  const log = readFileSync(path.join(files?.folder ?? "", "../../postgres.log"), "utf8");
  expect(log).toContain("planted");
  expect(written.join("\n")).toContain("einlesen");
  for (const text of [whole, log, written.join("\n")]) {
    const told = keys.filter((each) => text.includes(each) || text.includes(Buffer.from(each).toString("hex")));
    expect(told).toEqual([]);
  }
}, 60_000);
