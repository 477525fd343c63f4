import { z } from "zod";

const text = z.string().min(1);
const count = z.int().min(0).max(1_000_000);
const skus = z.array(text);
const basisPoints = z.int().min(0).max(10_000);
const clause = text;

const need = z.strictObject({
  kind: z.enum(["per-system", "each"]),
  anyOf: skus.min(1),
  quantity: count.min(1),
  when: z.array(text).min(1).optional(),
  reading: text.optional(),
  clause,
});

const server = z.strictObject({
  sku: text,
  readingBesideAnother: text.optional(),
  hints: z.array(z.strictObject({ code: text, clause })),
  exclusions: z.array(z.strictObject({ skus: skus.min(1), reading: text.optional(), clause })),
  articleLimits: z.array(z.strictObject({ sku: text, atMost: count, reading: text.optional(), clause })),
  usageLimits: z.array(
    z.strictObject({
      usage: text,
      atMost: count,
      kind: z.enum(["limit", "excluded"]),
      more: z.strictObject({ sku: text, each: count.min(1), clause }).optional(),
      clause,
    }),
  ),
});

const prerequisites = z.strictObject({
  document: text,
  licences: z.array(z.strictObject({ sku: text, name: text, servers: skus, needs: z.array(need), clause })).min(1),
  servers: z.array(server).min(1),
  inclusions: z.array(
    z.strictObject({ with: text, sku: text, quantity: count.min(1), readingAfterUpgrade: text.optional(), clause }),
  ),
  upgrades: z.array(z.strictObject({ sku: text, from: text, to: text, countsWithoutBase: z.boolean(), clause })),
  atMostOne: z.strictObject({ skus, clause }),
  usageFlags: z.array(text),
  usageCounts: z.array(text),
  usageParts: z.array(z.strictObject({ whole: text, part: text })),
  advice: z.array(
    z.strictObject({
      sku: text,
      where: skus.min(1),
      perUsers: count.min(1),
      usersOf: z.array(skus.min(1)).min(1),
      atLeast: z.strictObject({ quantity: count, with: skus }),
      reading: text,
      clause,
    }),
  ),
});

const up2date = z.strictObject({
  document: text,
  terms: z.array(z.strictObject({ sku: text, years: count.min(1), basisPointsPerYear: basisPoints, clause })).min(1),
  start: z.strictObject({ latestMonthsAfterInvoice: count, clause }),
  end: z.strictObject({ clause }),
  renewal: z.strictObject({ monthsLeftAtMost: count.min(1), clause }),
  additional: z.strictObject({ sku: text, clause }),
  oneTimeUpgrades: z
    .array(z.strictObject({ sku: text, fromRelease: count, basisPoints, reading: text.optional(), clause }))
    .min(1),
  newestRelease: count,
});

/** The keys of a list whose vendor sells systems with prerequisites. Absent in all others. */
export const requirementsSchema = z.object({ prerequisites: prerequisites.optional(), up2date: up2date.optional() });

interface ListWithRequirements extends z.infer<typeof requirementsSchema> {
  readonly articles: readonly { readonly sku: string }[];
  readonly readings: readonly { readonly id: string }[];
}

/** References of the two keys that lead nowhere: an article, a usage or a reading that the list does not have; a licence named twice. */
export function requirementFaults(list: ListWithRequirements): string[] {
  const faults: string[] = [];
  const articles = new Set(list.articles.map((article) => article.sku));
  const readings = new Set(list.readings.map((reading) => reading.id));
  const expectArticle = (where: string, sku: string) => {
    if (!articles.has(sku)) faults.push(`${where}: no article "${sku}"`);
  };
  const expectReading = (where: string, id: string | undefined) => {
    if (id !== undefined && !readings.has(id)) faults.push(`${where}: no reading "${id}"`);
  };
  const { prerequisites: rules, up2date: maintenance } = list;
  if (rules) {
    const licences = new Set(rules.licences.map((licence) => licence.sku));
    if (licences.size < rules.licences.length) faults.push("prerequisites: a licence occurs twice");
    const servers = new Set(rules.servers.map((rule) => rule.sku));
    const usages = new Set([...rules.usageFlags, ...rules.usageCounts]);
    const expectLicence = (where: string, sku: string) => {
      if (!licences.has(sku)) faults.push(`${where}: no licence "${sku}"`);
    };
    const expectUsage = (where: string, name: string) => {
      if (!usages.has(name)) faults.push(`${where}: no usage "${name}"`);
    };
    for (const licence of rules.licences) {
      const where = `licence ${licence.sku}`;
      expectArticle(where, licence.sku);
      for (const sku of licence.servers) if (!servers.has(sku)) faults.push(`${where}: no server "${sku}"`);
      for (const each of licence.needs) {
        for (const sku of each.anyOf) expectLicence(where, sku);
        for (const name of each.when ?? []) expectUsage(where, name);
        expectReading(where, each.reading);
      }
    }
    for (const rule of rules.servers) {
      const where = `server ${rule.sku}`;
      expectLicence(where, rule.sku);
      expectReading(where, rule.readingBesideAnother);
      for (const exclusion of rule.exclusions) {
        for (const sku of exclusion.skus) expectLicence(where, sku);
        expectReading(where, exclusion.reading);
      }
      for (const limit of rule.articleLimits) {
        expectLicence(where, limit.sku);
        expectReading(where, limit.reading);
      }
      for (const limit of rule.usageLimits) {
        expectUsage(where, limit.usage);
        if (limit.more) expectLicence(where, limit.more.sku);
      }
    }
    for (const inclusion of rules.inclusions) {
      for (const sku of [inclusion.with, inclusion.sku]) expectLicence("inclusion", sku);
      expectReading("inclusion", inclusion.readingAfterUpgrade);
    }
    for (const upgrade of rules.upgrades) {
      for (const sku of [upgrade.sku, upgrade.from, upgrade.to]) expectLicence("upgrade", sku);
    }
    for (const sku of rules.atMostOne.skus) expectLicence("atMostOne", sku);
    for (const { whole, part } of rules.usageParts) for (const name of [whole, part]) expectUsage("usageParts", name);
    for (const advice of rules.advice) {
      for (const sku of [advice.sku, ...advice.where, ...advice.usersOf.flat(), ...advice.atLeast.with])
        expectLicence("advice", sku);
      expectReading("advice", advice.reading);
    }
  }
  if (maintenance) {
    for (const each of [...maintenance.terms, maintenance.additional, ...maintenance.oneTimeUpgrades])
      expectArticle("up2date", each.sku);
    for (const each of maintenance.oneTimeUpgrades) expectReading("up2date", each.reading);
  }
  return faults;
}
