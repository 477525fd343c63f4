import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { auditHistory } from "@/db/queries/audit";
import { withTenant } from "@/db/tenant";
import { isRefusal } from "@/lib/domain/refusal";
import type { FigureChange } from "@/lib/domain/system-figures";
import type { Viewer } from "@/lib/domain/viewer";
import { hasWording } from "@/lib/format/reasons";
import { changeSystem } from "@/lib/use-cases/change-system";
import { previewSystemChange, type SystemPreview } from "@/lib/use-cases/preview-system-change";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { rebuildStock } from "@/lib/use-cases/rebuild-stock";
import { showSystem } from "@/lib/use-cases/show-system";
import { testDatabase } from "../support/database";
import { found, type StoryTenant, tellStory } from "../support/story-tenant";

testDatabase();

const today = "2026-11-20";
const now = new Date("2026-11-20T10:00:00Z");
const unchanged = { added: 0, changed: 0, removed: 0 };
let story: StoryTenant;
let other: StoryTenant;

beforeAll(async () => {
  story = await tellStory(today);
  other = await tellStory(today);
  await rebuildStock(story.resellerId, today);
});

const systemOf = (number: string, of = story, index = 0) =>
  found(of.rows.systems.filter((row) => row.customerId === of.customerOf(number))[index]).id;
const shown = async (systemId: string, viewer: Viewer = story.admin) =>
  found(await showSystem(viewer, systemId, today));
const preview = async (systemId: string, change: FigureChange): Promise<SystemPreview> => {
  const outcome = await previewSystemChange(story.clerk, { systemId, change }, today);
  if (outcome === "not-found" || isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
};
const save = async (systemId: string, change: FigureChange) => {
  const { version } = await shown(systemId);
  return changeSystem(story.clerk, { systemId, version, change }, today, now);
};

describe("a system's page", () => {
  it("tells what is used and left, and the next tier with its price", async () => {
    const pbx = await shown(systemOf("10001"));
    expect(pbx.customer.number).toBe("10001");
    expect(pbx.fields).toEqual({ lightUsers: true, releases: [], counts: [], flags: [] });
    expect(pbx.system.tiers.map(({ next }) => [next?.tier, next?.fromUsers])).toEqual(Array(3).fill(["41-80", 41]));
    const smart = await shown(systemOf("10003"));
    const said = smart.system.limits.map(({ of, used, atMost, left }) => [of, used, atMost, left]);
    expect(said.slice(0, 3)).toEqual([
      ["3310.0030", 20, 20, 0],
      ["3410.0030", 0, 20, 20],
      ["dataSources", 2, 3, 1],
    ]);
    expect(smart.maintenance).toMatchObject({ standing: "running" });
    expect(smart.maintenance?.contractId).toBe(smart.system.contracts[0]?.id);
  });

  it("tells where a booking stands on its price steps and bounds, prices to staff only", async () => {
    const pbx = await shown(systemOf("10006"));
    expect(pbx.steps).toMatchObject([
      { units: 50, unitCents: 650, next: { from: 51, unitCents: 600, totalCents: 30_600 } },
    ]);
    const dental = await shown(systemOf("10009"));
    expect(dental.bounds.map(({ kind, left, askedBy }) => [kind, left, askedBy])).toEqual([
      ["at-least", 0, null],
      ["known-up-to", 7, expect.any(String)],
    ]);
    const own = await shown(systemOf("10006"), story.personOf("10006"));
    expect(own.steps).toEqual([]);
    expect((await shown(systemOf("10009"), story.personOf("10009"))).bounds).toEqual(dental.bounds);
  });

  it("tells what covers it, and what does not", async () => {
    const { plans, system } = await shown(systemOf("10002"));
    expect(plans).toMatchObject([{ running: true, covered: [], endsOn: null }]);
    expect(plans[0]?.notCovered).toHaveLength(2);
    expect(system.gaps.map((gap) => gap.kind)).toEqual(["bought-before-plan"]);
    expect((await shown(systemOf("10005"))).maintenance).toMatchObject({ standing: "lapsed" });
  });

  it("holds its own rows of the queue, and not those of a sibling of the same customer", async () => {
    const [first, second] = await Promise.all([0, 1].map((index) => shown(systemOf("10003", story, index))));
    const rows = [...(first?.decisions ?? []), ...(second?.decisions ?? [])];
    expect(rows.length).toBeGreaterThan(0);
    expect(first?.decisions.every((row) => row.systemId === first.system.id)).toBe(true);
    expect(second?.decisions.every((row) => row.systemId === second.system.id)).toBe(true);
  });

  it("of every system of the story can be shown, and every reason has its words", async () => {
    for (const { id } of story.rows.systems) {
      const { system, decisions } = await shown(id);
      const reasons = [
        ...system.violations,
        ...system.recommendations,
        ...system.assumptions,
        ...system.gaps.map((gap) => gap.reason),
        ...system.tiers.flatMap((tier) => tier.next?.derivation ?? []),
        ...decisions.map((item) => item.about),
      ];
      expect(reasons.map(({ code }) => code).filter((code) => !hasWording(code))).toEqual([]);
    }
  });

  it("is seen by the customer's own people, without what was paid, what a tier costs, or the queue", async () => {
    const view = await shown(systemOf("10001"), story.personOf("10001"));
    expect(view).toMatchObject({ decisions: [], seesPurchasePrices: false });
    const purchases = view.system.licences.flatMap((licence) => licence.purchases);
    expect(purchases).toHaveLength(3);
    expect(purchases.every(({ paidCents, listPriceCents }) => paidCents === null && listPriceCents === null)).toBe(
      true,
    );
    for (const { next, dueCents } of view.system.tiers) {
      expect(next).toMatchObject({ tier: "41-80", dueCents: null, derivation: [] });
      expect(dueCents).toBeNull();
    }
  });

  it("of another reseller, of another customer, or outside a clerk's customers is not there", async () => {
    const own = systemOf("10001");
    for (const id of [systemOf("10001", other), uuidv7(), "x"]) {
      expect(await showSystem(story.admin, id, today)).toBeNull();
      expect(await previewSystemChange(story.clerk, { systemId: id, change: {} }, today)).toBe("not-found");
      expect(await changeSystem(story.clerk, { systemId: id, version: 1, change: {} }, today, now)).toBe("not-found");
    }
    expect(await showSystem(story.personOf("10002"), own, today)).toBeNull();
    const confined = story.confinedTo("10003");
    expect(await showSystem(confined, own, today)).toBeNull();
    expect(await previewSystemChange(confined, { systemId: own, change: {} }, today)).toBe("not-found");
    const input = { systemId: own, version: 1, change: { installedUsers: 1 } };
    expect(await changeSystem(confined, input, today, now)).toBe("not-found");
    expect((await shown(own)).version).toBe(1);
  });
});

describe("changing a system's figures", () => {
  it("from 40 to 41 users moves three tiers, costs 4,000.00, and the preview is what saving yields", async () => {
    const systemId = systemOf("10001");
    const before = await shown(systemId);
    expect(before.system.tiers.some((tier) => tier.exceeded)).toBe(false);
    expect(before.decisions.map((row) => row.kind)).not.toContain("tier-exceeded");

    const change = { installedUsers: 35 };
    const seen = await preview(systemId, change);
    expect(seen.differences).toEqual([{ path: "installedUsers", from: 34, to: 35 }]);
    expect(seen.tiers.map(({ before: was, after: is }) => [was.exceeded, is.exceeded, is.neededTier])).toEqual(
      Array(3).fill([false, true, "41-80"]),
    );
    // What was paid is credited: one of the three was bought at a tenth less, so its step costs a tenth of 900.00 more.
    const credit = story.rows.purchases
      .filter((row) => row.customerId === story.customerOf("10001"))
      .reduce((sum, row) => sum + found(row.listPriceCents) - found(row.paidCents), 0);
    expect(seen.exceededCents).toBe(400_000 + credit);
    expect(seen.decisions).toMatchObject([
      { move: "comes", kind: "tier-exceeded", state: "open", amountAtStakeCents: 400_000 + credit },
    ]);
    expect((await shown(systemId)).version).toBe(before.version);

    expect(await save(systemId, change)).toEqual({ version: before.version + 1 });
    const after = await shown(systemId);
    expect(after.system.tiers).toEqual(seen.tiers.map((tier) => tier.after));
    const row = found(after.decisions.find((each) => each.kind === "tier-exceeded"));
    expect(seen.decisions[0]).toMatchObject({ about: row.about, amountAtStakeCents: row.amountAtStakeCents });
    expect(row.detail).toMatchObject({ users: 41, count: 3, neededTier: "41-80" });
    expect(await rebuildDecisions(story.resellerId, today)).toEqual(unchanged);
    expect(await rebuildStock(story.resellerId, today)).toEqual(unchanged);

    const [entry] = await withTenant(story.admin, (tx) => auditHistory(tx, story.admin, { systemId }, null, 5));
    expect(entry).toMatchObject({
      action: "system-changed",
      actorName: story.clerk.name,
      customerId: story.customerOf("10001"),
      before: { installedUsers: 34 },
      after: { installedUsers: 35 },
    });

    const back = await preview(systemId, { installedUsers: 34 });
    expect(back.decisions).toMatchObject([{ move: "goes", kind: "tier-exceeded" }]);
    await save(systemId, { installedUsers: 34 });
    expect((await shown(systemId)).decisions.map((each) => each.kind)).not.toContain("tier-exceeded");
  });

  it("to unknown takes away what nobody can say any more", async () => {
    const systemId = systemOf("10002");
    const change = { installedLightUsers: null };
    const seen = await preview(systemId, change);
    expect(seen.decisions).toMatchObject([{ move: "goes", kind: "tier-exceeded" }]);
    expect(seen.exceededCents).toBeNull();
    await save(systemId, change);
    const after = await shown(systemId);
    expect(after.system).toMatchObject({ installedUsers: 42, installedLightUsers: null });
    expect(after.decisions.map((row) => row.kind)).not.toContain("tier-exceeded");
    await save(systemId, { installedLightUsers: 4 });
  });

  it("of its use breaks a limit, with the obstacle and its row", async () => {
    const systemId = systemOf("10003");
    const change = { usage: { dataSources: 4, ldapDataSources: 1 } };
    const seen = await preview(systemId, change);
    expect(seen.limits.map(({ before, after }) => [after.of, before?.used, after.used, after.left])).toEqual([
      ["dataSources", 2, 4, -1],
      ["ldapDataSources", null, 1, -1],
    ]);
    expect(seen.violations.come.map(({ kind, code }) => [kind, code])).toEqual([
      ["limit", "usage-limit-of-server"],
      ["excluded", "usage-excluded-by-server"],
    ]);
    expect(seen.decisions).toMatchObject([{ move: "comes", kind: "prerequisite-broken" }]);
    await save(systemId, change);
    const after = await shown(systemId);
    expect(after.system.violations).toEqual(seen.violations.come);
    expect(after.system.usage).toEqual({ dataSources: 4, ldapDataSources: 1 });
    expect(after.decisions.map((row) => row.kind)).toContain("prerequisite-broken");
    expect(await rebuildDecisions(story.resellerId, today)).toEqual(unchanged);

    const undone = { usage: { dataSources: 2, ldapDataSources: null } };
    expect((await preview(systemId, undone)).violations.go).toEqual(seen.violations.come);
    await save(systemId, undone);
    expect((await shown(systemId)).system.usage).toEqual({ dataSources: 2 });
  });

  it("of its release moves what the lapsed Up2Date costs to come back", async () => {
    const systemId = systemOf("10005");
    const rowOf = async () => found((await shown(systemId)).decisions.find((row) => row.kind === "up2date-end"));
    const before = await rowOf();
    const change = { release: 5 };
    const [moved, ...more] = (await preview(systemId, change)).decisions;
    expect(more).toEqual([]);
    expect(moved).toMatchObject({ move: "changes", kind: "up2date-end", beforeCents: before.amountAtStakeCents });
    expect(moved?.sample).toBe(true);
    expect(moved?.amountAtStakeCents).toBeGreaterThan(before.amountAtStakeCents ?? 0);
    await save(systemId, change);
    expect((await rowOf()).amountAtStakeCents).toBe(moved?.amountAtStakeCents);
    const unknown = (await preview(systemId, { release: null })).decisions;
    expect(unknown).toMatchObject([{ move: "changes", amountAtStakeCents: null }]);
    await save(systemId, { release: 7 });
    expect(await rebuildDecisions(story.resellerId, today)).toEqual(unchanged);
  });

  it("moves nothing where nothing hangs on it, and the stock stays", async () => {
    const systemId = systemOf("10006");
    const seen = await preview(systemId, { installedUsers: 60 });
    expect(seen).toMatchObject({ tiers: [], limits: [], decisions: [], exceededCents: null });
    await save(systemId, { installedUsers: 60 });
    expect(await rebuildStock(story.resellerId, today)).toEqual(unchanged);
  });

  it("is refused where somebody else was faster, with what differs", async () => {
    const systemId = systemOf("10007");
    const { version } = await shown(systemId);
    const input = (installedUsers: number) => ({ systemId, version, change: { installedUsers } });
    expect(await changeSystem(story.clerk, input(30), today, now)).toEqual({ version: version + 1 });
    expect(await changeSystem(story.admin, input(31), today, now)).toEqual({
      conflict: true,
      byName: story.clerk.name,
      version: version + 1,
      differences: [{ path: "installedUsers", from: 30, to: 31 }],
    });
    expect((await shown(systemId)).system.installedUsers).toBe(30);
    // Who wanted the same has nothing to lose, and saving twice changes nothing.
    expect(await changeSystem(story.admin, input(30), today, now)).toEqual({ version: version + 1 });
    expect((await shown(systemId)).version).toBe(version + 1);
    const entries = await withTenant(story.admin, (tx) => auditHistory(tx, story.admin, { systemId }, null, 5));
    expect(entries).toHaveLength(1);
  });

  it("by many at once lets one win and tells the others", async () => {
    const systemId = systemOf("10010");
    const { version } = await shown(systemId);
    const outcomes = await Promise.all(
      [21, 22, 23, 24].map((installedUsers) =>
        changeSystem(story.clerk, { systemId, version, change: { installedUsers } }, today, now),
      ),
    );
    expect(outcomes.filter((outcome) => typeof outcome === "object" && "conflict" in outcome)).toHaveLength(3);
    expect((await shown(systemId)).version).toBe(version + 1);
    expect(await rebuildDecisions(story.resellerId, today)).toEqual(unchanged);
  });

  it.each<[string, string, FigureChange, string, string]>([
    ["a count below zero", "10001", { installedUsers: -1 }, "count-out-of-range", "installedUsers"],
    ["a release of no list", "10005", { release: 9 }, "release-not-known", "release"],
    ["a release where none is kept", "10001", { release: 8 }, "release-not-kept", "release"],
    ["a use of another vendor", "10001", { usage: { dataSources: 1 } }, "usage-not-known", "usage.dataSources"],
  ])("is refused for %s", async (_, number, change, code, path) => {
    const systemId = systemOf(number);
    expect(await previewSystemChange(story.clerk, { systemId, change }, today)).toMatchObject({ code, path });
    expect(await save(systemId, change)).toMatchObject({ code, path });
  });

  it("is not for finance or the customer's people", async () => {
    const systemId = systemOf("10001");
    for (const viewer of [story.finance, story.personOf("10001")]) {
      const input = { systemId, version: 1, change: { installedUsers: 1 } };
      expect(await changeSystem(viewer, input, today, now)).toMatchObject({ code: "not-allowed" });
      expect(await previewSystemChange(viewer, input, today)).toMatchObject({ code: "not-allowed" });
    }
  });
});
