import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answer } from "@/lib/calc/answer";
import type { Addition, CalcDraft, Variant } from "@/lib/domain/addition";
import { additionToBooked, type BookedFacts } from "@/lib/domain/addition-booked";
import { additionToLicences, type LicenceFacts } from "@/lib/domain/addition-licences";
import type { Costs } from "@/lib/domain/next-user-costs";
import type { QuoteItem } from "@/lib/domain/pricing";
import type { Refusal } from "@/lib/domain/refusal";
import { sentence } from "@/lib/format/reasons";
import { LOCALES } from "@/lib/format/wording";
import { codes, listOf } from "../support/quotes";
import {
  ALL_LICENCES,
  FAX,
  IP_CHANNEL,
  OFFICE,
  OFFICE_PLUS,
  prerequisites,
  SERVER,
  SMART,
  TEAMDESK,
  UPG_SERVER,
  up2date,
} from "../support/xphone";
import { passes, randomPrices, randomSystems, randomUsages } from "../support/xphone-oracle";

const TODAY = "2026-11-29";

const nothing = { tiers: [], installedUsers: null, usersAfter: null, plans: [], modules: [] };

function booked(vendor: string, items: readonly QuoteItem[], more: Partial<BookedFacts> = {}): BookedFacts {
  return { ...nothing, list: listOf(vendor), booked: items, ...more };
}

function granted(outcome: Addition | readonly Refusal[]): Addition {
  if ("variants" in outcome) return outcome;
  throw new Error(outcome.map(({ code, path }) => `${code} at ${path}`).join());
}

const checked = (facts: BookedFacts, ...wish: QuoteItem[]) => granted(additionToBooked(facts, wish, TODAY));
const first = ({ variants: [variant] }: Addition) => variant as Variant;
const added = ({ lines }: Variant) =>
  lines.filter(({ part }) => part === "needed").map(({ sku, quantity }) => [sku, quantity]);
const ask = (request: CalcDraft) => answer(request) as { ok: boolean } & Record<string, never>;

type Row = [
  what: string,
  vendor: string,
  before: QuoteItem[],
  wish: QuoteItem[],
  obstacles: string[],
  needed: [string, number][],
];

describe("the least that a list's conditions ask for", () => {
  test.each<Row>([
    ["nothing", "autphone", [{ sku: "extension", quantity: 9 }], [{ sku: "number-range" }], [], []],
    [
      "a first bluePBX of one extension",
      "netinteract",
      [],
      [{ sku: "extension" }],
      ["below-minimum"],
      [["extension", 2]],
    ],
    [
      "two more extensions beside flats for all",
      "netinteract",
      [
        { sku: "extension", quantity: 3 },
        { sku: "flat-de", quantity: 3 },
      ],
      [{ sku: "extension", quantity: 2 }],
      ["not-for-all"],
      [["flat-de", 2]],
    ],
    [
      "a flat for some",
      "netinteract",
      [{ sku: "extension", quantity: 5 }],
      [{ sku: "flat-eu", quantity: 2 }],
      ["not-for-all"],
      [["flat-eu", 3]],
    ],
    [
      "a mobile flat with three extensions",
      "netinteract",
      [{ sku: "extension", quantity: 3 }],
      [{ sku: "flat-de-mobile", quantity: 3 }],
      ["needs-at-least"],
      [
        ["extension", 7],
        ["flat-de-mobile", 7],
      ],
    ],
    [
      "options beyond their profile",
      "enreach",
      [{ sku: "expert", quantity: 10 }],
      [{ sku: "crm-integration", profile: "expert", quantity: 12 }],
      ["more-options-than-users"],
      [["expert", 2]],
    ],
    [
      "a WhatsApp number: the cheapest level that will do",
      "enreach",
      [{ sku: "expert", quantity: 10 }],
      [{ sku: "whatsapp-number" }],
      ["requires-one-of"],
      [["dialox-level-2", 1]],
    ],
  ])("%s", (_, vendor, before, wish, obstacles, needed) => {
    const found = checked(booked(vendor, before), ...wish);
    expect(codes(found.obstacles)).toEqual(obstacles);
    expect(found.obstacles.every(({ source }) => source?.clause)).toBe(true);
    expect(Object.fromEntries(added(first(found)) as [string, number][])).toEqual(Object.fromEntries(needed));
    expect(first(found).remaining).toEqual([]);
    for (const { part, because } of first(found).lines) expect(because.length > 0).toBe(part === "needed");
  });

  test("fewest units go before the lower price", () => {
    const list = listOf("enreach");
    const dear = {
      id: "x",
      clause: "x",
      kind: "needs-at-least",
      sku: "dialox-level-2",
      of: "expert",
      atLeast: 20,
    } as const;
    const facts = booked("enreach", [{ sku: "expert", quantity: 10 }], {
      list: { ...list, conditions: [...list.conditions, dear] },
    });
    const { variants } = checked(facts, { sku: "whatsapp-number" });
    expect(variants.map(({ units }) => units)).toEqual([1, 1, 11]);
    expect(variants.map((variant) => added(variant)[0]?.[0])).toEqual([
      "dialox-level-3",
      "dialox-level-4",
      "dialox-level-2",
    ]);
  });
  test("the other levels of DialoX are alternatives, dearer ones later", () => {
    const { variants } = checked(booked("enreach", [{ sku: "expert", quantity: 10 }]), { sku: "whatsapp-number" });
    expect(variants.map((variant) => added(variant)[0]?.[0])).toEqual([
      "dialox-level-2",
      "dialox-level-3",
      "dialox-level-4",
    ]);
  });

  test.each<[string, string, QuoteItem[], QuoteItem[], string]>([
    [
      "an eleventh single number",
      "enreach",
      [{ sku: "number-single", quantity: 10 }],
      [{ sku: "number-single" }],
      "above-maximum",
    ],
    [
      "a second support plan",
      "fluxpunkt",
      [{ sku: "support-premium" }],
      [{ sku: "support-enterprise" }],
      "above-maximum",
    ],
    [
      "two FMC flats for one user",
      "enreach",
      [
        { sku: "expert", quantity: 1 },
        { sku: "fmc-flat-5", profile: "expert", quantity: 1 },
      ],
      [{ sku: "fmc-flat-10", profile: "expert", quantity: 1 }],
      "more-than-one-per-user",
    ],
  ])("%s is what no addition mends", (_, vendor, before, wish, code) => {
    const found = checked(booked(vendor, before), ...wish);
    expect(codes(found.obstacles)).toEqual([code]);
    expect(codes(first(found).remaining)).toEqual([code]);
    expect(found.brokenBefore).toEqual([]);
  });

  test("random bookings: what is added passes the calculator, and no fewer units of anything do", () => {
    const skus: Readonly<Record<string, QuoteItem[]>> = {
      netinteract: ["extension", "flat-de", "flat-eu", "flat-de-mobile", "queue"].map((sku) => ({ sku })),
      enreach: [
        ...["starter", "advanced", "expert", "whatsapp-number", "dialox-level-1", "dialox-level-3"].map((sku) => ({
          sku,
        })),
        { sku: "allnet-flat", profile: "advanced" },
        { sku: "crm-integration", profile: "expert" },
      ],
    };
    let [mended, small] = [0, 0];
    const some = (vendor: string, most: number) =>
      fc.array(
        fc.record({ item: fc.constantFrom(...(skus[vendor] ?? [])), quantity: fc.integer({ min: 1, max: most }) }),
        {
          maxLength: 4,
        },
      );
    const drawn = fc
      .constantFrom("netinteract", "enreach")
      .chain((vendor) => fc.record({ vendor: fc.constant(vendor), before: some(vendor, 4), wish: some(vendor, 3) }));
    fc.assert(
      fc.property(drawn, ({ vendor, before, wish }) => {
        const items = (drawnItems: typeof before) => drawnItems.map(({ item, quantity }) => ({ ...item, quantity }));
        fc.pre(before.length + wish.length > 0);
        const all = [...items(before), ...items(wish)];
        const variant = first(checked(booked(vendor, items(before)), ...items(wish)));
        const needed = variant.lines.filter(({ part }) => part === "needed");
        const with_ = (more: readonly QuoteItem[]) => answer({ op: "price", vendor, items: [...all, ...more] }).ok;
        const basket = needed.map(({ sku, quantity, profile }) => ({ sku, quantity, ...(profile ? { profile } : {}) }));
        expect(variant.remaining).toEqual([]);
        expect(with_(basket), JSON.stringify({ all, basket })).toBe(true);
        if (variant.units === 0) return;
        mended += 1;
        expect(with_([])).toBe(false);
        // Every multiset of fewer units, up to two.
        const singles = skus[vendor] ?? [];
        if (variant.units > 1)
          for (const one of singles) expect(with_([one]), JSON.stringify({ all, basket, one })).toBe(false);
        if (variant.units > 2)
          for (const one of singles)
            for (const other of singles)
              expect(with_([one, other]), JSON.stringify({ all, basket, one, other })).toBe(false);
        small += 1;
      }),
      { numRuns: 600, seed: 20_261_129 },
    );
    expect(mended).toBeGreaterThan(200);
    expect(small).toBeGreaterThan(100);
  }, 60_000);
});

describe("what it costs, and what it changes on what is booked", () => {
  test("one Starter beside 24 flat users: 4.90 for itself and 48.00 of lost discount a month", () => {
    const variant = first(checked(booked("enreach", [{ sku: "expert", quantity: 24 }]), { sku: "starter" }));
    expect(variant.totals).toEqual({ oneOffCents: 2_500, monthlyCents: 5_290, yearlyCents: 0 });
    expect(variant.onBooked.monthlyCents).toBe(4_800);
    expect(variant.discount).toEqual({
      before: { holds: true, units: 24, unitCents: 200, totalCents: 4_800 },
      after: { holds: false, units: 24, unitCents: 200, totalCents: 0 },
    });
    expect(codes(variant.effects)).toEqual(["addition-ends-discount"]);
    expect(variant.effects[0]?.params.lostCents).toBe(4_800);
    // Said once, as what changes.
    expect(codes(variant.hints)).not.toContain("discount-lost-to-profile");
  });
  test("the 25th profile lifts the discount of all", () => {
    const variant = first(checked(booked("enreach", [{ sku: "professional", quantity: 24 }]), { sku: "professional" }));
    expect(variant.totals.monthlyCents).toBe(1_890 - (25 * 300 - 24 * 200));
    expect(codes(variant.effects)).toEqual(["addition-changes-discount"]);
  });
  test("the flat that was lacking brings the discount", () => {
    const wish = { sku: "allnet-flat", profile: "advanced", quantity: 5 };
    const variant = first(checked(booked("enreach", [{ sku: "advanced", quantity: 5 }]), wish));
    expect(variant.totals.monthlyCents).toBe(5 * 800 - 5 * 200);
    expect(codes(variant.effects)).toEqual(["addition-brings-discount"]);
  });
  test("the 51st extension makes all 50 cheaper", () => {
    const variant = first(checked(booked("autphone", [{ sku: "extension", quantity: 50 }]), { sku: "extension" }));
    expect(variant.totals.monthlyCents).toBe(51 * 600 - 50 * 650);
    expect(variant.onBooked.monthlyCents).toBe(-50 * 50);
    expect(variant.booking).toEqual({
      before: { oneOffCents: 0, monthlyCents: 32_500, yearlyCents: 0 },
      after: { oneOffCents: 0, monthlyCents: 30_600, yearlyCents: 0 },
    });
    expect(codes(variant.effects)).toEqual(["addition-reaches-step"]);
  });
  test("a second porting is not free where the first was had", () => {
    const once = (items: QuoteItem[]) =>
      first(checked(booked("autphone", items), { sku: "porting" })).totals.oneOffCents;
    expect([once([]), once([{ sku: "porting" }])]).toEqual([0, 2_500]);
  });
  test("set-up from eleven extensions is on request: no sum once, the months are known", () => {
    const wish = [{ sku: "extension", quantity: 11 }, { sku: "setup" }];
    const variant = first(checked(booked("netinteract", []), ...wish));
    expect(variant.totals).toEqual({ oneOffCents: null, monthlyCents: 11 * 850, yearlyCents: 0 });
    expect(variant.lines.map(({ onRequest }) => onRequest)).toEqual([false, true]);
  });
  test("an own price goes before the printed one and is marked", () => {
    const own: BookedFacts["own"] = ({ sku }) => (sku === "queue" ? { cents: 1_000, sample: true } : undefined);
    const variant = first(
      checked(booked("netinteract", [{ sku: "extension", quantity: 3 }], { own }), { sku: "queue" }),
    );
    expect(variant.totals.monthlyCents).toBe(1_000);
    expect(variant.lines[0]).toMatchObject({ sample: true, prices: [{ own: true }] });
  });
  test("a price that law forbids to charge says so", () => {
    const facts = booked("netinteract", [{ sku: "extension", quantity: 3 }]);
    expect(first(checked(facts, { sku: "porting-single" })).lines[0]?.needsOverride).toBeTruthy();
  });
  test("what is broken already is said apart, and mended too", () => {
    const found = checked(booked("netinteract", [{ sku: "extension", quantity: 2 }]), { sku: "queue" });
    expect(codes(found.brokenBefore)).toEqual(["below-minimum"]);
    expect(added(first(found))).toEqual([["extension", 1]]);
    expect(first(found).totals.monthlyCents).toBe(850 + 1_490);
  });
  test("every fault of the wish is named, with its place", () => {
    const wish = [{ sku: "call-recording" }, { sku: "dhcp-server", mode: "purchase" as const }, { sku: "nothing" }];
    const refusals = additionToBooked(booked("fluxpunkt", []), wish, TODAY) as Refusal[];
    expect(refusals.map(({ code, path }) => [code, path])).toEqual([
      ["mode-needed", "wish[0].mode"],
      ["article-unknown", "wish[2].sku"],
    ]);
  });
});

describe("tiers of installed users", () => {
  const three = ["call-recording", "insight-analytics", "active-directory-sync"].map((sku) => ({
    sku,
    mode: "purchase" as const,
    tier: "21-40",
    units: 1,
    paidCents: null,
    since: "2025-01-01",
  }));
  const pbx = (usersAfter: number, more: Partial<BookedFacts> = {}) =>
    booked("fluxpunkt", [], { tiers: three, installedUsers: 40, usersAfter, ...more });

  test("the 41st user moves three tiers: 4,000.00 once, with the credit", () => {
    const found = checked(pbx(41));
    expect(found.tiers.map(({ moves, neededTier }) => [moves, neededTier])).toEqual(Array(3).fill([true, "41-80"]));
    const variant = first(found);
    expect(variant.totals).toEqual({ oneOffCents: 400_000, monthlyCents: 0, yearlyCents: 0 });
    expect(variant.lines.map(({ part, tier }) => [part, tier])).toEqual(Array(3).fill(["tier", "41-80"]));
    for (const request of variant.requests) expect(ask(request).ok).toBe(true);
    const dues = variant.requests.map((request) => Number(ask(request).dueCents));
    expect(dues.reduce((sum, due) => sum + due, 0)).toBe(400_000);
  });
  test("nothing moves while the tier holds", () => {
    expect(first(checked(pbx(40))).totals.oneOffCents).toBe(0);
  });
  test("the higher tier of what is owned, wished for by name, costs the difference and is not moved a second time", () => {
    const wish = { sku: "call-recording", mode: "purchase" as const, users: 41, quantity: 1 };
    const found = checked(pbx(41), wish);
    expect(first(found).lines.map(({ part, sku }) => `${part} ${sku}`)).toEqual([
      "wish call-recording",
      "tier insight-analytics",
      "tier active-directory-sync",
    ]);
    expect(first(found).totals.oneOffCents).toBe(400_000);
  });
  test("what was exceeded before is named, and is no cost of this wish", () => {
    const facts = booked("fluxpunkt", [], { tiers: three, installedUsers: 45, usersAfter: 45 });
    const found = checked(facts, { sku: "monitoring", mode: "purchase", quantity: 1 });
    expect(found.tiers.map(({ exceededBefore, moves }) => [exceededBefore, moves])).toEqual(
      Array(3).fill([true, false]),
    );
    expect(first(found).totals.oneOffCents).toBe(9_900);
  });
  test("a subscribed tier follows the users, which the paper does not regulate", () => {
    const item = { sku: "call-recording", mode: "subscription" as const, termMonths: 36, users: 18, quantity: 1 };
    const found = checked(booked("fluxpunkt", [item], { installedUsers: 18, usersAfter: 25 }));
    const prices = [18, 25].map(
      (users) =>
        answer({ op: "price", vendor: "fluxpunkt", items: [{ ...item, users }] }).totals as { monthlyCents: number },
    );
    expect(first(found).totals.monthlyCents).toBe((prices[1]?.monthlyCents ?? 0) - (prices[0]?.monthlyCents ?? 0));
    expect(first(found).totals.monthlyCents).toBeGreaterThan(0);
    expect(codes(first(found).assumptions)).toContain("subscription-tier-not-regulated");
  });
  test("a support plan leaves out the modules that are older", () => {
    const modules = [{ sku: "call-recording", purchasedOn: ["2025-01-01"] }];
    const found = checked(booked("fluxpunkt", [], { modules }), { sku: "support-premium" });
    expect(codes(first(found).effects)).toEqual(["coverage-bought-before-plan"]);
    expect(first(found).totals.yearlyCents).toBe(82_800);
  });
});

const licenceFacts = (system: LicenceFacts["system"], more: Partial<LicenceFacts> = {}): LicenceFacts => ({
  vendor: "c4b",
  rules: prerequisites,
  system,
  usage: {},
  prices: Object.fromEntries(ALL_LICENCES.map((sku, index) => [sku, 1_000 * (index + 1)])),
  samples: new Set([OFFICE]),
  maintenance: { rules: up2date, currentEnd: "2027-10-31", term: { years: 3, basisPointsPerYear: 1_800 } },
  ...more,
});

describe("licences that need each other", () => {
  test("ten TEAMDESK on a SMART SERVER, with the maintenance of what is added until its end", () => {
    const facts = licenceFacts({ [SMART]: 1 });
    const found = granted(additionToLicences(facts, { [TEAMDESK]: 10 }, TODAY));
    expect(found.obstacles.map(({ sku, kind }) => [sku, kind])).toEqual([[TEAMDESK, "excluded"]]);
    const variant = first(found);
    expect(variant.lines.map(({ part, sku }) => `${part} ${sku}`)[0]).toBe(`wish ${TEAMDESK}`);
    expect(variant.lines.filter(({ part }) => part === "needed").every(({ because }) => because.length > 0)).toBe(true);
    expect(variant.maintenance).toMatchObject({ kind: "running", remainingMonths: 12, percentPerYear: 18 });
    const basis = variant.lines.reduce((sum, line) => sum + (line.oneOffCents ?? 0), 0);
    expect(variant.totals.oneOffCents).toBe(basis + Math.round(basis * 0.18));
  });
  test("without a price there is no sum, the months left are known all the same", () => {
    const facts = licenceFacts({ [SERVER]: 1 }, { prices: {} });
    const variant = first(granted(additionToLicences(facts, { [OFFICE]: 1 }, TODAY)));
    expect(variant.totals.oneOffCents).toBeNull();
    expect(variant.maintenance).toMatchObject({ amountCents: null, remainingMonths: 12 });
  });
  test.each([
    ["lapsed", "2026-10-31"],
    ["never", null],
  ])("maintenance that is %s takes nothing in", (kind, currentEnd) => {
    const maintenance = { rules: up2date, currentEnd, term: null };
    const variant = first(
      granted(additionToLicences(licenceFacts({ [SERVER]: 1 }, { maintenance }), { [OFFICE]: 1 }, TODAY)),
    );
    expect(variant.maintenance).toMatchObject({ kind });
    expect(variant.totals.oneOffCents).toBe(variant.lines[0]?.oneOffCents);
  });
  test("a running term of a length that the list does not know has no percentage, and nothing is made up", () => {
    const maintenance = { rules: up2date, currentEnd: "2027-10-31", term: null };
    const facts = licenceFacts({ [SERVER]: 1 }, { maintenance });
    const variant = first(granted(additionToLicences(facts, { [OFFICE]: 1 }, TODAY)));
    const unknown = { percentPerYear: null, amountCents: null, renewal: null, remainingMonths: 12 };
    expect(variant.maintenance).toMatchObject(unknown);
    expect(variant.totals.oneOffCents).toBeNull();
  });
  test("a second server for its five OFFICE is the letter; what is meant is the first alternative", () => {
    const facts = licenceFacts({ [SERVER]: 1, [IP_CHANNEL]: 1 }, { usage: { faxInClient: true } });
    const { variants } = granted(additionToLicences(facts, { [FAX]: 5 }, TODAY));
    expect(variants.map(({ secondServer }) => secondServer)).toEqual([true, false, false]);
    expect(codes(variants[0]?.effects ?? [])).toEqual(["basket-brings-included"]);
    expect(variants.slice(1).map(added)).toEqual([[[OFFICE, 5]], [[OFFICE_PLUS, 5]]]);
  });
  test("an upgrade beside the server it turns is no second server", () => {
    const { variants } = granted(
      additionToLicences(licenceFacts({ [SMART]: 1, [OFFICE]: 15 }), { [OFFICE]: 1 }, TODAY),
    );
    expect(added(variants[0] as Variant)).toEqual([[UPG_SERVER, 1]]);
    expect(variants[0]?.secondServer).toBe(false);
  });
  test("a second server of the same kind is refused at the wish", () => {
    expect(additionToLicences(licenceFacts({ [SERVER]: 1 }), { [SERVER]: 1 }, TODAY)).toMatchObject([
      { code: "more-than-one" },
    ]);
  });

  test("random systems: every figure is the calculator's, and every variant passes its check", () => {
    let seconds = 0;
    fc.assert(
      fc.property(
        randomSystems(9),
        randomUsages,
        randomPrices,
        fc.dictionary(fc.constantFrom(OFFICE, TEAMDESK, FAX, "3321.0030", "3513.0030"), fc.integer({ min: 1, max: 9 })),
        (drawnSystem, usage, prices, wish) => {
          const system = Object.fromEntries(Object.entries(drawnSystem).filter(([, quantity]) => quantity > 0));
          const { variants } = granted(additionToLicences(licenceFacts(system, { usage, prices }), wish, TODAY));
          // Where an upgrade lacks the server that it turns, every way adds one.
          const isUpgradeAlone = (system[UPG_SERVER] ?? 0) > 0 && (system[SMART] ?? 0) === 0;
          if (variants[0]?.secondServer && variants.length > 1 && !isUpgradeAlone) {
            seconds += 1;
            expect(variants[1]?.secondServer).toBe(false);
          }
          for (const variant of variants) {
            const sum = (left: Record<string, number>, right: [string, number][]) => {
              const all = { ...left };
              for (const [sku, quantity] of right) all[sku] = (all[sku] ?? 0) + quantity;
              return all;
            };
            const becomes = sum(
              system,
              variant.lines.map(({ sku, quantity }) => [sku, quantity]),
            );
            expect(passes(becomes, usage)).toBe(true);
            const [check, ...others] = variant.requests;
            expect(check).toMatchObject({ op: "check", system: becomes });
            expect(check && ask(check).ok).toBe(true);
            const { maintenance } = variant;
            if (maintenance?.kind !== "running") throw new Error("it runs");
            const additional = others.find(({ op }) => op === "up2date-additional");
            const bought = variant.lines.reduce((cents, line) => cents + (line.oneOffCents ?? 0), 0);
            if (additional === undefined) expect(bought).toBe(0);
            else {
              const said = ask(additional);
              expect(said).toMatchObject({
                ok: true,
                basisCents: bought,
                amountCents: maintenance.amountCents,
                remainingMonths: maintenance.remainingMonths,
              });
              expect(variant.totals.oneOffCents).toBe(bought + Number(said.amountCents));
            }
            const renewals = others.filter(({ op }) => op === "up2date").map(ask);
            expect(renewals.map((renewal) => (renewal.ok ? renewal.amountCents : null))).toEqual([
              maintenance.renewal?.beforeCents,
              maintenance.renewal?.afterCents,
            ]);
          }
        },
      ),
      { numRuns: 400, seed: 20_261_130 },
    );
    expect(seconds).toBeGreaterThan(0);
  }, 60_000);
});

test("random bookings: the change is what the calculator answers after, less what it answers before", () => {
  const wishes: Readonly<Record<string, QuoteItem[]>> = {
    autphone: [{ sku: "extension" }, { sku: "flat-de-s" }, { sku: "number-range" }, { sku: "porting" }],
    netinteract: [{ sku: "extension" }, { sku: "flat-de" }, { sku: "queue" }, { sku: "sip-trunk-integration" }],
    enreach: [{ sku: "starter" }, { sku: "expert" }, { sku: "advanced" }, { sku: "allnet-flat", profile: "advanced" }],
    fluxpunkt: [
      { sku: "monitoring", mode: "subscription", termMonths: 12 },
      { sku: "pro-ivr", mode: "purchase" },
    ],
  };
  const drawn = fc.constantFrom(...Object.keys(wishes)).chain((vendor) => {
    const some = fc.array(
      fc
        .tuple(fc.constantFrom(...(wishes[vendor] ?? [])), fc.integer({ min: 1, max: 60 }))
        .map(([item, quantity]) => ({ ...item, quantity })),
      { minLength: 1, maxLength: 3 },
    );
    return fc.record({ vendor: fc.constant(vendor), before: some, wish: some });
  });
  let compared = 0;
  fc.assert(
    fc.property(drawn, ({ vendor, before, wish }) => {
      const found = checked(booked(vendor, before), ...wish);
      const variant = first(found);
      const [was, is] = variant.requests.map((request) => ask(request) as { ok: boolean; totals?: Costs });
      expect(is?.ok).toBe(variant.remaining.length === 0);
      expect(was?.ok).toBe(found.brokenBefore.length === 0);
      if (!was?.totals || !is?.totals) return;
      compared += 1;
      for (const charge of ["oneOffCents", "monthlyCents", "yearlyCents"] as const) {
        expect(variant.totals[charge]).toBe((is.totals[charge] ?? 0) - (was.totals[charge] ?? 0));
        const lines = variant.lines.reduce((sum, line) => sum + (line[charge] ?? 0), 0);
        expect(lines + (variant.onBooked[charge] ?? 0)).toBe(variant.totals[charge]);
      }
    }),
    { numRuns: 500, seed: 20_261_131 },
  );
  expect(compared).toBeGreaterThan(200);
}, 60_000);

test("every sentence is whole in both languages", () => {
  const all = [
    checked(booked("enreach", [{ sku: "expert", quantity: 24 }]), { sku: "starter" }),
    checked(booked("enreach", [{ sku: "professional", quantity: 24 }]), { sku: "professional" }),
    checked(booked("enreach", [{ sku: "advanced", quantity: 5 }]), {
      sku: "allnet-flat",
      profile: "advanced",
      quantity: 5,
    }),
    checked(booked("autphone", [{ sku: "extension", quantity: 50 }]), { sku: "extension" }),
  ];
  for (const reason of all.flatMap((each) => first(each).effects)) {
    for (const locale of LOCALES) {
      expect(sentence(reason, locale)).toMatch(/^[^{}]*[.!]$/);
      expect(sentence(reason, locale)).not.toMatch(/undefined|NaN/);
    }
  }
});
