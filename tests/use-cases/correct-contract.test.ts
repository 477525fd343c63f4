import { beforeAll, describe, expect, it } from "vitest";
import { wholeTerms } from "@/db/queries/corrections";
import { withTenant } from "@/db/tenant";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { checkAuditTrail } from "@/lib/use-cases/check-audit-trail";
import { type ContractCorrection, correctContract } from "@/lib/use-cases/correct-contract";
import { createContract, type NewContract } from "@/lib/use-cases/create-contract";
import { listHistory } from "@/lib/use-cases/list-history";
import { previewContract } from "@/lib/use-cases/preview-contract";
import { previewContractCorrection } from "@/lib/use-cases/preview-contract-correction";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { rebuildStock } from "@/lib/use-cases/rebuild-stock";
import { recordNotice } from "@/lib/use-cases/record-notice";
import { showCaptureForm } from "@/lib/use-cases/show-capture-form";
import { showContract } from "@/lib/use-cases/show-contract";
import { codesOf, customerWithSystem, made } from "../support/by-hand";
import { makeReseller, testDatabase, viewerOf } from "../support/database";
import { found } from "../support/story-tenant";

testDatabase();
const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");
let admin: Viewer;

const codes = codesOf;
const system = async (vendor: string) => (await customerWithSystem(admin, vendor, today, now)).systemId;
const contract = async (input: NewContract) => made(await createContract(admin, input, today, now)).contractId;
const correct = (input: ContractCorrection, viewer = admin) => correctContract(viewer, input, today, now);
const shown = async (contractId: string) => found(await showContract(admin, contractId, today));

beforeAll(async () => {
  admin = await makeReseller();
});

describe("a contract before it is recorded", () => {
  it("shows the dates and the amount that it will have", async () => {
    const systemId = await system("netinteract");
    const input = { systemId, sku: "extension", startsOn: "2026-03-01", quantity: 5 };
    const preview = made(await previewContract(admin, input, today));
    expect(preview).toMatchObject({ billingParty: "vendor", amountCents: 42_50, amountGiven: false });
    const view = await shown(await contract(input));
    expect(view.contract.dates).toEqual(preview.dates);
    expect(view.derivation).toEqual(preview.derivation);
    expect(codes(await previewContract(admin, { ...input, sku: "gibt-es-nicht" }, today))).toEqual([
      "sku: row-article-unknown",
    ]);
  });

  it("offers each article where it can be recorded, and maintenance with its end", async () => {
    const pbx = await system("fluxpunkt");
    const bought = found(await showCaptureForm(admin, pbx, "purchase", today)).choices;
    const rented = found(await showCaptureForm(admin, pbx, "contract", today)).choices;
    expect(bought.map(({ sku }) => sku)).toContain("call-recording");
    expect(rented.map(({ sku }) => sku)).toContain("support-premium");
    expect(bought.map(({ sku }) => sku)).not.toContain("support-premium");
    expect(rented.some(({ form }) => form.mode === "purchase")).toBe(false);
    const xphone = found(await showCaptureForm(admin, await system("c4b"), "contract", today));
    expect(xphone).toMatchObject({ hasUpkeep: true });
    expect(xphone.choices.length).toBeGreaterThan(0);
    expect(await showCaptureForm(await makeReseller(), pbx, "contract", today)).toBeNull();
  });
});

describe("a wrong start", () => {
  it("is corrected with a reason: the dates, the queue, Bestand and the history follow at once", async () => {
    const systemId = await system("netinteract");
    const contractId = await contract({ systemId, sku: "extension", startsOn: "2026-03-01", quantity: 5 });
    const before = await shown(contractId);
    expect(before.contract.dates).toMatchObject({ noticeDueOn: "2026-11-30", cancellableTo: "2027-02-28" });
    const set = { startsOn: "2026-06-01" };
    const preview = made(await previewContractCorrection(admin, { contractId, set }, today));
    expect(preview.before.dates).toEqual(before.contract.dates);
    expect(preview.differences).toEqual([{ field: "startsOn", before: "2026-03-01", after: "2026-06-01" }]);
    expect(preview.decisions.map(({ move, kind }) => `${move} ${kind}`)).toEqual(["changes notice"]);
    expect((await shown(contractId)).contract).toEqual(before.contract);

    expect(codes(await correct({ contractId, version: 1, set, reason: " " }))).toEqual(["reason: reason-missing"]);
    const reason = "Auftrag nachgelesen: Beginn im Juni";
    expect(await correct({ contractId, version: 1, set, reason })).toEqual({ version: 2 });
    const after = await shown(contractId);
    expect(after.contract.dates).toEqual(preview.after.dates);
    expect(after.contract.dates).toMatchObject({ noticeDueOn: "2027-02-28", cancellableTo: "2027-05-31" });
    expect(after.positions[0]?.fromOn).toBe("2026-06-01");
    expect(after.decisions.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([["notice", "2027-02-28"]]);
    const { entries } = await listHistory(admin, { contractId }, {});
    expect(entries[0]).toMatchObject({
      action: "contract-corrected",
      reason,
      values: [{ field: "startsOn", before: "2026-03-01", after: "2026-06-01" }],
    });
    expect(await rebuildDecisions(admin.resellerId ?? "", today)).toMatchObject({ added: 0, changed: 0, removed: 0 });
    expect(await rebuildStock(admin.resellerId ?? "", today)).toMatchObject({ added: 0, changed: 0, removed: 0 });
    expect(await checkAuditTrail(admin.resellerId ?? "")).toMatchObject({ faults: [] });
  });

  it("is never overwritten unseen, nor corrected by anybody else", async () => {
    const systemId = await system("netinteract");
    const contractId = await contract({ systemId, sku: "extension", startsOn: "2026-03-01" });
    const set = { startsOn: "2026-04-01" };
    expect(await correct({ contractId, version: 1, set, reason: "a" })).toEqual({ version: 2 });
    const late = { contractId, version: 1, set: { startsOn: "2026-05-01" }, reason: "b" };
    expect(await correct(late)).toEqual({
      conflict: true,
      version: 2,
      differences: [{ field: "startsOn", stored: "2026-04-01", wanted: "2026-05-01" }],
    });
    expect(await correct({ ...late, set })).toEqual({ version: 2 });
    expect((await shown(contractId)).contract.startsOn).toBe("2026-04-01");
    expect(await correct({ ...late, version: 2 }, await makeReseller())).toBe("not-found");
    const of = { resellerId: admin.resellerId, resellerName: admin.resellerName };
    expect(isRefusal(await correct({ ...late, version: 2 }, viewerOf("finance", of)))).toBe(true);
    const elsewhere = viewerOf("clerk", { ...of, customerIds: ["0196b0d0-0000-7000-8000-000000000001"] });
    expect(await correct({ ...late, version: 2 }, elsewhere)).toBe("not-found");
  });

  it("stays where a notice follows from it, and where the contract is there already", async () => {
    const systemId = await system("netinteract");
    const contractId = await contract({ systemId, sku: "extension", startsOn: "2025-03-01" });
    await contract({ systemId, sku: "extension", startsOn: "2025-09-01" });
    const again = { contractId, version: 1, set: { startsOn: "2025-09-01" }, reason: "a" };
    expect(codes(await correct(again))).toEqual(["startsOn: capture-contract-there"]);
    made(await recordNotice(admin, { kind: "notice", contractId, receivedOn: today, channel: "email" }, today, now));
    expect(codes(await correct({ ...again, set: { startsOn: "2025-04-01", endsOn: "2027-01-31" } }))).toEqual([
      "startsOn: correction-after-notice",
      "endsOn: correction-end-by-rule",
    ]);
  });
});

describe("what else was recorded wrongly", () => {
  it("is corrected together: amount, interval, Land; the vendor's terms hold", async () => {
    const systemId = await system("netinteract");
    const contractId = await contract({ systemId, sku: "extension", startsOn: "2026-03-01" });
    const set = { amountCents: 99_00, billingInterval: "year" as const, land: "DE-BY" };
    expect(await correct({ contractId, version: 1, set, reason: "Rechnung" })).toEqual({ version: 2 });
    expect((await shown(contractId)).contract).toMatchObject({ amountCents: 99_00, billingInterval: "year" });
    const wrong = { land: "Bayern", billingParty: "reseller" as const };
    expect(codes(await correct({ contractId, version: 2, set: wrong, reason: "a" }))).toEqual([
      "land: land-unknown",
      "billingParty: capture-resale-forbidden",
    ]);
    expect(await correct({ contractId, version: 2, set: { amountCents: null }, reason: "unklar" })).toEqual({
      version: 3,
    });
    expect((await shown(contractId)).contract.amountCents).toBeNull();
  });

  it("of a maintenance: the wrong term is withdrawn and the right one stands beside it", async () => {
    const systemId = await system("c4b");
    const { choices } = found(await showCaptureForm(admin, systemId, "contract", today));
    const sku = choices[0]?.sku ?? "";
    const input = { systemId, sku, startsOn: "2026-01-01", termEndsOn: "2026-12-31" };
    const contractId = await contract(input);
    const terms = () => withTenant(admin, (tx) => wholeTerms(tx, admin.resellerId ?? "", contractId));
    const [was] = await terms();
    const set = { startsOn: "2026-02-01", endsOn: "2027-01-31" };
    const preview = made(await previewContractCorrection(admin, { contractId, set }, today));
    expect([preview.before.dates.endsOn, preview.after.dates.endsOn]).toEqual(["2026-12-31", "2027-01-31"]);
    expect(await correct({ contractId, version: 1, set, reason: "Rechnung vom Februar" })).toEqual({ version: 2 });
    const [is, ...others] = await terms();
    expect(others).toEqual([]);
    expect(is).toMatchObject({ ...set, months: was?.months ?? null });
    expect(is?.id).not.toBe(was?.id);
    expect((await shown(contractId)).contract.dates.endsOn).toBe("2027-01-31");
    expect(codes(await correct({ contractId, version: 2, set: { startsOn: "2028-01-01" }, reason: "a" }))).toEqual([
      "startsOn: correction-start-after-end",
    ]);
    expect(await rebuildDecisions(admin.resellerId ?? "", today)).toMatchObject({ added: 0, changed: 0, removed: 0 });
  });
});
