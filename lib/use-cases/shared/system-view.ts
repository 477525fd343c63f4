import type { PurchaseRow } from "@/db/queries/licences";
import type { SystemRow } from "@/db/queries/systems";
import type { Day } from "@/lib/domain/dates";
import { type SystemFacts, standingOf } from "@/lib/domain/decisions-system";
import type { Limit } from "@/lib/domain/limits";
import type { Cents } from "@/lib/domain/money";
import type { Violation } from "@/lib/domain/prerequisites";
import type { Recommendation } from "@/lib/domain/prerequisites-advice";
import type { Reason } from "@/lib/domain/reason";
import { isRefusal, type Refusal } from "@/lib/domain/refusal";
import { dueOverTiers, type TierUsage } from "@/lib/domain/tier-usage";
import { may, type Viewer } from "@/lib/domain/viewer";
import { articleName, vendors } from "@/lib/price-lists/index";
import { gapView } from "./gaps";
import type { ContractLine, CoverageGapView } from "./views";

export interface PurchaseView {
  readonly id: string;
  readonly purchasedOn: Day;
  readonly quantity: number;
  readonly tier: string | null;
  readonly users: number | null;
  readonly edition: string | null;
  readonly orderReference: string | null;
  /** Null also where the viewer may not see purchase prices. */
  readonly listPriceCents: Cents | null;
  readonly paidCents: Cents | null;
}

export interface LicenceView {
  readonly id: string;
  readonly sku: string;
  readonly articleName: string;
  /** Sum of the purchases. */
  readonly quantity: number;
  /** The highest tier bought, where the article has tiers. */
  readonly tier: string | null;
  readonly purchases: readonly PurchaseView[];
}

/** A tiered article of a system against the users installed on it. What steps cost is null where the viewer may not see it. */
export interface TierUsageView extends TierUsage {
  readonly articleName: string;
}

/** A limit of the server held with what is used and left of it. `articleName` null: the limit is one of use, and `of` its name. */
export interface LimitView extends Omit<Limit, "more"> {
  readonly articleName: string | null;
  readonly serverName: string;
  readonly more: (NonNullable<Limit["more"]> & { readonly articleName: string }) | null;
}

export interface SystemView {
  readonly id: string;
  readonly vendor: string;
  readonly vendorName: string;
  readonly productName: string;
  readonly name: string;
  readonly installedUsers: number | null;
  readonly installedLightUsers: number | null;
  readonly release: number | null;
  readonly usage: Readonly<Record<string, number | boolean>>;
  readonly licences: readonly LicenceView[];
  readonly contracts: readonly ContractLine[];
  readonly tiers: readonly TierUsageView[];
  readonly limits: readonly LimitView[];
  /** What one more user would cost over all full tiers of the system; null where nothing is full, or a figure is missing. */
  readonly nextUserCents: Cents | null;
  readonly gaps: readonly CoverageGapView[];
  readonly violations: readonly Violation[];
  readonly recommendations: readonly Recommendation[];
  readonly assumptions: readonly Reason[];
  /** The system as recorded cannot exist at all (two servers, an unknown article). */
  readonly impossible: Refusal | null;
}

/** One system for the viewer's eyes: without prices where he may not see what was paid. */
export function systemView(
  row: SystemRow,
  facts: SystemFacts,
  bought: readonly PurchaseRow[],
  contracts: readonly ContractLine[],
  viewer: Viewer,
  today: Day,
): SystemView {
  const seesPrices = may(viewer, "see-purchase-prices");
  const { tiers, check, gaps, limits } = standingOf(facts, today);
  const known = check === null || isRefusal(check) ? null : check;
  const vendor = vendors.find(({ id }) => id === row.vendor);
  const name = (sku: string) => articleName(row.vendor, sku, viewer.locale);
  return {
    id: row.id,
    vendor: row.vendor,
    vendorName: vendor?.name ?? row.vendor,
    productName: vendor?.productName ?? row.vendor,
    name: row.name,
    installedUsers: row.installedUsers,
    installedLightUsers: row.installedLightUsers,
    release: row.release,
    usage: row.usage,
    licences: licenceViews(bought, facts, name),
    contracts,
    tiers: tiers.map((tier) => tierView(tier, name(tier.sku), seesPrices)),
    limits: limits.map((limit) => limitView(limit, name)),
    nextUserCents: seesPrices && !tiers.some((tier) => tier.exceeded) ? dueOverTiers(tiers, "full") : null,
    gaps: gaps.map((gap) => gapView(gap, row.vendor, viewer)),
    violations: known?.violations ?? [],
    recommendations: known?.recommendations ?? [],
    assumptions: known?.assumptions ?? [],
    impossible: isRefusal(check) ? check : null,
  };
}

/** Without prices: what a tier costs tells what was paid for the one below. */
function tierView(tier: TierUsage, articleName: string, seesPrices: boolean): TierUsageView {
  if (seesPrices) return { ...tier, articleName };
  const next = tier.next === null ? null : { ...tier.next, dueCents: null, monthlyCents: null, derivation: [] };
  return { ...tier, articleName, next, dueCents: null, derivation: [] };
}

function limitView(limit: Limit, name: (sku: string) => string): LimitView {
  return {
    ...limit,
    articleName: limit.kind === "article" ? name(limit.of) : null,
    serverName: name(limit.server),
    more: limit.more === null ? null : { ...limit.more, articleName: name(limit.more.sku) },
  };
}

function licenceViews(
  bought: readonly PurchaseRow[],
  facts: SystemFacts,
  name: (sku: string) => string,
): readonly LicenceView[] {
  return [...Map.groupBy(bought, (row) => row.licenceId)].flatMap(([id, rows]) => {
    const [first] = rows;
    if (first === undefined) return [];
    const tiered = facts.tiers.find((tier) => tier.sku === first.sku && tier.mode === "purchase");
    return [
      {
        id,
        sku: first.sku,
        articleName: name(first.sku),
        quantity: rows.reduce((sum, row) => sum + row.quantity, 0),
        tier: tiered?.tier ?? null,
        purchases: rows.map(({ licenceId: _, systemId: __, sku: ___, ...purchase }) => purchase),
      },
    ];
  });
}
