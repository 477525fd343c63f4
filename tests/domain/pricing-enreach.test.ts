import { describe, expect, test } from "vitest";
import type { QuoteItem } from "@/lib/domain/pricing";
import { cents, codes, quoted, refused, totals } from "../support/quotes";

const PROFILES = ["expert", "professional", "advanced", "starter"] as const;
const ONE_OFF = 2_500;
const MONTHLY = { expert: 2_490, professional: 1_890, advanced: 890, starter: 490 } as const;

/** Options by profile as printed: Expert, Professional, Advanced, Starter; "-" where the cell is empty. */
const OPTIONS: readonly [string, string][] = [
  ["ccc-agent", "inkl. inkl. 4,00 -"],
  ["contact-tapi", "inkl. 3,00 3,00 -"],
  ["contact-connect", "inkl. 3,00 3,00 -"],
  ["crm-integration", "5,00 5,00 5,00 -"],
  ["teams-app", "inkl. 2,00 2,00 -"],
  ["teams-connector", "3,00 3,00 3,00 -"],
  ["dialox-inbox", "6,90 6,90 6,90 -"],
  ["allnet-flat", "inkl. inkl. 8,00 -"],
  ["fmc-flat-5", "10,00 10,00 - -"],
  ["fmc-flat-10", "15,00 15,00 - -"],
  ["fmc-flat-25", "20,00 20,00 - -"],
  ["fmc-flat-25-plus", "20,00 20,00 - -"],
];

const cells = OPTIONS.flatMap(([sku, row]) =>
  row.split(" ").map((cell, column) => ({ sku, profile: PROFILES[column] as (typeof PROFILES)[number], cell })),
);

describe("options by profile: 12 options, 4 profiles", () => {
  test("the table is whole", () => expect(cells).toHaveLength(48));

  test.each(cells.filter(({ cell }) => cell !== "-"))("$sku for $profile: $cell", ({ sku, profile, cell }) => {
    const unit = cell === "inkl." ? 0 : cents(cell);
    for (const quantity of [1, 3, 4]) {
      const line = quoted("enreach", [
        { sku: profile, quantity: 4 },
        { sku, profile, quantity },
      ]).lines[1];
      expect(line).toMatchObject({
        sku,
        profile,
        quantity,
        oneOffCents: 0,
        monthlyCents: quantity * unit,
        yearlyCents: 0,
      });
    }
    expect(
      refused("enreach", [
        { sku: profile, quantity: 4 },
        { sku, profile, quantity: 5 },
      ]),
    ).toMatchObject({ code: "more-options-than-users", path: "items[1].quantity" });
  });

  test.each(cells.filter(({ cell }) => cell === "-"))("$sku is not for $profile", ({ sku, profile }) => {
    const items = [
      { sku: profile, quantity: 4 },
      { sku, profile },
    ];
    expect(refused("enreach", items)).toMatchObject({ code: "option-not-for-profile", path: "items[1].profile" });
  });
});

test.each([
  ["dialox-level-1", 0, 990],
  ["dialox-level-2", 0, 2_990],
  ["dialox-level-3", 0, 5_990],
  ["dialox-level-4", 0, 9_990],
  ["autoprovisioning", 2_500, 0],
  ["e-fax", 2_500, 150],
  ["number-single", 190, 0],
  ["number-block-10", 1_790, 0],
  ["number-block-100", 12_900, 0],
  ["mobile-number", 2_500, 0],
])("%s: %i once, %i a month", (sku, once, monthly) => {
  expect(totals("enreach", { sku })).toEqual([once, monthly, 0]);
  expect(totals("enreach", { sku, quantity: 7 })).toEqual([7 * once, 7 * monthly, 0]);
});

describe("Company Flat", () => {
  /** Profiles, and what is taken off each of them. */
  test.each([
    [1, 200],
    [24, 200],
    [25, 300],
    [99, 300],
    [100, 400],
    [1_000_000, 400],
  ])("%i profiles: %i cents each", (quantity, off) => {
    for (const sku of ["expert", "professional"] as const) {
      const { lines, totals } = quoted("enreach", [{ sku, quantity }]);
      expect(lines.at(-1)).toMatchObject({
        sku: "company-flat",
        quantity,
        oneOffCents: 0,
        monthlyCents: -off * quantity,
      });
      expect(totals).toEqual({
        oneOffCents: ONE_OFF * quantity,
        monthlyCents: (MONTHLY[sku] - off) * quantity,
        yearlyCents: 0,
      });
    }
  });

  test.each([
    // from the first page of the paper: price of one user at each step, AllNet flat included
    ["advanced", 1, 1_490],
    ["advanced", 25, 1_390],
    ["advanced", 100, 1_290],
    ["professional", 1, 1_690],
    ["professional", 25, 1_590],
    ["professional", 100, 1_490],
    ["expert", 1, 2_290],
    ["expert", 25, 2_190],
    ["expert", 100, 2_090],
  ] as const)("%s from %i: %i a user", (sku, quantity, each) => {
    const flat: QuoteItem[] = sku === "advanced" ? [{ sku: "allnet-flat", profile: "advanced", quantity }] : [];
    expect(totals("enreach", { sku, quantity }, ...flat)).toEqual([ONE_OFF * quantity, each * quantity, 0]);
  });

  const mix: QuoteItem[] = [
    { sku: "expert", quantity: 20 },
    { sku: "advanced", quantity: 4 },
    { sku: "allnet-flat", profile: "advanced", quantity: 4 },
  ];

  test("20 Expert and 4 Advanced with flat: 517.60; one Starter more costs 52.90 a month", () => {
    const before = quoted("enreach", mix);
    expect(before.totals.monthlyCents).toBe(51_760 + 0);
    expect(before.hints.find((hint) => hint.code === "adding-profile-ends-discount")?.params).toMatchObject({
      ownCents: 490,
      lostCents: 4_800,
      totalCents: 5_290,
    });
    const after = quoted("enreach", [...mix, { sku: "starter" }]);
    expect(after.totals.monthlyCents).toBe(57_050);
    expect(after.lines.some((line) => line.sku === "company-flat")).toBe(false);
    expect(after.hints.find((hint) => hint.code === "discount-lost-to-profile")?.params).toMatchObject({
      units: 1,
      lostCents: 4_800,
    });
  });

  test("one Advanced without the flat ends it for all", () => {
    const short = quoted("enreach", [
      { sku: "expert", quantity: 30 },
      { sku: "advanced", quantity: 4 },
      { sku: "allnet-flat", profile: "advanced", quantity: 3 },
    ]);
    expect(short.lines.map((line) => line.sku)).toEqual(["expert", "advanced", "allnet-flat"]);
    expect(short.hints.find((hint) => hint.code === "discount-needs-option")?.params).toMatchObject({
      units: 1,
      optionCents: 800,
      lostCents: 34 * 300,
    });
  });

  test("flats for Expert do not stand in for those of Advanced", () => {
    const { lines } = quoted("enreach", [
      { sku: "expert", quantity: 2 },
      { sku: "advanced", quantity: 2 },
      { sku: "allnet-flat", profile: "expert", quantity: 2 },
    ]);
    expect(lines.at(-1)?.sku).toBe("allnet-flat");
  });

  test("counts all profiles together, and the items of each", () => {
    const { lines } = quoted("enreach", [
      { sku: "expert", quantity: 10 },
      { sku: "professional", quantity: 5 },
      { sku: "advanced", quantity: 6 },
      { sku: "advanced", quantity: 4 },
      { sku: "allnet-flat", profile: "advanced", quantity: 7 },
      { sku: "allnet-flat", profile: "advanced", quantity: 3 },
    ]);
    expect(lines.at(-1)).toMatchObject({ sku: "company-flat", quantity: 25, monthlyCents: -7_500 });
  });

  test("there is none without a profile, nor with Starters alone", () => {
    expect(quoted("enreach", [{ sku: "e-fax" }]).lines).toHaveLength(1);
    expect(quoted("enreach", [{ sku: "starter", quantity: 30 }]).lines).toHaveLength(1);
  });

  test("24 Professional cost more than 25, and the quote says so", () => {
    expect(totals("enreach", { sku: "professional", quantity: 24 })[1]).toBe(40_560);
    expect(totals("enreach", { sku: "professional", quantity: 25 })[1]).toBe(39_750);
    const hint = quoted("enreach", [{ sku: "professional", quantity: 24 }]).hints.find(
      (each) => each.code === "more-profiles-cost-less",
    );
    expect(hint?.params).toMatchObject({ missing: 1, units: 25, savedCents: 810 });
    expect(codes(quoted("enreach", [{ sku: "professional", quantity: 20 }]).hints)).not.toContain(
      "more-profiles-cost-less",
    );
    expect(totals("enreach", { sku: "professional", quantity: 99 })[1]).toBe(157_410);
    expect(totals("enreach", { sku: "professional", quantity: 100 })[1]).toBe(149_000);
  });
});

describe("limits", () => {
  test("one FMC flat a user, of whatever size", () => {
    const fmc = (sku: string, quantity: number, profile = "expert") => ({ sku, profile, quantity });
    const users = { sku: "expert", quantity: 4 };
    expect(totals("enreach", users, fmc("fmc-flat-5", 2), fmc("fmc-flat-25", 2))[1]).toBe(
      4 * (2_490 - 200) + 2 * 1_000 + 2 * 2_000,
    );
    expect(refused("enreach", [users, fmc("fmc-flat-5", 2), fmc("fmc-flat-25", 3)])).toMatchObject({
      code: "more-than-one-per-user",
      path: "items[2].quantity",
    });
    // Another profile's users do not help.
    expect(
      refused("enreach", [users, { sku: "professional", quantity: 9 }, fmc("fmc-flat-5", 4), fmc("fmc-flat-10", 1)]),
    ).toMatchObject({
      code: "more-than-one-per-user",
    });
    expect(
      totals("enreach", users, { sku: "professional" }, fmc("fmc-flat-5", 4), fmc("fmc-flat-10", 1, "professional"))[1],
    ).toBe(4 * 2_290 + 1_690 + 4 * 1_000 + 1_500);
  });

  test("options of several items count together against their profile", () => {
    const item = { sku: "crm-integration", profile: "expert", quantity: 2 };
    expect(refused("enreach", [{ sku: "expert", quantity: 3 }, item, item])).toMatchObject({
      code: "more-options-than-users",
      path: "items[2].quantity",
    });
    expect(totals("enreach", item, { sku: "expert", quantity: 2 }, item, { sku: "expert", quantity: 2 })[1]).toBe(
      4 * 2_290 + 4 * 500,
    );
  });

  test("at most 10 single numbers", () => {
    expect(totals("enreach", { sku: "number-single", quantity: 10 })).toEqual([1_900, 0, 0]);
    expect(refused("enreach", [{ sku: "number-single", quantity: 11 }])).toMatchObject({
      code: "above-maximum",
      path: "items[0].quantity",
    });
    const six = { sku: "number-single", quantity: 6 };
    expect(refused("enreach", [six, { sku: "e-fax" }, six])).toMatchObject({
      code: "above-maximum",
      path: "items[2].quantity",
    });
  });

  test("a WhatsApp number needs DialoX level 2, 3 or 4", () => {
    const number = { sku: "whatsapp-number", quantity: 2 };
    expect(refused("enreach", [number])).toMatchObject({ code: "requires-one-of", path: "items[0].sku" });
    expect(refused("enreach", [{ sku: "dialox-level-1" }, number])).toMatchObject({ path: "items[1].sku" });
    for (const level of [2, 3, 4]) {
      const sku = `dialox-level-${level}`;
      expect(totals("enreach", number, { sku })).toEqual([5_000, totals("enreach", { sku })[1], 0]);
    }
  });

  test.each<[string, QuoteItem, string]>([
    ["an option without a profile", { sku: "crm-integration" }, "items[1].profile"],
    ["an option of an unknown profile", { sku: "crm-integration", profile: "deluxe" }, "items[1].profile"],
    ["an option of a number", { sku: "crm-integration", profile: "number-single" }, "items[1].profile"],
    ["a profile of a profile", { sku: "expert", profile: "expert" }, "items[1].profile"],
    ["a profile of a number", { sku: "number-single", profile: "expert" }, "items[1].profile"],
    ["a mode", { sku: "expert", mode: "subscription" }, "items[1].mode"],
    ["a term", { sku: "expert", termMonths: 24 }, "items[1].termMonths"],
    ["users", { sku: "expert", users: 24 }, "items[1].users"],
    ["the discount itself", { sku: "company-flat" }, "items[1].sku"],
  ])("refused: %s", (_, item, path) => {
    expect(refused("enreach", [{ sku: "expert", quantity: 3 }, item]).path).toBe(path);
  });
});

describe("readings that are named where they matter", () => {
  const assumed = (...items: QuoteItem[]) => codes(quoted("enreach", items).assumptions);
  test("8.00 and not 10.00 for the AllNet flat, only where it is paid for", () => {
    const flat = { sku: "allnet-flat", quantity: 1 };
    expect(assumed({ sku: "advanced" }, { ...flat, profile: "advanced" })).toContain("flat-price-printed-twice");
    expect(assumed({ sku: "expert" }, { ...flat, profile: "expert" })).not.toContain("flat-price-printed-twice");
  });
  test("from 25 and from 100, at exactly these", () => {
    for (const quantity of [25, 100])
      expect(assumed({ sku: "expert", quantity })).toContain("discount-steps-begin-with");
    for (const quantity of [24, 26, 99, 101]) {
      expect(assumed({ sku: "expert", quantity })).not.toContain("discount-steps-begin-with");
    }
  });
  test("20.90 and not 22.90 for Expert from 100", () => {
    expect(assumed({ sku: "expert", quantity: 1 }, { sku: "professional", quantity: 99 })).toContain(
      "headline-price-misprint",
    );
    expect(assumed({ sku: "professional", quantity: 100 })).not.toContain("headline-price-misprint");
    expect(assumed({ sku: "expert", quantity: 99 })).not.toContain("headline-price-misprint");
  });
  test("DialoX set-up by effort counts 0 and is named", () => {
    for (const level of [1, 2, 3, 4]) expect(assumed({ sku: `dialox-level-${level}` })).toContain("setup-by-effort");
    expect(assumed({ sku: "e-fax" })).not.toContain("setup-by-effort");
  });
});
