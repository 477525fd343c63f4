import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRefusal } from "@/lib/domain/refusal";
import { type TierUpgrade, type TierUpgradeQuestion, tierUpgrade } from "@/lib/domain/tier-upgrade";
import { codes, listOf } from "../support/quotes";

const fluxpunkt = listOf("fluxpunkt");
const tiered = ["active-directory-sync", "call-recording", "insight-analytics"];

function upgraded(question: TierUpgradeQuestion): TierUpgrade {
  const answer = tierUpgrade(fluxpunkt, question);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer;
}

test.each([
  // sku, from, to, paid, price, credit, due
  ["call-recording", 20, 21, undefined, 120_000, 59_900, 60_100],
  ["call-recording", 30, 100, undefined, 480_000, 120_000, 360_000],
  ["call-recording", 30, 60, 110_000, 240_000, 110_000, 130_000],
  ["call-recording", 1, 1_000_000, undefined, 1_250_000, 59_900, 1_190_100],
  ["active-directory-sync", 150, 151, undefined, 216_500, 129_900, 86_600],
  ["insight-analytics", 250, 251, 0, 1_700_000, 0, 1_700_000],
  ["insight-analytics", 20, 21, 999_999_999, 240_000, 999_999_999, 0],
] as const)("%s %i to %i users, paid %s", (sku, fromUsers, toUsers, paidCents, priceCents, creditCents, dueCents) => {
  expect(upgraded({ sku, fromUsers, toUsers, paidCents })).toMatchObject({ priceCents, creditCents, dueCents });
});

test("without a recorded price the list price is an assumption", () => {
  expect(codes(upgraded({ sku: "call-recording", fromUsers: 1, toUsers: 21 }).assumptions)).toEqual([
    "reading-credit-is-list-price",
  ]);
  expect(upgraded({ sku: "call-recording", fromUsers: 1, toUsers: 21, paidCents: 0 }).assumptions).toEqual([]);
});

describe("no upgrade", () => {
  test.each([
    ["fluxpunkt", { sku: "call-recording", fromUsers: 21, toUsers: 40 }, "tier-is-the-same", "toUsers"],
    ["fluxpunkt", { sku: "call-recording", fromUsers: 41, toUsers: 40 }, "tier-is-lower", "toUsers"],
    ["fluxpunkt", { sku: "call-recording", fromUsers: 251, toUsers: 1_000_000 }, "tier-is-the-same", "toUsers"],
    ["fluxpunkt", { sku: "pro-ivr", fromUsers: 20, toUsers: 41 }, "article-without-tiers", "sku"],
    ["fluxpunkt", { sku: "teams-presence-sync", fromUsers: 20, toUsers: 41 }, "article-without-tiers", "sku"],
    ["fluxpunkt", { sku: "support-premium", fromUsers: 20, toUsers: 41 }, "article-without-tiers", "sku"],
    ["fluxpunkt", { sku: "nothing", fromUsers: 20, toUsers: 41 }, "article-unknown", "sku"],
    ["autphone", { sku: "extension", fromUsers: 20, toUsers: 60 }, "article-without-tiers", "sku"],
    ["enreach", { sku: "expert", fromUsers: 20, toUsers: 60 }, "article-without-tiers", "sku"],
    ["c4b", { sku: "3310.0030", fromUsers: 20, toUsers: 60 }, "article-without-tiers", "sku"],
  ] as const)("%s %o", (vendor, question, code, path) => {
    expect(tierUpgrade(listOf(vendor), question)).toMatchObject({ refused: true, code, path });
  });
});

const anyUsers = fc.integer({ min: 1, max: 400 });

test("steps together cost what one step costs, if each step credits what the licence has cost so far", () => {
  fc.assert(
    fc.property(fc.constantFrom(...tiered), fc.array(anyUsers, { minLength: 2, maxLength: 7 }), (sku, stops) => {
      const firstUsers = stops[0] as number;
      const steps = stops.slice(1).filter((users) => users > 0);
      let users = firstUsers;
      let paidCents = listPriceOf(sku, firstUsers);
      const start = paidCents;
      let dueInSteps = 0;
      for (const toUsers of steps) {
        const answer = tierUpgrade(fluxpunkt, { sku, fromUsers: users, toUsers, paidCents });
        if (isRefusal(answer)) continue;
        dueInSteps += answer.dueCents;
        paidCents += answer.dueCents;
        users = toUsers;
      }
      if (users === firstUsers) return;
      const atOnce = upgraded({ sku, fromUsers: firstUsers, toUsers: users, paidCents: start });
      expect(dueInSteps).toBe(atOnce.dueCents);
      expect(paidCents).toBe(listPriceOf(sku, users));
    }),
    { numRuns: 1_000, seed: 202_209 },
  );
});

test("a discounted first purchase keeps its discount through every step, and nothing is ever paid back", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...tiered),
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.shuffledSubarray([20, 40, 80, 150, 250, 251], { minLength: 3, maxLength: 6 }),
      (sku, paid, chosen) => {
        const stops = chosen.toSorted((left, right) => left - right);
        let held = paid;
        for (let index = 1; index < stops.length; index += 1) {
          const question = {
            sku,
            fromUsers: stops[index - 1] as number,
            toUsers: stops[index] as number,
            paidCents: held,
          };
          const { dueCents } = upgraded(question);
          expect(dueCents).toBeGreaterThanOrEqual(0);
          held += dueCents;
        }
        const last = stops.at(-1) as number;
        const atOnce = upgraded({ sku, fromUsers: stops[0] as number, toUsers: last, paidCents: paid });
        expect(held - paid).toBe(atOnce.dueCents);
        expect(held).toBe(Math.max(paid, listPriceOf(sku, last)));
      },
    ),
    { numRuns: 1_000, seed: 202_209 },
  );
});

/** The purchase price as an upgrade from nothing paid shows it, or from the first tier's list price. */
function listPriceOf(sku: string, users: number): number {
  if (users > 20) return upgraded({ sku, fromUsers: 1, toUsers: users, paidCents: 0 }).priceCents;
  return upgraded({ sku, fromUsers: users, toUsers: 21 }).creditCents;
}
