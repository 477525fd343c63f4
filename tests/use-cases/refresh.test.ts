import { asc, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { decisions } from "@/db/schema";
import { withTenantId } from "@/db/tenant";
import { now } from "@/lib/clock";
import { type Day, dayAfter } from "@/lib/domain/dates";
import { decide } from "@/lib/use-cases/decide";
import { listDecisions } from "@/lib/use-cases/list-decisions";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { recordNotice } from "@/lib/use-cases/record-notice";
import { refreshDecisions } from "@/lib/use-cases/refresh-decisions";
import { refreshStale } from "@/lib/use-cases/shared/refresh";
import { showCustomer } from "@/lib/use-cases/show-customer";
import { snoozeDecision } from "@/lib/use-cases/snooze-decision";
import { testDatabase } from "../support/database";
import { decisionsOfStory } from "../support/story-facts";
import { found, type StoryTenant, tellStory } from "../support/story-tenant";

testDatabase();

const first = "2026-11-20";
const unchanged = { added: 0, changed: 0, removed: 0 };
const instant = (day: Day) => new Date(`${day}T09:00:00Z`);

const stored = (story: StoryTenant) =>
  withTenantId(story.resellerId, (tx) =>
    tx.select().from(decisions).where(eq(decisions.resellerId, story.resellerId)).orderBy(asc(decisions.id)),
  );

describe("the day", () => {
  let story: StoryTenant;
  beforeAll(async () => {
    story = await tellStory(first);
  });

  it("derives in the database what the rules derive from the same rows in memory", async () => {
    const inMemory = decisionsOfStory(story.rows, first);
    const inDatabase = (await stored(story)).map(({ id: _, resellerId: __, ...row }) => row);
    const key = (row: { subjectId: string; kind: string }) => `${row.subjectId} ${row.kind}`;
    const sorted = <T extends { subjectId: string; kind: string }>(rows: readonly T[]) =>
      [...rows].sort((left, right) => (key(left) < key(right) ? -1 : 1));
    expect(sorted(inDatabase)).toEqual(sorted(inMemory));
    expect(inDatabase.length).toBeGreaterThan(20);
  });

  it("moves on 120 times: reading keeps every row as a rebuild would make it, whatever people do on the way", async () => {
    const queue: number[] = [];
    for (let ahead = 0; ahead < 120; ahead++) {
      const today = dayAfter(first, ahead);
      const { items, catchingUp } = await listDecisions(story.admin, { limit: 200 }, today);
      expect(catchingUp).toBe(false);
      queue.push(items.length);
      expect(await rebuildDecisions(story.resellerId, today), `on ${today}`).toEqual(unchanged);
      const [next] = items.filter((item) => item.dueOn !== null && item.dueOn >= today);
      if (next === undefined || ![3, 5, 7].includes(ahead % 10)) continue;
      const at = instant(today);
      if (ahead % 20 === 3) await decide(story.clerk, { decisionId: next.id, choice: "keep", reason: "x" }, today, at);
      if (ahead % 17 === 5)
        await decide(story.clerk, { decisionId: next.id, choice: "change", reason: "x" }, today, at);
      if (ahead % 10 === 7) {
        await snoozeDecision(story.clerk, { decisionId: next.id, until: dayAfter(today, 9), reason: "x" }, today, at);
      }
      if (ahead % 20 === 5 && next.contractId !== null) {
        const notice = { kind: "notice", contractId: next.contractId, receivedOn: today, channel: "email" } as const;
        await recordNotice(story.clerk, notice, today, now());
      }
      expect(await rebuildDecisions(story.resellerId, today), `after the acts of ${today}`).toEqual(unchanged);
    }
    expect(new Set(queue).size).toBeGreaterThan(3);
  }, 240_000);
});

describe("one read", () => {
  it("derives no more than it may, shows only rows that are right, and goes on with the next", async () => {
    const story = await tellStory(first);
    const later = "2027-03-01";
    const step = await withTenantId(story.resellerId, (tx) => refreshStale(tx, story.resellerId, later, 3));
    expect(step.more).toBe(true);
    expect(step.added + step.changed + step.removed).toBeGreaterThan(0);
    const stale = await withTenantId(story.resellerId, (tx) =>
      tx.select({ n: sql<number>`count(*)` }).from(decisions).where(sql`stale_after < ${later}`),
    );
    expect(stale[0]?.n).toBeGreaterThan(0);
    await refreshDecisions(story.resellerId, later);
    expect(await rebuildDecisions(story.resellerId, later)).toEqual(unchanged);
  });

  it("of a customer brings just that customer to the day", async () => {
    const story = await tellStory(first);
    const later = "2027-02-10";
    const before = await stored(story);
    const view = found(await showCustomer(story.admin, story.customerOf("10009"), later));
    expect(view.decisions.map((item) => item.kind)).not.toContain("missed");
    const after = await stored(story);
    const changedFor = (number: string) => {
      const own = (rows: typeof before) => rows.filter((row) => row.customerId === story.customerOf(number));
      return JSON.stringify(own(before)) !== JSON.stringify(own(after));
    };
    expect(changedFor("10009")).toBe(true);
    expect(changedFor("10006")).toBe(false);
  });

  it("by many at once does the work once and fails nobody", async () => {
    const story = await tellStory(first);
    const later = "2027-01-15";
    const pages = await Promise.all(Array.from({ length: 4 }, () => listDecisions(story.admin, { limit: 200 }, later)));
    for (const page of pages) expect(page.items).toEqual(pages[0]?.items);
    expect(await rebuildDecisions(story.resellerId, later)).toEqual(unchanged);
  });
});

describe("a rebuild", () => {
  it("corrects what a hand has changed, keeps ids, and takes away what has no cause", async () => {
    const story = await tellStory(first);
    const before = await stored(story);
    const spoil = found(before.find((row) => row.kind === "missed"));
    await withTenantId(story.resellerId, async (tx) => {
      await tx.update(decisions).set({ amountAtStakeCents: 1, sortOn: "2030-01-01" }).where(eq(decisions.id, spoil.id));
      await tx.insert(decisions).values({ ...spoil, id: story.resellerId, kind: "coverage-gap" });
    });
    expect(await rebuildDecisions(story.resellerId, first)).toEqual({ added: 0, changed: 1, removed: 1 });
    expect(await stored(story)).toEqual(before);
  });
});
