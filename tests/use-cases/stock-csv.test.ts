import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { customers, systems } from "@/db/schema";
import { withTenantId } from "@/db/tenant";
import { type StockColumn, stockColumns } from "@/lib/domain/stock";
import type { Viewer } from "@/lib/domain/viewer";
import { FORMULA_PATTERN } from "@/lib/import-export/csv";
import { exportStock, type StockExport } from "@/lib/use-cases/export-stock";
import { listStock, type StockFilter } from "@/lib/use-cases/list-stock";
import { rebuildStock } from "@/lib/use-cases/rebuild-stock";
import { testDatabase, viewerOf } from "../support/database";
import { formulas, plainTexts } from "../support/formulas";
import { type ManyStock, manyStock, withoutStockIndexes } from "../support/many-stock";
import { found, type StoryTenant, tellStory } from "../support/story-tenant";

const database = testDatabase();
const today = "2026-11-20";
const heads = Object.fromEntries([...stockColumns, "customerNumber"].map((column) => [column, `Kopf ${column}`]));
const words: StockExport["words"] = {
  heads: heads as StockExport["words"]["heads"],
  kind: { licence: "Lizenz", contract: "Vertrag" },
  state: {
    held: "gekauft",
    running: "läuft",
    rolling: "monatlich kündbar",
    "rule-unknown": "Regel unbekannt",
    noticed: "gekündigt",
    lapsed: "ausgelaufen",
    "not-started": "beginnt noch",
  },
  billing: { vendor: "vermittelt", reseller: "verkauft" },
  tier: "Staffel",
};
const all: StockExport = {
  columns: stockColumns,
  dialect: "excel",
  words,
  sort: { key: "customer", descending: false },
};
let story: StoryTenant;

beforeAll(async () => {
  story = await tellStory(today);
  await rebuildStock(story.resellerId, today);
});

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
const csv = async (input: Partial<StockExport> = {}, viewer: Viewer = story.clerk) =>
  textOf(await exportStock(viewer, { ...all, ...input }, today));

/** Records of a CSV whose lines end with CR LF; a line end inside quotes is none. */
function recordsOf(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${delimiter}\r\n]*))(${delimiter}|\r\n)`, "y");
  for (let match = field.exec(text); match !== null; match = field.exec(text)) {
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "\r\n") {
      records.push(record);
      record = [];
    }
    if (field.lastIndex === text.length) break;
  }
  expect(field.lastIndex).toBe(text.length);
  return records;
}

describe("for Excel with German settings", () => {
  it("begins with the mark, separates by semicolons, and writes days and money as people do here", async () => {
    const text = await csv();
    expect(text.startsWith("\uFEFFKopf article;Kopf sku;Kopf kind;Kopf customerNumber;Kopf customer;")).toBe(true);
    const [head = [], ...records] = recordsOf(text.slice(1), ";");
    expect(head).toHaveLength(stockColumns.length + 1);
    expect(new Set(records.map((record) => record.length))).toEqual(new Set([head.length]));
    const of = (record: string[], column: StockColumn) => record[head.indexOf(`Kopf ${column}`)];
    const harms = found(
      records.find((record) => of(record, "sku") === "call-recording" && of(record, "customer")?.includes("Harms")),
    );
    expect(of(harms, "article")).toMatch(/, Staffel 21-40$/);
    expect(of(harms, "kind")).toBe("Lizenz");
    expect(of(harms, "paid")).toMatch(/^\d{3,},\d\d$/);
    expect(of(harms, "amount")).toBe("");
    const blue = found(records.find((record) => of(record, "sku") === "flat-de"));
    expect(of(blue, "billing")).toBe("vermittelt");
    expect(of(blue, "amount")).toMatch(/^\d+,\d\d$/);
    expect(of(blue, "noticeDue")).toMatch(/^\d\d\.\d\d\.20\d\d$/);
  });
});

describe("as RFC 4180", () => {
  it("separates by commas, with ISO days and a decimal point, and no mark", async () => {
    const text = await csv({ dialect: "rfc4180", columns: ["article", "sendBy", "amount", "paid"] });
    const [head, ...records] = recordsOf(text, ",");
    expect(head).toEqual(["Kopf article", "Kopf sendBy", "Kopf amount", "Kopf paid"]);
    for (const [, sendBy, ...money] of records) {
      expect(sendBy).toMatch(/^(\d{4}-\d\d-\d\d)?$/);
      for (const amount of money) expect(amount).toMatch(/^(\d+\.\d\d)?$/);
    }
    expect(records.filter(([, sendBy]) => sendBy !== "").length).toBeGreaterThan(5);
  });
});

describe("the same as the page", () => {
  it.each<[string, Partial<StockFilter>]>([
    ["everything", {}],
    ["by amount, downwards", { sort: { key: "amount", descending: true } }],
    ["by send-by day", { sort: { key: "sendBy", descending: false } }],
    ["by article, downwards", { sort: { key: "article", descending: true } }],
    ["of a vendor", { vendor: "c4b", sort: { key: "vendor", descending: false } }],
    ["found", { search: "xphone office" }],
    ["of a kind in a state", { kind: "contract", state: "rolling" }],
  ])("%s: rows, order and columns", async (_, filter) => {
    const sort = filter.sort ?? all.sort;
    const { items } = await listStock(story.clerk, { ...filter, sort, limit: 200 }, today);
    const columns = ["article", "customer", "system", "quantity", "sendBy", "amount", "state", "clerk"] as const;
    const text = await csv({ ...filter, sort, columns, dialect: "rfc4180" });
    const euro = (cents: number | null) => (cents === null ? "" : (cents / 100).toFixed(2));
    expect(recordsOf(text, ",").slice(1)).toEqual(
      items.map((item) => [
        item.tier === null ? item.articleName : `${item.articleName}, Staffel ${item.tier}`,
        item.customerNumber,
        item.customerName,
        item.systemName,
        String(item.quantity ?? ""),
        item.sendByOn ?? "",
        euro(item.monthlyCents),
        words.state[item.state],
        item.clerkName ?? "",
      ]),
    );
    expect(items.length).toBeGreaterThan(0);
  });

  it("of chosen rows, and of none", async () => {
    const { items } = await listStock(story.clerk, { ...all, limit: 3 }, today);
    const ids = items.map(({ id }) => id);
    expect(recordsOf((await csv({ ids })).slice(1), ";")).toHaveLength(4);
    expect(recordsOf((await csv({ ids: ["x' or '1'='1"] })).slice(1), ";")).toHaveLength(1);
    expect(recordsOf((await csv({ search: "zzzz" })).slice(1), ";")).toHaveLength(1);
    expect(recordsOf((await csv({ vendor: "'; drop table app.stock_rows; --" })).slice(1), ";")).toHaveLength(1);
    expect(recordsOf((await csv({ search: "$1 $2 '' \\" })).slice(1), ";").length).toBeGreaterThan(0);
  });

  it("behind the same wall", async () => {
    const other = await tellStory(today);
    await rebuildStock(other.resellerId, today);
    const theirs = (await listStock(other.clerk, { ...all, limit: 200 }, today)).items.map(({ id }) => id);
    expect(recordsOf((await csv({ ids: theirs })).slice(1), ";")).toHaveLength(1);
    const confined = recordsOf((await csv({ columns: ["customer"] }, story.confinedTo("10003"))).slice(1), ";");
    expect(new Set(confined.slice(1).map(([number]) => number))).toEqual(new Set(["10003"]));
    await expect(csv({}, story.personOf("10003"))).rejects.toThrow();
  });
});

describe("a text that a spreadsheet would reckon with", () => {
  it("is taken for one alike by the program and by the database", async () => {
    const rows = await withTenantId(story.resellerId, (tx) =>
      tx.execute<{ text: string; is: boolean }>(
        sql`select value as text, value ~ ${FORMULA_PATTERN} as is from jsonb_array_elements_text(${JSON.stringify([...formulas, ...plainTexts])}::jsonb) as given(value)`,
      ),
    );
    expect(rows.filter((row) => row.is).map((row) => row.text)).toEqual([...formulas]);
  });

  it("begins with an apostrophe in every field that people fill, and quotes hold what would break a line", async () => {
    const own = await tellStory(today);
    const customerId = own.customerOf("10001");
    const names = [...formulas, ...plainTexts.filter((text) => text !== ""), 'a;b,c"d\r\ne'];
    for (const [at, name] of names.entries()) {
      await withTenantId(own.resellerId, async (tx) => {
        await tx
          .update(customers)
          .set({ name, number: `${name}${at}` })
          .where(eq(customers.id, customerId));
        await tx.update(systems).set({ name }).where(eq(systems.customerId, customerId));
      });
      await rebuildStock(own.resellerId, today);
      for (const [dialect, delimiter] of [
        ["excel", ";"],
        ["rfc4180", ","],
      ] as const) {
        const text = await csv({ columns: ["customer", "system"], customerId, dialect }, own.clerk);
        const [, first] = recordsOf(dialect === "excel" ? text.slice(1) : text, delimiter);
        const isFormula = (formulas as readonly string[]).includes(name);
        const expected = isFormula ? `'${name}` : name;
        expect(first).toEqual([`${expected}${at}`, expected, expected]);
      }
    }
  }, 120_000);
});

describe("of many rows", () => {
  let many: ManyStock;
  let viewer: Viewer;
  const count = 30_000;
  beforeAll(async () => {
    many = await withoutStockIndexes(database.ownerUrl, () => manyStock(count));
    viewer = viewerOf("finance", { resellerId: many.resellerId, resellerName: "Many" });
  }, 240_000);

  const copies = async () => {
    const app = postgres(database.appUrl, { max: 1, onnotice: () => {} });
    const rows = await app`select pid, state from pg_stat_activity where application_name = 'lizenzkontor copy'`;
    await app.end();
    return rows;
  };

  it("comes whole, as often as one likes", async () => {
    for (let time = 0; time < 12; time++) {
      const text = await csv({ columns: ["customer", "article", "amount"], dialect: "rfc4180" }, viewer);
      expect(text.split("\r\n")).toHaveLength(count + 2);
    }
    await expect.poll(copies).toEqual([]);
  }, 120_000);

  it("to a reader who is slow, in order and whole", async () => {
    const stream = await exportStock(viewer, { ...all, dialect: "rfc4180", columns: ["quantity", "article"] }, today);
    let text = "";
    let chunks = 0;
    for await (const chunk of stream) {
      text += Buffer.from(chunk).toString("latin1");
      if (++chunks % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(text.split("\r\n")).toHaveLength(count + 2);
  });

  it("that break off never end as if they were whole", async () => {
    // One that has just ended is still listed for a moment: it is not the one to be broken off.
    await expect.poll(copies, { timeout: 10_000 }).toEqual([]);
    const stream = await exportStock(viewer, all, today);
    const reader = stream.getReader();
    await reader.read();
    const [copy] = await copies();
    const app = postgres(database.appUrl, { max: 1, onnotice: () => {} });
    await app`select pg_terminate_backend(${found(copy).pid})`;
    await app.end();
    await expect(
      (async () => {
        while (!(await reader.read()).done);
      })(),
    ).rejects.toThrow();
  });

  it("that nobody reads on stop the server's work", async () => {
    for (let time = 0; time < 5; time++) {
      const stream = await exportStock(viewer, all, today);
      const reader = stream.getReader();
      await reader.read();
      await reader.cancel();
    }
    await expect.poll(copies, { timeout: 10_000 }).toEqual([]);
    expect(await csv({ columns: ["quantity"], state: "noticed" }, viewer)).toContain("\r\n");
  });

  it("are loaded by no more than three at once", async () => {
    const streams = await Promise.all([1, 2, 3].map(() => exportStock(viewer, all, today)));
    await expect(exportStock(viewer, all, today)).rejects.toThrow(/connections to the database were busy/);
    for (const stream of streams) await stream.cancel();
    await expect.poll(copies, { timeout: 10_000 }).toEqual([]);
    await (await exportStock(viewer, all, today)).cancel();
    await expect.poll(copies, { timeout: 10_000 }).toEqual([]);
  });
});
