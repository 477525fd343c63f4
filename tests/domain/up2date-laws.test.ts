import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRefusal, type Refusal } from "@/lib/domain/refusal";
import { systemPrice } from "@/lib/domain/system-price";
import { newUp2Date, renewalStanding, renewalWindow, renewUp2Date, up2DateEnd } from "@/lib/domain/up2date";
import { prerequisites, up2date } from "../support/xphone";

const options = { numRuns: 5_000, seed: 9_130 };

function given<Value>(value: Value | Refusal): Value {
  if (isRefusal(value)) throw new Error(`refused: ${value.code}`);
  return value;
}

const days = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const years = fc.constantFrom(1, 2, 3, 4, 5);
const quantity = fc.integer({ min: 0, max: 30 });
const one = fc.integer({ min: 0, max: 1 });
const systems = fc.record({
  "3212.0010": one,
  "3210.0030": one,
  "8.3210.003010": one,
  "3310.0030": quantity,
  "3311.0030": quantity,
  "8.3311.003010": quantity,
  "3320.0030": quantity,
});
const lists = fc.record({
  "3212.0010": fc.integer({ min: 0, max: 10 ** 12 }),
  "3210.0030": fc.integer({ min: 0, max: 10 ** 12 }),
  "3310.0030": fc.integer({ min: 0, max: 10 ** 9 }),
  "3311.0030": fc.integer({ min: 0, max: 10 ** 9 }),
  "3320.0030": fc.integer({ min: 0, max: 10 ** 9 }),
});

describe("laws of Up2Date", () => {
  test("a system's price, licence by licence: each upgrade is applied to one licence at a time", () => {
    fc.assert(
      fc.property(systems, lists, (system, prices) => {
        // One entry a licence; upgrades change an entry: bought ones first, then included ones, which had no price before.
        const pile: { sku: keyof typeof prices; free: boolean }[] = [];
        const put = (sku: keyof typeof prices, count: number, free = false) => {
          for (let i = 0; i < count; i++) pile.push({ sku, free });
        };
        put("3212.0010", system["3212.0010"]);
        put("3210.0030", system["3210.0030"]);
        put("3310.0030", system["3310.0030"]);
        put("3310.0030", 5 * system["3212.0010"], true);
        put("3311.0030", system["3311.0030"]);
        put("3320.0030", system["3320.0030"]);
        const turn = (from: string, to: keyof typeof prices) => {
          const at = pile.find((each) => each.sku === from && !each.free) ?? pile.find((each) => each.sku === from);
          if (!at) return false;
          at.sku = to;
          at.free = false;
          return true;
        };
        let possible = true;
        for (let i = 0; i < system["8.3210.003010"]; i++) possible &&= turn("3212.0010", "3210.0030");
        for (let i = 0; i < system["8.3311.003010"]; i++) possible &&= turn("3310.0030", "3311.0030");
        const price = systemPrice(prerequisites, system, prices);
        if (!possible) {
          expect(price).toMatchObject({ code: "upgrade-without-base" });
          return;
        }
        const total = pile.reduce((sum, each) => sum + (each.free ? 0 : prices[each.sku]), 0);
        expect(given(price).basisCents).toBe(total);
      }),
      options,
    );
  });

  test("ends on the last day of a month, at least the years and less than a month more after its start", () => {
    fc.assert(
      fc.property(days, years, (startsOn, count) => {
        const end = new Date(up2DateEnd(startsOn, count));
        const start = new Date(startsOn);
        const dayAfter = new Date(end.getTime() + 86_400_000);
        expect(dayAfter.getUTCDate()).toBe(1);
        const months =
          (dayAfter.getUTCFullYear() - start.getUTCFullYear()) * 12 + dayAfter.getUTCMonth() - start.getUTCMonth();
        // A start on the first of a month ends with the month before; any other runs to the end of the month of the same name.
        expect(months).toBe(count * 12 + (startsOn.endsWith("-01") ? 0 : 1));
      }),
      options,
    );
  });

  test("renewals chain without a gap, and the window opens on the first day on which one is sold", () => {
    const system = { "3210.0030": 1 };
    const at = { prerequisites, up2date, system, prices: { "3210.0030": 123_457 } };
    fc.assert(
      fc.property(days, years, years, (startsOn, first, second) => {
        const sold = given(newUp2Date(at, first, { kind: "agreed", startsOn }));
        const { opensOn } = renewalWindow(up2date, sold.endsOn);
        const dayBefore = new Date(new Date(opensOn).getTime() - 86_400_000).toISOString().slice(0, 10);
        expect(renewalStanding(up2date, opensOn, sold.endsOn)).toBe("open");
        expect(renewalStanding(up2date, dayBefore, sold.endsOn)).toBe("too-early");
        const renewed = given(renewUp2Date(at, second, sold.endsOn, sold.endsOn));
        expect(new Date(renewed.startsOn).getTime()).toBe(new Date(sold.endsOn).getTime() + 86_400_000);
        expect(renewed.endsOn).toBe(up2DateEnd(renewed.startsOn, second));
      }),
      options,
    );
  });
});
