import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bookedItem } from "@/lib/domain/booked-item";
import type { QuoteItem } from "@/lib/domain/pricing";
import { byEuroAYear, type Saving, type SavingDraft, type SavingFacts, savingsOf } from "@/lib/domain/savings";
import { sentence } from "@/lib/format/reasons";
import { LOCALES } from "@/lib/format/wording";
import { codes, listOf } from "../support/quotes";
import { expectRepriced } from "../support/repriced";
import { OFFICE, prerequisites, SERVER, SMART, UPG_SERVER, up2date } from "../support/xphone";

const TODAY = "2026-11-20";

function factsOf(vendor: string, more: Partial<SavingFacts> = {}): SavingFacts {
  return { list: listOf(vendor), contracts: [], plans: [], modules: [], maintenance: null, ...more };
}

function booked(vendor: string, ...items: QuoteItem[]): Saving[] {
  return savingsOf(factsOf(vendor, { contracts: [{ id: "contract", items }] }), TODAY);
}

const yearsOf = (draft: SavingDraft | null) => (draft?.op === "up2date" ? draft.years : 0);

describe("a larger quantity that costs less", () => {
  const extensions = (quantity: number) => booked("autphone", { sku: "extension", quantity });
  test("aut-pbx: 48 to 50 and 93 to 100, and no other number up to 300", () => {
    const larger = Array.from({ length: 300 }, (_, index) => index + 1).filter((each) => extensions(each).length > 0);
    expect(larger).toEqual([48, 49, 50, 93, 94, 95, 96, 97, 98, 99, 100]);
  });
  test.each([
    [48, 51, 31_200 - 30_600],
    [50, 51, 32_500 - 30_600],
    [93, 101, 55_800 - 55_550],
    [100, 101, 60_000 - 55_550],
  ])("aut-pbx: %i become %i", (quantity, larger, monthly) => {
    const [saving] = extensions(quantity);
    expect(saving).toMatchObject({
      kind: "larger-quantity",
      contractIds: ["contract"],
      yearlyCents: monthly * 12,
      onceCents: 0,
      breakEvenMonth: null,
      to: { op: "price", vendor: "autphone", items: [{ sku: "extension", quantity: larger }] },
    });
    expectRepriced(saving as Saving);
  });
  test("two contracts of one account count together", () => {
    const contracts = [
      { id: "a", items: [{ sku: "extension", quantity: 30 }] },
      { id: "b", items: [{ sku: "extension", quantity: 20 }, { sku: "flat-de-s" }] },
      { id: "c", items: [{ sku: "number-range" }] },
    ];
    const [saving] = savingsOf(factsOf("autphone", { contracts }), TODAY);
    expect(saving).toMatchObject({ contractIds: ["a", "b"], yearlyCents: 1_900 * 12 });
    expectRepriced(saving as Saving);
  });

  const profiles: Record<string, (quantity: number) => QuoteItem[]> = {
    expert: (quantity) => [{ sku: "expert", quantity }],
    professional: (quantity) => [{ sku: "professional", quantity }],
    advanced: (quantity) => [
      { sku: "advanced", quantity },
      { sku: "allnet-flat", profile: "advanced", quantity },
    ],
  };
  test.each([
    ["expert", [24, 96, 97, 98, 99]],
    ["professional", [24, 94, 95, 96, 97, 98, 99]],
    ["advanced", [24, 93, 94, 95, 96, 97, 98, 99]],
  ])("Enreach, %s: %j and no other number up to 300", (profile, expected) => {
    const items = profiles[profile] as (quantity: number) => QuoteItem[];
    const larger = Array.from({ length: 300 }, (_, index) => index + 1).filter(
      (quantity) => booked("enreach", ...items(quantity)).length > 0,
    );
    expect(larger).toEqual(expected);
  });
  test.each([
    ["professional", 24, 40_560 - 39_750, 2_500],
    ["expert", 24, 54_960 - 54_750, 2_500],
    ["advanced", 93, 93 * 1_390 - 100 * 1_290, 7 * 2_500],
    ["professional", 99, 157_410 - 149_000, 2_500],
    ["expert", 96, 96 * 2_190 - 100 * 2_090, 4 * 2_500],
  ])("Enreach: %s, %i, with 25.00 once for each added", (profile, quantity, monthly, once) => {
    const [saving, ...others] = booked("enreach", ...(profiles[profile] as (count: number) => QuoteItem[])(quantity));
    expect(others).toEqual([]);
    expect(saving).toMatchObject({
      yearlyCents: monthly * 12,
      onceCents: once,
      breakEvenMonth: Math.floor(once / monthly) + 1,
    });
    expectRepriced(saving as Saving);
  });
  test("the flat that keeps the whole company from its discount", () => {
    const items = [
      { sku: "expert", quantity: 20 },
      { sku: "advanced", quantity: 1 },
    ];
    const [saving] = booked("enreach", ...items);
    expect(saving).toMatchObject({ yearlyCents: (42_00 - 8_00) * 12, onceCents: 0 });
    expect(codes(saving?.explanation ?? [])).toEqual(["saving-completes-option", "saving-monthly-falls"]);
    expect(saving?.to).toMatchObject({ items: [...items, { sku: "allnet-flat", profile: "advanced", quantity: 1 }] });
    expectRepriced(saving as Saving);
  });
  test("a Starter keeps the discount away: no larger quantity brings it", () => {
    expect(booked("enreach", { sku: "expert", quantity: 24 }, { sku: "starter" })).toEqual([]);
  });

  const mixes = fc
    .record({
      expert: fc.oneof(fc.nat(12), fc.nat(110)),
      professional: fc.oneof(fc.nat(12), fc.nat(110)),
      advanced: fc.oneof(fc.constant(0), fc.nat(30)),
      flats: fc.nat(30),
      starter: fc.constantFrom(0, 0, 0, 0, 1),
      tapi: fc.constantFrom(0, 1),
    })
    .filter(({ expert, professional, advanced, starter }) => expert + professional + advanced + starter > 0);
  const itemsOf = ({ expert, professional, advanced, flats, starter, tapi }: Record<string, number>): QuoteItem[] => {
    const all: QuoteItem[] = [
      { sku: "expert", quantity: expert },
      { sku: "professional", quantity: professional },
      { sku: "advanced", quantity: advanced },
      { sku: "starter", quantity: starter },
      { sku: "allnet-flat", profile: "advanced", quantity: Math.min(flats ?? 0, advanced ?? 0) },
      { sku: "contact-tapi", profile: "professional", quantity: Math.min(tapi ?? 0, professional ?? 0) },
    ];
    return all.filter(({ quantity }) => (quantity ?? 0) > 0);
  };

  test("mixed profiles: nothing with a gain is left out, by every larger quantity up to 60 more", () => {
    /** The paper once more, in cents a month: profiles, flats of Advanced, the discount by steps. */
    const monthly = (expert: number, professional: number, advanced: number, flats: number, starter: number) => {
      const units = expert + professional + advanced;
      const each = starter === 0 && flats === advanced ? (units >= 100 ? 400 : units >= 25 ? 300 : 200) : 0;
      return expert * 2_490 + professional * 1_890 + advanced * 890 + flats * 800 + starter * 490 - units * each;
    };
    let gains = 0;
    fc.assert(
      fc.property(mixes, (mix) => {
        const [expert, professional, advanced, starter] = [mix.expert, mix.professional, mix.advanced, mix.starter];
        const flats = Math.min(mix.flats, advanced);
        const now = monthly(expert, professional, advanced, flats, starter);
        let least = now;
        for (let e = 0; e <= (expert > 0 ? 60 : 0); e += 1) {
          for (let p = 0; e + p <= (professional > 0 ? 60 : e); p += 1) {
            for (let a = 0; e + p + a <= (advanced > 0 ? 60 : e + p); a += 1) {
              for (const f of new Set([flats, advanced + a])) {
                least = Math.min(least, monthly(expert + e, professional + p, advanced + a, f, starter));
              }
            }
          }
        }
        const savings = booked("enreach", ...itemsOf(mix));
        const reachable = savings.filter(({ onceCents }) => onceCents <= 60 * 2_500);
        expect(savings.length).toBeLessThanOrEqual(1);
        if (least < now) {
          gains += 1;
          expect(savings[0]?.yearlyCents).toBeGreaterThanOrEqual((now - least) * 12);
        }
        for (const saving of reachable) expect(saving.yearlyCents).toBe((now - least) * 12);
        for (const saving of savings) expectRepriced(saving);
      }),
      { numRuns: 300, seed: 20_261_125 },
    );
    expect(gains).toBeGreaterThan(40);
  }, 60_000);
});

describe("purchase against subscription", () => {
  test("the break-even month is the first in which the subscription has cost more", () => {
    const [saving] = booked("fluxpunkt", { sku: "antifraud", mode: "subscription", termMonths: 36 });
    expect(saving).toMatchObject({ kind: "purchase", yearlyCents: 8_400, onceCents: 9_900, breakEvenMonth: 15 });
    expect(saving?.to).toEqual({ op: "price", vendor: "fluxpunkt", items: [{ sku: "antifraud", mode: "purchase" }] });
    expectRepriced(saving as Saving);
  });
  test("with tiers, by the users that it was chosen for, for all its server licences", () => {
    const item = { sku: "call-recording", quantity: 2, mode: "subscription", termMonths: 12, users: 30 } as const;
    const [saving] = booked("fluxpunkt", item);
    expect(saving).toMatchObject({ onceCents: 2 * 120_000, from: { items: [item] } });
    expectRepriced(saving as Saving);
  });
  test("what is bought, or cannot be bought, is no saving", () => {
    expect(booked("fluxpunkt", { sku: "antifraud", mode: "purchase" })).toEqual([]);
    expect(booked("fluxpunkt", { sku: "teams-presence-sync", mode: "subscription", termMonths: 12, users: 9 })).toEqual(
      [],
    );
  });
  test("every subscription of the list that can be bought is found, in every term", () => {
    const list = listOf("fluxpunkt");
    for (const { sku, price } of list.articles) {
      if (price.kind !== "by-form" && price.kind !== "by-users") continue;
      for (const { months } of price.subscription) {
        const position = { sku, quantity: 1, profile: null, users: 55, termMonths: months };
        const savings = booked("fluxpunkt", bookedItem(list, position) as QuoteItem);
        expect(savings, sku).toHaveLength(sku === "teams-presence-sync" ? 0 : 1);
        for (const saving of savings) expectRepriced(saving);
      }
    }
  });
});

const prices = { [SERVER]: 200_000, [SMART]: 100_000, [UPG_SERVER]: 110_000, [OFFICE]: 10_000 };
const maintained = (years: number, currentEnd: string, release: number | null = 8) =>
  savingsOf(
    factsOf("c4b", {
      maintenance: {
        contractId: "maintenance",
        at: { prerequisites, up2date, system: { [SERVER]: 1, [OFFICE]: 30 }, prices },
        years,
        currentEnd,
        release,
      },
    }),
    TODAY,
  );
const kind = (savings: readonly Saving[], of: string) => savings.filter((saving) => saving.kind === of);

describe("maintenance", () => {
  test("one year at a time costs 20 %, five years at once 16 %: the longest first, the others beside it", () => {
    const [saving, ...more] = kind(maintained(1, "2027-03-31"), "maintenance-length");
    expect(more).toEqual([]);
    expect(saving).toMatchObject({ yearlyCents: 20_000, onceCents: 0, contractIds: ["maintenance"] });
    expect(saving?.alternatives.map(({ yearlyCents, to }) => [yearsOf(to), yearlyCents])).toEqual([
      [4, 15_000],
      [3, 10_000],
      [2, 5_000],
    ]);
    expectRepriced(saving as Saving);
  });
  test.each([
    [1, 4],
    [3, 2],
    [4, 1],
    [5, 0],
  ])("after %i years %i longer terms", (years, longer) => {
    const [saving] = kind(maintained(years, "2027-03-31"), "maintenance-length");
    expect(saving === undefined ? 0 : 1 + saving.alternatives.length).toBe(longer);
  });
  test("letting it lapse: 35 % once for the way back are cheaper from the 22nd month on", () => {
    const [saving] = kind(maintained(1, "2027-03-31"), "maintenance-lapse");
    expect(saving).toMatchObject({ yearlyCents: 100_000, onceCents: 175_000, breakEvenMonth: 22 });
    expectRepriced(saving as Saving);
  });
  test("from release 5 the way back costs 75 %", () => {
    expect(kind(maintained(5, "2027-03-31", 5), "maintenance-lapse")[0]).toMatchObject({
      yearlyCents: 80_000,
      onceCents: 375_000,
      breakEvenMonth: 57,
    });
  });
  test("nothing is said where the way back is unknown, or nothing can be renewed today", () => {
    expect(kind(maintained(1, "2027-03-31", null), "maintenance-lapse")).toEqual([]);
    expect(maintained(1, "2027-11-21")).toEqual([]);
    expect(maintained(1, "2026-11-19")).toEqual([]);
    expect(maintained(1, "2027-11-20")).toHaveLength(2);
  });
  test("nor where a list price is unknown", () => {
    const at = { prerequisites, up2date, system: { [SERVER]: 1 }, prices: {} };
    const maintenance = { contractId: "m", at, years: 1, currentEnd: "2027-03-31", release: 8 };
    expect(savingsOf(factsOf("c4b", { maintenance }), TODAY)).toEqual([]);
  });
});

describe("support plans and their modules", () => {
  const planned = (purchases: readonly (readonly string[])[], startsOn = "2026-01-01", endsOn: string | null = null) =>
    savingsOf(
      factsOf("fluxpunkt", {
        plans: [{ contractId: "plan", sku: "support-premium", startsOn, endsOn }],
        modules: purchases.map((purchasedOn, index) => ({ sku: `module-${index}`, purchasedOn })),
      }),
      TODAY,
    );
  test("a plan that is younger than all modules covers nothing", () => {
    const [saving] = planned([["2025-12-31"], ["2024-05-05", "2025-01-01"]]);
    expect(saving).toMatchObject({ kind: "plan-after-modules", yearlyCents: 82_800, onceCents: 0, to: null });
    expectRepriced(saving as Saving);
  });
  test.each([
    ["together with one of them", [["2025-12-31"], ["2026-01-01"]]],
    ["before one of them", [["2025-12-31"], ["2025-01-01", "2026-06-06"]]],
    ["without modules", []],
  ])("a plan bought %s is no saving", (_, purchases) => expect(planned(purchases)).toEqual([]));
  test("nor one that has not begun, or was given notice", () => {
    expect(planned([["2025-12-31"]], "2026-11-21")).toEqual([]);
    expect(planned([["2025-12-31"]], "2026-01-01", "2026-12-31")).toEqual([]);
  });
});

test("most euro a year first, then what costs least once", () => {
  const choice = (yearlyCents: number, onceCents: number) => ({
    yearlyCents,
    onceCents,
    breakEvenMonth: null,
    to: null,
    explanation: [],
  });
  const sorted = [choice(1, 0), choice(5, 9), choice(5, 1)].sort(byEuroAYear);
  expect(sorted.map(({ yearlyCents, onceCents }) => [yearlyCents, onceCents])).toEqual([
    [5, 1],
    [5, 9],
    [1, 0],
  ]);
});

describe("positions as items", () => {
  test.each([
    [
      "fluxpunkt",
      "teams-presence-sync",
      { quantity: 3, termMonths: 12 },
      { mode: "subscription", termMonths: 12, users: 15 },
    ],
    [
      "fluxpunkt",
      "teams-presence-sync",
      { users: 12, termMonths: 1 },
      { mode: "subscription", termMonths: 1, users: 12 },
    ],
    ["fluxpunkt", "support-premium", { users: 12 }, {}],
    ["enreach", "contact-tapi", { quantity: 4, profile: "expert" }, { quantity: 4, profile: "expert" }],
    ["netinteract", "extension", { quantity: 4, termMonths: 12, users: 7 }, { quantity: 4 }],
  ])("%s %s", (vendor, sku, position, item) => {
    const none = { quantity: 1, profile: null, users: null, termMonths: null };
    expect(bookedItem(listOf(vendor), { sku, ...none, ...position })).toEqual({ sku, ...item });
  });
  test("an article that the list does not have", () => {
    const position = { sku: "nothing", quantity: 1, profile: null, users: null, termMonths: null };
    expect(bookedItem(listOf("enreach"), position)).toBeNull();
  });
});

/** Contracts of all vendors as a reseller has them. */
const portfolio: fc.Arbitrary<SavingFacts> = fc.oneof(
  fc
    .integer({ min: 1, max: 130 })
    .map((quantity) =>
      factsOf("autphone", { contracts: [{ id: "c", items: [{ sku: "extension", quantity }, { sku: "flat-de-m" }] }] }),
    ),
  fc.tuple(fc.nat(110), fc.nat(30), fc.nat(3)).map(([professional, advanced, lacking]) => {
    const items = [
      { sku: "professional", quantity: professional },
      { sku: "advanced", quantity: advanced },
      { sku: "allnet-flat", profile: "advanced", quantity: Math.max(0, advanced - lacking) },
    ];
    return factsOf("enreach", { contracts: [{ id: "c", items: items.filter(({ quantity }) => quantity > 0) }] });
  }),
  fc
    .tuple(
      fc.constantFrom(...listOf("fluxpunkt").articles),
      fc.constantFrom(12, 24, 36),
      fc.integer({ min: 1, max: 400 }),
    )
    .map(([{ sku }, termMonths, users]) => {
      const item = bookedItem(listOf("fluxpunkt"), { sku, quantity: 1, profile: null, users, termMonths });
      return factsOf("fluxpunkt", { contracts: [{ id: "c", items: item === null ? [] : [item] }] });
    }),
  fc
    .tuple(
      fc.constantFrom(1, 2, 3, 4, 5),
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom("2026-12-31", "2027-06-30"),
      fc.constantFrom(5, 6, 7, 8),
    )
    .map(([years, office, currentEnd, release]) => {
      const at = {
        prerequisites,
        up2date,
        system: { [SERVER]: 1, [OFFICE]: office },
        prices: { ...prices, [OFFICE]: 9_937 },
      };
      return factsOf("c4b", { maintenance: { contractId: "c", at, years, currentEnd, release } });
    }),
  fc.tuple(fc.integer({ min: 3, max: 40 }), fc.constantFrom("flat-de", "flat-eu")).map(([quantity, flat]) =>
    factsOf("netinteract", {
      contracts: [
        {
          id: "c",
          items: [
            { sku: "extension", quantity },
            { sku: flat, quantity },
          ],
        },
      ],
    }),
  ),
);

test("10,000 contracts: each saving is what the calculator makes of its drafts, in less than a second of processor time", () => {
  const all = fc.sample(portfolio, { numRuns: 10_000, seed: 20_261_126 });
  const start = process.cpuUsage();
  const savings = all.flatMap((facts) => savingsOf(facts, TODAY));
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1_000).toBeLessThan(1_000);
  for (const saving of savings) expectRepriced(saving);
  const kinds = Map.groupBy(savings, (saving) => saving.kind);
  for (const [name, found] of kinds) expect(found.length, name).toBeGreaterThan(100);
  expect([...kinds.keys()].toSorted()).toEqual([
    "larger-quantity",
    "maintenance-lapse",
    "maintenance-length",
    "purchase",
  ]);
  for (const saving of savings.slice(0, 2_000)) {
    for (const reason of [...saving.explanation, ...saving.assumptions, ...saving.hints]) {
      for (const locale of LOCALES) expect(sentence(reason, locale)).not.toMatch(/undefined|NaN|null/);
    }
    expect(saving.explanation[0]?.source?.clause).toBeTruthy();
  }
}, 60_000);

test("sentences", () => {
  const said = (savings: readonly Saving[], of: string) =>
    sentence(kind(savings, of)[0]?.explanation[0] as never, "de");
  expect(said(booked("autphone", { sku: "extension", quantity: 50 }), "larger-quantity")).toBe(
    "51 × Nebenstelle aut-pbx statt 50: Der Staffelpreis gilt für alle.",
  );
  expect(said(maintained(1, "2027-03-31"), "maintenance-length")).toBe(
    "Up2Date für 5 Jahre kostet 16 % im Jahr (zusammen 4.000,00 €), für 1 Jahr 20 % (zusammen 1.000,00 €): im Jahr 200,00 € weniger.",
  );
});
