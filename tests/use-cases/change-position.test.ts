import { beforeAll, describe, expect, it } from "vitest";
import { insertPosition } from "@/db/queries/capture";
import { withTenant } from "@/db/tenant";
import { answer } from "@/lib/calc/answer";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { changePosition } from "@/lib/use-cases/change-position";
import { checkAuditTrail } from "@/lib/use-cases/check-audit-trail";
import { createContract, type NewContract } from "@/lib/use-cases/create-contract";
import { listHistory } from "@/lib/use-cases/list-history";
import { listStock } from "@/lib/use-cases/list-stock";
import { previewPositionChange } from "@/lib/use-cases/preview-position-change";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { rebuildStock } from "@/lib/use-cases/rebuild-stock";
import { recordNotice } from "@/lib/use-cases/record-notice";
import { showContract } from "@/lib/use-cases/show-contract";
import { showPositionForm } from "@/lib/use-cases/show-position-form";
import { codesOf, customerWithSystem, made } from "../support/by-hand";
import { makeReseller, testDatabase, viewerOf } from "../support/database";
import { found } from "../support/story-tenant";

testDatabase();
const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");
let admin: Viewer;

type Change = Omit<Parameters<typeof changePosition>[1], "version" | "reason">;
const system = async (vendor: string) => (await customerWithSystem(admin, vendor, today, now)).systemId;
const contract = async (input: NewContract) => made(await createContract(admin, input, today, now)).contractId;
const change = (input: Change & { version?: number; reason?: string }, viewer = admin) =>
  changePosition(viewer, { version: 1, reason: "", ...input }, today, now);
const shown = async (contractId: string) => found(await showContract(admin, contractId, today));
const booked = async (contractId: string) =>
  (await shown(contractId)).positions.map(({ quantity, users, fromOn, toOn }) => [quantity, users, fromOn, toOn]);
const monthly = (vendor: string, items: readonly object[]) =>
  (answer({ op: "price", vendor, items }) as unknown as { totals: { monthlyCents: number } }).totals.monthlyCents;
async function isRebuiltAlike() {
  const nothing = { added: 0, changed: 0, removed: 0 };
  expect(await rebuildDecisions(admin.resellerId ?? "", today)).toMatchObject(nothing);
  expect(await rebuildStock(admin.resellerId ?? "", today)).toMatchObject(nothing);
  expect(await checkAuditTrail(admin.resellerId ?? "")).toMatchObject({ faults: [] });
}

beforeAll(async () => {
  admin = await makeReseller();
});

describe("another quantity from a day on", () => {
  it("leaves the old one until the day before, and costs what the calculator says", async () => {
    const systemId = await system("autphone");
    const contractId = await contract({ systemId, sku: "extension", startsOn: "2026-03-01", quantity: 48 });
    const before = await shown(contractId);
    expect(before.contract.amountCents).toBe(monthly("autphone", [{ sku: "extension", quantity: 48 }]));
    const wanted = { contractId, how: "changed" as const, fromOn: "2026-09-15", quantity: 53 };
    const preview = made(await previewPositionChange(admin, wanted, today));
    const amountCents = monthly("autphone", [{ sku: "extension", quantity: 53 }]);
    expect(preview.differences).toEqual([
      { field: "quantity", before: 48, after: 53 },
      { field: "amountCents", before: before.contract.amountCents, after: amountCents },
    ]);
    expect(preview).toMatchObject({ amountCents, edition: "undated" });
    expect((await shown(contractId)).contract).toEqual(before.contract);

    expect(await change(wanted)).toEqual({ version: 2 });
    const after = await shown(contractId);
    expect(await booked(contractId)).toEqual([
      [48, null, "2026-03-01", "2026-09-14"],
      [53, null, "2026-09-15", null],
    ]);
    expect(after.contract.amountCents).toBe(amountCents);
    expect(after.contract.dates).toEqual(before.contract.dates);
    const stock = (
      await listStock(admin, { limit: 50, sort: { key: "customer", descending: false } }, today)
    ).items.filter((row) => row.contractId === contractId);
    expect(stock.map(({ quantity, sinceOn, monthlyCents }) => [quantity, sinceOn, monthlyCents])).toEqual([
      [53, "2026-09-15", amountCents],
    ]);
    const [entry] = (await listHistory(admin, { contractId }, {})).entries;
    expect(entry).toMatchObject({ action: "position-changed", reason: null });
    expect(entry?.values.map(({ field, before, after }) => [field, before, after])).toEqual([
      ["quantity", 48, 53],
      ["amountCents", before.contract.amountCents, amountCents],
      ["fromOn", undefined, "2026-09-15"],
    ]);
    await isRebuiltAlike();
  });

  it("goes on from there: fewer again, for what was agreed on the telephone", async () => {
    const systemId = await system("netinteract");
    const contractId = await contract({ systemId, sku: "extension", startsOn: "2025-03-01", quantity: 12 });
    const more = { contractId, how: "changed" as const, quantity: 20 };
    made(await change({ ...more, fromOn: "2026-02-01" }));
    const fewer = { ...more, quantity: 9, amountCents: 70_00, version: 2 };
    expect(codesOf(await change({ ...fewer, fromOn: "2026-02-01" }))).toEqual(["fromOn: position-change-too-early"]);
    expect(await change({ ...fewer, fromOn: "2026-05-01", reason: " Filiale zu " })).toEqual({ version: 3 });
    expect(await booked(contractId)).toEqual([
      [12, null, "2025-03-01", "2026-01-31"],
      [20, null, "2026-02-01", "2026-04-30"],
      [9, null, "2026-05-01", null],
    ]);
    expect((await shown(contractId)).contract.amountCents).toBe(70_00);
    expect((await listHistory(admin, { contractId }, {})).entries[0]?.reason).toBe("Filiale zu");
    await isRebuiltAlike();
  });

  it("moves a tier with its users", async () => {
    const systemId = await system("fluxpunkt");
    const input = { systemId, sku: "call-recording", startsOn: "2026-01-01", termMonths: 12, users: 10 };
    const contractId = await contract(input);
    made(await change({ contractId, how: "changed", fromOn: "2026-07-01", quantity: 1, users: 34 }));
    expect(await booked(contractId)).toEqual([
      [1, 10, "2026-01-01", "2026-06-30"],
      [1, 34, "2026-07-01", null],
    ]);
    const of = (users: number) => [{ sku: "call-recording", mode: "subscription", termMonths: 12, users }];
    expect((await shown(contractId)).contract.amountCents).toBe(monthly("fluxpunkt", of(34)));
    expect(monthly("fluxpunkt", of(34))).toBeGreaterThan(monthly("fluxpunkt", of(10)));
    await isRebuiltAlike();
  });
});

describe("a quantity that was recorded wrongly", () => {
  it("is corrected from its beginning, with a reason", async () => {
    const systemId = await system("netinteract");
    const contractId = await contract({ systemId, sku: "extension", startsOn: "2026-03-01", quantity: 5 });
    const wanted = { contractId, how: "corrected" as const, fromOn: null, quantity: 6 };
    expect(codesOf(await change(wanted))).toEqual(["reason: reason-missing"]);
    expect(await change({ ...wanted, reason: "Auftrag: sechs" })).toEqual({ version: 2 });
    expect(await booked(contractId)).toEqual([[6, null, "2026-03-01", null]]);
    expect((await shown(contractId)).contract.amountCents).toBe(
      monthly("netinteract", [{ sku: "extension", quantity: 6 }]),
    );
    const [entry] = (await listHistory(admin, { contractId }, {})).entries;
    expect(entry).toMatchObject({ action: "position-corrected", reason: "Auftrag: sechs" });
    expect(await change({ ...wanted, version: 2, reason: "noch einmal" })).toEqual({ version: 2 });
    await isRebuiltAlike();
  });

  it("is never overwritten unseen, nor changed by anybody else", async () => {
    const systemId = await system("netinteract");
    const contractId = await contract({ systemId, sku: "extension", startsOn: "2026-03-01", quantity: 5 });
    const wanted = { contractId, how: "corrected" as const, fromOn: null, quantity: 7, amountCents: 1_00, reason: "a" };
    made(await change(wanted));
    expect(await change({ ...wanted, quantity: 8 })).toEqual({
      conflict: true,
      version: 2,
      differences: [{ field: "quantity", stored: 7, wanted: 8 }],
    });
    expect(await change({ ...wanted, version: 2 }, await makeReseller())).toBe("not-found");
    const of = { resellerId: admin.resellerId, resellerName: admin.resellerName };
    expect(isRefusal(await change({ ...wanted, version: 2 }, viewerOf("finance", of)))).toBe(true);
    expect(await change({ ...wanted, contractId: "keine-kennung" })).toBe("not-found");
    expect(await showPositionForm(await makeReseller(), contractId, today)).toBeNull();
  });
});

describe("what has no other quantity", () => {
  it("is a contract that ends before, maintenance, and a quantity that the article does not have", async () => {
    const systemId = await system("netinteract");
    const contractId = await contract({ systemId, sku: "extension", startsOn: "2024-03-01", quantity: 5 });
    const wanted = { contractId, how: "changed" as const, fromOn: "2026-11-01" };
    for (const quantity of [0, -3, 1.5, 1e12]) {
      const refused = codesOf(await change({ ...wanted, quantity }));
      expect(
        refused.every((each) => each.startsWith("quantity: ")),
        String(quantity),
      ).toBe(true);
    }
    const notice = { kind: "notice" as const, contractId, receivedOn: "2025-06-01", channel: "email" as const };
    const { endsOn } = made(await recordNotice(admin, notice, today, now)) as { endsOn: string };
    expect(endsOn < "2026-11-01").toBe(true);
    expect(codesOf(await change({ ...wanted, quantity: 6 }))).toEqual(["fromOn: position-change-after-end"]);

    const xphone = await system("c4b");
    const upkeep = { systemId: xphone, sku: "9130.0000.012", startsOn: "2026-01-01", termEndsOn: "2026-12-31" };
    const lapsing = await contract(upkeep);
    expect(await showPositionForm(admin, lapsing, today)).toBeNull();
    expect(codesOf(await change({ ...wanted, contractId: lapsing, quantity: 2 }))).toEqual([
      "undefined: position-change-lapsing",
    ]);
  });

  it("is one of several that nobody named; what they cost together only their paper says", async () => {
    const systemId = await system("enreach");
    const input = { systemId, sku: "professional", startsOn: "2026-01-01", quantity: 10, profile: "professional" };
    const contractId = await contract(input);
    const { contract: row, customer } = await shown(contractId);
    const id = "0196b0d0-0000-7000-8000-0000000000aa";
    await withTenant(admin, (tx) =>
      insertPosition(tx, {
        ...{ resellerId: admin.resellerId ?? "", id, customerId: customer.id, contractId: row.id, sku: "advanced" },
        ...{ quantity: 2, profile: "advanced", fromOn: "2026-02-01" },
      }),
    );
    const wanted = { contractId, how: "changed" as const, fromOn: "2026-05-01", quantity: 3 };
    expect(codesOf(await change(wanted))).toEqual(["positionId: position-missing"]);
    const form = found(await showPositionForm(admin, contractId, today));
    expect(form.positions.map(({ quantity }) => quantity)).toEqual([10, 2]);
    expect(await change({ ...wanted, positionId: id })).toEqual({ version: 2 });
    expect((await shown(contractId)).contract.amountCents).toBeNull();
    expect(await booked(contractId)).toEqual([
      [10, null, "2026-01-01", null],
      [2, null, "2026-02-01", "2026-04-30"],
      [3, null, "2026-05-01", null],
    ]);
  });
});
