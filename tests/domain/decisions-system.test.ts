import { describe, expect, it } from "vitest";
import { coverageGaps } from "@/lib/domain/coverage";
import { aboutDecision, type Detail, decisionKinds } from "@/lib/domain/decisions";
import { decisionsOfSystem, type SystemFacts } from "@/lib/domain/decisions-system";
import { maintenanceCost } from "@/lib/domain/maintenance";
import { dueOverTiers, holdingOf, type TieredHolding, tierUsage } from "@/lib/domain/tier-usage";
import { hasWording, sentence } from "@/lib/format/reasons";
import { newestEdition } from "@/lib/price-lists";

function listOf(vendor: string) {
  const list = newestEdition(vendor);
  if (list === undefined) throw new Error(vendor);
  return list;
}
const starface = listOf("fluxpunkt");
const xphone = listOf("c4b");

const recording = (tier: string, paidCents: number | null, units = 1): TieredHolding => ({
  sku: "call-recording",
  mode: "purchase",
  tier,
  units,
  paidCents,
  since: "2025-01-01",
});

describe("a tier against the users installed", () => {
  // Call Recording: 599.00, 1,200.00, 2,400.00, 4,800.00 ... as printed.
  it.each([
    ["room left", recording("21-40", 120_000), 39, { exceeded: false, neededTier: null, dueCents: null }],
    [
      "full: the next user needs the next tier",
      recording("21-40", 120_000),
      40,
      { exceeded: false, neededTier: "41-80", dueCents: 120_000 },
    ],
    ["one too many", recording("21-40", 120_000), 41, { exceeded: true, neededTier: "41-80", dueCents: 120_000 }],
    [
      "two tiers too low cost what both steps cost",
      recording("1-20", 59_900),
      41,
      { exceeded: true, neededTier: "41-80", dueCents: 180_100 },
    ],
    [
      "not recorded what was paid: today's list price is credited",
      recording("1-20", null),
      21,
      { exceeded: true, neededTier: "21-40", dueCents: 60_100 },
    ],
    [
      "two server licences",
      recording("1-20", 119_800, 2),
      21,
      { exceeded: true, neededTier: "21-40", dueCents: 120_200 },
    ],
    ["the last tier has no end", recording(">250", null), 9_999, { exceeded: false, neededTier: null, dueCents: null }],
    [
      "users unknown: nothing is said",
      recording("21-40", null),
      null,
      { exceeded: false, neededTier: null, dueCents: null },
    ],
    [
      "a subscription's change is not regulated",
      { ...recording("21-40", null), mode: "subscription" as const },
      41,
      { exceeded: true, neededTier: "41-80", dueCents: null },
    ],
  ])("%s", (_, holding, users, expected) => {
    expect(tierUsage(starface, holding, users)).toMatchObject(expected);
  });

  it.each([
    ["room left: the next tier and its price", recording("1-20", 59_900), 5, ["21-40", 21, 60_100, null]],
    ["users unknown: the next tier all the same", recording("1-20", 59_900), null, ["21-40", 21, 60_100, null]],
    ["full: what the next user needs", recording("21-40", 120_000), 40, ["41-80", 41, 120_000, null]],
    ["exceeded: what the users need, over all steps", recording("1-20", 59_900), 41, ["41-80", 41, 180_100, null]],
    ["the last tier has none above", recording(">250", null), 300, [undefined, undefined, undefined, undefined]],
    [
      "a subscription: the difference a month, for each server licence",
      { ...recording("1-20", null, 2), mode: "subscription" as const, termMonths: 12 },
      5,
      ["21-40", 21, null, "difference"],
    ],
    [
      "a subscription whose term nobody recorded",
      { ...recording("1-20", null), mode: "subscription" as const },
      5,
      ["21-40", 21, null, null],
    ],
  ])("%s", (_, holding, users, [tier, from, due, monthly]) => {
    const next = tierUsage(starface, holding, users)?.next;
    const cell = (label: string) =>
      starface.printed.flatMap(({ cells }) => cells).find(({ id }) => id === `call-recording/12/${label}`)?.cents ?? 0;
    const difference = 2 * (cell("21-40") - cell("1-20"));
    expect(difference).toBeGreaterThan(0);
    expect([next?.tier, next?.fromUsers, next?.dueCents, next?.monthlyCents]).toEqual([
      tier,
      from,
      due,
      monthly === "difference" ? difference : monthly,
    ]);
  });

  it("takes purchases together: the highest tier, and all that was paid for it", () => {
    const purchases = [
      { tier: "1-20", quantity: 1, purchasedOn: "2024-01-10", paidCents: 59_900 },
      { tier: "21-40", quantity: 1, purchasedOn: "2025-02-10", paidCents: 60_100 },
    ];
    expect(holdingOf(starface, "call-recording", purchases)).toMatchObject({
      tier: "21-40",
      units: 1,
      paidCents: 120_000,
      since: "2025-02-10",
    });
    expect(holdingOf(starface, "call-recording", [{ ...purchases[0], tier: "1-19" } as never])).toBeNull();
  });

  it("is no list's tier: nothing is said", () => {
    expect(tierUsage(starface, recording("1-19", null), 50)).toBeNull();
  });

  it("sums what several cost, and knows no sum where one is unknown", () => {
    const usages = [recording("21-40", 120_000), recording("21-40", 120_000)].map((each) =>
      tierUsage(starface, each, 41),
    );
    const known = usages.flatMap((usage) => usage ?? []);
    expect(dueOverTiers(known, "exceeded")).toBe(240_000);
    expect(dueOverTiers([...known, { ...(known[0] as (typeof known)[0]), dueCents: null }], "exceeded")).toBeNull();
    expect(dueOverTiers([], "full")).toBeNull();
  });
});

describe("coverage", () => {
  const plan = { contractId: "plan", sku: "support-premium", startsOn: "2026-03-05", endsOn: null };
  const licence = (sku: string, ...purchasedOn: string[]) => ({ sku, purchasedOn });
  const kinds = (...args: Parameters<typeof coverageGaps>) =>
    coverageGaps(...args).gaps.map((gap) => [gap.kind, gap.skus]);

  it.each([
    ["bought a day before", ["2026-03-04"], [["bought-before-plan", ["a"]]]],
    ["bought together with it", ["2026-03-05"], []],
    ["bought after it", ["2026-06-01"], []],
    ["bought before and after", ["2026-01-01", "2026-06-01"], [["bought-before-plan", ["a"]]]],
  ])("%s the plan", (_, days, expected) => {
    expect(kinds([plan], [licence("a", ...days)], null, "2026-11-20")).toEqual(expected);
  });

  it("asks nothing of a plan that has not begun or has ended", () => {
    const old = [licence("a", "2025-01-01")];
    expect(kinds([plan], old, null, "2026-03-04")).toEqual([]);
    expect(kinds([{ ...plan, endsOn: "2026-12-31" }], old, null, "2026-12-31")).toHaveLength(1);
    expect(kinds([{ ...plan, endsOn: "2026-12-31" }], old, null, "2027-01-01")).toEqual([]);
  });

  it("counts the older of two plans that run", () => {
    const older = { ...plan, contractId: "older", startsOn: "2025-12-01" };
    expect(kinds([plan, older], [licence("a", "2026-01-01")], null, "2026-11-20")).toEqual([]);
  });

  it("tells a lapse from what never was", () => {
    const held = [licence("3210.0030", "2025-01-01")];
    expect(kinds([], held, { endsOn: "2026-11-19" }, "2026-11-20")).toEqual([["lapsed", []]]);
    expect(kinds([], held, { endsOn: "2026-11-20" }, "2026-11-20")).toEqual([]);
    expect(kinds([], held, { endsOn: null }, "2026-11-20")).toEqual([["never-covered", []]]);
    expect(kinds([], [], { endsOn: null }, "2026-11-20")).toEqual([]);
  });
});

describe("the price of a maintenance that is missed", () => {
  if (xphone.prerequisites === undefined || xphone.up2date === undefined) throw new Error("no rules");
  const at = {
    prerequisites: xphone.prerequisites,
    up2date: xphone.up2date,
    system: { "3210.0030": 1, "3310.0030": 10 },
    prices: { "3210.0030": 100_000, "3310.0030": 10_000 },
  };

  it("is the renewal, and a OneTime Upgrade from the release on top", () => {
    // 18 % x 3 and 35 % of 2,000.00.
    expect(maintenanceCost(at, 3, "2026-11-30", 7, new Set())).toMatchObject({
      renewalCents: 108_000,
      reentryCents: 70_000,
      sample: false,
      refusal: null,
    });
    expect(maintenanceCost(at, 1, "2026-11-30", 6, new Set(["3310.0030"]))).toMatchObject({
      renewalCents: 40_000,
      reentryCents: 110_000,
      sample: true,
    });
  });

  it("is unknown without the release, or without a price", () => {
    expect(maintenanceCost(at, 1, "2026-11-30", null, new Set())).toMatchObject({
      renewalCents: 40_000,
      reentryCents: null,
      refusal: { code: "release-not-recorded" },
    });
    const without = { ...at, prices: { "3210.0030": 100_000 } };
    expect(maintenanceCost(without, 1, "2026-11-30", 7, new Set())).toMatchObject({
      renewalCents: null,
      reentryCents: null,
      refusal: { code: "price-missing" },
    });
  });
});

describe("the rows of a system", () => {
  const system: SystemFacts = {
    id: "system",
    customerId: "customer",
    clerkId: null,
    vendor: "c4b",
    list: xphone,
    installedUsers: null,
    holdings: { "3212.0010": 1, "3310.0030": 15, "3320.0030": 1 },
    usage: {},
    tiers: [],
    plans: [],
    licences: [{ sku: "3212.0010", purchasedOn: ["2025-05-01"] }],
    maintenance: { endsOn: "2027-12-31" },
    changesOn: [],
    records: new Map(),
  };

  it("name a broken prerequisite by its first article, at once", () => {
    const rows = decisionsOfSystem(system, "2026-11-20");
    expect(rows.map((row) => [row.kind, row.sku, row.sortOn, row.basis, row.state])).toEqual([
      ["prerequisite-broken", "3320.0030", "2025-05-01", "3320.0030:excluded", "open"],
    ]);
  });

  it("say the same of a system that cannot exist", () => {
    const rows = decisionsOfSystem({ ...system, holdings: { "3212.0010": 2 } }, "2026-11-20");
    expect(rows.map((row) => [row.kind, row.sku, row.detail.fault])).toEqual([
      ["prerequisite-broken", "3212.0010", "more-than-one"],
    ]);
  });

  it("are none for a system in order", () => {
    expect(decisionsOfSystem({ ...system, holdings: { "3212.0010": 1, "3310.0030": 15 } }, "2026-11-20")).toEqual([]);
  });
});

describe("the words", () => {
  it("are there for every kind, in both languages, also where figures are unknown", () => {
    const detail = {
      endsOn: "2026-12-31",
      nextEndsOn: "2027-12-31",
      nextNoticeDueOn: "2027-09-30",
      receivedOn: "2026-11-01",
      planStartsOn: "2026-01-01",
      count: 2,
      users: 41,
      tier: "21-40",
      neededTier: "41-80",
      monthlyCents: 100,
    };
    for (const kind of decisionKinds) {
      const variants: readonly Detail[] = [{}, { gap: "bought-before-plan" }, { lapsed: true }];
      for (const more of variants) {
        const about = aboutDecision({ kind, detail: { ...detail, ...more, renewalCents: null } });
        for (const locale of ["de", "en"] as const) {
          expect(sentence(about, locale)).toMatch(/\.$/);
          expect(sentence(about, locale)).not.toMatch(/undefined|NaN|null/);
        }
      }
    }
    for (const code of ["coverage-bought-before-plan", "coverage-lapsed", "coverage-never", "release-not-recorded"]) {
      expect(hasWording(code)).toBe(true);
    }
  });
});
