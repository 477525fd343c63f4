import fc from "fast-check";
import { expect, test } from "vitest";
import { violationsOf } from "@/lib/domain/prerequisites";
import { isRefusal } from "@/lib/domain/refusal";
import { prerequisites } from "../support/xphone";

interface Usage {
  faxInClient: boolean;
  voicemailInClient: boolean;
  voicemailSms: boolean;
  voicemailInMobileApp: boolean;
  dataSources: number;
  ldapDataSources: number;
}

/**
 * The rules a second time, article by article and as literally as the sentences allow: nothing of the price list and nothing of the engine.
 * Returns "article kind", sorted and without repetition.
 */
function oracle(system: Record<string, number>, usage: Usage): string[] {
  const has = (article: string) => system[article] ?? 0;
  const violations = new Set<string>();

  const smartServer = has("3212.0010") >= 1;
  const realServer = has("3210.0030") >= 1 || (smartServer && has("8.3210.003010") >= 1);
  const onlySmart = smartServer && !realServer;
  const noServer = !smartServer && !realServer;

  const officeInAll = has("3310.0030") + (smartServer ? 5 : 0);
  const upgrades = has("8.3311.003010");
  const officeLeft = upgrades > officeInAll ? 0 : officeInAll - upgrades;
  const officePlus = has("3311.0030") + upgrades;

  if (has("8.3210.003010") > 0 && !smartServer) violations.add("8.3210.003010 missing");
  if (has("3310.0030") > 0 && noServer) violations.add("3310.0030 missing");
  if (has("3410.0030") > 0 && noServer) violations.add("3410.0030 missing");
  if (onlySmart && officeInAll > 20) violations.add("3310.0030 limit");
  if (onlySmart && has("3410.0030") > 20) violations.add("3410.0030 limit");

  const markedS = (article: string, lacks: () => boolean) => {
    if (has(article) === 0) return;
    if (onlySmart) violations.add(`${article} excluded`);
    else if (noServer) violations.add(`${article} missing`);
    else if (lacks()) violations.add(`${article} missing`);
  };
  const channels = has("3440.0030");
  markedS("3420.0030", () => channels < 2);
  markedS("3211.0030.010", () => false);
  markedS("3440.0030", () => false);
  markedS("3311.0030", () => false);
  markedS("8.3311.003010", () => upgrades > officeInAll);
  markedS("3320.0030", () => channels < 1 || (usage.faxInClient && officeLeft + officePlus < has("3320.0030")));
  markedS("3321.0030", () => {
    if (channels < 2) return true;
    if (usage.voicemailInClient && officeLeft + officePlus < has("3321.0030")) return true;
    if (usage.voicemailSms && officeLeft + officePlus < has("3321.0030")) return true;
    return usage.voicemailInMobileApp && officePlus < has("3321.0030");
  });
  markedS("3323.0030", () => officePlus < has("3323.0030"));
  markedS("3512.0030", () => false);
  markedS("3513.0030", () => has("3512.0030") < has("3513.0030"));

  if (onlySmart && usage.dataSources > 3) violations.add("3212.0010 limit");
  if (onlySmart && usage.ldapDataSources > 0) violations.add("3212.0010 excluded");
  if (realServer && usage.dataSources > 10 + 10 * has("3211.0030.010")) violations.add("3210.0030 limit");
  return [...violations].sort();
}

const one = fc.constantFrom(0, 1);
const some = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.constantFrom(1, 2, 5, 6, 10, 15, 16, 20, 21, 25) },
);
const few = fc.constantFrom(0, 0, 1, 2, 3);
const systems = fc.record({
  "3212.0010": one,
  "3210.0030": fc.constantFrom(0, 0, 1),
  "8.3210.003010": one,
  "3420.0030": few,
  "3211.0030.010": few,
  "3440.0030": few,
  "3310.0030": some,
  "3311.0030": some,
  "8.3311.003010": some,
  "3320.0030": some,
  "3321.0030": some,
  "3323.0030": some,
  "3512.0030": some,
  "3513.0030": some,
  "3410.0030": some,
});
const usages = fc
  .record({
    faxInClient: fc.boolean(),
    voicemailInClient: fc.boolean(),
    voicemailSms: fc.boolean(),
    voicemailInMobileApp: fc.boolean(),
    dataSources: fc.constantFrom(0, 1, 3, 4, 10, 11, 20, 21, 30, 31, 41),
    ldapShare: fc.constantFrom(0, 0, 1, 99),
  })
  .map(({ ldapShare, ...usage }): Usage => ({ ...usage, ldapDataSources: Math.min(ldapShare, usage.dataSources) }));

test("100,000 random systems: the engine on the price list's data says what the rules say article by article", () => {
  const kinds = new Map<string, number>();
  fc.assert(
    fc.property(systems, usages, (system, usage) => {
      const found = violationsOf(prerequisites, system, { ...usage });
      if (isRefusal(found)) throw new Error(found.code);
      const said = [...new Set(found.violations.map(({ sku, kind }) => `${sku} ${kind}`))].sort();
      expect(said).toEqual(oracle(system, usage));
      for (const violation of said) kinds.set(violation, (kinds.get(violation) ?? 0) + 1);
    }),
    { numRuns: 100_000, seed: 20_200_316 },
  );
  // Every violation that the rules know was met often enough for the comparison to mean something.
  expect(kinds.size).toBe(28);
  for (const [violation, times] of kinds) expect(times, violation).toBeGreaterThan(500);
}, 60_000);
