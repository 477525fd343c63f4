import fc from "fast-check";
import type { SystemHoldings, SystemUsage } from "@/lib/domain/prerequisites-rules";

/**
 * Whether a system passes, a second time and as literally as the rules' sentences allow: nothing of the price list and nothing of the engine.
 * Fast enough to try every addition.
 */
export function passes(system: SystemHoldings, usage: SystemUsage): boolean {
  const has = (article: string) => system[article] ?? 0;
  for (const single of ["3212.0010", "3210.0030", "8.3210.003010"]) if (has(single) > 1) return false;
  const smart = has("3212.0010") > 0;
  const server = has("3210.0030") > 0 || (smart && has("8.3210.003010") > 0);
  if (has("8.3210.003010") > 0 && !smart) return false;
  const dataSources = Math.max(Number(usage.dataSources ?? 0), Number(usage.ldapDataSources ?? 0));
  const office = has("3310.0030") + (smart ? 5 : 0);
  if (!server) {
    for (const article of MARKED_S) if (has(article) > 0) return false;
    if (!smart) return has("3310.0030") === 0 && has("3410.0030") === 0;
    return office <= 20 && has("3410.0030") <= 20 && dataSources <= 3 && !((usage.ldapDataSources as number) > 0);
  }
  const upgrades = has("8.3311.003010");
  if (upgrades > office) return false;
  const plus = has("3311.0030") + upgrades;
  const users = office - upgrades + plus;
  const channels = has("3440.0030");
  if (has("3420.0030") > 0 && channels < 2) return false;
  if (has("3320.0030") > 0 && (channels < 1 || (usage.faxInClient === true && users < has("3320.0030")))) return false;
  if (has("3321.0030") > 0) {
    if (channels < 2) return false;
    if ((usage.voicemailInClient === true || usage.voicemailSms === true) && users < has("3321.0030")) return false;
    if (usage.voicemailInMobileApp === true && plus < has("3321.0030")) return false;
  }
  if (plus < has("3323.0030")) return false;
  if (has("3512.0030") < has("3513.0030")) return false;
  return dataSources <= 10 + 10 * has("3211.0030.010");
}

const MARKED_S = [
  "3420.0030",
  "3211.0030.010",
  "3440.0030",
  "3311.0030",
  "8.3311.003010",
  "3320.0030",
  "3321.0030",
  "3323.0030",
  "3512.0030",
  "3513.0030",
];

const single = fc.constantFrom(0, 1);
const few = fc.constantFrom(0, 0, 0, 1, 2);

/** Systems whose users lack little or much: quantities up to `most`. */
export function randomSystems(most: number): fc.Arbitrary<Record<string, number>> {
  const some = fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: Math.min(3, most) }) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: most }) },
  );
  return fc.record({
    "3212.0010": single,
    "3210.0030": fc.constantFrom(0, 0, 1),
    "8.3210.003010": fc.constantFrom(0, 0, 0, 1),
    "3420.0030": few,
    "3211.0030.010": few,
    "3440.0030": fc.constantFrom(0, 0, 1, 2, 3),
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
}

export const randomUsages: fc.Arbitrary<Record<string, boolean | number>> = fc
  .record({
    faxInClient: fc.boolean(),
    voicemailInClient: fc.boolean(),
    voicemailSms: fc.boolean(),
    voicemailInMobileApp: fc.boolean(),
    dataSources: fc.constantFrom(0, 0, 1, 3, 4, 10, 11, 20, 21, 41),
    ldapDataSources: fc.constantFrom(0, 0, 0, 1, 5),
  })
  .map((usage) => ({ ...usage, dataSources: Math.max(usage.dataSources, usage.ldapDataSources) }));

/** Prices of every article, drawn so that ties in price happen too. */
export const randomPrices: fc.Arbitrary<Record<string, number>> = fc
  .array(fc.constantFrom(1_000, 2_000, 5_000, 9_900), { minLength: 15, maxLength: 15 })
  .map((cents) => Object.fromEntries(ALL.map((sku, index) => [sku, cents[index] as number])));

export const ALL = [
  "3212.0010",
  "3210.0030",
  "8.3210.003010",
  "3310.0030",
  "3410.0030",
  ...MARKED_S,
] as const satisfies readonly string[];
