import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import type { DecisionKind } from "@/lib/domain/decisions";
import { isRefusal } from "@/lib/domain/refusal";
import { hasWording } from "@/lib/format/reasons";
import { listCustomers } from "@/lib/use-cases/list-customers";
import { listHistory } from "@/lib/use-cases/list-history";
import { previewNotice } from "@/lib/use-cases/preview-notice";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { type ContractRuleInput, recordContractRule } from "@/lib/use-cases/record-contract-rule";
import { recordNotice } from "@/lib/use-cases/record-notice";
import { showContract } from "@/lib/use-cases/show-contract";
import { showCustomer } from "@/lib/use-cases/show-customer";
import { testDatabase } from "../support/database";
import { found, type StoryTenant, tellStory } from "../support/story-tenant";

testDatabase();

const today = "2026-11-20";
const unchanged = { added: 0, changed: 0, removed: 0 };
let story: StoryTenant;
let other: StoryTenant;

beforeAll(async () => {
  story = await tellStory(today);
  other = await tellStory(today);
});

const kindsOf = async (contractId: string): Promise<DecisionKind[]> =>
  found(await showContract(story.admin, contractId, today)).decisions.map((item) => item.kind);
const rollingCount = async (number: string) => {
  const { decisions } = found(await showCustomer(story.admin, story.customerOf(number), today));
  return decisions.find((item) => item.kind === "notice-rolling")?.detail.count ?? 0;
};
const email = { channel: "email" } as const;

describe("a notice", () => {
  it("is seen before it is given, ends what hangs on it, is confirmed, and can be withdrawn", async () => {
    const contractId = story.contractOf("10006", "extension");
    const packageId = story.contractOf("10006", "flat-de-m");
    const preview = await previewNotice(story.clerk, { contractId, receivedOn: today }, today);
    if (preview === "not-found" || isRefusal(preview)) throw new Error("no preview");
    expect(preview.parts).toEqual([{ contractId: packageId, articleName: expect.any(String), endsOn: preview.endsOn }]);
    expect(preview.derivation.length).toBeGreaterThan(0);

    const input = { kind: "notice", contractId, receivedOn: today, ...email, expectedEndsOn: preview.endsOn } as const;
    const given = await recordNotice(story.clerk, input, today, now());
    expect(given).toMatchObject({ endsOn: preview.endsOn });
    expect(await kindsOf(contractId)).toEqual(["notice-unconfirmed"]);
    expect(await kindsOf(packageId)).toEqual([]);
    expect(await rollingCount("10006")).toBe(0);
    expect(found(await showContract(story.admin, packageId, today)).contract).toMatchObject({
      standing: "ends-with-main",
      dates: { endsOn: preview.endsOn, cancellableTo: null },
    });
    expect(await rebuildDecisions(story.resellerId, today)).toEqual(unchanged);
    expect(await recordNotice(story.clerk, input, today, now())).toMatchObject({ code: "notice-in-force" });

    const { notices } = found(await showContract(story.admin, contractId, today));
    const noticeId = found(notices[0]).id;
    const confirmation = { kind: "confirmation", contractId, noticeId, receivedOn: today, ...email } as const;
    expect(await recordNotice(story.clerk, confirmation, today, now())).toEqual({ noticeId, endsOn: preview.endsOn });
    expect(await recordNotice(story.clerk, confirmation, today, now())).toMatchObject({ code: "notice-confirmed" });
    expect(await kindsOf(contractId)).toEqual([]);
    expect(await rebuildDecisions(story.resellerId, today)).toEqual(unchanged);

    const withdrawal = { kind: "withdrawal", contractId, noticeId, receivedOn: today, ...email } as const;
    expect(await recordNotice(story.clerk, withdrawal, today, now())).toEqual({ noticeId, endsOn: null });
    expect(await recordNotice(story.clerk, withdrawal, today, now())).toMatchObject({ code: "notice-withdrawn" });
    expect(await kindsOf(contractId)).toEqual(["notice"]);
    expect(await rollingCount("10006")).toBe(1);
    const after = found(await showContract(story.admin, contractId, today));
    expect(after.notices).toMatchObject([{ confirmedOn: today, withdrawnOn: today, inForce: false }]);
    expect(await rebuildDecisions(story.resellerId, today)).toEqual(unchanged);
  });

  it("that was missed ends later, and the preview says so", async () => {
    const contractId = story.contractOf("10009", "extension");
    const view = found(await showContract(story.admin, contractId, today));
    const missed = found(view.decisions.find((item) => item.kind === "missed"));
    const preview = await previewNotice(story.clerk, { contractId, receivedOn: today }, today);
    expect(preview).toMatchObject({ missedEndsOn: missed.detail.endsOn, endsOn: missed.detail.nextEndsOn });
  });

  it.each([
    ["to a rule that nobody knows", "10008", "expert", today, "rule-unknown"],
    ["to what lapses by itself", "10005", "9130.0000.012", today, "lapses-without-notice"],
    ["of tomorrow", "10006", "extension", "2026-11-21", "received-after-today"],
    ["of no day", "10006", "extension", "2026-02-30", "received-no-day"],
    ["before all time", "10006", "extension", "1989-12-31", "received-no-day"],
  ])("cannot be recorded %s", async (_, number, sku, receivedOn, code) => {
    const contractId = story.contractOf(number, sku);
    const outcome = await recordNotice(story.clerk, { kind: "notice", contractId, receivedOn, ...email }, today, now());
    expect(outcome).toMatchObject({ code });
    expect(hasWording(code)).toBe(true);
  });

  it("is refused where it would bring another end than the one that was seen", async () => {
    const contractId = story.contractOf("10007", "professional");
    const input = { kind: "notice", contractId, receivedOn: today, ...email, expectedEndsOn: "2030-01-01" } as const;
    expect(await recordNotice(story.clerk, input, today, now())).toMatchObject({ code: "end-changed" });
  });

  it("is followed only by what names it", async () => {
    const contractId = story.contractOf("10010", "monitoring");
    const foreign = found(other.rows.notices[0]).id;
    for (const noticeId of [uuidv7(), foreign]) {
      const input = { kind: "confirmation", contractId, noticeId, receivedOn: today, ...email } as const;
      expect(await recordNotice(story.clerk, input, today, now())).toBe("not-found");
    }
    const own = found(story.rows.notices.find((row) => row.contractId === contractId)).id;
    const early = { kind: "confirmation", contractId, noticeId: own, receivedOn: "2026-10-01", ...email } as const;
    expect(await recordNotice(story.clerk, early, today, now())).toMatchObject({ code: "before-notice" });
  });

  it("is not found for foreign contracts, and not allowed to finance and customers", async () => {
    const foreign = other.contractOf("10006", "extension");
    const own = story.contractOf("10006", "extension");
    for (const contractId of [foreign, uuidv7(), "x"]) {
      const input = { kind: "notice", contractId, receivedOn: today, ...email } as const;
      expect(await recordNotice(story.clerk, input, today, now())).toBe("not-found");
      expect(await previewNotice(story.clerk, { contractId, receivedOn: today }, today)).toBe("not-found");
      expect(await showContract(story.clerk, contractId, today)).toBeNull();
    }
    const input = { kind: "notice", contractId: own, receivedOn: today, ...email } as const;
    expect(await recordNotice(story.confinedTo("10001"), input, today, now())).toBe("not-found");
    for (const viewer of [story.finance, story.personOf("10006")]) {
      expect(await recordNotice(viewer, input, today, now())).toMatchObject({ code: "not-allowed" });
    }
  });
});

describe("a contract's own rule", () => {
  const rule = { minimumMonths: 24, renewalMonths: 12, noticeLength: 3, noticeUnit: "month", to: "term-end" } as const;
  const input = (contractId: string, more: Partial<ContractRuleInput> = {}): ContractRuleInput => ({
    contractId,
    version: 1,
    rule,
    source: "Auftragsformular",
    clause: "Seite 2",
    land: "DE-HH",
    ...more,
  });

  it("turns the unknown into a deadline that names its source, and keeps the history", async () => {
    const contractId = story.contractOf("10008", "expert");
    expect(await kindsOf(contractId)).toEqual(["rule-unknown"]);
    expect(await recordContractRule(story.clerk, input(contractId), today, now())).toBe("done");
    const view = found(await showContract(story.admin, contractId, today));
    expect(view.decisions.map((item) => item.kind)).toEqual(["notice"]);
    expect(view).toMatchObject({
      land: "DE-HH",
      version: 2,
      ownRule: { ...rule, source: "Auftragsformular" },
      refusal: null,
    });
    expect(view.derivation.some((step) => step.source?.document === "Auftragsformular")).toBe(true);
    expect(view.ifMissed?.costCents).toBeGreaterThan(0);
    expect(await rebuildDecisions(story.resellerId, today)).toEqual(unchanged);

    expect(await recordContractRule(story.admin, input(contractId), today, now())).toMatchObject({
      code: "contract-changed",
    });
    const shorter = { ...rule, noticeLength: 1 };
    expect(await recordContractRule(story.admin, input(contractId, { version: 2, rule: shorter }), today, now())).toBe(
      "done",
    );
    const { entries } = await listHistory(story.admin, { contractId });
    const rules = entries.filter((entry) => entry.action === "contract-rule-recorded");
    expect(rules.map((entry) => entry.values.find(({ field }) => field === "noticeLength"))).toEqual([
      { field: "noticeLength", before: 3, after: 1 },
      { field: "noticeLength", after: 3 },
    ]);
    expect(rules.map((entry) => entry.by.name)).toEqual([story.admin.name, story.clerk.name]);
    expect(await rebuildDecisions(story.resellerId, today)).toEqual(unchanged);
  });

  it.each([
    ["a minimum of no months to a term's end", { rule: { ...rule, minimumMonths: 0 } }, "rule-minimum-needed"],
    ["no renewal to a term's end", { rule: { ...rule, renewalMonths: null } }, "rule-renewal-range"],
    ["a renewal to a month's end", { rule: { ...rule, to: "month-end" } }, "rule-open-ended-renewal"],
    ["601 months", { rule: { ...rule, minimumMonths: 601 } }, "rule-minimum-range"],
    ["half a month", { rule: { ...rule, minimumMonths: 1.5 } }, "rule-minimum-range"],
    ["1,001 days", { rule: { ...rule, noticeLength: 1_001 } }, "rule-notice-range"],
    ["a unit of its own", { rule: { ...rule, noticeUnit: "year" } }, "rule-unit-unknown"],
    ["an anchor of its own", { rule: { ...rule, to: "quarter-end" } }, "rule-anchor-unknown"],
    ["no source", { source: " " }, "rule-source-missing"],
    ["no clause", { clause: "" }, "rule-clause-missing"],
    ["a long clause", { clause: "x".repeat(201) }, "rule-text-too-long"],
    ["a Land that does not exist", { land: "DE-XX" }, "land-unknown"],
  ])("is refused with %s", async (_, more, code) => {
    const contractId = story.contractOf("10007", "professional");
    const outcome = await recordContractRule(
      story.clerk,
      input(contractId, more as Partial<ContractRuleInput>),
      today,
      now(),
    );
    expect(outcome).toMatchObject({ code });
    expect(hasWording(code)).toBe(true);
  });

  it("is refused for what lapses, and after a notice", async () => {
    const lapsing = story.contractOf("10005", "9130.0000.012");
    expect(await recordContractRule(story.clerk, input(lapsing), today, now())).toMatchObject({
      code: "rule-not-for-lapsing",
    });
    const noticed = story.contractOf("10010", "monitoring");
    expect(await recordContractRule(story.clerk, input(noticed), today, now())).toMatchObject({
      code: "rule-after-notice",
    });
  });

  it("is not found for foreign contracts, and not allowed to finance", async () => {
    expect(await recordContractRule(story.clerk, input(other.contractOf("10008", "expert")), today, now())).toBe(
      "not-found",
    );
    const own = input(story.contractOf("10007", "professional"));
    expect(await recordContractRule(story.finance, own, today, now())).toMatchObject({ code: "not-allowed" });
  });

  it("by two people at once is recorded once", async () => {
    const contractId = other.contractOf("10008", "expert");
    const both = await Promise.all(
      [other.clerk, other.admin].map((viewer) => recordContractRule(viewer, input(contractId), today, now())),
    );
    expect(both.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(both.find(isRefusal)).toMatchObject({ code: "contract-changed" });
  });
});

describe("a customer", () => {
  it("shows systems, licences with purchases, full tiers and what the next user costs", async () => {
    const view = found(await showCustomer(story.admin, story.customerOf("10001"), today));
    const [pbx] = view.systems;
    expect(view.seesPurchasePrices).toBe(true);
    expect(pbx?.tiers.map((tier) => [tier.sku, tier.licensedTier, tier.neededTier, tier.exceeded])).toEqual([
      ["active-directory-sync", "21-40", "41-80", false],
      ["call-recording", "21-40", "41-80", false],
      ["insight-analytics", "21-40", "41-80", false],
    ]);
    expect(pbx?.nextUserCents).toBe(pbx?.tiers.reduce((sum, tier) => sum + (tier.dueCents ?? 0), 0));
    expect(pbx?.nextUserCents).toBeGreaterThan(0);
    expect(pbx?.licences).toHaveLength(3);
    expect(pbx?.licences[0]).toMatchObject({ quantity: 1, tier: "21-40", purchases: [{ tier: "21-40" }] });
    expect(pbx?.contracts[0]?.dates.noticeDueOn).not.toBeNull();
  });

  it("shows gaps, broken prerequisites with their clause, and lapses", async () => {
    const gaps = async (number: string) =>
      found(await showCustomer(story.admin, story.customerOf(number), today)).systems.flatMap((system) => system.gaps);
    expect((await gaps("10002")).map((gap) => [gap.kind, gap.skus.length])).toEqual([["bought-before-plan", 2]]);
    expect((await gaps("10005")).map((gap) => gap.kind)).toEqual(["lapsed"]);
    const clinic = found(await showCustomer(story.admin, story.customerOf("10004"), today));
    const violations = clinic.systems.flatMap((system) => system.violations);
    expect(violations.map((violation) => violation.sku).sort()).toEqual(["3320.0030", "3323.0030"]);
    for (const violation of violations) expect(violation.source?.clause).toBeTruthy();
  });

  it("is seen by its own people, without the queue and without what was paid", async () => {
    const person = story.personOf("10001");
    const view = found(await showCustomer(person, story.customerOf("10001"), today));
    expect(view).toMatchObject({ decisions: [], seesPurchasePrices: false, clerkName: null });
    const purchases = view.systems.flatMap((system) => system.licences.flatMap((licence) => licence.purchases));
    expect(purchases.length).toBe(3);
    for (const purchase of purchases) expect([purchase.paidCents, purchase.listPriceCents]).toEqual([null, null]);
    for (const system of view.systems) {
      expect(system.nextUserCents).toBeNull();
      for (const tier of system.tiers) expect([tier.dueCents, tier.derivation]).toEqual([null, []]);
    }
    expect(await showCustomer(person, story.customerOf("10002"), today)).toBeNull();
    const contractId = story.contractOf("10001", "teams-presence-sync");
    const contract = found(await showContract(person, contractId, today));
    expect(contract).toMatchObject({ decisions: [] });
    expect(contract.derivation.length).toBeGreaterThan(0);
    expect(await showContract(person, story.contractOf("10002", "support-premium"), today)).toBeNull();
    await expect(listCustomers(person, {}, today)).rejects.toThrow("not for the role");
  });

  it("with Up2Date tells its own people no price of the reseller's", async () => {
    const contract = found(
      await showContract(story.personOf("10005"), story.contractOf("10005", "9130.0000.012"), today),
    );
    expect(contract.renewal).toMatchObject({ standing: "lapsed", renewalCents: null, reentryCents: null });
    expect(contract.timeline).toMatchObject([{ kind: "agreed", standing: "past", amountCents: null }]);
    const staff = found(await showContract(story.admin, story.contractOf("10005", "9130.0000.012"), today));
    expect(staff.renewal?.sample).toBe(true);
    expect(staff.renewal?.reentryCents).toBeGreaterThan(0);
  });

  it("of another reseller, or outside a clerk's customers, is not there", async () => {
    for (const id of [other.customerOf("10001"), uuidv7(), "x"]) {
      expect(await showCustomer(story.admin, id, today)).toBeNull();
    }
    expect(await showCustomer(story.confinedTo("10003"), story.customerOf("10001"), today)).toBeNull();
  });

  it("stands in a list in German order, found by number and by name, page by page", async () => {
    const { items } = await listCustomers(story.admin, {}, today);
    const names = items.map((item) => item.name);
    expect(names).toEqual([...names].sort((left, right) => left.localeCompare(right, "de")));
    expect(names[0]).toBe("Ändern & Söhne Werbeagentur");
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listCustomers(story.admin, { limit: 3, cursor }, today);
      seen.push(...page.items.map((item) => item.name));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(names);
    const search = async (text: string) =>
      (await listCustomers(story.admin, { search: text }, today)).items.map((item) => item.number);
    expect(await search("10004")).toEqual(["10004"]);
    expect(await search("1000")).toHaveLength(9);
    expect(await search("ÄNDERN")).toEqual(["10010"]);
    expect(await search("kanzlei")).toEqual(["10008", "10002"]);
    expect(await search("%")).toEqual([]);
    const confined = await listCustomers(story.confinedTo("10003", "10005"), {}, today);
    expect(confined.items.map((item) => item.number).sort()).toEqual(["10003", "10005"]);
    const nissen = items.find((item) => item.number === "10009");
    expect(nissen).toMatchObject({ systemCount: 1, contractCount: 3 });
    expect(nissen?.openDecisions).toBeGreaterThanOrEqual(3);
  });
});

describe("a contract's page", () => {
  it("tells past and coming terms, the present one once", async () => {
    const { timeline } = found(await showContract(story.admin, story.contractOf("10009", "extension"), today));
    expect(timeline.filter((term) => term.standing === "present")).toHaveLength(1);
    expect(timeline[0]).toMatchObject({ kind: "minimum" });
    expect(timeline.filter((term) => term.standing === "coming").length).toBeGreaterThan(1);
  });

  it("of every contract of the story can be shown, and every reason has its words", async () => {
    for (const { id } of story.rows.contracts) {
      const view = found(await showContract(story.admin, id, today));
      const reasons = [...view.assumptions, ...view.hints, ...view.derivation, ...view.gaps.map((gap) => gap.reason)];
      const renewal =
        view.renewal === null ? [] : [...view.renewal.assumptions, ...view.renewal.hints, ...view.renewal.derivation];
      const codes = [...reasons, ...renewal, ...view.decisions.map((item) => item.about)].map((reason) => reason.code);
      expect(codes.filter((code) => !hasWording(code))).toEqual([]);
    }
  });
});
