import { and, asc, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { lockQueue } from "@/db/queries/derived-decisions";
import { contracts, licences, positions, purchases, systems } from "@/db/schema";
import { stockRows, stockWords } from "@/db/schema-stock";
import { withTenantId } from "@/db/tenant";
import { now } from "@/lib/clock";
import { dayAfter } from "@/lib/domain/dates";
import { type StockSortKey, stockSortKeys } from "@/lib/domain/stock";
import type { Viewer } from "@/lib/domain/viewer";
import { listStock, type StockFilter, type StockItem } from "@/lib/use-cases/list-stock";
import { rebuildStock } from "@/lib/use-cases/rebuild-stock";
import { recordContractRule } from "@/lib/use-cases/record-contract-rule";
import { recordNotice } from "@/lib/use-cases/record-notice";
import { refreshStock } from "@/lib/use-cases/refresh-stock";
import { showContract } from "@/lib/use-cases/show-contract";
import { showCustomer } from "@/lib/use-cases/show-customer";
import { testDatabase } from "../support/database";
import { found, type StoryTenant, tellStory } from "../support/story-tenant";

testDatabase();

const today = "2026-11-20";
const unchanged = { added: 0, changed: 0, removed: 0 };
const byCustomer = { key: "customer", descending: false } as const;
let story: StoryTenant;

beforeAll(async () => {
  story = await tellStory(today);
  await rebuildStock(story.resellerId, today);
});

const list = (filter: Partial<StockFilter> = {}, viewer: Viewer = story.clerk, day = today) =>
  listStock(viewer, { sort: byCustomer, limit: 200, ...filter }, day);
const articles = (items: readonly StockItem[]) => items.map((item) => item.articleName).sort();

describe("a row", () => {
  it("of a licence is the sum of its purchases, with what was paid and since when", async () => {
    const { items } = await list({ kind: "licence", customerId: story.customerOf("10002") });
    expect(items).toHaveLength(2);
    const recording = found(items.find((item) => item.sku === "call-recording"));
    expect(recording).toMatchObject({
      state: "held",
      quantity: 1,
      tier: "21-40",
      contractId: null,
      sinceOn: dayAfter(today, -520),
      monthlyCents: null,
      sendByOn: null,
      systemName: "STARFACE Lübeck",
    });
    expect(recording.paidCents).toBeGreaterThan(0);
    // Of the other nobody recorded what was paid: unknown, not nothing.
    expect(items.find((item) => item.sku === "insight-analytics")?.paidCents).toBeNull();
  });

  it("of each article in a contract has the contract's dates, and of several each its own price", async () => {
    const { items } = await list({ customerId: story.customerOf("10008") });
    expect(items.map(({ sku, quantity }) => [sku, quantity]).sort()).toEqual([
      ["expert", 10],
      ["starter", 1],
    ]);
    expect(new Set(items.map((item) => item.contractId)).size).toBe(1);
    const line = found((await showContract(story.clerk, found(items[0]?.contractId), today))?.contract);
    expect(items.reduce((sum, item) => sum + (item.monthlyCents ?? 0), 0)).toBe(line.amountCents);
    expect(new Set(items.map((item) => item.state))).toEqual(new Set(["rule-unknown"]));
  });

  it("of every contract shows the same dates as the contract's own page, on any day", async () => {
    for (const day of [today, "2027-01-31", "2028-02-29"]) {
      await refreshStock(story.resellerId, day);
      const { items } = await list({ kind: "contract" }, story.clerk, day);
      expect(items.length).toBeGreaterThan(15);
      for (const item of items) {
        const { contract } = found(await showContract(story.clerk, found(item.contractId), day));
        const { termEndsOn, cancellableTo, noticeDueOn, sendByOn } = item;
        expect({ termEndsOn, cancellableTo, noticeDueOn, sendByOn }, `${item.articleName} on ${day}`).toMatchObject({
          termEndsOn: contract.dates.termEndsOn,
          cancellableTo: contract.dates.cancellableTo,
          noticeDueOn: contract.dates.noticeDueOn,
          sendByOn: contract.dates.sendByOn,
        });
      }
    }
    await rebuildStock(story.resellerId, today);
  });

  it("stands for everything that customers have, once", async () => {
    const { items } = await list();
    const views = await Promise.all(
      story.rows.customers.map((customer) => showCustomer(story.admin, customer.id, today)),
    );
    const shown = views.flatMap((view) => found(view).systems.flatMap((system) => system.licences.map(({ id }) => id)));
    expect(
      items
        .filter((item) => item.kind === "licence")
        .map(({ id }) => id)
        .sort(),
    ).toEqual(shown.sort());
    const running = views.flatMap((view) =>
      found(view).systems.flatMap((system) =>
        system.contracts.filter((contract) => contract.standing !== "ended").map(({ id }) => id),
      ),
    );
    expect([...new Set(items.flatMap((item) => item.contractId ?? []))].sort()).toEqual(running.sort());
  });
});

describe("the day", () => {
  it("moves on 120 times: reading leaves every row as a rebuild would make it", async () => {
    const own = await tellStory(today);
    await rebuildStock(own.resellerId, today);
    let moved = 0;
    for (let ahead = 1; ahead <= 120; ahead++) {
      const day = dayAfter(today, ahead);
      const { changed, removed } = await refreshStock(own.resellerId, day);
      moved += changed + removed;
      expect(await rebuildStock(own.resellerId, day), `on ${day}`).toEqual(unchanged);
    }
    expect(moved).toBeGreaterThan(20);
  }, 240_000);

  it("is right on the page even before all rows are derived anew, and what ended is not shown", async () => {
    const own = await tellStory(today);
    await rebuildStock(own.resellerId, today);
    const later = "2029-06-01";
    // Somebody else is at it for longer than a reader waits: what he reads was derived for another day.
    const page = await withTenantId(own.resellerId, async (tx) => {
      await lockQueue(tx, own.resellerId, "alone");
      return list({ kind: "contract" }, own.clerk, later);
    });
    expect(page.catchingUp).toBe(true);
    for (const item of page.items) {
      const { contract } = found(await showContract(own.clerk, found(item.contractId), later));
      expect(item.sendByOn).toBe(contract.dates.sendByOn);
    }
    await refreshStock(own.resellerId, later);
    expect(await rebuildStock(own.resellerId, later)).toEqual(unchanged);
  });
});

describe("what follows", () => {
  it("from a notice and from a rule stands in Bestand in the same moment", async () => {
    const own = await tellStory(today);
    await rebuildStock(own.resellerId, today);
    const contractId = own.contractOf("10009", "extension");
    const notice = { kind: "notice", contractId, receivedOn: today, channel: "email" } as const;
    await recordNotice(own.clerk, notice, today, now());
    const { items } = await list({ customerId: own.customerOf("10009") }, own.clerk);
    // The flat and the queue end with their main contract.
    expect(items.map((item) => item.state)).toEqual(["noticed", "noticed", "noticed"]);
    expect(new Set(items.map((item) => item.endsOn)).size).toBe(1);

    const unknown = own.contractOf("10008", "expert");
    const version = found(await showContract(own.clerk, unknown, today)).contract;
    const rule = {
      minimumMonths: 24,
      renewalMonths: 12,
      noticeLength: 3,
      noticeUnit: "month",
      to: "term-end",
    } as const;
    const input = { contractId: unknown, version: 1, rule, source: "Auftrag", clause: "Ziffer 4", land: null };
    expect(version.ruleUnknown).toBe(true);
    expect(await recordContractRule(own.clerk, input, today, now())).toBe("done");
    const ruled = await list({ customerId: own.customerOf("10008") }, own.clerk);
    expect(ruled.items.every((item) => item.state === "running" && item.sendByOn !== null)).toBe(true);
    expect(await rebuildStock(own.resellerId, today)).toEqual(unchanged);
  });

  it("from a new customer is derived by the next who looks, and from a spoilt row by a rebuild", async () => {
    const own = await tellStory(today);
    const first = await list({}, own.clerk);
    expect(first.items.length).toBeGreaterThan(30);
    expect(first.catchingUp).toBe(false);
    expect(await rebuildStock(own.resellerId, today)).toEqual(unchanged);
    await withTenantId(own.resellerId, async (tx) => {
      const [row] = await tx
        .select()
        .from(stockRows)
        .where(eq(stockRows.kind, "contract"))
        .orderBy(asc(stockRows.id))
        .limit(1);
      await tx
        .update(stockRows)
        .set({ quantity: 999 })
        .where(eq(stockRows.id, found(row).id));
      await tx.insert(stockRows).values({ ...found(row), id: uuidv7() });
      await tx.delete(stockWords).where(eq(stockWords.word, "claasen"));
    });
    expect(await rebuildStock(own.resellerId, today)).toEqual({ added: 0, changed: 1, removed: 1 });
    expect((await list({ search: "claasen" }, own.clerk)).items.length).toBeGreaterThan(0);
  });

  it("from positions: what is booked for later is shown as such, what was cancelled goes with its last day", async () => {
    const own = await tellStory(today);
    const contractId = own.contractOf("10006", "extension");
    const customerId = own.customerOf("10006");
    await withTenantId(own.resellerId, async (tx) => {
      const [old] = await tx.select().from(positions).where(eq(positions.contractId, contractId));
      await tx
        .update(positions)
        .set({ toOn: dayAfter(today, 9) })
        .where(eq(positions.id, found(old).id));
      await tx
        .insert(positions)
        .values({ ...found(old), id: uuidv7(), quantity: 51, fromOn: dayAfter(today, 10), toOn: null });
    });
    const at = async (day: string) => {
      const { items } = await list({ customerId, search: "Nebenstelle" }, own.clerk, day);
      return items
        .map(({ quantity, state, endsOn }) => ({ quantity, state, endsOn }))
        .sort((a, b) => Number(a.quantity) - Number(b.quantity));
    };
    expect(await at(today)).toMatchObject([
      { quantity: 50, endsOn: dayAfter(today, 9) },
      { quantity: 51, state: "not-started", endsOn: null },
    ]);
    expect((await at(today))[0]?.state).not.toBe("not-started");
    expect(await at(dayAfter(today, 10))).toMatchObject([{ quantity: 51, endsOn: null }]);
    expect((await at(dayAfter(today, 10)))[0]?.state).not.toBe("not-started");
  });
});

describe("a page", () => {
  const keys: readonly StockSortKey[] = stockSortKeys;
  const shown: Readonly<Record<StockSortKey, (item: StockItem) => string | number | null>> = {
    customer: (item) => item.customerName,
    article: (item) => item.articleName,
    vendor: (item) => item.productName,
    quantity: (item) => item.quantity,
    sendBy: (item) => item.sendByOn,
    termEnd: (item) => item.termEndsOn,
    amount: (item) => item.monthlyCents,
  };
  const german = new Intl.Collator("de");
  const compare = (left: string | number, right: string | number) =>
    typeof left === "number" && typeof right === "number" ? left - right : german.compare(String(left), String(right));

  it.each(keys.flatMap((key) => [false, true].map((descending) => ({ key, descending }))))(
    "after the other gives each row once, in the order of $key (descending: $descending), and what is unknown last",
    async (sort) => {
      const all = (await list({ sort })).items;
      const values = all.map(shown[sort.key]);
      const known = values.filter((value) => value !== null);
      expect(values.slice(0, known.length)).toEqual(known);
      const sorted = known.toSorted((left, right) => compare(left, right) * (sort.descending ? -1 : 1));
      expect(known).toEqual(sorted);
      for (const filter of [
        {},
        { kind: "contract" },
        { vendor: "c4b" },
        { state: "held" },
        { search: "xphone" },
      ] as const) {
        const whole = (await list({ sort, ...filter })).items.map(({ id }) => id);
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await list({ sort, ...filter, limit: 7, cursor });
          paged.push(...page.items.map(({ id }) => id));
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(paged).toEqual(whole);
        expect(new Set(paged).size).toBe(paged.length);
      }
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    },
  );

  it("holds just what each filter says, alone and together", async () => {
    const all = (await list()).items;
    const clerkId = found(story.rows.customers[0]?.clerkId);
    const clerkOf = (item: StockItem) => story.rows.customers.find((row) => row.id === item.customerId)?.clerkId;
    const vendorOf = (item: StockItem) => story.rows.systems.find((row) => row.id === item.systemId)?.vendor;
    const filters: readonly [Partial<StockFilter>, (item: StockItem) => boolean][] = [
      [{ vendor: "c4b" }, (item) => vendorOf(item) === "c4b"],
      [{ kind: "licence" }, (item) => item.kind === "licence"],
      [{ state: "rolling" }, (item) => item.state === "rolling"],
      [{ clerkId }, (item) => clerkOf(item) === clerkId],
      [{ customerId: story.customerOf("10003") }, (item) => item.customerNumber === "10003"],
    ];
    for (const [one, isOne] of filters) {
      for (const [other, isOther] of filters) {
        const { items } = await list({ ...one, ...other });
        const expected = all.filter((item) => isOne(item) && isOther(item));
        expect(items.map(({ id }) => id).sort(), JSON.stringify([one, other])).toEqual(
          expected.map(({ id }) => id).sort(),
        );
      }
      expect((await list(one)).items.length, JSON.stringify(one)).toBeGreaterThan(0);
    }
    expect((await list({ kind: "licence", state: "running" })).items).toEqual([]);
  });

  it("with a cursor that was tampered with begins at the start", async () => {
    const first = (await list({ limit: 3 })).items;
    const made = (key: unknown, id = story.resellerId) =>
      Buffer.from(JSON.stringify([JSON.stringify(key), id])).toString("base64url");
    for (const sort of [
      byCustomer,
      { key: "sendBy", descending: true },
      { key: "amount", descending: false },
    ] as const) {
      const start = (await list({ limit: 3, sort })).items;
      for (const cursor of [
        "x",
        made(["a"]),
        made([1, 2, 3]),
        made({}),
        made(["\0", "a", "b"]),
        made(["2026-02-31"]),
        made([1.5]),
        made("x"),
        made([["a"]]),
        made(["a", "b", "c"], "no id"),
      ]) {
        expect((await list({ limit: 3, sort, cursor })).items).toEqual(start);
      }
    }
    expect(first).toHaveLength(3);
  });
});

describe("a search", () => {
  it.each([
    ["a customer's name", "Claasen", "10001"],
    ["with umlauts as they are typed without", "aendern soehne", "10010"],
    ["and with letters that only look alike", "andern sohne", "10010"],
    ["a name's beginning, in any case", "REED", "10001"],
    ["a number", "10007", "10007"],
    ["a system", "Hafencity", "10001"],
    ["an article", "Teams Presence", "10001"],
    ["an article number", "3323.0030", "10004"],
    ["an article of a customer", "zahnarzt flat", "10009"],
  ])("finds %s: %s", async (_, search, number) => {
    const { items } = await list({ search });
    expect(items.map((item) => item.customerNumber)).toContain(number);
    const { items: others } = await list({ search: `${search} zzzz` });
    expect(others).toEqual([]);
  });

  it("finds an article by its names in both languages", async () => {
    const [de, en] = [await list({ search: "Nebenstelle" }), await list({ search: "extension" })];
    expect(articles(de.items)).toEqual(articles(en.items));
    expect(de.items.length).toBeGreaterThan(1);
  });

  it("asks for every word, and finds nothing that lacks one", async () => {
    const { items } = await list({ search: "xphone office" });
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(`${item.systemName} ${item.articleName}`.toLowerCase()).toMatch(/xphone.*office|office.*xphone/);
    }
    expect((await list({ search: "   " })).items.length).toBe((await list()).items.length);
    expect((await list({ search: "%" })).items.length).toBe((await list()).items.length);
  });

  it("finds what no price list knows by its number", async () => {
    const own = await tellStory(today);
    const [system] = own.rows.systems;
    await withTenantId(own.resellerId, async (tx) => {
      const owner = { resellerId: own.resellerId, customerId: found(system).customerId };
      const licence = {
        ...owner,
        id: uuidv7(),
        systemId: found(system).id,
        vendor: found(system).vendor,
        sku: "ALT-4711/x",
      };
      await tx.insert(licences).values(licence);
      await tx
        .insert(purchases)
        .values({ ...owner, id: uuidv7(), licenceId: licence.id, purchasedOn: today, quantity: 2 });
    });
    const { items } = await list({ search: "alt-4711" }, own.clerk);
    expect(items.map(({ sku, articleName, quantity }) => [sku, articleName, quantity])).toEqual([
      ["ALT-4711/x", "ALT-4711/x", 2],
    ]);
  });
});

describe("the wall", () => {
  it("shows nobody another reseller's rows, whatever he asks for", async () => {
    const other = await tellStory(today);
    await rebuildStock(other.resellerId, today);
    const mine = (await list()).items;
    const theirs = (await list({}, other.clerk)).items;
    const ids = new Set(mine.map(({ id }) => id));
    expect(theirs.some(({ id }) => ids.has(id))).toBe(false);
    expect((await list({ ids: theirs.map(({ id }) => id) })).items).toEqual([]);
    expect((await list({ customerId: found(theirs[0]).customerId })).items).toEqual([]);
    expect((await list({ search: "claasen" }, other.clerk)).items.every(({ id }) => !ids.has(id))).toBe(true);
  });

  it("confines a clerk to his customers, with and without filters and words", async () => {
    const confined = story.confinedTo("10001", "10003");
    for (const filter of [
      {},
      { vendor: "c4b" },
      { search: "x" },
      { search: "100" },
      { kind: "licence" },
      { sort: { key: "amount", descending: true } },
    ] as const) {
      const { items } = await list(filter, confined);
      expect(items.filter((item) => !["10001", "10003"].includes(item.customerNumber))).toEqual([]);
    }
    expect((await list({}, confined)).items.length).toBeGreaterThan(5);
    expect((await list({ customerId: story.customerOf("10002") }, confined)).items).toEqual([]);
  });

  it("lets finance read, and no customer", async () => {
    expect((await list({}, story.finance)).items).toEqual((await list()).items);
    await expect(list({}, story.personOf("10001"))).rejects.toThrow();
  });

  it("keeps words of one customer's systems with the system", async () => {
    const rows = await withTenantId(story.resellerId, (tx) =>
      tx
        .select({ id: systems.id })
        .from(stockWords)
        .innerJoin(systems, and(eq(systems.resellerId, stockWords.resellerId), eq(systems.id, stockWords.subjectId)))
        .where(eq(stockWords.word, "hafencity")),
    );
    expect(rows).toHaveLength(1);
  });

  it("archived contracts leave Bestand with the next derivation", async () => {
    const own = await tellStory(today);
    await rebuildStock(own.resellerId, today);
    const contractId = own.contractOf("10007", "professional");
    await withTenantId(own.resellerId, (tx) =>
      tx
        .update(contracts)
        .set({ archivedAt: new Date("2026-11-20T09:00:00Z") })
        .where(eq(contracts.id, contractId)),
    );
    expect(await rebuildStock(own.resellerId, today)).toEqual({ added: 0, changed: 0, removed: 1 });
    expect((await list({ customerId: own.customerOf("10007") }, own.clerk)).items).toEqual([]);
  });
});
