import { beforeAll, describe, expect, it } from "vitest";
import { answer } from "@/lib/calc/answer";
import type { Viewer } from "@/lib/domain/viewer";
import { addPriceRow, type NewPrice } from "@/lib/use-cases/add-price-row";
import { createContract, type NewContract } from "@/lib/use-cases/create-contract";
import { createLicence } from "@/lib/use-cases/create-licence";
import { listLicenceRecords } from "@/lib/use-cases/list-licence-records";
import { previewContract } from "@/lib/use-cases/preview-contract";
import { previewPositionChange } from "@/lib/use-cases/preview-position-change";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { rebuildStock } from "@/lib/use-cases/rebuild-stock";
import { showContract } from "@/lib/use-cases/show-contract";
import { customerWithSystem, made } from "../support/by-hand";
import { makeReseller, testDatabase } from "../support/database";
import { found } from "../support/story-tenant";

testDatabase();
const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");
let admin: Viewer;
let systemId: string;

const own = async (price: Omit<NewPrice, "kind" | "vendor">) =>
  made(await addPriceRow(admin, { kind: "list", vendor: "fluxpunkt", ...price }, today, now));
const printed = (item: object) =>
  (answer({ op: "price", vendor: "fluxpunkt", items: [item] }) as unknown as { totals: { monthlyCents: number } })
    .totals.monthlyCents;
const proIvr: Omit<NewContract, "systemId" | "startsOn"> = { sku: "pro-ivr", termMonths: 12 };

beforeAll(async () => {
  admin = await makeReseller();
  ({ systemId } = await customerWithSystem(admin, "fluxpunkt", today, now));
  await own({ sku: "pro-ivr", slot: "mode=subscription termMonths=12", validFrom: "2026-02-01", cents: 777 });
  await own({ sku: "pro-ivr", slot: "mode=subscription termMonths=12", validFrom: "2026-08-01", cents: 888 });
  await own({ sku: "intercom", slot: "mode=purchase", validFrom: "2026-02-01", cents: 12_345 });
});

describe("what is recorded by hand or by a program without an amount", () => {
  it.each([
    ["the printed price before there is an own one", "2026-01-31", null],
    ["the own price of the day it begins on", "2026-02-01", 777],
    ["the one that has taken its place since", "2026-08-01", 888],
  ])("costs %s", async (_, startsOn, cents) => {
    const item = { sku: "pro-ivr", mode: "subscription", termMonths: 12, quantity: 2 };
    const amountCents = cents === null ? printed(item) : 2 * cents;
    const input = { systemId, startsOn, ...proIvr, quantity: 2 };
    expect(made(await previewContract(admin, input, today))).toMatchObject({ amountCents, ownPrice: cents !== null });
    const { contractId } = made(await createContract(admin, input, today, now));
    expect(found(await showContract(admin, contractId, today)).contract.amountCents).toBe(amountCents);
  });

  it("costs what is told where it is told", async () => {
    const input = { systemId, startsOn: "2026-03-01", ...proIvr, amountCents: 500 };
    const { contractId } = made(await createContract(admin, input, today, now));
    expect(found(await showContract(admin, contractId, today)).contract.amountCents).toBe(500);
  });

  it("costs the own price for another quantity too, that of the day from which it is booked", async () => {
    const input = { systemId, startsOn: "2026-04-01", ...proIvr };
    const { contractId } = made(await createContract(admin, input, today, now));
    const change = { contractId, how: "changed" as const, fromOn: "2026-09-01", quantity: 3 };
    expect(made(await previewPositionChange(admin, change, today))).toMatchObject({
      amountCents: 3 * 888,
      ownPrice: true,
    });
  });

  it("keeps the own list price of a purchase", async () => {
    const purchase = { systemId, sku: "intercom", purchasedOn: "2026-03-01", quantity: 2 };
    const { licenceId } = made(await createLicence(admin, purchase, today, now));
    const { items } = made(await listLicenceRecords(admin, { limit: 10 }));
    const licence = items.find(({ id }) => id === licenceId);
    expect(licence?.purchases.map(({ listPriceCents }) => listPriceCents)).toEqual([2 * 12_345]);
  });

  it("leaves everything derived as a rebuild would make it", async () => {
    const nothing = { added: 0, changed: 0, removed: 0 };
    expect(await rebuildDecisions(admin.resellerId ?? "", today)).toMatchObject(nothing);
    expect(await rebuildStock(admin.resellerId ?? "", today)).toMatchObject(nothing);
  });
});
