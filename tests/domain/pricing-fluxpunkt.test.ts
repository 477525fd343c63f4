import { describe, expect, test } from "vitest";
import type { QuoteItem } from "@/lib/domain/pricing";
import { cents, codes, quoted, refused, totals } from "../support/quotes";

const TIERS = [
  ["1-20", 1, 20],
  ["21-40", 21, 40],
  ["41-80", 41, 80],
  ["81-150", 81, 150],
  ["151-250", 151, 250],
  [">250", 251, 1_000_000],
] as const;

/** PREMIUM Erweiterung: Kauf, Abo 12, 24 and 36 Monate, each with its six tiers. */
const PREMIUM: readonly [string, string, string, string, string][] = [
  [
    "active-directory-sync",
    "199,00 399,00 799,00 1.299,00 2.165,00 2.945,00",
    "16,58 33,25 66,58 108,25 180,42 245,42",
    "8,29 16,63 33,29 54,13 90,21 122,71",
    "7,00 11,08 22,19 36,08 60,14 81,81",
  ],
  [
    "call-recording",
    "599,00 1.200,00 2.400,00 4.800,00 7.500,00 12.500,00",
    "29,37 58,84 117,69 235,37 367,77 612,95",
    "22,34 44,75 89,50 179,00 279,69 466,15",
    "17,84 35,74 71,49 142,98 223,40 372,34",
  ],
  [
    "insight-analytics",
    "1.200,00 2.400,00 4.800,00 7.500,00 12.500,00 17.000,00",
    "58,84 117,69 235,37 367,77 612,95 833,62",
    "44,75 89,50 179,00 279,69 466,15 633,97",
    "35,74 71,49 142,98 223,40 372,34 506,38",
  ],
];

/** Erweiterung: Kauf, Abo 12, 24, 36 Monate. */
const FLAT: readonly [string, string][] = [
  ["antifraud", "99,00 7,00 7,00 7,00"],
  ["blacklist-pro", "249,00 12,21 9,29 7,42"],
  ["dhcp-server", "169,00 8,29 7,00 7,00"],
  ["extended-routing", "599,00 29,37 22,34 17,84"],
  ["group-busy", "99,00 7,00 7,00 7,00"],
  ["happy-holiday", "249,00 12,21 9,29 7,42"],
  ["hd-ringtones", "200,00 9,81 7,46 7,00"],
  ["intercom", "169,00 8,29 7,00 7,00"],
  ["last-contact-forwarding", "169,00 8,29 7,00 7,00"],
  ["monitoring", "99,00 7,00 7,00 7,00"],
  ["multiline-tapi-configuration", "169,00 8,29 7,00 7,00"],
  ["notruf-alarmierung", "899,00 44,08 33,53 26,78"],
  ["privacy-for-starface", "499,00 24,47 18,61 14,86"],
  ["pro-ivr", "249,00 12,21 9,29 7,42"],
  ["reverse-lookup-pro", "249,00 12,21 9,29 7,42"],
  ["rufnummernsignalisierung", "249,00 12,21 9,29 7,42"],
  ["user-template-pro", "169,00 14,08 7,04 7,00"],
  ["zeitgesteuerte-umleitung-pro", "249,00 12,21 9,29 7,42"],
];

const FORMS = [
  { mode: "purchase" },
  { mode: "subscription", termMonths: 12 },
  { mode: "subscription", termMonths: 24 },
  { mode: "subscription", termMonths: 36 },
] as const;

function lineOf(item: QuoteItem) {
  const { sku, quantity, oneOffCents, monthlyCents, yearlyCents, tier } = quoted("fluxpunkt", [item]).lines[0] ?? {};
  return { sku, quantity, oneOffCents, monthlyCents, yearlyCents, tier };
}

describe("premium extensions: 3 articles, 4 forms, 6 tiers", () => {
  const rows = PREMIUM.flatMap(([sku, ...forms]) =>
    forms.flatMap((cells, form) =>
      cells.split(" ").map((cell, tier) => ({ sku, form: FORMS[form], tier: TIERS[tier], cell })),
    ),
  );
  test("the table is whole", () => expect(rows).toHaveLength(72));
  test.each(rows)("$sku $form $tier: $cell", ({ sku, form, tier, cell }) => {
    if (form === undefined || tier === undefined) throw new Error("a row too short");
    const [label, first, last] = tier;
    const amount = cents(cell);
    const expected = form.mode === "purchase" ? [amount, 0] : [0, amount];
    for (const users of [first, last]) {
      expect(lineOf({ sku, ...form, users })).toEqual({
        sku,
        quantity: 1,
        oneOffCents: expected[0],
        monthlyCents: expected[1],
        yearlyCents: 0,
        tier: label,
      });
    }
  });
});

describe("the other extensions: 18 articles, 4 forms", () => {
  const rows = FLAT.flatMap(([sku, cells]) =>
    cells.split(" ").map((cell, form) => ({ sku, form: FORMS[form] as (typeof FORMS)[number], cell })),
  );
  test("the table is whole", () => expect(rows).toHaveLength(72));
  test.each(rows)("$sku $form: $cell", ({ sku, form, cell }) => {
    const amount = cents(cell);
    expect(totals("fluxpunkt", { sku, ...form })).toEqual(form.mode === "purchase" ? [amount, 0, 0] : [0, amount, 0]);
    expect(totals("fluxpunkt", { sku, ...form, quantity: 3 })).toEqual(
      form.mode === "purchase" ? [3 * amount, 0, 0] : [0, 3 * amount, 0],
    );
  });
});

describe("Teams Presence Sync: subscription only, for each started pack of 5 users", () => {
  test.each([
    [1, 750],
    [12, 740],
    [24, 730],
    [36, 700],
  ])("%i months: %i cents a pack", (termMonths, pack) => {
    const sync = { sku: "teams-presence-sync", mode: "subscription", termMonths } as const;
    for (const [users, packs] of [
      [1, 1],
      [5, 1],
      [6, 2],
      [10, 2],
      [11, 3],
      [999_996, 200_000],
      [1_000_000, 200_000],
    ] as const) {
      expect(lineOf({ ...sync, users })).toMatchObject({
        quantity: packs,
        monthlyCents: packs * pack,
        tier: undefined,
      });
    }
  });
});

test.each([
  ["support-basic", [34_800, 0, 0]],
  ["support-premium", [0, 0, 82_800]],
  ["support-enterprise", [0, 0, 154_800]],
])("%s", (sku, expected) => {
  expect(totals("fluxpunkt", { sku })).toEqual(expected);
  expect(totals("fluxpunkt", { sku, quantity: 1 })).toEqual(expected);
});

describe("refused, with the field at fault", () => {
  const subscribed = { mode: "subscription", termMonths: 12 } as const;
  test.each<[string, QuoteItem[], string, string]>([
    ["a tier without users", [{ sku: "call-recording", mode: "purchase" }], "users-needed-for-tier", "items[0].users"],
    ["no mode", [{ sku: "pro-ivr" }], "mode-needed", "items[0].mode"],
    [
      "a subscription without a term",
      [{ sku: "pro-ivr", mode: "subscription" }],
      "article-term-needed",
      "items[0].termMonths",
    ],
    [
      "a month of a module",
      [{ sku: "pro-ivr", mode: "subscription", termMonths: 1 }],
      "article-term-not-offered",
      "items[0].termMonths",
    ],
    [
      "13 months",
      [{ sku: "pro-ivr", mode: "subscription", termMonths: 13 }],
      "article-term-not-offered",
      "items[0].termMonths",
    ],
    [
      "a purchase with a term",
      [{ sku: "pro-ivr", mode: "purchase", termMonths: 12 }],
      "term-of-a-purchase",
      "items[0].termMonths",
    ],
    [
      "users on a module without tiers",
      [{ sku: "pro-ivr", mode: "purchase", users: 20 }],
      "field-of-no-use",
      "items[0].users",
    ],
    ["minutes", [{ sku: "pro-ivr", mode: "purchase", minutes: 20 }], "field-of-no-use", "items[0].minutes"],
    ["a profile", [{ sku: "pro-ivr", mode: "purchase", profile: "expert" }], "field-of-no-use", "items[0].profile"],
    ["Teams bought", [{ sku: "teams-presence-sync", mode: "purchase", users: 5 }], "mode-not-offered", "items[0].mode"],
    [
      "Teams with a quantity",
      [{ sku: "teams-presence-sync", ...subscribed, users: 5, quantity: 1 }],
      "field-of-no-use",
      "items[0].quantity",
    ],
    [
      "Teams without users",
      [{ sku: "teams-presence-sync", ...subscribed }],
      "users-needed-for-packs",
      "items[0].users",
    ],
    ["a plan with a mode", [{ sku: "support-premium", mode: "purchase" }], "field-of-no-use", "items[0].mode"],
    ["a plan with a term", [{ sku: "support-premium", termMonths: 12 }], "field-of-no-use", "items[0].termMonths"],
    ["two plans of a kind", [{ sku: "support-premium", quantity: 2 }], "quantity-is-one", "items[0].quantity"],
    ["one plan twice", [{ sku: "support-premium" }, { sku: "support-premium" }], "above-maximum", "items[1].sku"],
    [
      "two plans for one key",
      [{ sku: "support-basic" }, { sku: "pro-ivr", mode: "purchase" }, { sku: "support-enterprise" }],
      "above-maximum",
      "items[2].sku",
    ],
    [
      "an unknown article",
      [
        { sku: "pro-ivr", mode: "purchase" },
        { sku: "pro-ivr-2", mode: "purchase" },
      ],
      "article-unknown",
      "items[1].sku",
    ],
    ["another vendor's article", [{ sku: "extension" }], "article-unknown", "items[0].sku"],
    ["a name of JavaScript's", [{ sku: "__proto__" }], "article-unknown", "items[0].sku"],
  ])("%s", (_, items, code, path) => {
    expect(refused("fluxpunkt", items)).toMatchObject({ code, path });
  });
});

describe("said beside the price", () => {
  test("a subscription that costs more than buying, with the month from which it does", () => {
    const { hints } = quoted("fluxpunkt", [{ sku: "antifraud", mode: "subscription", termMonths: 36, quantity: 2 }]);
    expect(hints.find((hint) => hint.code === "subscription-dearer-than-purchase")?.params).toMatchObject({
      termCents: 2 * 36 * 700,
      purchaseCents: 2 * 9_900,
      fromMonth: 15,
    });
    expect(
      codes(quoted("fluxpunkt", [{ sku: "antifraud", mode: "subscription", termMonths: 12 }]).hints),
    ).not.toContain("subscription-dearer-than-purchase");
  });

  test("a full tier: 40 to 41 users lift Call Recording by 1,200.00", () => {
    const at = (users: number) => quoted("fluxpunkt", [{ sku: "call-recording", mode: "purchase", users }]).hints;
    expect(at(40).find((hint) => hint.code === "tier-is-full")?.params).toMatchObject({
      nextTier: "41-80",
      moreCents: 120_000,
    });
    expect(codes(at(39))).not.toContain("tier-is-full");
    expect(codes(at(1_000_000))).not.toContain("tier-is-full");
  });

  test("the source of each figure", () => {
    const { derivation } = quoted("fluxpunkt", [{ sku: "call-recording", mode: "purchase", users: 30 }]);
    expect(derivation).toEqual([
      {
        code: "price-printed",
        params: expect.objectContaining({ article: "Call Recording", unitCents: 120_000, units: 1, tier: "21-40" }),
        source: {
          document: "Fluxpunkt-Preisliste 09/2022",
          clause: "Tabelle „PREMIUM Erweiterung“: Call Recording, Kauf | 21-40",
        },
      },
    ]);
  });
});
