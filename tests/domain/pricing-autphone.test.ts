import { describe, expect, test } from "vitest";
import { codes, quoted, refused, totals } from "../support/quotes";

describe("extensions: the price reached applies to all of them", () => {
  test.each([
    [1, 650],
    [47, 30_550],
    [48, 31_200],
    [50, 32_500],
    [51, 30_600],
    [92, 55_200],
    [93, 55_800],
    [100, 60_000],
    [101, 55_550],
    [1_000_000, 550_000_000],
  ])("%i: %i a month", (quantity, monthly) => {
    expect(totals("autphone", { sku: "extension", quantity })).toEqual([0, monthly, 0]);
  });

  test("items count together, each keeps its line", () => {
    const { lines } = quoted("autphone", [
      { sku: "extension", quantity: 30 },
      { sku: "extension", quantity: 25 },
    ]);
    expect(lines.map((line) => line.monthlyCents)).toEqual([18_000, 15_000]);
  });

  test("48 to 50 cost more than 51, 93 to 100 more than 101, and only these are told", () => {
    const told = new Map<number, string>();
    for (let quantity = 1; quantity <= 300; quantity += 1) {
      for (const { code, params } of quoted("autphone", [{ sku: "extension", quantity }]).hints) {
        if (code === "larger-quantity-costs-less")
          told.set(quantity, `${params.cheaperQuantity} at ${params.cheaperCents}`);
      }
    }
    expect([...told]).toEqual([
      ...[48, 49, 50].map((quantity) => [quantity, "51 at 30600"]),
      ...[93, 94, 95, 96, 97, 98, 99, 100].map((quantity) => [quantity, "101 at 55550"]),
    ]);
  });
});

test.each([
  ["flat-de", [1_000, 2_000, 4_000]],
  ["flat-dach", [2_000, 4_000, 8_000]],
  ["flat-europa", [9_000, 18_000, 36_000]],
  ["flat-export", [10_000, 20_000, 40_000]],
])("%s-s, -m, -l: %o a month", (flat, prices) => {
  for (const [index, size] of ["s", "m", "l"].entries()) {
    const sku = `${flat}-${size}`;
    expect(totals("autphone", { sku, quantity: 2 })).toEqual([0, 2 * (prices[index] ?? 0), 0]);
    const { hints, assumptions } = quoted("autphone", [{ sku }]);
    expect(codes(hints).includes("europe-package-without-greece-cyprus")).toBe(/europa|export/.test(sku));
    expect(codes(assumptions)).toContain("package-per-contract-overage-unknown");
  }
});

test.each([
  ["number-single", [0, 0, 0]],
  ["number-range", [0, 1_000, 0]],
  ["number-choice", [1_500, 0, 0]],
  ["administration", [2_500, 0, 0]],
  ["service-aut-pbx", [34_900, 0, 0]],
])("%s: %o", (sku, expected) => {
  expect(totals("autphone", { sku })).toEqual(expected);
  expect(totals("autphone", { sku, quantity: 9 })).toEqual(expected.map((amount) => 9 * amount));
});

describe("porting: the first is free, each further one costs as Administration", () => {
  test.each([
    [[1], [0]],
    [[2], [2_500]],
    [[10], [22_500]],
    [
      [1, 2],
      [0, 5_000],
    ],
    [
      [3, 1],
      [5_000, 2_500],
    ],
    [
      [1, 1, 1],
      [0, 2_500, 2_500],
    ],
  ])("%o portings: %o", (quantities, amounts) => {
    const { lines } = quoted(
      "autphone",
      quantities.map((quantity) => ({ sku: "porting", quantity })),
    );
    expect(lines.map((line) => line.oneOffCents)).toEqual(amounts);
  });

  test("is named as a reading, and as a conflict with the law, from the second on", () => {
    const one = quoted("autphone", [{ sku: "porting" }]);
    const two = quoted("autphone", [{ sku: "porting" }, { sku: "porting" }]);
    expect(codes(one.assumptions)).toEqual(["edition-undated"]);
    expect(codes(two.assumptions)).toContain("further-porting-billed-as-administration");
    expect(codes(one.hints)).not.toContain("porting-fee-conflicts-with-law");
    expect(codes(two.hints)).toContain("porting-fee-conflicts-with-law");
  });
});

test.each(["mode", "termMonths", "users", "profile", "minutes"])("refused: an extension with %s", (field) => {
  const value = { mode: "subscription", profile: "expert" }[field] ?? 12;
  expect(refused("autphone", [{ sku: "extension", [field]: value }])).toMatchObject({
    code: "field-of-no-use",
    path: `items[0].${field}`,
  });
});
