import { and, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import {
  contracts,
  customers,
  decisions,
  licences,
  notices,
  positions,
  priceRows,
  purchases,
  systems,
  terms,
} from "@/db/schema";
import { importChunks, importEffects } from "@/db/schema-imports";
import { withTenantId } from "@/db/tenant";
import { answer } from "@/lib/calc/answer";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { addPriceRow } from "@/lib/use-cases/add-price-row";
import { checkImport } from "@/lib/use-cases/check-import";
import { commitImport } from "@/lib/use-cases/commit-import";
import { discardImport } from "@/lib/use-cases/discard-import";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { rebuildStock } from "@/lib/use-cases/rebuild-stock";
import { recordNotice } from "@/lib/use-cases/record-notice";
import { showImport } from "@/lib/use-cases/show-import";
import { undoImport } from "@/lib/use-cases/undo-import";
import { uploadImport } from "@/lib/use-cases/upload-import";
import { makeReseller, testDatabase, viewerOf } from "../support/database";
import { found } from "../support/story-tenant";

testDatabase();

const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");
const fail = (error: unknown) => {
  throw error;
};

const head =
  "Kundennummer;Kunde;Anlage;Serverlizenz;Benutzer;Light-Benutzer;Version;Hersteller;Artikel;Menge;Bezugsart;Laufzeit;Staffelbenutzer;Profil;Beginn;Laufzeitende;Zahlweise;Einzelpreis;Betrag;Kündigung eingegangen;Lizenzschlüssel";
const rows = [
  "K1;Müller GmbH;Zentrale;SRV-11112222;30;5;;STARFACE;call-recording;1;Kauf;;;;15.03.2024;;;900,00;;;KEY-33334444",
  "K1;;Zentrale;;;;;fluxpunkt;Pro IVR;2;Abo;12;;;01.06.2025;;Monat;;;;",
  "K2;Schulz KG;bluePBX;;;;;netinteract;flat-de;12;;;;;01.02.2025;;Quartal;;;;",
  "K2;;bluePBX;;;;;netinteract;extension;12;;;;;01.02.2025;;;;;15.10.2026;",
  "K3;Weber;XPhone;;;;8;XPhone;3212.0010;1;;;;;15.01.2024;;;1000,00;;;",
  "K3;;XPhone;;;;;XPhone;9130.0000.036;;;;;;01.02.2024;31.01.2027;;;500,00;;",
];

const upload = async (viewer: Viewer, lines: readonly string[]) => {
  const bytes = new TextEncoder().encode([head, ...lines].join("\r\n"));
  const uploaded = await uploadImport(viewer, { name: "bestand.csv", bytes }, now);
  if (isRefusal(uploaded)) throw new Error(uploaded.code);
  return uploaded.importId;
};
const finish = async (begun: Awaited<ReturnType<typeof checkImport>>) => {
  if (begun === "not-found" || isRefusal(begun)) return begun;
  return begun.finished;
};
const check = async (viewer: Viewer, id: string) => finish(await checkImport(viewer, id, undefined, today, now, fail));
const commit = async (viewer: Viewer, id: string, partial = false) =>
  finish(await commitImport(viewer, id, partial, today, now, fail));
const undo = async (viewer: Viewer, id: string) => finish(await undoImport(viewer, id, today, now, fail));
const show = async (viewer: Viewer, id: string) => found(await showImport(viewer, id));

async function readIn(viewer: Viewer, lines: readonly string[], partial = false): Promise<string> {
  const id = await upload(viewer, lines);
  expect(await check(viewer, id)).toBe("ended");
  expect(await commit(viewer, id, partial)).toBe("ended");
  return id;
}

const tables = { customers, systems, licences, purchases, contracts, positions, terms, notices } as const;
const count = async (viewer: Viewer) =>
  withTenantId(viewer.resellerId ?? "", async (tx) => {
    const counts: Record<string, number> = {};
    for (const [name, table] of Object.entries(tables)) {
      const [row] = await tx.select({ n: sql<number>`count(*)::int` }).from(table);
      counts[name] = row?.n ?? 0;
    }
    return counts;
  });
const nothingDiffers = async (viewer: Viewer) => {
  const unchanged = { added: 0, changed: 0, removed: 0 };
  expect(await rebuildDecisions(viewer.resellerId ?? "", today)).toEqual(unchanged);
  expect(await rebuildStock(viewer.resellerId ?? "", today)).toEqual(unchanged);
};

describe("a file that is read in", () => {
  let admin: Viewer;
  let first: string;
  beforeAll(async () => {
    admin = await makeReseller();
    first = await upload(admin, rows);
  });

  it("is looked at without changing anything, and shows what its columns are", async () => {
    const shown = await show(admin, first);
    expect(shown).toMatchObject({ state: "uploaded", fileName: "bestand.csv", rows: null });
    expect(shown.columns.map(({ field }) => field).slice(0, 3)).toEqual(["customer_number", "customer", "system"]);
    expect(shown.columns[1]).toMatchObject({ heading: "Kunde", samples: ["Müller GmbH", "", "Schulz KG", ""] });
    // Keys are not shown, not even to whoever uploaded them.
    expect(JSON.stringify(shown)).not.toContain("33334444");
    expect(await check(admin, first)).toBe("ended");
    expect(await show(admin, first)).toMatchObject({
      state: "checked",
      counts: {
        rows: 6,
        new: 6,
        changed: 0,
        unchanged: 0,
        rejected: 0,
        customersNew: 3,
        systemsNew: 3,
        contractsNew: 4,
      },
    });
    expect(await count(admin)).toMatchObject({ customers: 0, contracts: 0 });
  });

  it("becomes rows, decisions and stock in one transaction", async () => {
    expect(await commit(admin, first)).toBe("ended");
    expect(await show(admin, first)).toMatchObject({ state: "committed", committedByName: admin.name });
    expect(await count(admin)).toEqual({
      customers: 3,
      systems: 3,
      licences: 2,
      purchases: 2,
      contracts: 4,
      positions: 4,
      terms: 1,
      notices: 1,
    });
    await nothingDiffers(admin);
    const kinds = await withTenantId(admin.resellerId ?? "", (tx) =>
      tx.select({ kind: decisions.kind }).from(decisions),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["notice-unconfirmed", "up2date-end"]));
    const [chunks] = await withTenantId(admin.resellerId ?? "", (tx) =>
      tx.select({ n: sql<number>`count(*)::int` }).from(importChunks),
    );
    expect(chunks?.n).toBe(0);
    expect(await commit(admin, first)).toMatchObject({ code: "import-not-ready" });
  });

  it("changes nothing when it is read in again", async () => {
    const before = await count(admin);
    const again = await upload(admin, rows);
    await check(admin, again);
    expect(await show(admin, again)).toMatchObject({ counts: { new: 0, changed: 0, unchanged: 6, rejected: 0 } });
    expect(await commit(admin, again)).toMatchObject({ code: "import-nothing-to-do" });
    expect(await count(admin)).toEqual(before);
    expect(await discardImport(admin, again)).toBe("done");
  });

  it("is taken back as a whole: nothing shows, nothing is deleted, and it can be read in anew", async () => {
    expect(await undo(admin, first)).toBe("ended");
    expect(await show(admin, first)).toMatchObject({ state: "undone", undoneByName: admin.name });
    await nothingDiffers(admin);
    const left = await withTenantId(admin.resellerId ?? "", (tx) => tx.select({ id: decisions.id }).from(decisions));
    expect(left).toEqual([]);
    expect(await count(admin)).toMatchObject({ customers: 3, contracts: 4, purchases: 2 });
    expect(await undo(admin, first)).toMatchObject({ code: expect.stringMatching(/import-(not-ready|built-on)/) });
    const anew = await upload(admin, rows);
    await check(admin, anew);
    expect(await show(admin, anew)).toMatchObject({ counts: { new: 6, customersNew: 3 } });
    expect(await commit(admin, anew)).toBe("ended");
    await nothingDiffers(admin);
  });
});

describe("a second file", () => {
  it("changes what it says otherwise, and its undo brings back what was", async () => {
    const admin = await makeReseller();
    await readIn(admin, rows);
    const resellerId = admin.resellerId ?? "";
    const state = () =>
      withTenantId(resellerId, async (tx) => ({
        customers: await tx.select({ n: customers.name }).from(customers).orderBy(customers.number),
        systems: await tx
          .select({ n: systems.installedUsers, k: systems.serverKeyMask })
          .from(systems)
          .orderBy(systems.name),
        contracts: await tx
          .select({ a: contracts.amountCents, i: contracts.billingInterval })
          .from(contracts)
          .orderBy(contracts.sku),
        positions: await tx
          .select({ q: positions.quantity, m: positions.monthlyCents })
          .from(positions)
          .orderBy(positions.sku),
      }));
    const before = await state();
    const second = await readIn(admin, [
      "K1;Müller SE;Zentrale;SRV-99998888;41;;;fluxpunkt;call-recording;1;Kauf;;;;15.03.2024;;;950,00;;;KEY-33334444",
      "K1;;Zentrale;;;;;fluxpunkt;pro-ivr;3;Abo;12;;;01.06.2025;;Jahr;;;;",
      "K3;;XPhone;;;;;c4b;9130.0000.036;;;;;;01.02.2024;31.01.2028;;;;;",
      "K2;;bluePBX;;;;;netinteract;flat-de;12;;;;;01.02.2025;;;;;01.10.2026;",
      "K4;Neu;Zentrale;;10;0;;fluxpunkt;intercom;1;Kauf;;;;15.03.2025;;;;;;",
    ]);
    expect((await show(admin, second)).counts).toMatchObject({ new: 1, changed: 4 });
    await nothingDiffers(admin);
    expect(await state()).not.toEqual(before);
    const again = await upload(admin, [
      "K1;Müller SE;Zentrale;SRV-99998888;41;;;fluxpunkt;call-recording;1;Kauf;;;;15.03.2024;;;950,00;;;KEY-33334444",
    ]);
    await check(admin, again);
    expect((await show(admin, again)).counts).toMatchObject({ unchanged: 1 });
    expect(await undo(admin, second)).toBe("ended");
    await nothingDiffers(admin);
    const after = await state();
    expect({
      ...after,
      customers: after.customers.slice(0, 3),
      systems: after.systems.filter(({ n }) => n !== 10),
    }).toEqual(before);
    // All of the first file is as it was.
    const third = await upload(admin, rows);
    await check(admin, third);
    expect((await show(admin, third)).counts).toMatchObject({ unchanged: 6, changed: 0, new: 0 });
  });

  it("stands in the way of taking the first back, as does a notice", async () => {
    const admin = await makeReseller();
    const first = await readIn(admin, rows);
    const second = await readIn(admin, ["K1;Müller SE;Zentrale;;;;;fluxpunkt;pro-ivr;2;Abo;12;;;01.06.2025;;;;;;"]);
    expect(await undo(admin, first)).toMatchObject({ code: "import-built-on" });
    expect(await undo(admin, second)).toBe("ended");
    const [contract] = await withTenantId(admin.resellerId ?? "", (tx) =>
      tx.select({ id: contracts.id }).from(contracts).where(eq(contracts.sku, "pro-ivr")),
    );
    const notice = { contractId: found(contract).id, kind: "notice", receivedOn: today, channel: "email" } as const;
    expect(isRefusal(await recordNotice(admin, notice, today, new Date()))).toBe(false);
    expect(await undo(admin, first)).toMatchObject({ code: "import-built-on" });
    expect((await show(admin, first)).builtOn).toMatchObject({ notices: 1 });
  });
});

describe("where a row gives no amount", () => {
  it("the reseller's own price holds from its day on, and none that is made up", async () => {
    const admin = await makeReseller();
    const resellerId = admin.resellerId ?? "";
    const price = (sku: string, vendor: string, slot: string, validFrom: string, cents: number) =>
      addPriceRow(admin, { kind: "list", vendor, sku, slot, validFrom, cents }, today, now);
    expect(isRefusal(await price("extension", "autphone", "tier=1-50", "2025-06-01", 700))).toBe(false);
    expect(isRefusal(await price("extension", "autphone", "tier=1-50", "2026-06-01", 650))).toBe(false);
    expect(isRefusal(await price("3210.0030", "c4b", "", "2025-06-01", 300_000))).toBe(false);
    const row = (vendor: string, sku: string, start: string, amount = "") =>
      `K1;Eins;;;;;;${vendor};${sku};10;;;;;${start};;;;${amount};;`;
    await readIn(admin, [
      row("autphone", "extension", "01.03.2025"),
      row("autphone", "extension", "01.07.2025"),
      row("autphone", "extension", "01.07.2026"),
      row("autphone", "extension", "01.08.2026", "12,00"),
      row("c4b", "3210.0030", "01.03.2025").replace(";10;", ";1;"),
      row("c4b", "3210.0030", "01.07.2025").replace(";10;", ";1;"),
    ]);
    const [amounts, prices] = await withTenantId(resellerId, async (tx) => [
      await tx.select({ cents: contracts.amountCents }).from(contracts).orderBy(contracts.startsOn),
      await tx.select({ cents: purchases.listPriceCents }).from(purchases).orderBy(purchases.purchasedOn),
    ]);
    const printed = answer({
      op: "price",
      vendor: "autphone",
      items: [{ sku: "extension", quantity: 10 }],
    }) as unknown as { totals: { monthlyCents: number } };
    expect(amounts.map(({ cents }) => cents)).toEqual([printed.totals.monthlyCents, 7_000, 6_500, 1_200]);
    expect(prices.map(({ cents }) => cents)).toEqual([null, 300_000]);
    // An example is no price: what is recorded by it would be taken for agreed.
    const example = {
      kind: "list",
      vendor: "c4b",
      sku: "3310.0030",
      dimensions: {},
      validFrom: "2025-06-01",
      cents: 1,
    } as const;
    const by = { recordedBy: admin.personId, recordedByName: admin.name, recordedAt: now, sample: true };
    await withTenantId(resellerId, (tx) =>
      tx.insert(priceRows).values({ resellerId, id: uuidv7(), ...example, ...by }),
    );
    await readIn(admin, [row("c4b", "3310.0030", "01.09.2025")]);
    const again = await withTenantId(resellerId, (tx) =>
      tx.select({ cents: purchases.listPriceCents }).from(purchases).orderBy(purchases.purchasedOn),
    );
    expect(again.map(({ cents }) => cents)).toEqual([null, 300_000, null]);
  });
});

describe("faulty rows", () => {
  const bad = "K9;Kaputt;Anlage;;;;;fluxpunkt;gibt-es-nicht;1;Kauf;;;;31.02.2024;;;;;;";
  it("keep the whole file out, unless it is read in without them", async () => {
    const admin = await makeReseller();
    const id = await upload(admin, [...rows, bad]);
    await check(admin, id);
    const shown = await show(admin, id);
    expect(shown.counts).toMatchObject({ new: 6, rejected: 1 });
    expect(await commit(admin, id)).toMatchObject({ code: "import-has-rejected" });
    expect(await count(admin)).toMatchObject({ customers: 0 });
    expect(await commit(admin, id, true)).toBe("ended");
    expect(await count(admin)).toMatchObject({ customers: 3, contracts: 4 });
  });

  it("what has changed since the check is not read in unseen", async () => {
    const admin = await makeReseller();
    const id = await upload(admin, rows);
    await check(admin, id);
    await readIn(admin, rows.slice(0, 2));
    expect(await commit(admin, id)).toMatchObject({ code: "import-changed-meanwhile" });
    expect(await show(admin, id)).toMatchObject({ state: "checked", refusal: { code: "import-changed-meanwhile" } });
    expect(await check(admin, id)).toBe("ended");
    expect(await commit(admin, id)).toBe("ended");
  });
});

describe("rights", () => {
  it("finance looks, confined clerks and other resellers do not", async () => {
    const admin = await makeReseller();
    const id = await upload(admin, rows);
    const of = { resellerId: admin.resellerId, resellerName: admin.resellerName };
    const finance = viewerOf("finance", of);
    const confined = viewerOf("clerk", { ...of, customerIds: [] });
    expect(await showImport(finance, id)).toMatchObject({ state: "uploaded" });
    const notAllowed = { code: "not-allowed" };
    expect(await uploadImport(finance, { name: "x", bytes: new Uint8Array() }, now)).toMatchObject(notAllowed);
    expect(await checkImport(finance, id, undefined, today, now, fail)).toMatchObject(notAllowed);
    expect(await commitImport(finance, id, false, today, now, fail)).toMatchObject(notAllowed);
    expect(await undoImport(finance, id, today, now, fail)).toMatchObject(notAllowed);
    expect(await discardImport(finance, id)).toMatchObject(notAllowed);
    expect(await uploadImport(confined, { name: "x", bytes: new Uint8Array() }, now)).toMatchObject({
      code: "import-confined",
    });
    expect(await showImport(confined, id)).toBeNull();
    expect(await check(confined, id)).toBe("not-found");
    expect(await commit(confined, id)).toBe("not-found");
    expect(await undo(confined, id)).toBe("not-found");
    expect(await discardImport(confined, id)).toBe("not-found");
    const stranger = await makeReseller();
    expect(await showImport(stranger, id)).toBeNull();
    expect(await check(stranger, id)).toBe("not-found");
    expect(await commit(stranger, id)).toBe("not-found");
    expect(await undo(stranger, id)).toBe("not-found");
    expect(await discardImport(stranger, id)).toBe("not-found");
    expect(await showImport(admin, "unsinn")).toBeNull();
  });

  it("two at once have one effect", async () => {
    const admin = await makeReseller();
    const id = await upload(admin, rows);
    await check(admin, id);
    const outcomes = await Promise.all([commit(admin, id), commit(admin, id), commit(admin, id)]);
    expect(outcomes.filter((outcome) => outcome === "ended")).toHaveLength(1);
    expect(await count(admin)).toMatchObject({ customers: 3, contracts: 4 });
  });

  it("what an import made is only ever added to", async () => {
    const admin = await makeReseller();
    await readIn(admin, rows);
    const where = and(eq(importEffects.subjectType, "customer"));
    await expect(
      withTenantId(admin.resellerId ?? "", (tx) => tx.update(importEffects).set({ version: 9 }).where(where)),
    ).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});
