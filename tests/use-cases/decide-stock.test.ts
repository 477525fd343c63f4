import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { decisionRecords } from "@/db/schema";
import { withTenantId } from "@/db/tenant";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { type DecidedStock, type DecideStockInput, decideStock } from "@/lib/use-cases/decide-stock";
import { listStock, type StockItem } from "@/lib/use-cases/list-stock";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { rebuildStock } from "@/lib/use-cases/rebuild-stock";
import { testDatabase } from "../support/database";
import { found, type StoryTenant, tellStory } from "../support/story-tenant";

testDatabase();

const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");
const unchanged = { added: 0, changed: 0, removed: 0 };
let story: StoryTenant;
let items: readonly StockItem[];

beforeEach(async () => {
  story = await tellStory(today);
  await rebuildStock(story.resellerId, today);
  const sort = { key: "customer", descending: false } as const;
  items = (await listStock(story.clerk, { sort, limit: 200 }, today)).items;
});

const decideAs = (viewer: Viewer, rowIds: readonly string[], more: Partial<DecideStockInput> = {}) =>
  decideStock(viewer, { rowIds, choice: "keep", reason: "Kunde bleibt", ...more }, today, now);
async function decided(...input: Parameters<typeof decideAs>): Promise<DecidedStock> {
  const outcome = await decideAs(...input);
  if (outcome === "not-found" || isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome;
}
const records = () =>
  withTenantId(story.resellerId, (tx) =>
    tx.select().from(decisionRecords).where(eq(decisionRecords.resellerId, story.resellerId)),
  );
const running = () => items.filter((item) => item.state === "running");

describe("deciding for rows of Bestand", () => {
  it("records each contract once, for one reason, and leaves the queue as a rebuild would make it", async () => {
    const chosen = items.filter((item) => item.kind === "contract");
    const contracts = new Set(chosen.map((item) => item.contractId));
    expect(chosen.length).toBeGreaterThan(5);
    expect(contracts.size).toBeLessThan(chosen.length);
    const before = (await records()).length;
    const outcome = await decided(
      story.clerk,
      chosen.map(({ id }) => id),
    );
    expect(outcome.refused).toEqual([]);
    expect(outcome.decided).toBeGreaterThan(3);
    expect(outcome.decided + outcome.nothing).toBe(contracts.size);
    const made = (await records()).slice(before);
    expect(new Set(made.map(({ act, reason }) => `${act} ${reason}`))).toEqual(new Set(["keep Kunde bleibt"]));
    expect(made.length).toBeGreaterThanOrEqual(outcome.decided);
    expect(await rebuildDecisions(story.resellerId, today)).toEqual(unchanged);
    // What is decided is not decided again.
    const again = await decided(
      story.clerk,
      chosen.map(({ id }) => id),
    );
    expect(again).toEqual({ decided: 0, nothing: contracts.size, refused: [] });
  });

  it("has nothing to decide about a licence", async () => {
    const licence = found(items.find((item) => item.kind === "licence"));
    expect(await decided(story.clerk, [licence.id])).toEqual({ decided: 0, nothing: 1, refused: [] });
  });

  it("leaves what is another's, and what is nobody's", async () => {
    const other = await tellStory(today);
    await rebuildStock(other.resellerId, today);
    const rowIds = running().map(({ id }) => id);
    expect(await decideAs(other.clerk, rowIds)).toBe("not-found");
    expect(await decideAs(story.clerk, [uuidv7()])).toBe("not-found");
    expect(await decideAs(story.clerk, ["1 or 1=1"])).toBe("not-found");
    const confined = story.confinedTo("10003");
    const outcome = await decideAs(confined, rowIds);
    const touched = new Set(
      (await records()).filter(({ reason }) => reason === "Kunde bleibt").map((r) => r.customerId),
    );
    expect([...touched].filter((id) => id !== story.customerOf("10003"))).toEqual([]);
    expect(outcome).not.toMatchObject({ code: expect.anything() });
  });

  it("asks for a reason and the right, and for no more rows than a page has", async () => {
    const [row] = running();
    const rowIds = [found(row).id];
    expect(await decideAs(story.clerk, rowIds, { reason: "  " })).toMatchObject({ code: "reason-missing" });
    expect(await decideAs(story.finance, rowIds)).toMatchObject({ code: "not-allowed" });
    expect(
      await decideAs(
        story.clerk,
        Array.from({ length: 201 }, () => uuidv7()),
      ),
    ).toMatchObject({
      code: "rows-too-many",
      path: "rows",
    });
  });
});
