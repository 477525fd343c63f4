import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_CENTS, MAX_INPUT_CENTS, share, sum, times, toCents } from "@/lib/domain/money";
import { isRefusal } from "@/lib/domain/refusal";

const cents = fc.integer({ min: 0, max: MAX_INPUT_CENTS });
const code = (value: unknown) => (isRefusal(value) ? value.code : value);

describe("amounts stay whole and exact", () => {
  it.each([
    [650, 50, 32_500],
    [0, 1_000_000, 0],
    [-200, 25, -5000],
    [9_007_199_254_740_991, 1, 9_007_199_254_740_991],
    [94_906_265, 94_906_267, "amount-too-large"],
  ])("%i times %i", (unit, quantity, product) => {
    expect(code(times(unit, quantity))).toBe(product);
  });

  it("refuses what a double would round", () => {
    expect(code(times(MAX_INPUT_CENTS, 1_000_000))).toBe("amount-too-large");
    expect(code(toCents(BigInt(MAX_CENTS) + 1n))).toBe("amount-too-large");
    expect(code(toCents(-BigInt(MAX_CENTS) - 1n))).toBe("amount-too-large");
    expect(toCents(BigInt(MAX_CENTS))).toBe(MAX_CENTS);
  });

  it("sums beyond 2^53 on the way and comes back", () => {
    expect(sum([MAX_CENTS, MAX_CENTS, -MAX_CENTS])).toBe(MAX_CENTS);
    expect(code(sum([MAX_CENTS, 1]))).toBe("amount-too-large");
    expect(sum([])).toBe(0);
  });

  it("sums as exactly as bigint", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -MAX_CENTS, max: MAX_CENTS })), (amounts) => {
        const exact = amounts.reduce((total, amount) => total + BigInt(amount), 0n);
        expect(code(sum(amounts))).toBe(code(toCents(exact)));
      }),
    );
  });
});

/** Rounding of Up2Date: sum first, then the percentage, half a cent up, once. */
describe("a share is rounded once, half a cent up", () => {
  it.each([
    [1, 50, 100, 1n],
    [1, 49, 100, 0n],
    [3, 50, 100, 2n],
    [-1, 50, 100, 0n],
    [-1, 51, 100, -1n],
    [-3, 50, 100, -1n],
    [1_000_000, 20, 100, 200_000n],
    [1_000_000, 80, 100, 800_000n],
    [120_000, 18 * 17, 1200, 30_600n],
    [0, 20, 100, 0n],
  ])("%i * %i / %i", (amount, numerator, denominator, expected) => {
    expect(share(amount, numerator, denominator)).toBe(expected);
  });

  it("is exact far beyond 2^53", () => {
    expect(share(10n ** 24n + 1n, 50, 100)).toBe(5n * 10n ** 23n + 1n);
  });

  it("is never more than half a cent away, and above where it is exactly half", () => {
    fc.assert(
      fc.property(
        cents,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 1200 }),
        (amount, numerator, denominator) => {
          const twice =
            2n * (share(amount, numerator, denominator) * BigInt(denominator) - BigInt(amount) * BigInt(numerator));
          expect(twice > -BigInt(denominator) && twice <= BigInt(denominator)).toBe(true);
        },
      ),
    );
  });
});
