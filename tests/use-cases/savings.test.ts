import { eq, isNull } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { contracts, notices, positions, priceRows, systems } from "@/db/schema";
import { withdrawals } from "@/db/schema-records";
import { writeRows } from "@/db/seed-write";
import { withTenant, withTenantId } from "@/db/tenant";
import { answer } from "@/lib/calc/answer";
import { savingKinds } from "@/lib/domain/savings";
import type { Viewer } from "@/lib/domain/viewer";
import { exportSavings } from "@/lib/use-cases/export-savings";
import { listSavings, type SavingItem, type SavingsFilter } from "@/lib/use-cases/list-savings";
import { readPortfolio } from "@/lib/use-cases/shared/portfolio";
import type { PortfolioSaving } from "@/lib/use-cases/shared/portfolio-reckoner";
import { portfolioSavings } from "@/lib/use-cases/shared/portfolio-savings";
import { makeReseller, testDatabase, viewerOf } from "../support/database";
import { randomPortfolio } from "../support/random-portfolio";
import { expectRepriced } from "../support/repriced";
import { type Expected, expectedSavings } from "../support/savings-oracle";
import { found, type StoryTenant, tellStory } from "../support/story-tenant";

testDatabase();

const today = "2026-11-20";

async function all(viewer: Viewer): Promise<PortfolioSaving[]> {
  return portfolioSavings(await withTenant(viewer, (tx) => readPortfolio(tx, viewer, {}, today)), today).savings;
}

/** Every page of the list, one after the other. */
async function pages(viewer: Viewer, filter: SavingsFilter = {}): Promise<SavingItem[]> {
  const items: SavingItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await listSavings(viewer, { limit: 200, ...filter, cursor }, today);
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return items;
}

describe("a portfolio of 10,000 contracts", () => {
  const prices = new Map<string, number>();
  let admin: Viewer;
  let expected: Expected[];
  let savings: PortfolioSaving[];
  let items: SavingItem[];

  beforeAll(async () => {
    admin = await makeReseller();
    const resellerId = admin.resellerId ?? "";
    const rows = randomPortfolio(resellerId, 10_000, today, 20_261_129);
    for (const { sku } of rows.licences)
      if (/^\d/.test(sku)) prices.set(sku, 9_000 + sku.length * 37 + prices.size * 1_213);
    for (const [sku, cents] of prices) {
      const row = { kind: "list" as const, vendor: "c4b", sku, cents, validFrom: "2020-01-01", dimensions: {} };
      rows.priceRows.push({ resellerId, id: uuidv7(), ...row });
    }
    await withTenantId(resellerId, (tx) => writeRows(tx, rows));
    expected = expectedSavings(rows, today, prices);
    savings = await all(admin);
    items = await pages(admin);
  }, 120_000);

  it("has nothing with a gain left out, and nothing listed that has none", () => {
    const line = ({ kind, subject, yearlyCents, onceCents }: Expected) =>
      `${kind} ${subject}: ${yearlyCents} a year, ${onceCents} once`;
    const subjectOf = ({ saving, systemId, contractIds }: PortfolioSaving) => {
      if (saving.kind === "larger-quantity") return systemId;
      const item = saving.kind === "purchase" && saving.from.op === "price" ? ` ${saving.from.items[0]?.sku}` : "";
      return `${contractIds[0]}${item}`;
    };
    const listed = savings.map((each) => line({ ...each.saving, subject: subjectOf(each) }));
    expect(listed.toSorted()).toEqual(expected.map(line).toSorted());
    for (const kind of savingKinds) {
      expect(expected.filter((each) => each.kind === kind).length, kind).toBeGreaterThan(30);
    }
  });

  it("is re-priced by the calculator: the euro agree for every entry", () => {
    for (const { saving } of savings) expectRepriced(saving);
  });

  it("is listed by euro a year, page by page, each once, with the totals of all", async () => {
    expect(new Set(items.map(({ key }) => key))).toEqual(new Set(savings.map(({ key }) => key)));
    expect(items).toHaveLength(savings.length);
    const order = items.map(
      ({ yearlyCents, onceCents, customerName }) => [-yearlyCents, onceCents, customerName] as const,
    );
    for (const [at, [yearly, once, name]] of order.entries()) {
      const [yearlyBefore, onceBefore, nameBefore] = order[at - 1] ?? [Number.NEGATIVE_INFINITY, 0, ""];
      expect(
        yearly > yearlyBefore ||
          (yearly === yearlyBefore && (once > onceBefore || (once === onceBefore && name >= nameBefore))),
      ).toBe(true);
    }
    const { totals, listed } = await listSavings(admin, {}, today);
    expect(listed).toMatchObject({
      count: items.length,
      yearlyCents: items.reduce((sum, item) => sum + item.yearlyCents, 0),
    });
    const kept = items.filter(({ kind }) => kind !== "maintenance-lapse");
    expect(totals.kept).toMatchObject({
      count: kept.length,
      yearlyCents: kept.reduce((sum, item) => sum + item.yearlyCents, 0),
      onceCents: kept.reduce((sum, item) => sum + item.onceCents, 0),
    });
    expect(totals.byKind.map(({ kind }) => kind)).toEqual(savingKinds);
  }, 120_000);

  it("is written as a file in the order of the list, each once", async () => {
    const write = (some: readonly SavingItem[]) => some.map((item) => `${JSON.stringify(item)}\n`).join("");
    const lines = async (filter: SavingsFilter) =>
      (await new Response(await exportSavings(admin, filter, today, "head\n", write)).text()).trimEnd().split("\n");
    const [head, ...all] = await lines({});
    expect(head).toBe("head");
    expect(all.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(items)));
    expect(await lines({ kind: "purchase" })).toHaveLength(1 + items.filter(({ kind }) => kind === "purchase").length);
    expect(await lines({ customerId: "x" })).toEqual(["head"]);
  }, 120_000);

  it("is the same by vendor, by customer and by kind", async () => {
    const keys = (list: readonly SavingItem[]) => list.map(({ key }) => key);
    for (const kind of savingKinds) {
      expect(keys(await pages(admin, { kind }))).toEqual(keys(items.filter((item) => item.kind === kind)));
    }
    expect(keys(await pages(admin, { vendor: "enreach" }))).toEqual(
      keys(items.filter(({ productName }) => productName === "Enreach Contact")),
    );
    for (const customerId of [...new Set(items.map((item) => item.customerId))].slice(0, 3)) {
      const own = items.filter((item) => item.customerId === customerId);
      expect(keys(await pages(admin, { customerId }))).toEqual(keys(own));
      const confined = viewerOf("clerk", { resellerId: admin.resellerId, resellerName: "", customerIds: [customerId] });
      expect(keys(await pages(confined))).toEqual(keys(own));
      expect(
        (await listSavings(confined, { openKey: items.find((item) => item.customerId !== customerId)?.key }, today))
          .open,
      ).toBeNull();
    }
  }, 120_000);
});

describe("the story", () => {
  let story: StoryTenant;
  beforeAll(async () => {
    story = await tellStory(today);
  });
  const list = (filter: SavingsFilter = {}, viewer = story.clerk) => listSavings(viewer, filter, today);

  it("shows one more extension for less, with both drafts as the calculator answers them", async () => {
    const { items } = await list({ kind: "larger-quantity" });
    expect(items).toHaveLength(1);
    const [item] = items;
    expect(item).toMatchObject({
      customerNumber: "10006",
      systemName: "aut-pbx Altona",
      productName: "aut-pbx",
      yearlyCents: 22_800,
      onceCents: 0,
      breakEvenMonth: null,
      sample: false,
      effect: { kind: "on-order" },
    });
    const { open } = await list({ openKey: item?.key });
    const { from, to, contracts } = found(open);
    if (from.kind !== "price" || to.kind !== "price") throw new Error("both are prices");
    expect(from.totals).toEqual((answer(from.request) as unknown as { totals: unknown }).totals);
    expect(to.totals).toEqual((answer(to.request) as unknown as { totals: unknown }).totals);
    expect([from.totals.monthlyCents, to.totals.monthlyCents]).toEqual([34_500, 32_600]);
    expect(from.lines.map((line) => [line.articleName, line.quantity])[0]).toEqual(["Nebenstelle aut-pbx", 50]);
    expect(contracts).toEqual([
      expect.objectContaining({
        id: story.contractOf("10006", "extension"),
        amountCents: 32_500,
        billingInterval: "month",
      }),
    ]);
  });

  it("counts a subscription from the day after its next end, with the day to send the notice by", async () => {
    const { items } = await list({ kind: "purchase" });
    expect(items.map(({ customerNumber }) => customerNumber)).toEqual(["10010", "10010", "10010", "10010"]);
    for (const { effect } of items) {
      if (effect.kind !== "after-notice") throw new Error("a subscription ends by notice");
      expect(effect.startsOn > today).toBe(true);
      expect(found(effect.sendByOn) < effect.startsOn).toBe(true);
    }
  });

  it("marks what rests on sample prices, and dates maintenance by its renewal", async () => {
    const { items, totals } = await list({ kind: "maintenance-length" });
    expect(items.length).toBeGreaterThan(0);
    for (const { sample, effect } of items) {
      expect(sample).toBe(true);
      expect(effect.kind).toBe("at-renewal");
    }
    expect(totals.kept.sample).toBe(true);
    expect(totals.byKind.filter((sum) => sum.sample).map(({ kind }) => kind)).toEqual([
      "maintenance-length",
      "maintenance-lapse",
    ]);
    const { open } = await list({ openKey: items[0]?.key });
    expect(found(open).alternatives.length).toBeGreaterThan(0);
    const { from } = found(open);
    if (from.kind !== "up2date") throw new Error("it is maintenance");
    expect(answer(from.request)).toMatchObject({
      amountCents: from.amountCents,
      basisCents: from.basisCents,
      percentPerYear: from.percent,
      startsOn: from.startsOn,
      endsOn: from.endsOn,
    });
  });

  it("shows a plan that is younger than its modules, and what takes its place: nothing", async () => {
    const { items } = await list({ kind: "plan-after-modules" });
    expect(items.map(({ customerNumber, yearlyCents }) => [customerNumber, yearlyCents])).toEqual([["10002", 82_800]]);
    expect(found((await list({ openKey: items[0]?.key })).open).to).toEqual({ kind: "nothing" });
  });

  it("goes by the reseller's own list prices before the printed ones, and says so", async () => {
    const own = {
      resellerId: story.resellerId,
      id: uuidv7(),
      kind: "list" as const,
      vendor: "autphone",
      sku: "extension",
      dimensions: { tier: "51-100" },
      validFrom: "2026-11-20",
      cents: 500,
    };
    await withTenantId(story.resellerId, (tx) => tx.insert(priceRows).values(own));
    const { items } = await list({ kind: "larger-quantity" });
    expect(items.map(({ yearlyCents, sample }) => [yearlyCents, sample])).toEqual([[(32_500 - 51 * 500) * 12, false]]);
    const { open } = await list({ openKey: items[0]?.key });
    expect(found(open).assumptions.map(({ code }) => code)).toContain("saving-at-own-list-prices");
    expect(found(open).to).toMatchObject({ totals: { monthlyCents: 51 * 500 + 2_000 } });
    await withTenantId(story.resellerId, (tx) =>
      tx
        .update(priceRows)
        .set({ withdrawnAt: new Date(), withdrawnByName: "x", withdrawnBy: uuidv7() })
        .where(eq(priceRows.id, own.id)),
    );
    expect((await list({ kind: "larger-quantity" })).items[0]?.yearlyCents).toBe(22_800);
  });

  it("leaves out what a notice ends, and what has a last day", async () => {
    const contractId = story.contractOf("10006", "extension");
    const notice = {
      resellerId: story.resellerId,
      customerId: story.customerOf("10006"),
      contractId,
      receivedOn: today,
      channel: "email" as const,
    };
    const id = uuidv7();
    await withTenantId(story.resellerId, (tx) =>
      tx.insert(notices).values({ ...notice, id, kind: "notice", endsOn: "2027-12-31" }),
    );
    expect((await list({ kind: "larger-quantity" })).items).toEqual([]);
    await withTenantId(story.resellerId, (tx) =>
      tx.insert(notices).values({ ...notice, id: uuidv7(), kind: "withdrawal", noticeId: id }),
    );
    expect((await list({ kind: "larger-quantity" })).items).toHaveLength(1);
    await withTenantId(story.resellerId, (tx) =>
      tx.update(positions).set({ toOn: "2027-01-31" }).where(eq(positions.contractId, contractId)),
    );
    expect((await list({ kind: "larger-quantity" })).items).toEqual([]);
    await withTenantId(story.resellerId, (tx) =>
      tx.update(positions).set({ toOn: null }).where(eq(positions.contractId, contractId)),
    );
  });

  it("leaves out terms and purchases that were withdrawn", async () => {
    const before = await list({ kind: "maintenance-lapse" });
    const [item] = before.items;
    const { rows } = story;
    const withdraw = (subjectType: "purchase" | "term", subjectId: string) =>
      withTenantId(story.resellerId, (tx) =>
        tx.insert(withdrawals).values({
          resellerId: story.resellerId,
          id: uuidv7(),
          customerId: found(item).customerId,
          subjectType,
          subjectId,
          reason: "Falsch erfasst",
          recordedByName: "Prüfung",
          recordedAt: new Date(),
        }),
      );
    const licences = rows.licences.filter((row) => row.systemId === item?.systemId).map(({ id }) => id);
    await withdraw("purchase", found(rows.purchases.findLast((row) => licences.includes(row.licenceId))).id);
    const after = found((await list({ kind: "maintenance-lapse" })).items.find(({ key }) => key === item?.key));
    expect(after.yearlyCents).toBeLessThan(found(item).yearlyCents);
    const contractId = found(item).key.split(".")[0];
    await withdraw("term", found(rows.terms.find((row) => row.contractId === contractId)).id);
    expect((await list()).items.filter(({ key }) => key.startsWith(`${contractId}`))).toEqual([]);
  });

  it("says what could not be reckoned, and why", async () => {
    expect((await list()).leftOut).toEqual([]);
    const { resellerId } = story;
    const quantity = (sku: string, users: number | null) =>
      withTenantId(resellerId, (tx) => tx.update(positions).set({ users }).where(eq(positions.sku, sku)));
    const { customerId, systemId } = found(story.rows.contracts.find((row) => row.vendor === "fluxpunkt"));
    const contract = {
      ...{ resellerId, customerId, systemId, vendor: "fluxpunkt", policyId: "fluxpunkt/subscription", termMonths: 12 },
      ...{ startsOn: "2026-01-01", billingParty: "reseller" as const, billingInterval: "month" as const },
    };
    const [bare, tiered] = [uuidv7(), uuidv7()];
    await withTenantId(resellerId, async (tx) => {
      await tx.insert(contracts).values({ ...contract, id: bare, sku: "pro-ivr" });
      await tx.insert(contracts).values({ ...contract, id: tiered, sku: "insight-analytics" });
      const position = { resellerId, customerId, contractId: tiered, sku: "insight-analytics", quantity: 1 };
      await tx.insert(positions).values({ ...position, id: uuidv7(), fromOn: "2026-01-01" });
      await tx.update(systems).set({ release: null }).where(eq(systems.vendor, "c4b"));
    });
    const { leftOut, items } = await list();
    expect(leftOut.map(({ gap }) => gap)).toEqual(["booking-missing", "booking-refused", "release-missing"]);
    expect(items.filter(({ kind }) => kind === "maintenance-lapse")).toEqual([]);
    await quantity("insight-analytics", 30);
    expect((await list()).leftOut.map(({ gap }) => gap)).toEqual(["booking-missing", "release-missing"]);
    await withTenantId(resellerId, (tx) =>
      tx
        .update(priceRows)
        .set({ withdrawnAt: new Date(), withdrawnByName: "x", withdrawnBy: uuidv7() })
        .where(isNull(priceRows.withdrawnAt)),
    );
    expect((await list()).leftOut.map(({ gap }) => gap)).toEqual(["booking-missing", "list-price-missing"]);
  });

  it("is for staff, and another reseller has nothing of it", async () => {
    await expect(list({}, story.personOf("10006"))).rejects.toThrow();
    expect((await list({}, story.finance)).items.length).toBe((await list()).items.length);
    const stranger = await makeReseller();
    expect((await list({}, stranger)).items).toEqual([]);
    const { key } = found((await list()).items[0]);
    expect((await list({ openKey: key }, stranger)).open).toBeNull();
  });

  it("finds nothing for ids that are none, and begins at the start for cursors that are none", async () => {
    expect((await list({ customerId: "x" })).items).toEqual([]);
    expect((await list({ clerkId: "'; drop" })).items).toEqual([]);
    expect((await list({ vendor: "gibt-es-nicht" })).items).toEqual([]);
    const { items } = await list();
    for (const cursor of ["x", "e30", Buffer.from('["[1]","x"]').toString("base64url")]) {
      expect((await list({ cursor })).items).toEqual(items);
    }
  });
});
