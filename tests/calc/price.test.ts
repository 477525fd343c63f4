import { describe, expect, test } from "vitest";
import { answer } from "@/lib/calc/answer";

/** What is wrong with a request: code, path, and a sentence that ends like one. */
function error(request: Record<string, unknown>): [code: string, path: string | undefined] {
  const said = answer(request) as { ok: boolean; error?: { code: string; message: string; path?: string } };
  expect(said.ok).toBe(false);
  expect(said.error?.message).toMatch(/\.$/);
  expect(said.error?.message).not.toMatch(/undefined|NaN|\[object/);
  return [said.error?.code ?? "", said.error?.path];
}

const one = (item: unknown) => ({ op: "price", vendor: "autphone", items: [item] });

describe("price: a request that cannot be read names its field", () => {
  test.each([
    ["no vendor", { op: "price", items: [{ sku: "extension" }] }, "vendor"],
    ["an unknown vendor", { op: "price", vendor: "nobody", items: [{ sku: "extension" }] }, "vendor"],
    ["a vendor without printed prices", { op: "price", vendor: "c4b", items: [{ sku: "3310.0030" }] }, "vendor"],
    ["no items", { op: "price", vendor: "autphone" }, "items"],
    ["empty items", { op: "price", vendor: "autphone", items: [] }, "items"],
    ["items that are no list", { op: "price", vendor: "autphone", items: { sku: "extension" } }, "items"],
    ["null items", { op: "price", vendor: "autphone", items: null }, "items"],
    ["an unknown field", { ...one({ sku: "extension" }), quantity: 3 }, "quantity"],
    ["an item that is none", one("extension"), "items[0]"],
    ["a null item", one(null), "items[0]"],
    ["an item without a sku", one({ quantity: 3 }), "items[0].sku"],
    ["a sku that is no text", one({ sku: 7 }), "items[0].sku"],
    ["an unknown field of an item", one({ sku: "extension", amount: 3 }), "items[0].amount"],
    ["a quantity in quotes", one({ sku: "extension", quantity: "7" }), "items[0].quantity"],
    ["a fractional quantity", one({ sku: "extension", quantity: 2.5 }), "items[0].quantity"],
    ["a negative quantity", one({ sku: "extension", quantity: -1 }), "items[0].quantity"],
    ["no quantity at all", one({ sku: "extension", quantity: 0 }), "items[0].quantity"],
    ["a million and one", one({ sku: "extension", quantity: 1_000_001 }), "items[0].quantity"],
    ["1e12", one({ sku: "extension", quantity: 1e12 }), "items[0].quantity"],
    ["a null quantity", one({ sku: "extension", quantity: null }), "items[0].quantity"],
    ["an unknown mode", one({ sku: "extension", mode: "rent" }), "items[0].mode"],
    ["a null mode", one({ sku: "extension", mode: null }), "items[0].mode"],
    ["a null profile", one({ sku: "extension", profile: null }), "items[0].profile"],
    ["0 minutes", one({ sku: "extension", minutes: 0 }), "items[0].minutes"],
    ["0 users", one({ sku: "extension", users: 0 }), "items[0].users"],
    ["a term of 0 months", one({ sku: "extension", termMonths: 0 }), "items[0].termMonths"],
  ])("%s", (_, request, path) => {
    expect(error(request)[1]).toBe(path);
  });

  test("the second item", () => {
    const request = { op: "price", vendor: "autphone", items: [{ sku: "extension" }, { sku: "extension", users: 3 }] };
    expect(error(request)).toEqual(["field-of-no-use", "items[1].users"]);
  });
});

test("price: amounts, tier, profile, edition, and why", () => {
  const said = answer({
    id: "a",
    op: "price",
    vendor: "fluxpunkt",
    items: [{ sku: "call-recording", mode: "purchase", users: 21 }],
  });
  expect(said).toEqual({
    id: "a",
    ok: true,
    lines: [
      { sku: "call-recording", quantity: 1, oneOffCents: 120_000, monthlyCents: 0, yearlyCents: 0, tier: "21-40" },
    ],
    totals: { oneOffCents: 120_000, monthlyCents: 0, yearlyCents: 0 },
    edition: "2022-09",
    assumptions: [],
    hints: [expect.objectContaining({ code: "tier-counts-installed-users" })],
    explanation: [
      {
        code: "price-printed",
        text: "Call Recording (Kauf, Staffel 21-40): 1 × 1.200,00 € = 1.200,00 € einmalig.",
        source: "Fluxpunkt-Preisliste 09/2022, Tabelle „PREMIUM Erweiterung“: Call Recording, Kauf | 21-40",
      },
    ],
  });
});

test("price: a request with 200,000 items is answered, with each kind of advice once", () => {
  const item = { sku: "antifraud", mode: "subscription", termMonths: 36, quantity: 1_000_000 };
  const said = answer({ op: "price", vendor: "fluxpunkt", items: Array.from({ length: 200_000 }, () => item) });
  expect(said.totals).toEqual({ oneOffCents: 0, monthlyCents: 140_000_000_000_000, yearlyCents: 0 });
  expect(said.hints).toHaveLength(1);
});

test("price: a sum beyond 2^53 - 1 is refused", () => {
  const item = { sku: "insight-analytics", mode: "purchase", users: 251, quantity: 1_000_000 };
  const items = (length: number) => ({ op: "price", vendor: "fluxpunkt", items: Array.from({ length }, () => item) });
  expect(answer(items(5_298)).totals).toEqual({ oneOffCents: 9_006_600_000_000_000, monthlyCents: 0, yearlyCents: 0 });
  expect(error(items(5_299))[0]).toBe("amount-too-large");
});

describe("tier-upgrade", () => {
  const upgrade = { op: "tier-upgrade", vendor: "fluxpunkt", sku: "call-recording", fromUsers: 20, toUsers: 41 };

  test("price, credit and what is due", () => {
    expect(answer(upgrade)).toMatchObject({
      ok: true,
      fromTier: "1-20",
      toTier: "41-80",
      priceCents: 240_000,
      creditCents: 59_900,
      dueCents: 180_100,
      assumptions: [{ code: "reading-credit-is-list-price" }],
    });
    expect(answer({ ...upgrade, paidCents: 0 })).toMatchObject({ creditCents: 0, dueCents: 240_000, assumptions: [] });
    expect(answer({ ...upgrade, paidCents: 1e12 })).toMatchObject({ creditCents: 1e12, dueCents: 0 });
  });

  test.each([
    ["no users", { fromUsers: undefined }, "fromUsers"],
    ["users in quotes", { toUsers: "41" }, "toUsers"],
    ["0 users", { fromUsers: 0 }, "fromUsers"],
    ["a million and one", { toUsers: 1_000_001 }, "toUsers"],
    ["a null credit", { paidCents: null }, "paidCents"],
    ["a negative credit", { paidCents: -1 }, "paidCents"],
    ["more than 10^12 paid", { paidCents: 1e12 + 1 }, "paidCents"],
    ["a mode", { mode: "purchase" }, "mode"],
    ["another vendor's article", { vendor: "autphone" }, "sku"],
    ["the vendor without prices", { vendor: "c4b" }, "sku"],
    ["no such vendor", { vendor: "nobody" }, "vendor"],
    ["an article without tiers", { sku: "pro-ivr" }, "sku"],
    ["the same tier", { toUsers: 20 }, "toUsers"],
    ["a lower tier", { fromUsers: 41, toUsers: 40 }, "toUsers"],
  ])("refused: %s", (_, change, path) => {
    expect(error({ ...upgrade, ...change })[1]).toBe(path);
  });
});
