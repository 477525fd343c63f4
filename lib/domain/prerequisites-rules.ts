/** What a system holds, or would hold: quantity by article number. An article with quantity 0 is not held. */
export type SystemHoldings = Readonly<Record<string, number>>;

/** How a system is used: flags ("fax is sent from the client") and counts ("data sources"), by the names that the rules use. */
export type SystemUsage = Readonly<Record<string, boolean | number>>;

/** Articles that one server forbids. `reading` names the reading by which an article is on the list though the paper's list lacks it. */
export interface Exclusion {
  readonly skus: readonly string[];
  readonly reading?: string;
  readonly clause: string;
}

/** At most so many of an article in all (bought and included; what the server excludes turns none of them) while this server is the one held. */
export interface ArticleLimit {
  readonly sku: string;
  readonly atMost: number;
  readonly reading?: string;
  readonly clause: string;
}

/** At most so many of a counted use, and so many more for each unit of another article; 0 of a kind that is `excluded`. */
export interface UsageLimit {
  readonly usage: string;
  readonly atMost: number;
  readonly kind: "limit" | "excluded";
  readonly more?: { readonly sku: string; readonly each: number; readonly clause: string };
  readonly clause: string;
}

/**
 * A server with what it forbids and limits. The rules list servers by rank: the first that stands is the server held.
 * `readingBesideAnother`: the reading by which it goes before a lower one held beside it. `hints`: what must be said wherever it is held.
 */
export interface ServerRule {
  readonly sku: string;
  readonly readingBesideAnother?: string;
  readonly hints: readonly { readonly code: string; readonly clause: string }[];
  readonly exclusions: readonly Exclusion[];
  readonly articleLimits: readonly ArticleLimit[];
  readonly usageLimits: readonly UsageLimit[];
}

/**
 * What an article needs beside its server. `per-system`: so many in the whole system, however many ask for them (minima do not add up).
 * `each`: one of them for each unit of the article. `when`: only where the system is used in one of these ways.
 */
export interface Need {
  readonly kind: "per-system" | "each";
  readonly anyOf: readonly string[];
  readonly quantity: number;
  readonly when?: readonly string[];
  readonly reading?: string;
  readonly clause: string;
}

/** An article of a system: the servers that it runs on (any of them; none named: it needs no server), and what else it needs. */
export interface LicenceRule {
  readonly sku: string;
  readonly name: string;
  readonly servers: readonly string[];
  readonly needs: readonly Need[];
  readonly clause: string;
}

/** Units of an article that another article brings along. `readingAfterUpgrade`: the reading by which they stay when that other is upgraded. */
export interface Inclusion {
  readonly with: string;
  readonly sku: string;
  readonly quantity: number;
  readonly readingAfterUpgrade?: string;
  readonly clause: string;
}

/**
 * An article that turns one unit of another into a third. `countsWithoutBase`: what it becomes counts in every other check even where there
 * is nothing to turn (the lack is reported once, on the upgrade).
 */
export interface UpgradeRule {
  readonly sku: string;
  readonly from: string;
  readonly to: string;
  readonly countsWithoutBase: boolean;
  readonly clause: string;
}

/** Advice, never an obstacle: of `sku` one for each started `users` of the largest of `usersOf`, and at least so many with any of `with`. */
export interface AdviceRule {
  readonly sku: string;
  readonly where: readonly string[];
  readonly perUsers: number;
  readonly usersOf: readonly (readonly string[])[];
  readonly atLeast: { readonly quantity: number; readonly with: readonly string[] };
  readonly reading: string;
  readonly clause: string;
}

/** A use that is part of another and therefore counts in it (LDAP data sources are data sources). */
export interface UsagePart {
  readonly whole: string;
  readonly part: string;
}

/** Everything that one price list says about which of its licences may stand together. Read from the price list, never coded. */
export interface PrerequisiteRules {
  /** The paper that the clauses stand in. */
  readonly document: string;
  readonly licences: readonly LicenceRule[];
  /** By rank, highest first. */
  readonly servers: readonly ServerRule[];
  readonly inclusions: readonly Inclusion[];
  readonly upgrades: readonly UpgradeRule[];
  /** A system holds at most one of each of these. */
  readonly atMostOne: { readonly skus: readonly string[]; readonly clause: string };
  readonly usageFlags: readonly string[];
  readonly usageCounts: readonly string[];
  readonly usageParts: readonly UsagePart[];
  readonly advice: readonly AdviceRule[];
}
