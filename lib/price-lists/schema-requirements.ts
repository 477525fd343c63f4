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

type Prerequisites = z.infer<typeof prerequisites>;
type Up2Date = z.infer<typeof up2date>;

interface ListWithRequirements extends z.infer<typeof requirementsSchema> {
  readonly articles: readonly { readonly sku: string }[];
  readonly readings: readonly { readonly id: string }[];
}

/** References of the two keys that lead nowhere: an article, a usage or a reading that the list does not have; a licence named twice. */
export function requirementFaults(list: ListWithRequirements): string[] {
  const references = new References(list);
  if (list.prerequisites) followPrerequisites(list.prerequisites, references);
  if (list.up2date) followUp2Date(list.up2date, references);
  return references.faults;
}

/** Follows references by kind and keeps those that lead nowhere. */
class References {
  readonly faults: string[] = [];
  private readonly known: Readonly<Record<Kind, ReadonlySet<string>>>;

  constructor({ articles, readings, prerequisites: rules }: ListWithRequirements) {
    this.known = {
      article: new Set(articles.map(({ sku }) => sku)),
      reading: new Set(readings.map(({ id }) => id)),
      licence: new Set(rules?.licences.map(({ sku }) => sku)),
      server: new Set(rules?.servers.map(({ sku }) => sku)),
      usage: new Set([...(rules?.usageFlags ?? []), ...(rules?.usageCounts ?? [])]),
    };
  }

  follow(where: string, kind: Kind, ...names: readonly (string | undefined)[]): void {
    for (const name of names) {
      if (name !== undefined && !this.known[kind].has(name)) this.faults.push(`${where}: no ${kind} "${name}"`);
    }
  }
}

type Kind = "article" | "reading" | "licence" | "server" | "usage";

function followPrerequisites(rules: Prerequisites, references: References): void {
  const named = new Set<string>();
  for (const licence of rules.licences) {
    const where = `licence ${licence.sku}`;
    if (named.has(licence.sku)) references.faults.push(`${where}: occurs twice`);
    named.add(licence.sku);
    references.follow(where, "article", licence.sku);
    references.follow(where, "server", ...licence.servers);
    for (const { anyOf, when = [], reading } of licence.needs) {
      references.follow(where, "licence", ...anyOf);
      references.follow(where, "usage", ...when);
      references.follow(where, "reading", reading);
    }
  }
  for (const rule of rules.servers) {
    const where = `server ${rule.sku}`;
    references.follow(where, "licence", rule.sku, ...rule.exclusions.flatMap((exclusion) => exclusion.skus));
    references.follow(where, "reading", rule.readingBesideAnother, ...rule.exclusions.map(({ reading }) => reading));
    for (const limit of rule.articleLimits) {
      references.follow(where, "licence", limit.sku);
      references.follow(where, "reading", limit.reading);
    }
    for (const limit of rule.usageLimits) {
      references.follow(where, "usage", limit.usage);
      references.follow(where, "licence", limit.more?.sku);
    }
  }
  for (const inclusion of rules.inclusions) {
    references.follow("inclusions", "licence", inclusion.with, inclusion.sku);
    references.follow("inclusions", "reading", inclusion.readingAfterUpgrade);
  }
  for (const upgrade of rules.upgrades) references.follow("upgrades", "licence", upgrade.sku, upgrade.from, upgrade.to);
  references.follow("atMostOne", "licence", ...rules.atMostOne.skus);
  for (const { whole, part } of rules.usageParts) references.follow("usageParts", "usage", whole, part);
  for (const { sku, where, usersOf, atLeast, reading } of rules.advice) {
    references.follow("advice", "licence", sku, ...where, ...usersOf.flat(), ...atLeast.with);
    references.follow("advice", "reading", reading);
  }
}

function followUp2Date(rules: Up2Date, references: References): void {
  for (const { sku } of [...rules.terms, rules.additional, ...rules.oneTimeUpgrades])
    references.follow("up2date", "article", sku);
  for (const { reading } of rules.oneTimeUpgrades) references.follow("up2date", "reading", reading);
}
