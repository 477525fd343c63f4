import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Quote, type QuoteItem, quote } from "@/lib/domain/pricing";
import { isRefusal } from "@/lib/domain/refusal";
import { listOf, quoted, totals } from "../support/quotes";

const options = { numRuns: 1_000, seed: 20_261_120 };
const quantity = fc.oneof(fc.integer({ min: 1, max: 130 }), fc.constantFrom(24, 25, 99, 100, 1_000_000));
const users = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(20, 21, 40, 41, 1_000_000));

/** Any request that may be a good one: articles of one vendor with the fields that they take. */
function requests(vendor: string): fc.Arbitrary<QuoteItem[]> {
  const list = listOf(vendor);
  const items = list.articles.map((article): fc.Arbitrary<QuoteItem> => {
    const sku = fc.constant(article.sku);
    const { price, measure } = article;
    if (price.kind === "by-profile") return fc.record({ sku, quantity, profile: fc.constantFrom(...list.profiles) });
    if (measure.kind === "started-minutes") return fc.record({ sku, minutes: quantity });
    if (measure.kind === "single") return fc.record({ sku });
    if (price.kind !== "by-form" && price.kind !== "by-users") return fc.record({ sku, quantity });
    const subscription = { mode: fc.constant("subscription" as const), termMonths: fc.constantFrom(12, 24, 36) };
    if (measure.kind === "user-packs") return fc.record({ sku, users, ...subscription });
    const purchase = { mode: fc.constant("purchase" as const) };
    if (price.kind === "by-form") {
      return fc.oneof(fc.record({ sku, quantity, ...purchase }), fc.record({ sku, quantity, ...subscription }));
    }
    return fc.oneof(
      fc.record({ sku, quantity, users, ...purchase }),
      fc.record({ sku, quantity, users, ...subscription }),
    );
  });
  const some = fc.array(fc.oneof(...items), { minLength: 1, maxLength: 8 });
  // A request without extensions would always be refused there.
  if (vendor !== "netinteract") return some;
  return some.map((chosen) => [
    { sku: "extension", quantity: 10 },
    ...chosen.filter((item) => item.sku !== "extension"),
  ]);
}

const VENDORS = ["fluxpunkt", "autphone", "enreach", "netinteract"];

function answered(vendor: string, items: readonly QuoteItem[]): Quote | null {
  const answer = quote(listOf(vendor), items);
  return isRefusal(answer) ? null : answer;
}

describe.each(VENDORS)("%s", (vendor) => {
  test("totals are the sum of the lines and never negative", () => {
    let priced = 0;
    fc.assert(
      fc.property(requests(vendor), (items) => {
        const answer = answered(vendor, items);
        if (answer === null) return;
        priced += 1;
        for (const charge of ["oneOffCents", "monthlyCents", "yearlyCents"] as const) {
          const amounts = answer.lines.map((line) => line[charge]);
          const total = amounts.includes(null) ? null : amounts.reduce<number>((sum, each) => sum + (each ?? 0), 0);
          expect(answer.totals[charge]).toBe(total);
          if (total !== null) expect(total).toBeGreaterThanOrEqual(0);
        }
      }),
      options,
    );
    expect(priced).toBeGreaterThan(50);
  });

  test("splitting an item in two changes no total and no refusal", () => {
    let split = 0;
    fc.assert(
      fc.property(requests(vendor), fc.nat(), fc.nat(), (items, at, share) => {
        const index = at % items.length;
        const item = items[index] as QuoteItem;
        if (item.quantity === undefined || item.quantity < 2) return;
        const first = 1 + (share % (item.quantity - 1));
        const parts = [
          { ...item, quantity: first },
          { ...item, quantity: item.quantity - first },
        ];
        const whole = answered(vendor, items);
        const apart = answered(vendor, [...items.slice(0, index), ...parts, ...items.slice(index + 1)]);
        expect(apart?.totals).toEqual(whole?.totals);
        if (whole !== null) split += 1;
      }),
      options,
    );
    expect(split).toBeGreaterThan(20);
  });

  test("the order of the items changes no total", () => {
    fc.assert(
      fc.property(requests(vendor), fc.nat(), (items, turn) => {
        const at = turn % items.length;
        const turned = [...items.slice(at), ...items.slice(0, at)];
        expect(answered(vendor, turned)?.totals).toEqual(answered(vendor, items)?.totals);
      }),
      options,
    );
  });
});

test("one extension more costs more, except at the two named inversions", () => {
  const falls: number[] = [];
  let before = 0;
  for (let extensions = 1; extensions <= 1_000; extensions += 1) {
    const monthly = totals("autphone", { sku: "extension", quantity: extensions })[1] as number;
    if (monthly <= before) falls.push(extensions);
    before = monthly;
  }
  expect(falls).toEqual([51, 101]);
});

test("one profile more costs more a month, except where the discount rises", () => {
  const falls: number[] = [];
  let before = 0;
  for (let experts = 1; experts <= 300; experts += 1) {
    const monthly = totals("enreach", { sku: "expert", quantity: experts })[1] as number;
    if (monthly <= before) falls.push(experts);
    before = monthly;
  }
  expect(falls).toEqual([25, 100]);
});

test("what the quote says of a larger quantity is true", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), fc.constantFrom("expert", "professional"), (count, sku) => {
      for (const hint of quoted("enreach", [{ sku, quantity: count }]).hints) {
        if (hint.code !== "more-profiles-cost-less") continue;
        const now = totals("enreach", { sku, quantity: count })[1] as number;
        const then = totals("enreach", { sku, quantity: Number(hint.params.units) })[1] as number;
        expect(now - then).toBe(hint.params.savedCents);
      }
      for (const hint of quoted("autphone", [{ sku: "extension", quantity: count }]).hints) {
        if (hint.code !== "larger-quantity-costs-less") continue;
        expect(totals("autphone", { sku: "extension", quantity: Number(hint.params.cheaperQuantity) })[1]).toBe(
          hint.params.cheaperCents,
        );
      }
    }),
    options,
  );
});
