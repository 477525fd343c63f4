import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { decisionRecords, decisions } from "@/db/schema";
import { withTenant, withTenantId } from "@/db/tenant";
import { dayAfter } from "@/lib/domain/dates";
import type { DecisionKind } from "@/lib/domain/decisions";
import { isRefusal } from "@/lib/domain/refusal";
import { sentence } from "@/lib/format/reasons";
import { decide } from "@/lib/use-cases/decide";
import { listDecisions } from "@/lib/use-cases/list-decisions";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { showDecision } from "@/lib/use-cases/show-decision";
import { snoozeDecision } from "@/lib/use-cases/snooze-decision";
import { undoDecision } from "@/lib/use-cases/undo-decision";
import { testDatabase } from "../support/database";
import { found, type StoryTenant, tellStory } from "../support/story-tenant";

testDatabase();

const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");
const unchanged = { added: 0, changed: 0, removed: 0 };
let story: StoryTenant;
let other: StoryTenant;

beforeAll(async () => {
  story = await tellStory(today);
  other = await tellStory(today);
});

async function rowOf(kind: DecisionKind, number: string, of = story) {
  const { items } = await listDecisions(of.admin, { kind, customerId: of.customerOf(number), limit: 200 }, today);
  return found(items[0]);
}

const idsInQueue = async (of = story, day = today) =>
  (await listDecisions(of.admin, { limit: 200 }, day)).items.map((item) => item.id);

describe("deciding", () => {
  it("takes the row out of the queue, says who and why, and is undone by a further record", async () => {
    const row = await rowOf("notice", "10006");
    const choice = { decisionId: row.id, basis: row.basis, choice: "keep", reason: "  bleibt  " } as const;
    expect(await decide(story.clerk, choice, today, now)).toBe("done");
    expect(await idsInQueue()).not.toContain(row.id);
    expect(await showDecision(story.clerk, row.id)).toMatchObject({
      state: "decided",
      lastRecord: { act: "keep", reason: "bleibt", byName: story.clerk.name, at: now.toISOString(), until: null },
    });
    expect(await rebuildDecisions(story.resellerId, today)).toEqual(unchanged);

    expect(await undoDecision(story.admin, { decisionId: row.id }, today, now)).toBe("done");
    expect(await idsInQueue()).toContain(row.id);
    expect(await showDecision(story.clerk, row.id)).toMatchObject({ state: "open", lastRecord: null });
    expect(await undoDecision(story.admin, { decisionId: row.id }, today, now)).toMatchObject({
      code: "nothing-to-undo",
    });
    const records = await withTenantId(story.resellerId, (tx) =>
      tx
        .select()
        .from(decisionRecords)
        .where(eq(decisionRecords.subjectId, found(row.contractId))),
    );
    expect(records.map((record) => record.act).sort()).toEqual(["keep", "undo"]);
    expect(await rebuildDecisions(story.resellerId, today)).toEqual(unchanged);
  });

  it("by several people at once: one is done, the others are told who was first", async () => {
    const crowd = await tellStory(today);
    const { items } = await listDecisions(crowd.admin, { limit: 200 }, today);
    for (const row of items.slice(0, 6)) {
      const viewers = [crowd.clerk, crowd.admin, crowd.confinedTo(row.customerNumber), crowd.clerk];
      const input = { decisionId: row.id, choice: "keep", reason: "gleichzeitig" } as const;
      const outcomes = await Promise.all(viewers.map((viewer) => decide(viewer, input, today, now)));
      const first = found(viewers[outcomes.indexOf("done")]);
      expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
      for (const refusal of outcomes.filter(isRefusal)) {
        expect(refusal).toMatchObject({
          code: "decision-already-decided",
          params: { byName: first.name, act: "keep" },
        });
        expect(sentence(refusal, "de")).toContain(first.name);
      }
      const records = await withTenantId(crowd.resellerId, (tx) =>
        tx.select().from(decisionRecords).where(eq(decisionRecords.basis, row.basis)),
      );
      expect(records).toHaveLength(1);
    }
    expect(await rebuildDecisions(crowd.resellerId, today)).toEqual(unchanged);
  });

  it("to give notice comes back a week before the send-by day, unless a notice was recorded", async () => {
    const moving = await tellStory(today);
    const row = await rowOf("notice", "10001", moving);
    const input = { decisionId: row.id, choice: "give-notice", reason: "zu teuer" } as const;
    expect(await decide(moving.clerk, input, today, now)).toBe("done");
    expect(await idsInQueue(moving)).not.toContain(row.id);
    // The send-by day lies within the week: it is back on the next day.
    expect(await idsInQueue(moving, dayAfter(today, 1))).toContain(row.id);
  });

  it("is refused where the row is about something else by now", async () => {
    const row = await rowOf("notice", "10006");
    const late = { decisionId: row.id, basis: "2020-01-01", choice: "keep", reason: "x" } as const;
    expect(await decide(story.clerk, late, today, now)).toMatchObject({ code: "decision-changed" });
  });

  it.each([
    ["none", "", "reason-missing"],
    ["blanks", "   ", "reason-missing"],
    ["a novel", "x".repeat(1_001), "reason-too-long"],
  ])("needs a reason, not %s", async (_, reason, code) => {
    const row = await rowOf("notice", "10006");
    expect(await decide(story.clerk, { decisionId: row.id, choice: "keep", reason }, today, now)).toMatchObject({
      code,
      path: "reason",
    });
  });

  it("gives no notice to what knows none", async () => {
    const row = await rowOf("tier-exceeded", "10002");
    const input = { decisionId: row.id, choice: "give-notice", reason: "x" } as const;
    expect(await decide(story.clerk, input, today, now)).toMatchObject({ code: "choice-not-possible" });
  });

  it("holds for a customer's rolling line, which is asked again after a year", async () => {
    const row = await rowOf("notice-rolling", "10009");
    expect(await decide(story.clerk, { decisionId: row.id, choice: "keep", reason: "gut so" }, today, now)).toBe(
      "done",
    );
    expect(await showDecision(story.clerk, row.id)).toMatchObject({
      state: "decided",
      lastRecord: { until: "2027-11-20" },
    });
    expect(await rebuildDecisions(story.resellerId, today)).toEqual(unchanged);
  });
});

describe("putting aside", () => {
  it("until a day, on which the row is back", async () => {
    const moving = await tellStory(today);
    const row = await rowOf("prerequisite-broken", "10004", moving);
    const input = { decisionId: row.id, until: "2026-12-01", reason: "Angebot läuft" };
    expect(await snoozeDecision(moving.clerk, input, today, now)).toBe("done");
    expect(await idsInQueue(moving)).not.toContain(row.id);
    expect(await snoozeDecision(moving.clerk, input, today, now)).toMatchObject({ code: "decision-already-snoozed" });
    expect(await rebuildDecisions(moving.resellerId, today)).toEqual(unchanged);
    expect(await idsInQueue(moving, "2026-11-30")).not.toContain(row.id);
    expect(await idsInQueue(moving, "2026-12-01")).toContain(row.id);
  });

  it("may be decided meanwhile", async () => {
    const row = await rowOf("coverage-gap", "10002");
    expect(
      await snoozeDecision(story.clerk, { decisionId: row.id, until: "2026-12-01", reason: "x" }, today, now),
    ).toBe("done");
    expect(await decide(story.clerk, { decisionId: row.id, choice: "keep", reason: "x" }, today, now)).toBe("done");
    expect(await showDecision(story.clerk, row.id)).toMatchObject({ state: "decided" });
  });

  it.each([
    ["today", "2026-11-20", "snooze-not-after-today"],
    ["no day", "2026-02-31", "snooze-not-after-today"],
    ["longer than a year", "2027-11-21", "snooze-too-long"],
    ["after the deadline", "2026-12-31", "snooze-after-deadline"],
  ])("not until %s", async (_, until, code) => {
    const row = await rowOf("notice", "10006");
    expect(await snoozeDecision(story.clerk, { decisionId: row.id, until, reason: "x" }, today, now)).toMatchObject({
      code,
      path: "until",
    });
  });
});

describe("the walls", () => {
  it("show nothing of another reseller, and nothing that does not exist", async () => {
    const foreign = await rowOf("notice", "10006", other);
    for (const decisionId of [foreign.id, uuidv7(), "no-id", ""]) {
      expect(await decide(story.admin, { decisionId, choice: "keep", reason: "x" }, today, now)).toBe("not-found");
      expect(await snoozeDecision(story.admin, { decisionId, until: "2026-12-01", reason: "x" }, today, now)).toBe(
        "not-found",
      );
      expect(await undoDecision(story.admin, { decisionId }, today, now)).toBe("not-found");
      expect(await showDecision(story.admin, decisionId)).toBeNull();
    }
    expect((await rowOf("notice", "10006", other)).state).toBe("open");
    const page = await listDecisions(story.admin, { customerId: other.customerOf("10006") }, today);
    expect(page.items).toEqual([]);
    expect(page.filterOptions.customer).toBeNull();
  });

  it("confine a clerk to his customers", async () => {
    const confined = story.confinedTo("10003", "10004");
    const { items } = await listDecisions(confined, { limit: 200 }, today);
    expect(new Set(items.map((item) => item.customerNumber))).toEqual(new Set(["10003", "10004"]));
    const row = await rowOf("notice", "10006");
    expect(await decide(confined, { decisionId: row.id, choice: "keep", reason: "x" }, today, now)).toBe("not-found");
    expect((await listDecisions(confined, { customerId: story.customerOf("10006") }, today)).items).toEqual([]);
  });

  it("let finance read and change nothing", async () => {
    const row = await rowOf("notice", "10006");
    expect((await listDecisions(story.finance, {}, today)).items.length).toBeGreaterThan(5);
    const input = { decisionId: row.id, choice: "keep", reason: "x" } as const;
    expect(await decide(story.finance, input, today, now)).toMatchObject({ code: "not-allowed" });
    expect(await undoDecision(story.finance, { decisionId: row.id }, today, now)).toMatchObject({
      code: "not-allowed",
    });
  });

  it("show a customer's people no queue, neither the use case nor the database", async () => {
    const person = story.personOf("10006");
    await expect(listDecisions(person, {}, today)).rejects.toThrow("not for the role");
    await expect(showDecision(person, uuidv7())).rejects.toThrow("not for the role");
    const row = await rowOf("notice", "10006");
    expect(await decide(person, { decisionId: row.id, choice: "keep", reason: "x" }, today, now)).toMatchObject({
      code: "not-allowed",
    });
    await expect(withTenant(person, (tx) => tx.select().from(decisions))).rejects.toMatchObject({
      cause: { code: "42501" },
    });
  });
});

describe("the queue", () => {
  it("is the same page by page as at once", async () => {
    const whole = await listDecisions(other.admin, { limit: 200 }, today);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listDecisions(other.admin, { limit: 3, cursor }, today);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(whole.items.map((item) => item.id));
    expect(seen.length).toBeGreaterThan(12);
    expect(whole.items.map((item) => item.sortOn)).toEqual(whole.items.map((item) => item.sortOn).sort());
    // What has a day stands by it, in its week: what is counted until a day is what the page shows until then.
    for (const { kind, sortOn, sendByOn, dueOn } of whole.items) {
      expect([kind, sortOn]).toEqual([kind, sendByOn ?? dueOn ?? sortOn]);
    }
    expect(whole.dueSoon).toEqual({
      count: whole.items.filter((item) => item.sortOn <= "2026-11-26").length,
      more: false,
    });
  });

  it("filters by vendor, kind, customer, clerk, and all of them together", async () => {
    const { items } = await listDecisions(other.admin, { limit: 200 }, today);
    const one = found(items.find((item) => item.kind === "missed"));
    const filter = {
      vendor: found(one.vendor),
      kind: one.kind,
      customerId: one.customerId,
      clerkId: found(one.clerkId),
    };
    expect((await listDecisions(other.admin, filter, today)).items.map((item) => item.id)).toEqual([one.id]);
    const blue = await listDecisions(other.admin, { vendor: "netinteract", limit: 200 }, today);
    expect(blue.items.map((item) => item.id)).toEqual(
      items.filter((item) => item.vendor === "netinteract").map((item) => item.id),
    );
    for (const nobody of [uuidv7(), "nobody"]) {
      expect((await listDecisions(other.admin, { clerkId: nobody }, today)).items).toEqual([]);
    }
  });

  it("begins at its start for a cursor that was tampered with", async () => {
    const first = await listDecisions(other.admin, { limit: 2 }, today);
    for (const cursor of ["x", "e30", Buffer.from('["no day","no id"]').toString("base64url")]) {
      expect((await listDecisions(other.admin, { limit: 2, cursor }, today)).items).toEqual(first.items);
    }
  });
});
