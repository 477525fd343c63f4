import { describe, expect, it } from "vitest";
import { customers, systems } from "@/db/schema";
import { imports } from "@/db/schema-imports";
import { withTenantId } from "@/db/tenant";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { hasWording } from "@/lib/format/reasons";
import { csvDialects, csvLine } from "@/lib/import-export/csv";
import { type ImportAnswer, importAtOnce } from "@/lib/use-cases/import-at-once";
import { makeReseller, testDatabase } from "../support/database";
import { workbook } from "../support/workbooks";

testDatabase();

/** Files that nobody means well with: each is refused with a sentence, or read in whole, cell by cell as it stands; never half. */

const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");
const encoder = new TextEncoder();
const head = "Kundennummer;Kunde;Anlage;Hersteller;Artikel;Bezugsart;Beginn";
const row = (number: string, name: string, system = "Zentrale", start = "15.03.2024") =>
  `${number};${name};${system};fluxpunkt;group-busy;Kauf;${start}`;

async function readIn(viewer: Viewer, bytes: Uint8Array | string, partial = false) {
  const file = { name: "../../böse\u0000.csv", bytes: typeof bytes === "string" ? encoder.encode(bytes) : bytes };
  return importAtOnce(viewer, file, { dryRun: false, partial }, today, now, (error) => {
    throw error;
  });
}

async function kept({ resellerId }: Viewer) {
  return withTenantId(resellerId ?? "", async (tx) => ({
    customers: await tx
      .select({ number: customers.number, name: customers.name })
      .from(customers)
      .orderBy(customers.number),
    systems: await tx.select({ name: systems.name }).from(systems).orderBy(systems.name),
    states: [...new Set((await tx.select({ state: imports.state }).from(imports)).map(({ state }) => state))],
  }));
}

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
}

describe("is read in whole", () => {
  const names = [
    "__proto__",
    "constructor",
    "=cmd|' /C calc'!A0",
    "+49 511 1",
    "@SUM(A1)",
    "-1+1",
    "'; drop table app.customers; --",
    "<script>alert(1)</script>",
    "{{7*7}} %s %n",
    "🏳️‍🌈 Ωμέγα ‮טקסט",
    "Zeile\nzwei",
  ];
  const cells = names.map((name, at) =>
    row(at === 0 ? "__proto__" : `N${at}`, "x", "x")
      .split(";")
      .map((cell) => (cell === "x" ? name : cell)),
  );
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const text = [head, ...cells.map((each) => each.map(quoted).join(";"))].join("\n");

  it.each<[string, Uint8Array | string]>([
    ["UTF-8", text],
    ["UTF-16, little end first", utf16(text, false)],
    ["UTF-16, big end first", utf16(text, true)],
    ["a workbook", workbook([head.split(";"), ...cells])],
  ])("%s, with every text as it stands", async (_, bytes) => {
    const admin = await makeReseller();
    const done = await readIn(admin, bytes);
    if (isRefusal(done)) throw new Error(done.code);
    expect(done.rejected).toEqual([]);
    const found = await kept(admin);
    expect(found.states).toEqual(["committed"]);
    // A customer's name is one line.
    const lines = names.map((name) => name.replace("\n", " ")).sort();
    expect(found.customers.map(({ name }) => name).sort()).toEqual(lines);
    expect(found.customers.map(({ number }) => number)).toContain("__proto__");
    expect(found.systems.map(({ name }) => name).sort()).toEqual(lines);
  });

  it("with headings that mean something to JavaScript, which are told as unknown", async () => {
    const admin = await makeReseller();
    const done = await readIn(admin, `${head};__proto__;constructor;toString\n${row("N1", "Eins")};a;b;c\n`);
    expect(done).toMatchObject({ counts: { new: 1 }, unknownColumns: ["__proto__", "constructor", "toString"] });
  });
});

describe("keeps the row out, with a sentence for it", () => {
  it.each([
    ["a day before all time", row("N2", "Zwei", "Zentrale", "01.01.0001"), "start"],
    ["a day after all time", row("N2", "Zwei", "Zentrale", "31.12.9999"), "start"],
    ["a day beyond numbers", row("N2", "Zwei", "Zentrale", "99999999999999999999"), "start"],
    ["a row that ends within", "N2;Zwei;Zentr", "customer_number"],
    ["more cells than headings", `${row("N2", "Zwei")};x;y;z`, "customer_number"],
    ["a number without end", `${"9".repeat(80)};Zwei;Zentrale;fluxpunkt;group-busy;Kauf;15.03.2024`, "customer_number"],
  ])("%s", async (_, faulty, field) => {
    const admin = await makeReseller();
    const text = `${head}\n${row("N1", "Eins")}\n${faulty}`;
    const kept1 = (await readIn(admin, text)) as ImportAnswer;
    expect([kept1.importId, kept1.counts.rejected]).toEqual([null, 1]);
    const faults = kept1.rejected.flatMap(({ problems }) => problems.filter(({ level }) => level === "error"));
    expect(faults.map((fault) => fault.field)).toContain(field);
    for (const { code } of faults) expect(hasWording(code)).toBe(true);
    expect(await kept(admin)).toMatchObject({ customers: [], states: ["discarded"] });
    expect(await readIn(admin, text, true)).toMatchObject({ counts: { new: 1, rejected: 1 } });
    expect((await kept(admin)).customers).toEqual([{ number: "N1", name: "Eins" }]);
  });
});

describe("is refused as a whole", () => {
  const columns = Array.from({ length: 16_384 }, (_, at) => `Spalte ${at}`);
  it.each<[string, string, Uint8Array | string]>([
    ["60 MB", "file-too-large", new Uint8Array(60 * 1024 * 1024).fill(65)],
    ["a heading twice", "mapping-field-missing", `${head};Kundennummer\n${row("N1", "Eins")};N2\n`],
    ["16,384 columns", "file-too-many-columns", csvLine(columns, csvDialects.excel)],
    ["a workbook with 16,384 columns", "file-too-many-columns", workbook([columns])],
    ["a quote that never closes", "file-quote-open", `${head}\n${row("N1", "Eins")}\n"N2;Zwei\n${row("N3", "Drei")}\n`],
    ["NUL", "file-no-text", `${head}\n${row("N1", "Ei\u0000ns")}\n`],
    ["headings only", "file-no-rows", `${head}\n`],
    ["no heading that anybody knows", "file-no-header", "Farbe;Form\nrot;rund\n"],
    ["a workbook cut off", "file-broken", workbook([head.split(";"), row("N1", "Eins").split(";")]).subarray(0, 500)],
  ])("%s: %s", async (_, code, bytes) => {
    const admin = await makeReseller();
    const refused = await readIn(admin, bytes);
    if (!isRefusal(refused)) throw new Error(JSON.stringify(refused).slice(0, 300));
    expect(refused.code).toBe(code);
    expect(hasWording(refused.code)).toBe(true);
    const found = await kept(admin);
    expect([found.customers, found.states.filter((state) => state !== "discarded")]).toEqual([[], []]);
  });
});
