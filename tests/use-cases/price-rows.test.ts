import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/portal/price-rows/route";
import { decisions, priceRows } from "@/db/schema";
import { withTenant, withTenantId } from "@/db/tenant";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { addPriceRow, type NewPrice } from "@/lib/use-cases/add-price-row";
import { listPriceRows } from "@/lib/use-cases/list-price-rows";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { showOwnPrices } from "@/lib/use-cases/show-own-prices";
import { withdrawPriceRow } from "@/lib/use-cases/withdraw-price-row";
import { makeReseller, testDatabase, viewerOf } from "../support/database";
import { makePerson, makeSession, sent } from "../support/people";
import { type StoryTenant, tellStory } from "../support/story-tenant";

testDatabase();

const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");
const unchanged = { added: 0, changed: 0, removed: 0 };

const server: NewPrice = { kind: "list", vendor: "c4b", sku: "3210.0030", slot: "", validFrom: today, cents: 300_000 };
const tier: NewPrice = {
  kind: "list",
  vendor: "fluxpunkt",
  sku: "call-recording",
  slot: "mode=purchase tier=21-40",
  validFrom: today,
  cents: 99_900,
};

async function added(viewer: Viewer, price: NewPrice): Promise<string> {
  const outcome = await addPriceRow(viewer, price, today, now);
  if (isRefusal(outcome)) throw new Error(outcome.code);
  return outcome.priceRowId;
}

describe("the reseller's own prices", () => {
  let admin: Viewer;
  beforeAll(async () => {
    admin = await makeReseller();
  });

  it("stand beside what the paper prints, with who recorded them and what they depend on", async () => {
    const id = await added(admin, tier);
    const { items } = await listPriceRows(admin, {}, today);
    expect(items).toEqual([
      {
        id,
        kind: "list",
        vendor: "fluxpunkt",
        productName: "STARFACE-Erweiterungen",
        sku: "call-recording",
        articleName: "Call Recording",
        slot: tier.slot,
        dimensions: { mode: "purchase", tier: "21-40" },
        charge: "oneOff",
        cents: 99_900,
        printedCents: 120_000,
        sample: false,
        validFrom: today,
        replacedFrom: null,
        standing: "in-force",
        recordedByName: admin.name,
        recordedAt: now.toISOString(),
        withdrawnByName: null,
        withdrawnAt: null,
      },
    ]);
    expect(await showOwnPrices(admin, "fluxpunkt", today)).toEqual([
      { sku: "call-recording", slot: tier.slot, cents: 99_900, validFrom: today, sample: false },
    ]);
    expect(await showOwnPrices(admin, "enreach", today)).toEqual([]);
  });

  it("end with a newer one; nothing is overwritten", async () => {
    await added(admin, { ...tier, validFrom: "2027-01-01", cents: 110_000 });
    const early = await added(admin, { ...tier, validFrom: "2025-01-01", cents: 90_000 });
    const all = await listPriceRows(admin, { standing: "all" }, today);
    expect(
      all.items.map(({ validFrom, replacedFrom, standing, cents }) => [validFrom, replacedFrom, standing, cents]),
    ).toEqual([
      ["2025-01-01", today, "replaced", 90_000],
      [today, "2027-01-01", "in-force", 99_900],
      ["2027-01-01", null, "coming", 110_000],
    ]);
    expect((await showOwnPrices(admin, "fluxpunkt", "2027-01-01")).map(({ cents }) => cents)).toEqual([110_000]);
    expect((await showOwnPrices(admin, "fluxpunkt", "2026-01-01")).map(({ cents }) => cents)).toEqual([90_000]);
    expect(await addPriceRow(admin, { ...tier, cents: 1 }, today, now)).toMatchObject({
      code: "price-row-exists",
      params: { cents: 99_900, validFrom: today },
      path: "validFrom",
    });
    expect(await withdrawPriceRow(admin, early, today, now)).toBe("done");
  });

  it("are withdrawn once, stay in sight, count no more, and make room for what is right", async () => {
    const reseller = await makeReseller();
    const id = await added(reseller, tier);
    expect(await withdrawPriceRow(reseller, id, today, now)).toBe("done");
    expect(await withdrawPriceRow(reseller, id, today, now)).toMatchObject({ code: "price-row-withdrawn" });
    expect(await showOwnPrices(reseller, "fluxpunkt", today)).toEqual([]);
    expect((await listPriceRows(reseller, {}, today)).items).toEqual([]);
    const right = await added(reseller, { ...tier, cents: 95_000 });
    const { items } = await listPriceRows(reseller, { standing: "all" }, today);
    expect(items.map((item) => [item.id, item.standing, item.withdrawnByName]).toSorted()).toEqual(
      [
        [id, "withdrawn", reseller.name],
        [right, "in-force", null],
      ].toSorted(),
    );
    const withdrawn = await listPriceRows(reseller, { standing: "withdrawn" }, today);
    expect(withdrawn.items.map((item) => item.id)).toEqual([id]);
  });

  it("cannot be changed or deleted behind the rules, even by staff's own role", async () => {
    const id = await added(admin, { ...server, vendor: "autphone", sku: "flat-de-s", kind: "customer" });
    const change = (set: Partial<typeof priceRows.$inferInsert>) =>
      withTenant(admin, (tx) => tx.update(priceRows).set(set).where(eq(priceRows.id, id)));
    await expect(change({ cents: 1 })).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(change({ validFrom: "2020-01-01" })).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(withTenant(admin, (tx) => tx.delete(priceRows).where(eq(priceRows.id, id)))).rejects.toMatchObject({
      cause: { code: "42501" },
    });
    expect(await withdrawPriceRow(admin, id, today, now)).toBe("done");
    await expect(change({ withdrawnAt: null })).rejects.toMatchObject({ cause: { code: "23001" } });
  });

  it.each<[string, Partial<NewPrice>, string]>([
    ["an article of no list", { sku: "gibt-es-nicht" }, "price-article-unknown"],
    ["a vendor of no list", { vendor: "niemand" }, "price-article-unknown"],
    ["no word on which price", { slot: "" }, "price-slot-unknown"],
    ["a tier that is none", { slot: "mode=purchase tier=1-21" }, "price-slot-unknown"],
    ["less than nothing", { cents: -1 }, "price-out-of-range"],
    ["more than an amount may be", { cents: 1_000_000_000_001 }, "price-out-of-range"],
    ["half a cent", { cents: 0.5 }, "price-out-of-range"],
  ])("refuse %s", async (_, wrong, code) => {
    expect(await addPriceRow(admin, { ...tier, ...wrong }, today, now)).toMatchObject({ refused: true, code });
  });

  it("refuse a price for what a profile includes, or for what is a percentage", async () => {
    const option = { ...tier, vendor: "enreach", sku: "ccc-agent" };
    expect(await addPriceRow(admin, { ...option, slot: "profile=expert" }, today, now)).toMatchObject({
      code: "price-slot-unknown",
    });
    const up2date = { ...tier, vendor: "c4b", sku: "9130.0000.012", slot: "" };
    expect(await addPriceRow(admin, up2date, today, now)).toMatchObject({ code: "price-slot-unknown" });
  });

  it("when two record the same price for the same day, one is told so", async () => {
    const reseller = await makeReseller();
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map((cents) => addPriceRow(reseller, { ...tier, cents }, today, now)),
    );
    expect(outcomes.filter((outcome) => isRefusal(outcome) && outcome.code === "price-row-exists")).toHaveLength(3);
    expect((await listPriceRows(reseller, { standing: "all" }, today)).items).toHaveLength(1);
  });
});

describe("the list of own prices", () => {
  let admin: Viewer;
  const prices: NewPrice[] = [
    server,
    { ...server, kind: "purchase", cents: 210_000 },
    { ...server, kind: "customer", cents: 280_000 },
    { ...server, sku: "3310.0030", cents: 9_000 },
    tier,
    { ...tier, slot: "mode=subscription termMonths=12 tier=21-40", cents: 5_000 },
    { ...tier, vendor: "enreach", sku: "starter", slot: "charge=monthly", cents: 450 },
  ];
  beforeAll(async () => {
    admin = await makeReseller();
    for (const price of prices) await added(admin, price);
  });

  it("is filtered by kind, vendor and words, and read page by page without losing or repeating a row", async () => {
    const count = async (question: Parameters<typeof listPriceRows>[1]) =>
      (await listPriceRows(admin, question, today)).items.length;
    expect(await count({})).toBe(7);
    expect(await count({ kind: "purchase" })).toBe(1);
    expect(await count({ vendor: "c4b" })).toBe(4);
    expect(await count({ search: "call rec" })).toBe(2);
    expect(await count({ search: "3310.0030" })).toBe(1);
    expect(await count({ search: "Schreibmaschine" })).toBe(0);
    expect(await count({ vendor: "niemand" })).toBe(0);
    expect(await count({ standing: "coming" })).toBe(0);

    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const { items, next } = await listPriceRows(admin, { limit: 2, cursor }, today);
      seen.push(...items.map(({ id }) => id));
      if (next === null) break;
      cursor = next;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    expect((await listPriceRows(admin, { cursor: "unsinn" }, today)).items).toHaveLength(7);
  });

  it("is read by clerks and finance, changed by neither, and seen by no other reseller", async () => {
    const of = { resellerId: admin.resellerId, resellerName: admin.resellerName };
    for (const role of ["clerk", "finance"] as const) {
      const viewer = viewerOf(role, of);
      expect((await listPriceRows(viewer, {}, today)).items).toHaveLength(7);
      expect(await addPriceRow(viewer, { ...tier, validFrom: "2027-05-01" }, today, now)).toMatchObject({
        code: "not-allowed",
      });
      expect(await withdrawPriceRow(viewer, "x", today, now)).toMatchObject({ code: "not-allowed" });
    }
    const stranger = await makeReseller();
    expect((await listPriceRows(stranger, { standing: "all" }, today)).items).toEqual([]);
    const [first] = (await listPriceRows(admin, {}, today)).items;
    expect(await withdrawPriceRow(stranger, first?.id ?? "", today, now)).toBe("not-found");
    expect(await withdrawPriceRow(admin, "gibt-es-nicht", today, now)).toBe("not-found");
  });
});

describe("what follows from a list price", () => {
  let story: StoryTenant;
  beforeAll(async () => {
    story = await tellStory(today);
  });
  const amounts = () =>
    withTenantId(story.resellerId, (tx) =>
      tx
        .select({ id: decisions.id, cents: decisions.amountAtStakeCents, staleAfter: decisions.staleAfter })
        .from(decisions)
        .where(and(eq(decisions.resellerId, story.resellerId), eq(decisions.vendor, "c4b")))
        .orderBy(decisions.id),
    );

  it("is derived anew in the same transaction: a rebuild finds nothing left to do", async () => {
    const before = await amounts();
    expect(before.some(({ cents }) => cents !== null && cents > 0)).toBe(true);
    const id = await added(story.admin, { ...server, cents: 1_000_000 });
    const dearer = await amounts();
    expect(dearer).not.toEqual(before);
    expect(await rebuildDecisions(story.resellerId, today)).toEqual(unchanged);
    expect(await withdrawPriceRow(story.admin, id, today, now)).toBe("done");
    expect(await amounts()).toEqual(before);
    expect(await rebuildDecisions(story.resellerId, today)).toEqual(unchanged);
  });

  it("waits for its day where the price does", async () => {
    await added(story.admin, { ...server, validFrom: "2026-12-01", cents: 2_000_000 });
    expect(await rebuildDecisions(story.resellerId, today)).toEqual(unchanged);
    expect((await rebuildDecisions(story.resellerId, "2026-12-01")).changed).toBeGreaterThan(0);
  });

  it("is not touched by what the reseller pays, or by another vendor's prices", async () => {
    const before = await amounts();
    await added(story.admin, { ...server, kind: "purchase", cents: 5 });
    await added(story.admin, tier);
    expect(await amounts()).toEqual(before);
  });

  it("keeps a price that purchases carry", async () => {
    const { items } = await listPriceRows(story.admin, { search: "3210.0030", standing: "all" }, today);
    const used = items.find(({ sample, kind }) => sample && kind === "list");
    expect(used?.printedCents).toBeNull();
    const outcome = await withdrawPriceRow(story.admin, used?.id ?? "", today, now);
    expect(outcome).toMatchObject({ refused: true, code: "price-row-in-use" });
    expect(isRefusal(outcome) && Number(outcome.params.count)).toBeGreaterThan(0);
  });
});

describe("POST /api/portal/price-rows", () => {
  const post = async (token: string, body: unknown) =>
    POST(sent("/api/portal/price-rows", body, { token }), { params: Promise.resolve({}) });
  const body = {
    act: "add",
    kind: "list",
    vendor: "autphone",
    sku: "flat-de-s",
    price: "9,50",
    validFrom: "01.01.2027",
  };

  it("adds and withdraws for the admin; a clerk may not, a customer does not see it", async () => {
    const { resellerId } = await makeReseller();
    const session = async (role: "reseller-admin" | "clerk" | "finance" | "customer-admin") => {
      const more = role === "customer-admin" ? { customerIds: ["00000000-0000-7000-8000-000000000001"] } : {};
      return (await makeSession(await makePerson(role, resellerId, more))).token;
    };
    const admin = await session("reseller-admin");
    const made = await post(admin, body);
    expect(made.status).toBe(201);
    const { priceRowId } = await made.json();
    expect((await post(admin, body)).status).toBe(422);
    expect((await post(admin, { act: "withdraw", priceRowId })).status).toBe(200);
    expect((await post(await session("clerk"), body)).status).toBe(403);
    expect((await post(await session("finance"), body)).status).toBe(403);
    expect((await post(await session("customer-admin"), body)).status).toBe(404);
  });

  it.each([
    [{ ...body, price: "1,234" }, "price"],
    [{ ...body, price: "" }, "price"],
    [{ ...body, validFrom: "31.02.2027" }, "validFrom"],
    [{ ...body, kind: "margin" }, "kind"],
    [{ ...body, sample: true }, "sample"],
    [{ act: "withdraw", priceRowId: "1" }, "priceRowId"],
  ])("%j names the field at fault", async (wrong, path) => {
    const { resellerId } = await makeReseller();
    const { token } = await makeSession(await makePerson("reseller-admin", resellerId));
    const answer = await post(token, wrong);
    expect(answer.status).toBe(400);
    expect((await answer.json()).error.fields.map((field: { path: string }) => field.path)).toEqual([path]);
  });
});
