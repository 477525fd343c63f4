import { beforeAll, describe, expect, it } from "vitest";
import type { CustomerFields } from "@/lib/domain/customer-fields";
import { isRefusal, isRefusals } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { changeCustomer } from "@/lib/use-cases/change-customer";
import { checkAuditTrail } from "@/lib/use-cases/check-audit-trail";
import { createContract, type NewContract } from "@/lib/use-cases/create-contract";
import { createCustomer } from "@/lib/use-cases/create-customer";
import { createLicence, type NewPurchase } from "@/lib/use-cases/create-licence";
import { createSystem } from "@/lib/use-cases/create-system";
import { listHistory } from "@/lib/use-cases/list-history";
import { listStock } from "@/lib/use-cases/list-stock";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { rebuildStock } from "@/lib/use-cases/rebuild-stock";
import { showContract } from "@/lib/use-cases/show-contract";
import { showCustomer } from "@/lib/use-cases/show-customer";
import { showSystem } from "@/lib/use-cases/show-system";
import { withdrawPurchase } from "@/lib/use-cases/withdraw-purchase";
import { makeReseller, testDatabase, viewerOf } from "../support/database";
import { found } from "../support/story-tenant";

testDatabase();
const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");
let admin: Viewer;

const blank: CustomerFields = {
  number: "",
  name: "",
  land: null,
  contactName: null,
  contactEmail: null,
  contactPhone: null,
  taxId: null,
  clerkId: null,
  deputyId: null,
};

/** The value, where it is no refusal. */
function made<T>(outcome: T): Exclude<T, string | readonly unknown[] | { refused: true }> {
  if (typeof outcome === "string" || isRefusal(outcome) || isRefusals(outcome))
    throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome as Exclude<T, string | readonly unknown[] | { refused: true }>;
}
const codes = (outcome: unknown): string[] =>
  (isRefusals(outcome) ? outcome : [outcome]).map((each) => (isRefusal(each) ? `${each.path}: ${each.code}` : "made"));

let count = 0;
async function customer(more: Partial<CustomerFields> = {}): Promise<string> {
  const fields = { ...blank, number: `K-${++count}`, name: `Haus ${count}`, ...more };
  return made(await createCustomer(admin, fields, today, now)).customerId;
}
async function system(vendor: string, figures = {}): Promise<string> {
  const customerId = await customer();
  const input = { customerId, vendor, name: "Zentrale", serverKey: null, figures };
  return made(await createSystem(admin, input, today, now)).systemId;
}
const licence = (input: NewPurchase) => createLicence(admin, input, today, now);
const contract = (input: NewContract) => createContract(admin, input, today, now);

beforeAll(async () => {
  admin = await makeReseller();
});

describe("a customer", () => {
  it("is recorded with what is known of him, and found at once", async () => {
    const id = await customer({ name: "  Bäckerei Öztürk  ", land: "DE-BY", contactEmail: "mail@oeztuerk.example" });
    const view = found(await showCustomer(admin, id, today));
    expect(view).toMatchObject({ name: "Bäckerei Öztürk", land: "DE-BY", systems: [] });
  });

  it("is refused with everything that is wrong, and a number is used once", async () => {
    const wrong = { ...blank, number: " ", name: "x".repeat(201), land: "Bayern", contactEmail: "a@b", taxId: "DE12" };
    expect(codes(await createCustomer(admin, wrong, today, now)).sort()).toEqual([
      "contactEmail: customer-email-wrong",
      "land: customer-land-unknown",
      "name: customer-field-too-long",
      "number: customer-field-missing",
      "taxId: customer-tax-id-wrong",
    ]);
    await customer({ number: "doppelt" });
    const again = await createCustomer(admin, { ...blank, number: "doppelt", name: "Zweiter" }, today, now);
    expect(codes(again)).toEqual(["number: customer-number-taken"]);
  });

  it("is recorded by nobody who may not, or would not see him", async () => {
    const of = { resellerId: admin.resellerId, resellerName: admin.resellerName };
    const fields = { ...blank, number: "neu", name: "Neu" };
    for (const viewer of [viewerOf("finance", of), viewerOf("clerk", { ...of, customerIds: [await customer()] })])
      expect(isRefusal(await createCustomer(viewer, fields, today, now))).toBe(true);
  });

  it("is changed in the version that was seen; a second one sees the difference and nothing is lost", async () => {
    const customerId = await customer({ name: "Alt" });
    const change = { customerId, version: 1, how: "changed" as const };
    expect(await changeCustomer(admin, { ...change, set: { name: "Neu" } }, today, now)).toEqual({ version: 2 });
    expect(await changeCustomer(admin, { ...change, set: { name: "Anders", land: "DE-BE" } }, today, now)).toEqual({
      conflict: true,
      version: 2,
      differences: [
        { field: "name", stored: "Neu", wanted: "Anders" },
        { field: "land", stored: null, wanted: "DE-BE" },
      ],
    });
    expect(await changeCustomer(admin, { ...change, set: { name: "Neu" } }, today, now)).toEqual({ version: 2 });
    const corrected = { ...change, version: 2, how: "corrected" as const, set: { name: "Richtig" } };
    expect(codes(await changeCustomer(admin, corrected, today, now))).toEqual(["reason: reason-missing"]);
    expect(await changeCustomer(admin, { ...corrected, reason: "Tippfehler" }, today, now)).toEqual({ version: 3 });
    expect(found(await showCustomer(admin, customerId, today)).name).toBe("Richtig");
    const foreign = await makeReseller();
    expect(await changeCustomer(foreign, { ...change, set: { name: "x" } }, today, now)).toBe("not-found");
  });
});

describe("a system with licences and contracts", () => {
  it("shows in the queue, in Bestand and on its customer as soon as it is recorded", async () => {
    const systemId = await system("fluxpunkt", { installedUsers: 41, installedLightUsers: 0 });
    const bought = { systemId, sku: "call-recording", purchasedOn: "2025-01-15", users: 40 };
    const first = made(await licence({ ...bought, licenceKey: "ABCD-EFGH-IJKL-1234" }));
    const second = made(await licence({ ...bought, purchasedOn: "2025-06-01", amountCents: 1_000_00 }));
    expect(second.licenceId).toBe(first.licenceId);
    const { items } = await listStock(admin, { sort: { key: "customer", descending: false } }, today);
    expect(items.find((item) => item.systemId === systemId)).toMatchObject({ quantity: 2, tier: "21-40" });
    const [{ systems = [], decisions = [] }] = [
      found(await showCustomer(admin, found(items.find((item) => item.systemId === systemId)).customerId, today)),
    ];
    expect(systems[0]?.licences[0]?.quantity).toBe(2);
    expect(decisions.map((row) => row.kind)).toContain("tier-exceeded");
  });

  it("follows the article's policy, and a rule of its own with its source goes before it", async () => {
    const systemId = await system("netinteract");
    const main = made(await contract({ systemId, sku: "extension", startsOn: "2026-03-01", quantity: 5 }));
    const view = found(await showContract(admin, main.contractId, today));
    expect(view.contract).toMatchObject({ billingParty: "vendor", amountCents: 42_50 });
    expect(view.timeline[0]).toMatchObject({ endsOn: "2027-02-28", noticeDueOn: "2026-11-30" });
    const flat = made(await contract({ systemId, sku: "flat-de", startsOn: "2026-03-01", quantity: 5 }));
    expect(found(await showContract(admin, flat.contractId, today)).contract).toMatchObject({ amountCents: 34_50 });
    expect(codes(await contract({ systemId, sku: "extension", startsOn: "2026-03-01", quantity: 5 }))).toEqual([
      "startsOn: capture-contract-there",
    ]);
    expect(codes(await contract({ systemId, sku: "queue", startsOn: "2026-03-01", billingParty: "reseller" }))).toEqual(
      ["billingParty: capture-resale-forbidden"],
    );

    const cloud = await system("enreach");
    const ownRule = {
      minimumMonths: 24,
      renewalMonths: 12,
      noticeLength: 3,
      noticeUnit: "month" as const,
      to: "term-end" as const,
      source: "Auftrag vom 01.02.2026",
      clause: "Ziffer 4",
    };
    const input = { systemId: cloud, sku: "professional", startsOn: "2026-02-01", quantity: 10 };
    expect(codes(await contract({ ...input, ownRule: { ...ownRule, source: " " } }))).toEqual([
      "source: rule-source-missing",
    ]);
    const own = made(await contract({ ...input, ownRule }));
    expect(found(await showContract(admin, own.contractId, today))).toMatchObject({ version: 2 });
  });

  it("is refused where the article is the other kind, or something about it is wrong", async () => {
    const systemId = await system("fluxpunkt", { installedUsers: 10, installedLightUsers: 0 });
    const start = "2026-01-15";
    expect(codes(await licence({ systemId, sku: "support-premium", purchasedOn: start }))).toEqual([
      "mode: row-not-for-sale",
    ]);
    expect(codes(await contract({ systemId, sku: "support-basic", startsOn: start }))).toEqual([
      "sku: capture-is-purchase",
    ]);
    expect(codes(await contract({ systemId, sku: "gibt-es-nicht", startsOn: start }))).toEqual([
      "sku: row-article-unknown",
    ]);
    expect(codes(await contract({ systemId, sku: "intercom", startsOn: start, termMonths: 13 }))).toEqual([
      "termMonths: row-term-not-offered",
    ]);
    const foreign = await makeReseller();
    expect(await createContract(foreign, { systemId, sku: "intercom", startsOn: start }, today, now)).toBe("not-found");
  });

  it("has everything derived in the same transaction, and everything in the trail", async () => {
    const { resellerId } = admin;
    const nothing = { added: 0, changed: 0, removed: 0 };
    expect(await rebuildDecisions(found(resellerId), today)).toMatchObject(nothing);
    expect(await rebuildStock(found(resellerId), today)).toMatchObject(nothing);
    expect(JSON.stringify(await checkAuditTrail(found(resellerId)))).toContain('"faults":[]');
  });
});

describe("a purchase that was recorded wrongly", () => {
  const sku = "call-recording";
  const sold = async () => {
    const systemId = await system("fluxpunkt", { installedUsers: 30, lightUsers: 0 });
    const first = made(
      await licence({ systemId, sku, purchasedOn: "2024-03-15", amountCents: 110_000, licenceKey: "KEY-1" }),
    );
    return { systemId, first };
  };
  const back = (systemId: string, purchaseId: string, reason = "Falsche Anlage", viewer = admin) =>
    withdrawPurchase(viewer, { systemId, purchaseId, reason }, today, now);
  const licencesOf = async (systemId: string) => found(await showSystem(admin, systemId, today)).system.licences;

  it("counts no more, and the others still do", async () => {
    const { systemId, first } = await sold();
    const second = made(await licence({ systemId, sku, purchasedOn: "2025-01-10" }));
    expect((await licencesOf(systemId))[0]?.quantity).toBe(2);
    expect(await back(systemId, second.purchaseId)).toBe("done");
    const [left] = await licencesOf(systemId);
    expect(left).toMatchObject({ id: first.licenceId, quantity: 1 });
    expect(left?.purchases.map(({ id }) => id)).toEqual([first.purchaseId]);
    // Once is enough.
    expect(await back(systemId, second.purchaseId)).toBe("not-found");
  });

  it("takes its licence along where it was the only one, from Bestand too; bought again, it is a new one", async () => {
    const { systemId, first } = await sold();
    const inStock = async () =>
      (await listStock(admin, { sort: { key: "customer", descending: false } }, today)).items.filter(
        (item) => item.systemId === systemId,
      );
    expect(await inStock()).toHaveLength(1);
    expect(await back(systemId, first.purchaseId, " Verlesen ")).toBe("done");
    expect([await licencesOf(systemId), await inStock()]).toEqual([[], []]);
    const again = made(await licence({ systemId, sku, purchasedOn: "2024-03-15" }));
    expect(again.licenceId).not.toBe(first.licenceId);
    const history = await listHistory(admin, { systemId });
    const told = history.entries.filter(({ action }) => action.endsWith("-withdrawn"));
    expect(told.map(({ action, reason }) => [action, reason]).sort()).toEqual([
      ["licence-withdrawn", "Verlesen"],
      ["purchase-withdrawn", "Verlesen"],
    ]);
    expect((await checkAuditTrail(admin.resellerId ?? "")).faults).toEqual([]);
    expect(await rebuildStock(admin.resellerId ?? "", today)).toEqual({ added: 0, changed: 0, removed: 0 });
  });

  it("needs a reason, one's own system, and the right to record", async () => {
    const { systemId, first } = await sold();
    expect(codes(await back(systemId, first.purchaseId, "  "))).toEqual(["reason: reason-missing"]);
    const elsewhere = await sold();
    expect(await back(elsewhere.systemId, first.purchaseId)).toBe("not-found");
    expect(await back(systemId, first.purchaseId, "Versuch", await makeReseller())).toBe("not-found");
    const finance = viewerOf("finance", { ...admin, role: "finance" });
    expect(codes(await back(systemId, first.purchaseId, "Versuch", finance))).toEqual(["undefined: not-allowed"]);
    expect(await licencesOf(systemId)).toHaveLength(1);
  });
});
