import { beforeAll, expect, it } from "vitest";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { archiveRecord } from "@/lib/use-cases/archive-record";
import { createContract } from "@/lib/use-cases/create-contract";
import { listArchived } from "@/lib/use-cases/list-archived";
import { listDecisions } from "@/lib/use-cases/list-decisions";
import { listHistory } from "@/lib/use-cases/list-history";
import { listStock } from "@/lib/use-cases/list-stock";
import { previewArchive } from "@/lib/use-cases/preview-archive";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { rebuildStock } from "@/lib/use-cases/rebuild-stock";
import { restoreRecord } from "@/lib/use-cases/restore-record";
import { showContract } from "@/lib/use-cases/show-contract";
import { showCustomer } from "@/lib/use-cases/show-customer";
import { customerWithSystem, made } from "../support/by-hand";
import { makeReseller, testDatabase, viewerOf } from "../support/database";
import { found } from "../support/story-tenant";

testDatabase();
const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");
const later = new Date("2026-11-20T10:00:00Z");
let admin: Viewer;
let customerId: string;
let systemId: string;
let first: string;
let second: string;

type Act = Parameters<typeof archiveRecord>[1];
const archive = (type: Act["type"], id: string, at = now, viewer = admin) =>
  archiveRecord(viewer, { type, id, reason: "" }, today, at);
const restore = (type: Act["type"], id: string, viewer = admin) =>
  restoreRecord(viewer, { type, id, reason: "Doch noch da" }, today, later);
const code = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : outcome);

/** What is left of the customer for those who work with him. */
async function left() {
  const { items } = await listStock(admin, { sort: { key: "customer", descending: false } }, today);
  const queue = await listDecisions(admin, {}, today);
  return { stock: items.length, queue: queue.items.filter((row) => row.customerId === customerId).length };
}

beforeAll(async () => {
  admin = await makeReseller();
  ({ customerId, systemId } = await customerWithSystem(admin, "netinteract", today, now));
  const contract = async (startsOn: string) => {
    const input = { systemId, sku: "extension", startsOn, quantity: 5 };
    return made(await createContract(admin, input, today, now)).contractId;
  };
  first = await contract("2026-03-01");
  second = await contract("2026-06-01");
});

it("a contract leaves the queue and Bestand at once, and comes back as it was", async () => {
  expect(await left()).toEqual({ stock: 2, queue: 2 });
  const preview = found(await previewArchive(admin, { type: "contract", id: first }, today));
  expect(preview.decisions.map(({ contractId }) => contractId)).toEqual([first]);
  const before = found(await showContract(admin, first, today)).contract;
  expect(await archive("contract", first)).toEqual({ customerId });
  expect(await left()).toEqual({ stock: 1, queue: 1 });
  expect(await showContract(admin, first, today)).toBeNull();
  expect((await listArchived(admin, customerId)).map(({ type, id }) => [type, id])).toEqual([["contract", first]]);
  expect(code(await archive("contract", first))).toBe("archive-already");
  expect(await restore("contract", first)).toEqual({ customerId });
  expect(await left()).toEqual({ stock: 2, queue: 2 });
  expect(found(await showContract(admin, first, today)).contract).toEqual(before);
  const { entries } = await listHistory(admin, { contractId: first }, {});
  expect(entries.slice(0, 2).map(({ action, reason }) => [action, reason])).toEqual([
    ["contract-restored", "Doch noch da"],
    ["contract-archived", null],
  ]);
});

it("a system takes its contracts along and brings back those alone that went with it", async () => {
  await archive("contract", second);
  expect(found(await previewArchive(admin, { type: "system", id: systemId }, today)).contracts).toBe(1);
  expect(await archive("system", systemId, later)).toEqual({ customerId });
  expect(await left()).toEqual({ stock: 0, queue: 0 });
  expect((await listArchived(admin, customerId)).map(({ type }) => type)).toEqual(["system", "contract"]);
  expect(code(await restore("contract", second))).toBe("archive-owner-first");
  expect(await restore("system", systemId)).toEqual({ customerId });
  expect(await left()).toEqual({ stock: 1, queue: 1 });
  expect(await restore("contract", second)).toEqual({ customerId });
  expect(code(await restore("contract", second))).toBe("archive-not-there");
});

it("a customer goes with all that he has", async () => {
  expect(found(await previewArchive(admin, { type: "customer", id: customerId }, today)).decisions).toHaveLength(2);
  expect(await archive("customer", customerId)).toEqual({ customerId });
  expect(await left()).toEqual({ stock: 0, queue: 0 });
  expect(await showCustomer(admin, customerId, today)).toBeNull();
  expect((await listArchived(admin, null)).map(({ id }) => id)).toEqual([customerId]);
  expect(await rebuildDecisions(admin.resellerId ?? "", today)).toMatchObject({ added: 0, changed: 0, removed: 0 });
  expect(await rebuildStock(admin.resellerId ?? "", today)).toMatchObject({ added: 0, changed: 0, removed: 0 });
  expect(await restore("customer", customerId)).toEqual({ customerId });
  expect(await left()).toEqual({ stock: 2, queue: 2 });
  expect(await rebuildDecisions(admin.resellerId ?? "", today)).toMatchObject({ added: 0, changed: 0, removed: 0 });
  expect(await rebuildStock(admin.resellerId ?? "", today)).toMatchObject({ added: 0, changed: 0, removed: 0 });
});

it("nobody else puts it away", async () => {
  const of = { resellerId: admin.resellerId, resellerName: admin.resellerName };
  expect(await archive("contract", first, now, await makeReseller())).toBe("not-found");
  expect(code(await archive("contract", first, now, viewerOf("finance", of)))).toBe("not-allowed");
  const elsewhere = viewerOf("clerk", { ...of, customerIds: ["0196b0d0-0000-7000-8000-000000000001"] });
  expect(await archive("contract", first, now, elsewhere)).toBe("not-found");
  expect(await archive("customer", "kein-schluessel")).toBe("not-found");
});
