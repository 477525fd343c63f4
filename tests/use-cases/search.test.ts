import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { customers } from "@/db/schema";
import { withTenantId } from "@/db/tenant";
import { entriesOf } from "@/lib/domain/price-list-entries";
import { hasWords, searchWordsOf, wordsOf } from "@/lib/domain/stock";
import type { Viewer } from "@/lib/domain/viewer";
import { newestEdition } from "@/lib/price-lists/index";
import { rebuildStock } from "@/lib/use-cases/rebuild-stock";
import { type Found, type Hits, search } from "@/lib/use-cases/search";
import { makeReseller, testDatabase, viewerOf } from "../support/database";
import { found, type StoryTenant, tellStory } from "../support/story-tenant";

testDatabase();

const today = "2026-11-20";
let story: StoryTenant;

beforeAll(async () => {
  story = await tellStory(today);
  await rebuildStock(story.resellerId, today);
});

const find = (text: string, viewer: Viewer = story.clerk, limit = 50) => search(viewer, text, limit, today);
const names = (hits: Hits<{ name: string }>) => hits.items.map(({ name }) => name);
const ids = (hits: Hits<{ id: string }>) => hits.items.map(({ id }) => id).sort();
const counts = (all: Found) => Object.values(all).map(({ items }: Hits<unknown>) => items.length);

describe("staff find", () => {
  it("a customer by name and by number, with systems and contracts", async () => {
    for (const text of ["claasen", "Reederei Cl", "Söhne ree", "soehne REEDEREI", "10001"]) {
      const hits = await find(text);
      expect(names(hits.customers), text).toEqual(["Reederei Claasen & Söhne"]);
      expect(hits.customers.items[0]).toEqual({
        id: story.customerOf("10001"),
        number: "10001",
        name: "Reederei Claasen & Söhne",
      });
      expect(names(hits.systems), text).toEqual(["STARFACE Hafencity"]);
      expect(hits.systems.items[0]).toMatchObject({
        productName: "STARFACE-Erweiterungen",
        customerId: story.customerOf("10001"),
        customerName: "Reederei Claasen & Söhne",
      });
      const contracts = story.rows.contracts.filter((row) => row.customerId === story.customerOf("10001"));
      expect(ids(hits.contracts), text).toEqual(contracts.map(({ id }) => id).sort());
    }
  });

  it("a system by its own name first, and by words of it and of its customer together", async () => {
    const { systems, customers: none } = await find("kanzlei");
    expect(names(systems)).toEqual(["Enreach Kanzlei"]);
    expect(names(none)).toEqual(["Kanzlei Bergmann & Partner"]);
    const both = await find("winsen klinikum");
    expect(names(both.systems)).toEqual(["XPhone Winsen"]);
    expect(both.customers.items).toEqual([]);
  });

  it("a contract by its article, each once however much is booked in it", async () => {
    const { contracts } = await find("bergmann");
    expect(contracts.items).toHaveLength(1);
    const expert = await find("expert bergmann");
    expect(expert.contracts.items).toEqual([
      expect.objectContaining({
        articleName: expect.stringMatching(/expert/i),
        customerName: "Kanzlei Bergmann & Partner",
      }),
    ]);
  });

  it("articles of the price lists, each with its place on the page of its list", async () => {
    const { articles } = await find("call rec");
    const [hit] = articles.items;
    expect(hit).toMatchObject({ vendor: "fluxpunkt", sku: "call-recording", name: "Call Recording" });
    for (const { vendor, anchor } of (await find("user")).articles.items) {
      const list = found(newestEdition(vendor));
      expect(entriesOf(list, "de").map((entry) => entry.anchor)).toContain(anchor);
    }
  });

  it("exactly what has all the words, whichever they are", async () => {
    const texts = [...new Set(story.rows.customers.flatMap(({ number, name }) => wordsOf(number, name)))];
    const pairs = texts.flatMap((text, at) => [text.slice(0, 3), `${text} ${texts[(at * 7 + 1) % texts.length]}`]);
    for (const text of [...texts, ...pairs]) {
      if (text.length < 2) continue;
      const words = searchWordsOf(text);
      const right = story.rows.customers.filter(({ number, name }) => hasWords(words, number, name));
      const customerOf = new Map(story.rows.customers.map((row) => [row.id, row]));
      const systems = story.rows.systems.filter((row) => {
        const customer = found(customerOf.get(row.customerId));
        return hasWords(words, row.name, customer.number, customer.name);
      });
      const hits = await find(text);
      expect(ids(hits.customers), text).toEqual(right.map(({ id }) => id).sort());
      expect(ids(hits.systems), text).toEqual(systems.map(({ id }) => id).sort());
    }
  });

  it("the customer whose number was typed before those whose number begins with it", async () => {
    const admin = await makeReseller();
    const resellerId = found(admin.resellerId);
    const rows = ["100", "1000", "10"].map((number, at) => ({
      resellerId,
      id: uuidv7(),
      number,
      name: `Haus ${9 - at}`,
    }));
    await withTenantId(resellerId, (tx) => tx.insert(customers).values(rows));
    const { items } = (await find("10", admin)).customers;
    expect(items.map(({ number }) => number)).toEqual(["10", "1000", "100"]);

    // Who is archived is gone.
    await withTenantId(resellerId, (tx) =>
      tx
        .update(customers)
        .set({ archivedAt: new Date("2026-11-19T12:00:00Z") })
        .where(and(eq(customers.resellerId, resellerId), eq(customers.number, "10"))),
    );
    expect((await find("10", admin)).customers.items.map(({ number }) => number)).toEqual(["1000", "100"]);
  });

  it("no more than asked for, and are told that there is more", async () => {
    const few = await find("10", story.clerk, 3);
    expect(few.customers).toMatchObject({ more: true });
    expect(counts(few).every((count) => count <= 3)).toBe(true);
    expect((await find("10")).customers.more).toBe(false);
  });

  it("nothing for what nothing is called, and for less than two letters", async () => {
    for (const text of ["zzz", "claasen zzz", "", " ", "c", "&", "%", "_", "'", "\0", "\ud800", "x".repeat(5_000)]) {
      expect(counts(await find(text)), JSON.stringify(text)).toEqual([0, 0, 0, 0]);
    }
    expect(names((await find("cla\0asen")).customers)).toEqual([]);
    expect(names((await find("\0claasen")).customers)).toHaveLength(1);
  });
});

describe("nobody finds what is not his", () => {
  it("a clerk who is confined to some customers", async () => {
    const confined = story.confinedTo("10003", "10004");
    expect(names((await find("claasen", confined)).customers)).toEqual([]);
    const hits = await find("10", confined);
    expect(hits.customers.items.map(({ number }) => number).sort()).toEqual(["10003", "10004"]);
    for (const text of ["10", "starface", "gmbh", "up2date"]) {
      const { customers: found, systems, contracts } = await find(text, confined);
      const own = ["10003", "10004"].map(story.customerOf);
      expect(found.items.every(({ id }) => own.includes(id))).toBe(true);
      expect(systems.items.every(({ customerId }) => own.includes(customerId))).toBe(true);
      const right = story.rows.contracts.filter((row) => own.includes(row.customerId)).map(({ id }) => id);
      expect(contracts.items.every(({ id }) => right.includes(id))).toBe(true);
    }
  });

  it("a person of a customer, who finds the own systems and contracts", async () => {
    const person = story.personOf("10001");
    const hits = await find("starface", person);
    expect(names(hits.systems)).toEqual(["STARFACE Hafencity"]);
    expect(hits.systems.items[0]?.customerId).toBe(story.customerOf("10001"));
    expect(hits.contracts.items.length).toBeGreaterThan(0);
    const own = story.rows.contracts.filter((row) => row.customerId === story.customerOf("10001")).map(({ id }) => id);
    expect(hits.contracts.items.every(({ id }) => own.includes(id))).toBe(true);
    expect([hits.customers.items, hits.articles.items]).toEqual([[], []]);
    expect(counts(await find("klinikum", person))).toEqual([0, 0, 0, 0]);
    expect(counts(await find("xphone", person))).toEqual([0, 0, 0, 0]);
  });

  it("another reseller, and a platform admin, who has no customers", async () => {
    const other = await makeReseller();
    expect(counts(await find("claasen", other))).toEqual([0, 0, 0, 0]);
    expect(counts(await find("claasen", viewerOf("platform-admin")))).toEqual([0, 0, 0, 0]);
  });
});
