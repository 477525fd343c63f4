import { describe, expect, test } from "vitest";
import type { QuoteItem } from "@/lib/domain/pricing";
import { codes, quoted, refused, totals } from "../support/quotes";

const extensions = (quantity: number): QuoteItem => ({ sku: "extension", quantity });

describe("at least 3 extensions in every request", () => {
  test.each([
    [3, 2_550],
    [14, 11_900],
    [15, 12_750],
    [1_000_000, 850_000_000],
  ])("%i: %i a month", (quantity, monthly) => {
    expect(totals("netinteract", extensions(quantity))).toEqual([0, monthly, 0]);
  });

  test.each<[string, QuoteItem[], string]>([
    ["two", [extensions(2)], "items[0].quantity"],
    ["two and a door phone", [extensions(2), { sku: "device-extension", quantity: 9 }], "items[0].quantity"],
    ["one and one", [extensions(1), { sku: "queue" }, extensions(1)], "items[2].quantity"],
    ["none", [{ sku: "queue" }], "items"],
    ["only support", [{ sku: "premium-support", minutes: 15 }], "items"],
  ])("refused: %s", (_, items, path) => {
    expect(refused("netinteract", items)).toMatchObject({ code: "below-minimum", path });
  });

  test("several items count together", () => {
    expect(totals("netinteract", extensions(1), extensions(1), extensions(1))).toEqual([0, 2_550, 0]);
  });

  test("from 15 there are tier prices on request: a hint, at list price", () => {
    const hinted = (quantity: number) => codes(quoted("netinteract", [extensions(quantity)]).hints);
    expect(hinted(14)).not.toContain("tier-prices-on-request");
    expect(hinted(15)).toContain("tier-prices-on-request");
  });
});

test.each([
  ["device-extension", 0, 850],
  ["communicator-go", 0, 300],
  ["call-group", 0, 490],
  ["conference-room", 0, 490],
  ["queue", 0, 1_490],
  ["pin-module", 0, 490],
  ["crm-integration", 0, 490],
  ["number-single", 490, 0],
  ["number-block-10", 2_990, 0],
  ["number-block-100", 12_900, 0],
  ["porting-single", 4_900, 0],
  ["porting-block", 9_900, 0],
  ["porting-out", 3_900, 0],
  ["audio-upload", 3_900, 0],
  ["device-preconfiguration", 1_900, 0],
  ["sip-trunk-integration", 9_900, 1_900],
  ["clip-validation", 2_900, 0],
  ["downgrade", 2_900, 0],
])("%s: %i once, %i a month", (sku, once, monthly) => {
  expect(totals("netinteract", extensions(3), { sku })).toEqual([once, 2_550 + monthly, 0]);
  expect(totals("netinteract", extensions(3), { sku, quantity: 5 })).toEqual([5 * once, 2_550 + 5 * monthly, 0]);
});

describe("flats: for all extensions or for none", () => {
  const FLATS = [
    ["flat-de", 690, 3],
    ["flat-eu", 1_290, 3],
    ["flat-de-mobile", 1_990, 10],
    ["flat-eu-mobile", 2_590, 10],
  ] as const;

  test.each(FLATS)("%s: %i each, from %i extensions", (sku, each, least) => {
    for (const quantity of [least, least + 1, 40]) {
      expect(totals("netinteract", extensions(quantity), { sku, quantity })[1]).toBe(quantity * (850 + each));
      for (const other of [quantity - 1, quantity + 1]) {
        expect(refused("netinteract", [extensions(quantity), { sku, quantity: other }])).toMatchObject({
          code: "not-for-all",
          path: "items[1].quantity",
        });
      }
    }
    if (least > 3) {
      expect(refused("netinteract", [extensions(least - 1), { sku, quantity: least - 1 }])).toMatchObject({
        code: "needs-at-least",
        path: "items[1].sku",
      });
    }
  });

  test("other SIP devices do not count, neither for the number nor for the flats", () => {
    const devices = { sku: "device-extension", quantity: 5 };
    expect(totals("netinteract", extensions(10), devices, { sku: "flat-de-mobile", quantity: 10 })[1]).toBe(
      8_500 + 4_250 + 19_900,
    );
    expect(refused("netinteract", [extensions(10), devices, { sku: "flat-de", quantity: 15 }]).code).toBe(
      "not-for-all",
    );
    expect(refused("netinteract", [extensions(9), devices, { sku: "flat-de-mobile", quantity: 9 }]).code).toBe(
      "needs-at-least",
    );
  });

  test("several items count together on both sides", () => {
    const flat = (quantity: number) => ({ sku: "flat-de-mobile", quantity });
    expect(totals("netinteract", flat(4), extensions(5), flat(6), extensions(5))[1]).toBe(28_400);
  });

  test("the European flats leave out Austria and Belgium", () => {
    for (const [sku] of FLATS) {
      const hints = codes(quoted("netinteract", [extensions(10), { sku, quantity: 10 }]).hints);
      expect(hints.includes("europe-flat-without-austria-belgium")).toBe(sku.startsWith("flat-eu"));
      expect(hints).toContain("flats-stay-bound-after-reduction");
    }
  });
});

describe("set-up: 199.00 up to 10 extensions, then on request", () => {
  test("10", () => expect(totals("netinteract", extensions(10), { sku: "setup" })).toEqual([19_900, 8_500, 0]));
  test("11: nobody knows the price, nor the total that it touches", () => {
    const { lines, totals } = quoted("netinteract", [
      extensions(6),
      { sku: "setup" },
      extensions(5),
      { sku: "number-single" },
    ]);
    expect(lines[1]).toMatchObject({
      sku: "setup",
      onRequest: true,
      oneOffCents: null,
      monthlyCents: 0,
      yearlyCents: 0,
    });
    expect(lines[3]).not.toHaveProperty("onRequest");
    expect(totals).toEqual({ oneOffCents: null, monthlyCents: 9_350, yearlyCents: 0 });
  });
  test("11 without set-up", () => expect(totals("netinteract", extensions(11))).toEqual([0, 9_350, 0]));
  test("what it includes is hinted at and not deducted", () => {
    const items = [extensions(3), { sku: "setup" }, { sku: "number-single", quantity: 3 }];
    expect(quoted("netinteract", items).totals.oneOffCents).toBe(19_900 + 3 * 490);
    expect(codes(quoted("netinteract", items).hints)).toContain("setup-includes-numbers-or-porting");
  });
});

describe("Premium Support: per started 15 minutes", () => {
  test.each([
    [1, 1],
    [15, 1],
    [16, 2],
    [30, 2],
    [31, 3],
    [1_000_000, 66_667],
  ])("%i minutes: %i blocks", (minutes, blocks) => {
    const { lines } = quoted("netinteract", [extensions(3), { sku: "premium-support", minutes }]);
    expect(lines[1]).toMatchObject({ quantity: blocks, oneOffCents: blocks * 1_500, monthlyCents: 0 });
  });
  test("refused: no minutes, or a quantity", () => {
    const support = { sku: "premium-support" };
    expect(refused("netinteract", [extensions(3), support])).toMatchObject({
      code: "field-needed",
      path: "items[1].minutes",
    });
    expect(refused("netinteract", [extensions(3), { ...support, minutes: 15, quantity: 1 }])).toMatchObject({
      code: "field-of-no-use",
      path: "items[1].quantity",
    });
    expect(refused("netinteract", [{ ...extensions(3), minutes: 15 }]).path).toBe("items[0].minutes");
  });
});

test("porting fees are listed, conflict with the law, and go on no new quote without an override", () => {
  for (const sku of ["porting-single", "porting-block", "porting-out"]) {
    const { lines, hints } = quoted("netinteract", [extensions(3), { sku }]);
    expect(lines[1]?.needsOverride).toBe("porting-fee-conflicts-with-law");
    expect(codes(hints)).toContain("porting-fee-conflicts-with-law");
    expect(lines[0]).not.toHaveProperty("needsOverride");
  }
});

test("every quote says that it may not be resold", () => {
  expect(codes(quoted("netinteract", [extensions(3)]).hints)).toContain("brokered-not-resold");
});
