import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { auditHistory } from "@/db/queries/audit";
import { withAuth, withTenant } from "@/db/tenant";
import type { AuditAction } from "@/lib/domain/audit";
import type { Viewer } from "@/lib/domain/viewer";
import { acceptAsNewPerson } from "@/lib/use-cases/accept-invitation";
import { addPriceRow } from "@/lib/use-cases/add-price-row";
import { changePerson } from "@/lib/use-cases/change-person";
import { checkAuditTrail } from "@/lib/use-cases/check-audit-trail";
import { createReseller } from "@/lib/use-cases/create-reseller";
import { decide } from "@/lib/use-cases/decide";
import { invitePerson } from "@/lib/use-cases/invite-person";
import { listDecisions } from "@/lib/use-cases/list-decisions";
import { listHistory } from "@/lib/use-cases/list-history";
import { recordContractRule } from "@/lib/use-cases/record-contract-rule";
import { recordNotice } from "@/lib/use-cases/record-notice";
import { snoozeDecision } from "@/lib/use-cases/snooze-decision";
import { undoDecision } from "@/lib/use-cases/undo-decision";
import { withdrawInvitation } from "@/lib/use-cases/withdraw-invitation";
import { withdrawPriceRow } from "@/lib/use-cases/withdraw-price-row";
import { makeReseller, testDatabase, viewerOf } from "../support/database";
import { makePerson } from "../support/people";
import { found, type StoryTenant, tellStory } from "../support/story-tenant";

testDatabase();

const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");
let story: StoryTenant;
let other: StoryTenant;

beforeAll(async () => {
  story = await tellStory(today);
  other = await tellStory(today);
});

/** The whole trail of a reseller, the oldest first. */
async function trail(viewer: Viewer) {
  const reader = { ...viewer, role: "reseller-admin", customerIds: null } as Viewer;
  return (await withTenant(reader, (tx) => auditHistory(tx, reader, {}, null, 1_000))).reverse();
}

/** What the work has added to the trail. */
async function added(viewer: Viewer, work: () => Promise<unknown>) {
  const before = (await trail(viewer)).length;
  await work();
  return (await trail(viewer)).slice(before);
}

const row = async (number: string, kind = "notice" as const) =>
  found((await listDecisions(story.admin, { kind, customerId: story.customerOf(number), limit: 5 }, today)).items[0]);

describe("every act on a reseller's things is one entry of his trail", () => {
  it("deciding, putting aside, undoing: by whom, about what, why, in which request", async () => {
    const { id, contractId, customerId, systemId, vendor, sku, dueOn } = await row("10006");
    const requestId = uuidv7();
    const clerk = { ...story.clerk, requestId };
    const entries = await added(clerk, async () => {
      const choice = { decisionId: id, choice: "keep", reason: " bleibt " } as const;
      expect(await decide(clerk, choice, today, now)).toBe("done");
      expect(await undoDecision(clerk, { decisionId: id }, today, now)).toBe("done");
      const aside = { decisionId: id, until: "2026-11-24", reason: "Rückruf" };
      expect(await snoozeDecision(clerk, aside, today, now)).toBe("done");
    });
    const base = {
      actorKind: "person",
      actorId: clerk.personId,
      actorName: clerk.name,
      subjectType: "contract",
      subjectId: contractId,
      customerId,
      contractId,
      systemId,
      requestId,
      at: now,
      before: null,
    };
    const about = { decisionKind: "notice", vendor, sku, dueOn };
    expect(entries).toMatchObject([
      { ...base, action: "decision-kept", after: about, reason: "bleibt" },
      { ...base, action: "decision-undone", after: about, reason: null },
      { ...base, action: "decision-snoozed", after: { ...about, until: "2026-11-24" }, reason: "Rückruf" },
    ]);
  });

  it("nothing where the act was refused", async () => {
    const { id } = await row("10001");
    const entries = await added(story.clerk, async () => {
      const choice = { decisionId: id, choice: "keep", reason: "" } as const;
      expect(await decide(story.clerk, choice, today, now)).toMatchObject({ code: "reason-missing" });
      const stale = { decisionId: id, basis: "anders", choice: "keep", reason: "x" } as const;
      expect(await decide(story.clerk, stale, today, now)).toMatchObject({ code: "decision-changed" });
      expect(await decide(other.clerk, { ...stale }, today, now)).toBe("not-found");
    });
    expect(entries).toEqual([]);
  });

  it("a notice, its confirmation and its withdrawal, on the contract", async () => {
    const contractId = story.contractOf("10006", "extension");
    const entries = await added(story.clerk, async () => {
      const notice = { kind: "notice", contractId, receivedOn: today, channel: "fax", note: "von Hand" } as const;
      const given = await recordNotice(story.clerk, notice, today, now);
      const noticeId = "noticeId" in Object(given) ? (given as { noticeId: string }).noticeId : "";
      for (const kind of ["confirmation", "withdrawal"] as const)
        await recordNotice(
          story.clerk,
          { kind, contractId, noticeId, receivedOn: today, channel: "email" },
          today,
          now,
        );
    });
    expect(entries.map((entry) => entry.action)).toEqual(["notice-recorded", "notice-confirmed", "notice-withdrawn"]);
    expect(new Set(entries.map((entry) => entry.subjectId)).size).toBe(1);
    expect(entries[0]).toMatchObject({
      contractId,
      subjectType: "notice",
      after: { receivedOn: today, channel: "fax", note: "von Hand", endsOn: expect.any(String) },
    });
  });

  it("an own rule: at first what it is, then only what differs", async () => {
    const contractId = story.contractOf("10008", "expert");
    const rule = {
      minimumMonths: 24,
      renewalMonths: 12,
      noticeLength: 3,
      noticeUnit: "month",
      to: "term-end",
    } as const;
    const input = { contractId, version: 1, rule, source: "Auftrag", clause: "4", land: null };
    const entries = await added(story.clerk, async () => {
      expect(await recordContractRule(story.clerk, input, today, now)).toBe("done");
      const shorter = { ...input, version: 2, rule: { ...rule, noticeLength: 1 }, land: "DE-BY" };
      expect(await recordContractRule(story.admin, shorter, today, now)).toBe("done");
    });
    expect(entries).toMatchObject([
      { action: "contract-rule-recorded", before: null, after: { ...rule, source: "Auftrag", clause: "4" } },
      {
        actorName: story.admin.name,
        before: { noticeLength: 3, land: null },
        after: { noticeLength: 1, land: "DE-BY" },
      },
    ]);
    expect(Object.keys(entries[1]?.after ?? {}).sort()).toEqual(["land", "noticeLength"]);
  });

  it("an own price and its withdrawal", async () => {
    const price = { kind: "purchase", vendor: "fluxpunkt", sku: "support-basic", slot: "", validFrom: today } as const;
    const entries = await added(story.admin, async () => {
      const made = await addPriceRow(story.admin, { ...price, cents: 30_000 }, today, now);
      const { priceRowId } = made as { priceRowId: string };
      expect(await withdrawPriceRow(story.admin, priceRowId, today, now)).toBe("done");
      expect(await withdrawPriceRow(story.admin, priceRowId, today, now)).toMatchObject({
        code: "price-row-withdrawn",
      });
    });
    expect(entries).toMatchObject([
      { action: "price-row-added", customerId: null, before: null, after: { priceKind: "purchase", cents: 30_000 } },
      { action: "price-row-withdrawn", customerId: null, after: null, before: { sku: "support-basic", cents: 30_000 } },
    ]);
  });

  it("people: invited, joined, given other rights, shut out and let in again, an invitation withdrawn", async () => {
    const admin = await makeReseller();
    const resellerId = admin.resellerId ?? "";
    await makePerson("reseller-admin", resellerId);
    const invite = { email: `${uuidv7()}@example.org`, name: "Neu Hier", role: "clerk", customerNumbers: "" } as const;
    const entries = await added(admin, async () => {
      await invitePerson(admin, invite, "hash-1", now);
      const joined = await acceptAsNewPerson("hash-1", { name: "Neu Hier", passwordHash: "x", locale: "de" }, now);
      const { personId } = joined as { personId: string };
      await changePerson(admin, personId, { act: "change-role", role: "finance", customerNumbers: "" }, now);
      await changePerson(admin, personId, { act: "deactivate" }, now);
      await changePerson(admin, personId, { act: "reactivate" }, now);
      const invited = await invitePerson(admin, { ...invite, email: `${uuidv7()}@example.org` }, "hash-2", now);
      await withdrawInvitation(admin, (invited as { invitationId: string }).invitationId, now);
    });
    const expected: AuditAction[] = [
      "person-invited",
      "person-joined",
      "person-role-changed",
      "person-deactivated",
      "person-reactivated",
      "person-invited",
      "invitation-withdrawn",
    ];
    expect(entries.map((entry) => entry.action)).toEqual(expected);
    expect(entries[1]).toMatchObject({ actorName: "Neu Hier", after: { role: "clerk", email: invite.email } });
    expect(entries[2]).toMatchObject({ before: { role: "clerk" }, after: { role: "finance", name: "Neu Hier" } });
    expect(JSON.stringify(entries)).not.toContain("hash-");
  });

  it("a reseller that is made, by the command or by the platform's admin", async () => {
    const operator = viewerOf("platform-admin");
    const person = await makePerson("platform-admin", null);
    for (const by of [null, { ...operator, personId: person.personId }]) {
      const admin = { email: `${uuidv7()}@example.org`, name: "Erste" };
      const made = await createReseller(by, { name: `Neu ${uuidv7()}`, admin }, uuidv7(), now);
      const { resellerId } = made as { resellerId: string };
      const entries = await trail(viewerOf("reseller-admin", { resellerId }));
      expect(entries.map((entry) => entry.action)).toEqual(["reseller-created", "person-invited"]);
      expect(entries[0]).toMatchObject(
        by === null ? { actorKind: "command", actorId: null } : { actorKind: "person", actorId: by.personId },
      );
    }
  });

  it("nothing stays of what the transaction did not keep, on either side", async () => {
    const admin = await makeReseller();
    const entries = await added(admin, async () => {
      const invite = { email: "x@example.org", name: "X", role: "clerk", customerNumbers: "" } as const;
      await invitePerson(admin, invite, "same-hash", now);
      // The link's hash is unique: this one cannot be kept.
      await expect(invitePerson(admin, { ...invite, email: "y@example.org" }, "same-hash", now)).rejects.toThrow();
    });
    expect(entries.map((entry) => entry.after?.email)).toEqual(["x@example.org"]);
    const left = await withAuth((tx) =>
      tx.execute("select from auth.invitations where email = 'y@example.org'" as never),
    );
    expect(left).toHaveLength(0);
  });

  it("and the trail holds", async () => {
    const check = await checkAuditTrail(story.resellerId);
    expect(check.faults).toEqual([]);
    expect(check.entries).toBeGreaterThan(5);
  });
});

describe("a history", () => {
  it("is read page by page, the newest first", async () => {
    const all = await listHistory(story.admin, {}, { limit: 200 });
    expect(all.olderThan).toBeNull();
    const numbers: number[] = [];
    let olderThan: number | null = Number.MAX_SAFE_INTEGER;
    while (olderThan !== null) {
      const page = await listHistory(story.admin, {}, { olderThan, limit: 2 });
      numbers.push(...page.entries.map((entry) => entry.number));
      ({ olderThan } = page);
    }
    expect(numbers).toEqual(all.entries.map((entry) => entry.number));
    expect(numbers).toEqual(numbers.toSorted((left, right) => right - left));
  });

  it("of a customer, a system and a contract holds what belongs to them", async () => {
    const customerId = story.customerOf("10006");
    const contractId = story.contractOf("10006", "extension");
    const ofContract = (await listHistory(story.finance, { contractId })).entries;
    expect(ofContract.length).toBeGreaterThan(2);
    expect(ofContract.every((entry) => entry.contractId === contractId)).toBe(true);
    const systemId = found(ofContract[0]?.systemId);
    for (const scope of [{ customerId }, { systemId }]) {
      const numbers = (await listHistory(story.finance, scope, { limit: 200 })).entries.map((entry) => entry.number);
      expect(numbers).toEqual(expect.arrayContaining(ofContract.map((entry) => entry.number)));
    }
  });

  it("gives a confined clerk what belongs to his customers only, and nothing to others", async () => {
    const confined = story.confinedTo("10008");
    const all = (await listHistory(confined, {}, { limit: 200 })).entries;
    expect(all.length).toBeGreaterThan(0);
    expect([...new Set(all.map((entry) => entry.customerId))]).toEqual([story.customerOf("10008")]);
    const contractId = story.contractOf("10006", "extension");
    for (const viewer of [confined, story.personOf("10006"), other.admin, viewerOf("platform-admin")])
      expect((await listHistory(viewer, { contractId })).entries, viewer.role).toEqual([]);
    expect((await listHistory(story.admin, { contractId: "1 or 1=1" })).entries).toEqual([]);
  });
});
