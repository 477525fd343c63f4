import { describe, expect, it } from "vitest";
import { LIMIT_MEGABYTES, LIMIT_SECONDS, measureCalc } from "./calc-throughput";

/** Runs after all other tests (a project of its own), so that it has the machine's cores. */
describe("a million requests through npm run calc", { timeout: 180_000 }, () => {
  it.each(["terms", "price"] as const)(
    `%s: at most ${LIMIT_SECONDS} s and less than ${LIMIT_MEGABYTES} MB`,
    async (op) => {
      const { answers, seconds, peakMegabytes } = await measureCalc(op);
      console.info(`${op}: ${seconds.toFixed(1)} s, ${peakMegabytes.toFixed(0)} MB`);
      expect(answers).toBe(1_000_000);
      expect(seconds).toBeLessThanOrEqual(LIMIT_SECONDS);
      expect(peakMegabytes).toBeLessThan(LIMIT_MEGABYTES);
    },
  );
});
