import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { priceRows } from "@/db/schema";
import { withTenantId } from "@/db/tenant";
import { answer } from "@/lib/calc/answer";
import type { CalcDraft } from "@/lib/domain/addition";
import { isRefusal } from "@/lib/domain/refusal";
import { wishChoices } from "@/lib/domain/wish-choices";
import {
  type AdditionQuestion,
  type AdditionView,
  type ColumnView,
  checkAddition,
} from "@/lib/use-cases/check-addition";
import { findSystems } from "@/lib/use-cases/find-systems";
import { testDatabase } from "../support/database";
import { codes, listOf } from "../support/quotes";
import { found, type StoryTenant, tellStory } from "../support/story-tenant";

testDatabase();

const today = "2026-11-20";
let story: StoryTenant;
let other: StoryTenant;

beforeAll(async () => {
  story = await tellStory(today);
  other = await tellStory(today);
});

const systemOf = (name: string, of = story) => found(of.rows.systems.find((row) => row.name === name)).id;
type Wish = AdditionQuestion["wishes"][number];

async function check(
  name: string,
  wishes: readonly Wish[],
  more: Partial<AdditionQuestion> = {},
  viewer = story.clerk,
): Promise<AdditionView> {
  const question = { systemId: systemOf(name), users: null, removal: [], ...more, wishes };
  return found(await checkAddition(viewer, question, today));
}

const ask = (request: CalcDraft) => answer(request) as { ok: boolean } & Record<string, never>;
const charges = ["oneOffCents", "monthlyCents", "yearlyCents"] as const;

/** Every figure of a column, from what the calculator answers to its requests alone. */
function expectReckoned(column: ColumnView): void {
  const answers = column.requests.map((request) => ({ request, said: ask(request) }));
  const prices = answers.flatMap(({ request, said }) =>
    request.op === "price" ? [said.totals as unknown as ColumnView["totals"]] : [],
  );
  const dues = answers.filter(({ request }) => request.op === "tier-upgrade");
  if (column.booking !== null || prices.length > 0) {
    const [before, after] = prices.length > 1 ? prices : [undefined, prices[0]];
    for (const charge of charges) {
      const due = charge === "oneOffCents" ? dues.reduce((sum, { said }) => sum + Number(said.dueCents), 0) : 0;
      const afterwards = after?.[charge] ?? null;
      expect(column.totals[charge]).toBe(afterwards === null ? null : afterwards - (before?.[charge] ?? 0) + due);
    }
    return;
  }
  const additional = answers.find(({ request }) => request.op === "up2date-additional");
  if (additional === undefined) return;
  expect(column.totals.oneOffCents).toBe(Number(additional.said.basisCents) + Number(additional.said.amountCents));
}

describe("a system of licences", () => {
  it("is checked with its wish: obstacles, the smallest basket and others, Up2Date with months left", async () => {
    const view = await check("XPhone Flensburg", [[{ key: "3323.0030", amount: 10 }]]);
    expect(view.brokenBefore).toEqual([]);
    const [smallest, ...others] = view.columns;
    expect(smallest?.obstacles.map(({ sku, kind }) => `${sku} ${kind}`)).toEqual(["3323.0030 excluded"]);
    expect(smallest?.lines.map(({ part, sku, quantity }) => `${part} ${quantity} ${sku}`)).toEqual([
      "wish 10 3323.0030",
      "needed 1 8.3210.003010",
      "needed 10 8.3311.003010",
    ]);
    expect(smallest?.maintenance).toMatchObject({ kind: "running", remainingMonths: 14, percentPerYear: 19 });
    expect(smallest?.lines.every(({ sample }) => sample)).toBe(true);
    expect(others).toHaveLength(2);
    for (const column of view.columns) {
      expect(ask(found(column.requests[0])).ok).toBe(true);
      expectReckoned(column);
    }
  });
  it("that is broken is mended without a wish, and says what is broken already", async () => {
    const view = await check("XPhone Winsen", [[]]);
    expect(view.brokenBefore.map(({ sku }) => sku).sort()).toEqual(["3320.0030", "3323.0030"]);
    expect(view.columns[0]?.lines.map(({ part }) => part)).toEqual(["needed", "needed"]);
  });
  it("whose Up2Date has lapsed takes nothing in", async () => {
    const view = await check("XPhone Neumünster", [[{ key: "3310.0030", amount: 1 }]]);
    expect(view.columns[0]?.maintenance).toMatchObject({ kind: "lapsed" });
    expect(view.columns[0]?.totals.oneOffCents).toBe(8_900);
  });
  it("has its prices from the rows that hold today", async () => {
    const own = await tellStory(today);
    const row = {
      resellerId: own.resellerId,
      kind: "list",
      vendor: "c4b",
      sku: "3310.0030",
      dimensions: {},
      sample: false,
    } as const;
    await withTenantId(own.resellerId, (tx) =>
      tx.insert(priceRows).values([
        { ...row, id: uuidv7(), validFrom: "2026-11-01", cents: 10_000 },
        { ...row, id: uuidv7(), validFrom: "2026-12-01", cents: 99_000 },
      ]),
    );
    const question = { systemId: systemOf("XPhone Neumünster", own), users: null, removal: [] };
    const view = found(
      await checkAddition(own.clerk, { ...question, wishes: [[{ key: "3310.0030", amount: 2 }]] }, today),
    );
    expect(view.columns[0]?.lines[0]).toMatchObject({ oneOffCents: 20_000, sample: false });
  });
  it("is asked what breaks if something goes", async () => {
    const { reverse } = await check("XPhone Neumünster", [[]], { removal: [{ key: "3440.0030", quantity: 1 }] });
    if (reverse === null || isRefusal(reverse)) throw new Error("no answer");
    expect(reverse.breaks.map(({ sku, code }) => `${sku} ${code}`)).toEqual(["3321.0030 needs-in-system"]);
    expect(reverse.goesWith.map(({ quantity }) => quantity)).toEqual([10]);
    const more = await check("XPhone Neumünster", [[]], { removal: [{ key: "3440.0030", quantity: 3 }] });
    expect(more.reverse).toMatchObject({ code: "removes-more-than-held" });
    const none = await check("XPhone Neumünster", [[]], { removal: [{ key: "3512.0030", quantity: 1 }] });
    expect(none.reverse).toMatchObject({ code: "removal-unknown" });
  });
});

describe("a system whose list has conditions", () => {
  it("one Starter beside 25 flat users, and what goes if one of them goes", async () => {
    const view = await check("Enreach Bremen", [[{ key: "starter", amount: 1 }]], {
      removal: [{ key: "professional", quantity: 1 }],
    });
    const [column] = view.columns;
    expect(column?.totals).toEqual({ oneOffCents: 2_500, monthlyCents: 490 + 7_500, yearlyCents: 0 });
    expect(codes(column?.effects ?? [])).toEqual(["addition-ends-discount"]);
    expectReckoned(found(column));
    if (view.reverse === null || isRefusal(view.reverse)) throw new Error("no answer");
    expect(codes(view.reverse.hints)).toContain("removal-costs-more");
    expect(view.reverse.booking?.after.monthlyCents).toBe(40_560);
  });
  it("the 41st STARFACE user moves three tiers: 4,000.00, less what was paid too little for one of them before", async () => {
    const view = await check("STARFACE Hafencity", [[]], { users: 41 });
    const [column] = view.columns;
    expect(column?.lines.map(({ part, tier }) => `${part} ${tier}`)).toEqual(Array(3).fill("tier 41-80"));
    const dues = column?.requests
      .filter(({ op }) => op === "tier-upgrade")
      .map((request) => Number(ask(request).dueCents));
    expect(dues).toHaveLength(3);
    expect(column?.totals.oneOffCents).toBe(found(dues).reduce((sum, due) => sum + due, 0));
    expectReckoned(found(column));
  });
  it("users above a tier today are said, and are no cost of the wish", async () => {
    const view = await check("STARFACE Lübeck", [[{ key: "monitoring_purchase", amount: 1 }]]);
    expect(view.columns[0]?.tiers.map(({ exceededBefore, moves }) => [exceededBefore, moves])).toEqual(
      Array(2).fill([true, false]),
    );
    expect(view.columns[0]?.totals.oneOffCents).toBe(9_900);
    const plan = await check("STARFACE Lübeck", [[{ key: "support-enterprise", amount: 1 }]]);
    expect(codes(plan.columns[0]?.remaining ?? [])).toEqual(["above-maximum"]);
  });
  it("a mobile flat on three extensions asks for ten of both; brokered, and said so", async () => {
    const view = await check("bluePBX Husum", [[{ key: "flat-de-mobile", amount: 3 }]]);
    expect(view.system.resale).toBe("brokered");
    const needed = view.columns[0]?.lines.filter(({ part }) => part === "needed");
    expect(needed?.map(({ sku, quantity }) => `${quantity} ${sku}`).sort()).toEqual([
      "7 extension",
      "7 flat-de",
      "7 flat-de-mobile",
    ]);
    expectReckoned(found(view.columns[0]));
  });
  it("the 51st extension makes the whole cheaper", async () => {
    const view = await check("aut-pbx Altona", [[{ key: "extension", amount: 1 }]]);
    expect(view.columns[0]?.totals.monthlyCents).toBe(-1_900);
    expectReckoned(found(view.columns[0]));
  });
  it("holds what is booked on it, by all its contracts", async () => {
    const { held } = await check("STARFACE Ottensen", [[]]);
    expect(held.map(({ key }) => key).sort()).toEqual(
      [
        "call-recording",
        "group-busy",
        "hd-ringtones",
        "intercom",
        "monitoring",
        "reverse-lookup-pro",
        "teams-presence-sync",
      ].sort(),
    );
  });
  it("has own prices in place of printed ones, by everything that they depend on", async () => {
    const own = await tellStory(today);
    const row = {
      resellerId: own.resellerId,
      kind: "list",
      vendor: "fluxpunkt",
      sku: "pro-ivr",
      sample: false,
    } as const;
    await withTenantId(own.resellerId, (tx) =>
      tx.insert(priceRows).values([
        { ...row, id: uuidv7(), validFrom: "2026-01-01", dimensions: { mode: "purchase" }, cents: 20_000 },
        {
          ...row,
          id: uuidv7(),
          validFrom: "2026-01-01",
          dimensions: { mode: "subscription", termMonths: 12 },
          cents: 1_000,
        },
      ]),
    );
    const question = { systemId: systemOf("STARFACE Ottensen", own), users: null, removal: [] };
    const wishes = ["pro-ivr_purchase", "pro-ivr_12", "pro-ivr_24"].map((key) => [{ key, amount: 1 }]);
    const view = found(await checkAddition(own.clerk, { ...question, wishes }, today));
    expect(view.columns.map(({ totals }) => [totals.oneOffCents, totals.monthlyCents])).toEqual([
      [20_000, 0],
      [0, 1_000],
      [0, 929],
    ]);
    expect(view.columns.map(({ lines }) => lines[0]?.prices[0]?.own)).toEqual([true, true, false]);
  });
});

describe("three places side by side", () => {
  it("are the wishes first, then alternatives of the first", async () => {
    const wishes = [[{ key: "3323.0030", amount: 1 }], [{ key: "3310.0030", amount: 1 }]];
    const view = await check("XPhone Flensburg", wishes);
    expect(view.columns.map(({ wish, variant }) => [wish, variant])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
    ]);
    expect(view.moreVariants).toBeGreaterThan(0);
  });
  it("hold no wish that cannot be read; it is refused at its place", async () => {
    const wishes = [
      [{ key: "nothing", amount: 1 }],
      [{ key: "3210.0030", amount: 2 }],
      [{ key: "3310.0030", amount: 1 }],
    ];
    const view = await check("XPhone Neumünster", wishes);
    expect(view.refused.map(({ wish, refusals }) => [wish, codes(refusals), refusals[0]?.path])).toEqual([
      [0, ["wish-unknown"], "wish[0].sku"],
      [1, ["more-than-one"], "wish.3210.0030"],
    ]);
    expect(view.columns.map(({ wish }) => wish)).toEqual([2]);
  });
});

it("every choice of every list can be checked, and is reckoned as the calculator does", async () => {
  const names = {
    fluxpunkt: "STARFACE Ottensen",
    c4b: "XPhone Neumünster",
    autphone: "aut-pbx Altona",
    enreach: "Enreach Bremen",
    netinteract: "bluePBX Husum",
  };
  let reckoned = 0;
  for (const [vendor, name] of Object.entries(names)) {
    const choices = wishChoices(listOf(vendor));
    expect(choices.length).toBeGreaterThan(10);
    for (let from = 0; from < choices.length; from += 3) {
      const view = await check(
        name,
        choices.slice(from, from + 3).map(({ key }) => [{ key, amount: 1 }]),
      );
      for (const { refusals } of view.refused) expect(codes(refusals)).toEqual(["more-than-one"]);
      for (const column of view.columns) {
        if (column.remaining.length > 0) continue;
        expectReckoned(column);
        reckoned += 1;
      }
    }
  }
  expect(reckoned).toBeGreaterThan(150);
}, 60_000);

describe("who may", () => {
  const question = (systemId: string) => ({ systemId, users: null, wishes: [], removal: [] });
  it("staff, and finance too", async () => {
    for (const viewer of [story.admin, story.clerk, story.finance]) {
      expect((await check("bluePBX Husum", [], {}, viewer)).system.name).toBe("bluePBX Husum");
    }
  });
  it("nobody what is foreign, or no system, or beyond what a clerk is confined to", async () => {
    const foreign = systemOf("bluePBX Husum", other);
    for (const id of [foreign, uuidv7(), "x"]) expect(await checkAddition(story.clerk, question(id), today)).toBeNull();
    const confined = story.confinedTo("10003");
    expect(await checkAddition(confined, question(systemOf("bluePBX Husum")), today)).toBeNull();
    expect(await checkAddition(confined, question(systemOf("XPhone Husum")), today)).not.toBeNull();
    expect((await findSystems(confined, "husum")).hits.map(({ name }) => name)).toEqual(["XPhone Husum"]);
  });
  it("a customer's own people not at all", async () => {
    const person = story.personOf("10001");
    await expect(checkAddition(person, question(systemOf("STARFACE Hafencity")), today)).rejects.toThrow("role");
    await expect(findSystems(person, "")).rejects.toThrow("role");
  });
});

describe("systems are found", () => {
  it.each([
    ["by their name", "husum", ["XPhone Husum", "bluePBX Husum"]],
    ["by number and vendor", "10003 flens", ["XPhone Flensburg"]],
    ["by customer, in any case", "KLINIKUM", ["XPhone Winsen"]],
    ["not where a word is missing", "klinikum husum", []],
    ["with what would mean something to a pattern taken literally", "100%", []],
  ])("%s", async (_, search, names) => {
    expect((await findSystems(story.clerk, search)).hits.map(({ name }) => name).sort()).toEqual([...names].sort());
  });
  it("without a word: all, by customer", async () => {
    const { hits, more } = await findSystems(story.clerk, " ");
    expect(hits).toHaveLength(story.rows.systems.length);
    expect(more).toBe(false);
    expect(hits[0]?.customerName).toBe("Ändern & Söhne Werbeagentur");
  });
});
