import { expect, it } from "vitest";
import { secondsToWait } from "@/lib/auth/api-limiter";
import { env } from "@/lib/env";

it("lets a burst of six seconds pass, then as many as the minute allows, each key by itself", () => {
  const at = (ms: number) => new Date(1_800_000_000_000 + ms);
  const burst = (env.apiRequestsPerMinute / 60) * 6;
  for (let request = 0; request < burst; request++) expect(secondsToWait("a", at(0))).toBeNull();
  expect(secondsToWait("a", at(0))).toBeGreaterThanOrEqual(1);
  expect(secondsToWait("b", at(0))).toBeNull();
  expect(secondsToWait("a", at(1_000))).toBeNull();
});
