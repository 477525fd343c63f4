import { countHoldings, type HoldingCounts } from "./holdings";
import type {
  ArticleLimit,
  PrerequisiteRules,
  ServerRule,
  SystemHoldings,
  SystemUsage,
  UsageLimit,
} from "./prerequisites-rules";
import type { Source } from "./reason";

/** An article limit of the server held, with the units that count towards it: bought and included ones. */
export interface ArticleLimitUse {
  readonly limit: ArticleLimit;
  readonly held: number;
  readonly included: number;
}

/** A usage limit of the server held. `told` null: nobody has recorded the use, nor a part of it; `used` is then 0. */
export interface UsageLimitUse {
  readonly limit: UsageLimit;
  readonly atMost: number;
  readonly told: number | null;
  /** At least as large as each of its parts: where only a part was told, or too small a whole, the part speaks for it. */
  readonly used: number;
}

/** One limit of a system for people: how many of what, how many of them are used, how many are left. */
export interface Limit {
  readonly kind: "article" | "usage";
  /** The article's number, or the name of the use. */
  readonly of: string;
  /** The server that sets the limit. */
  readonly server: string;
  readonly atMost: number;
  /** Null: not recorded. */
  readonly used: number | null;
  /** Of the used units those that came along with another article. */
  readonly included: number;
  /** Below 0 where the limit is passed; null as `used`. */
  readonly left: number | null;
  /** What raises the limit, by so many for each unit; null where nothing does on this server. */
  readonly more: { readonly sku: string; readonly each: number } | null;
  readonly source: Source;
}

/** The server held: of those that stand the one of the highest rank; null where none stands. */
export function serverHeld(rules: PrerequisiteRules, counts: HoldingCounts): ServerRule | null {
  return rules.servers.find((candidate) => counts.standing(candidate.sku) > 0) ?? null;
}

/** Article limits of a server. Bought and included count, not what stands: an upgrade that this server excludes turns nothing. */
export function articleLimitsOf(counts: HoldingCounts, server: ServerRule): ArticleLimitUse[] {
  return server.articleLimits.map((limit) => {
    const included = counts.included(limit.sku);
    return { limit, held: counts.bought(limit.sku) + included, included };
  });
}

/** Usage limits of a server, raised by what the system holds. */
export function usageLimitsOf(
  rules: PrerequisiteRules,
  counts: HoldingCounts,
  server: ServerRule,
  usage: SystemUsage,
): UsageLimitUse[] {
  return server.usageLimits.map((limit) => {
    const told = countIn(usage, limit.usage);
    const parts = rules.usageParts.flatMap(({ whole, part }) =>
      whole === limit.usage ? (countIn(usage, part) ?? []) : [],
    );
    return {
      limit,
      atMost: limit.atMost + (limit.more ? counts.standing(limit.more.sku) * limit.more.each : 0),
      told: told ?? (parts.length > 0 ? 0 : null),
      used: Math.max(told ?? 0, ...parts),
    };
  });
}

/**
 * Every limit of a system with what is used and left of it, articles before uses, in the order of the price list; none where no server
 * stands. `system` must be one that can exist. Source: price list, "Einschränkungen" of the server held; each limit names its own clause.
 */
export function limitsOf(rules: PrerequisiteRules, system: SystemHoldings, usage: SystemUsage): Limit[] {
  const counts = countHoldings(rules, system);
  const server = serverHeld(rules, counts);
  if (server === null) return [];
  const source = (clause: string) => ({ document: rules.document, clause });
  return [
    ...articleLimitsOf(counts, server).map(({ limit, held, included }): Limit => {
      const { sku: of, atMost, clause } = limit;
      const frame = { server: server.sku, atMost, included, more: null, source: source(clause) };
      return { kind: "article", of, ...frame, used: held, left: atMost - held };
    }),
    ...usageLimitsOf(rules, counts, server, usage).map(({ limit, atMost, told, used }): Limit => {
      const { usage: of, clause } = limit;
      const more = limit.more === undefined ? null : { sku: limit.more.sku, each: limit.more.each };
      const frame = { server: server.sku, atMost, included: 0, more, source: source(clause) };
      return {
        kind: "usage",
        of,
        ...frame,
        used: told === null ? null : used,
        left: told === null ? null : atMost - used,
      };
    }),
  ];
}

/** A counted use as told; null where it was not. */
function countIn(usage: SystemUsage, name: string): number | null {
  const value = usage[name];
  return typeof value === "number" ? value : null;
}
