import { describe, expect, test } from "vitest";
import type { OwnPrices, PriceKey } from "@/lib/domain/pricing";
import { codes, quoted, refused } from "../support/quotes";

/** Own price rows by exact key; everything else has none. */
function rows(...entries: [PriceKey, number, boolean?][]): OwnPrices {
  return (key) => {
    const found = entries.find(([own]) => JSON.stringify(sorted(own)) === JSON.stringify(sorted(key)));
    return found === undefined ? undefined : { cents: found[1], sample: found[2] };
  };
}

function sorted(key: PriceKey): [string, unknown][] {
  return Object.entries(key).toSorted(([left], [right]) => (left < right ? -1 : 1));
}

describe("a price row of the reseller's own goes before the printed price, with every dimension that it depends on", () => {
  test("a tier of a form", () => {
    const own = rows([{ sku: "call-recording", charge: "oneOff", mode: "purchase", tier: "21-40" }, 100_000]);
    const at = (users: number) => quoted("fluxpunkt", [{ sku: "call-recording", mode: "purchase", users }], own);
    expect(at(21).totals.oneOffCents).toBe(100_000);
    expect(at(20).totals.oneOffCents).toBe(59_900);
    expect(codes(at(21).derivation)).toEqual(["price-own"]);
    expect(codes(at(20).derivation)).toEqual(["price-printed"]);
  });

  test("a term", () => {
    const own = rows([{ sku: "pro-ivr", charge: "monthly", mode: "subscription", termMonths: 12 }, 1_000]);
    const item = { sku: "pro-ivr", mode: "subscription" } as const;
    expect(quoted("fluxpunkt", [{ ...item, termMonths: 12, quantity: 2 }], own).totals.monthlyCents).toBe(2_000);
    expect(quoted("fluxpunkt", [{ ...item, termMonths: 24 }], own).totals.monthlyCents).toBe(929);
  });

  test("a volume step, which the list's rule still finds", () => {
    const own = rows([{ sku: "extension", charge: "monthly", tier: "51-100" }, 590]);
    expect(quoted("autphone", [{ sku: "extension", quantity: 51 }], own).totals.monthlyCents).toBe(51 * 590);
    expect(quoted("autphone", [{ sku: "extension", quantity: 50 }], own).totals.monthlyCents).toBe(50 * 650);
  });

  test("an option of a profile, but never what a profile includes", () => {
    const own = rows(
      [{ sku: "contact-tapi", charge: "monthly", profile: "advanced" }, 250],
      [{ sku: "contact-tapi", charge: "monthly", profile: "expert" }, 250],
    );
    const of = (profile: string) =>
      quoted("enreach", [{ sku: profile }, { sku: "contact-tapi", profile }], own).lines[1];
    expect(of("advanced")?.monthlyCents).toBe(250);
    expect(of("professional")?.monthlyCents).toBe(300);
    expect(of("expert")?.monthlyCents).toBe(0);
  });

  test("further portings, not the free one", () => {
    const own = rows([{ sku: "porting", charge: "oneOff" }, 9_900]);
    expect(quoted("autphone", [{ sku: "porting", quantity: 3 }], own).totals.oneOffCents).toBe(2 * 9_900);
  });

  test("0 is a price", () => {
    const own = rows([{ sku: "service-aut-pbx", charge: "oneOff" }, 0]);
    expect(quoted("autphone", [{ sku: "service-aut-pbx" }], own).totals.oneOffCents).toBe(0);
  });
});

test("no rule changes: minima, limits and prices on request stay", () => {
  const own: OwnPrices = () => ({ cents: 1 });
  expect(refused("netinteract", [{ sku: "extension", quantity: 2 }], own).code).toBe("below-minimum");
  expect(refused("enreach", [{ sku: "whatsapp-number" }], own).code).toBe("requires-one-of");
  const setup = quoted("netinteract", [{ sku: "extension", quantity: 11 }, { sku: "setup" }], own);
  expect(setup.totals).toEqual({ oneOffCents: null, monthlyCents: 11, yearlyCents: 0 });
});

describe("a list without printed prices", () => {
  const server = { sku: "3210.0030" };
  const own = rows(
    [{ sku: "3210.0030", charge: "oneOff" }, 150_000, true],
    [{ sku: "3310.0030", charge: "oneOff" }, 9_000],
  );

  test("is priced by own rows alone, and a sample says that it is one", () => {
    const { lines, totals, derivation } = quoted("c4b", [server, { sku: "3310.0030", quantity: 10 }], own);
    expect(totals.oneOffCents).toBe(240_000);
    expect(lines[0]?.sample).toBe(true);
    expect(lines[1]).not.toHaveProperty("sample");
    expect(codes(derivation)).toEqual(["price-sample", "price-own"]);
  });

  test("an unknown price blocks the quote", () => {
    expect(refused("c4b", [server, { sku: "3320.0030" }], own)).toMatchObject({
      code: "price-unknown",
      path: "items[1].sku",
    });
  });
});

test("an amount beyond 2^53 - 1 is refused, a sum that comes back below it is not", () => {
  const million = 1_000_000;
  const own =
    (cents: number): OwnPrices =>
    (key) =>
      key.sku === "expert" && key.charge === "oneOff" ? { cents } : undefined;
  const experts = (cents: number, quantity: number) => [[{ sku: "expert", quantity }], own(cents)] as const;
  expect(quoted("enreach", ...experts(9_007_199_254, million)).totals.oneOffCents).toBe(9_007_199_254 * million);
  expect(refused("enreach", ...experts(9_007_199_255, million)).code).toBe("amount-too-large");
  // The two items come to 9,007,199,255,000,000, more than 2^53 - 1; the discount of 4.00 each brings the sum back below it.
  const monthly = (key: PriceKey) =>
    key.sku === "expert" && key.charge === "monthly" ? { cents: 9_007_199_255 } : undefined;
  const items = [
    { sku: "expert", quantity: million - 1 },
    { sku: "expert", quantity: 1 },
  ];
  expect(quoted("enreach", items, monthly).totals.monthlyCents).toBe((9_007_199_255 - 400) * million);
});
