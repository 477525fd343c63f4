import type { PriceList } from "./catalog";
import {
  type CoverageGap,
  type CoveredLicence,
  coverageGaps,
  type MaintenanceCover,
  type SupportPlan,
} from "./coverage";
import { type Day, FIRST_DAY } from "./dates";
import { type DerivedDecision, type Draft, type Records, SORT_ANY_TIME, settle } from "./decisions";
import { type Limit, limitsOf } from "./limits";
import { type Cents, sum } from "./money";
import { type SystemCheck, violationsOf } from "./prerequisites";
import type { SystemHoldings, SystemUsage } from "./prerequisites-rules";
import { isRefusal, type Refusal } from "./refusal";
import { dueOverTiers, type TieredHolding, type TierUsage, tierUsage } from "./tier-usage";

/** Everything that the rows of one system follow from. Null is unknown. */
export interface SystemFacts {
  readonly id: string;
  readonly customerId: string;
  readonly clerkId: string | null;
  readonly vendor: string;
  /** The edition in force; null for a vendor that no price list knows. */
  readonly list: PriceList | null;
  /** PBX user licences and light ones together. */
  readonly installedUsers: number | null;
  readonly holdings: SystemHoldings;
  readonly usage: SystemUsage;
  readonly tiers: readonly TieredHolding[];
  readonly plans: readonly SupportPlan[];
  readonly licences: readonly CoveredLicence[];
  /** Null where the vendor sells no maintenance for systems. */
  readonly maintenance: MaintenanceCover | null;
  /** Days on which something else that the facts were picked by changes: an edition, the end of a subscription. */
  readonly changesOn: readonly Day[];
  readonly records: Records;
}

/** How a system stands: for its page, and for the rows of the queue. */
export interface SystemStanding {
  readonly tiers: readonly TierUsage[];
  /** Null where the vendor's list has no prerequisites. */
  readonly check: SystemCheck | Refusal | null;
  /** What the server held limits; none where the system cannot exist as recorded. */
  readonly limits: readonly Limit[];
  readonly gaps: readonly CoverageGap[];
  readonly changesOn: readonly Day[];
}

export function standingOf(system: SystemFacts, today: Day): SystemStanding {
  const { list } = system;
  const rules = list?.prerequisites;
  const check = rules === undefined ? null : violationsOf(rules, system.holdings, system.usage);
  const { gaps, changesOn } = coverageGaps(system.plans, system.licences, system.maintenance, today);
  return {
    tiers: list === null ? [] : system.tiers.flatMap((tier) => tierUsage(list, tier, system.installedUsers) ?? []),
    check,
    limits: rules === undefined || isRefusal(check) ? [] : limitsOf(rules, system.holdings, system.usage),
    gaps,
    changesOn: [...changesOn, ...system.changesOn],
  };
}

/** The rows of one system: users above a licensed tier, prerequisites not met, gaps in what is covered. A lapse has its contract's row. */
export function decisionsOfSystem(system: SystemFacts, today: Day): DerivedDecision[] {
  const standing = standingOf(system, today);
  const drafts = [exceededRow(system, standing), brokenRow(system, standing), gapRow(system, standing)];
  return settle(
    drafts.filter((draft) => draft !== null),
    standing.changesOn,
    system.records,
    today,
  );
}

/** A customer's contracts that can end every month, each as its own folded row has it. */
export interface RollingMember {
  /** What it costs a month. */
  readonly monthlyCents: Cents | null;
  readonly sinceOn: Day;
}

/**
 * The one line of a customer for all contracts that can end every month; null where there are none. At stake is one month of all of them,
 * unknown as soon as one is. A contract that joins opens the line anew, one that leaves does not.
 */
export function rollingLine(
  customer: { readonly id: string; readonly clerkId: string | null },
  members: readonly RollingMember[],
  records: Records,
  today: Day,
): DerivedDecision | null {
  if (members.length === 0) return null;
  const known = members.flatMap((member) => member.monthlyCents ?? []);
  const monthly = sum(known);
  const knownCents = isRefusal(monthly) ? null : monthly;
  const unknownCount = members.length - known.length;
  const basis = members.map((member) => member.sinceOn).reduce((last, day) => (day > last ? day : last));
  const draft: Draft = {
    customerId: customer.id,
    clerkId: customer.clerkId,
    subjectType: "customer",
    subjectId: customer.id,
    contractId: null,
    systemId: null,
    kind: "notice-rolling",
    vendor: null,
    sku: null,
    dueOn: null,
    sendByOn: null,
    sortOn: SORT_ANY_TIME,
    amountAtStakeCents: unknownCount > 0 ? null : knownCents,
    detail: { count: members.length, monthlyCents: knownCents, unknownCount, newestOn: basis },
    folded: false,
    basis,
    opensOn: null,
  };
  return settle([draft], [], records, today)[0] ?? null;
}

function exceededRow(system: SystemFacts, { tiers }: SystemStanding): Draft | null {
  const exceeded = tiers.filter((tier) => tier.exceeded);
  const [first] = exceeded;
  if (first === undefined || system.installedUsers === null) return null;
  const since = system.tiers.filter((tier) => exceeded.some((each) => each.sku === tier.sku)).map((tier) => tier.since);
  return {
    ...frame(system),
    kind: "tier-exceeded",
    sku: exceeded.length === 1 ? first.sku : null,
    sortOn: latest(since),
    amountAtStakeCents: dueOverTiers(exceeded, "exceeded"),
    detail: {
      users: system.installedUsers,
      tier: first.licensedTier,
      neededTier: first.neededTier,
      count: exceeded.length,
      skus: exceeded.map((tier) => tier.sku).join(","),
    },
    basis: exceeded
      .map((tier) => `${tier.sku}:${tier.licensedTier}:${tier.neededTier}`)
      .sort()
      .join(","),
  };
}

function brokenRow(system: SystemFacts, { check }: SystemStanding): Draft | null {
  if (check === null) return null;
  const faults = isRefusal(check) ? [{ sku: String(check.params.sku), kind: check.code }] : check.violations;
  const [first] = faults;
  if (first === undefined) return null;
  return {
    ...frame(system),
    kind: "prerequisite-broken",
    sku: first.sku,
    sortOn: latest(system.licences.flatMap((licence) => licence.purchasedOn)),
    amountAtStakeCents: null,
    detail: { count: faults.length, fault: first.kind },
    basis: faults
      .map((fault) => `${fault.sku}:${fault.kind}`)
      .sort()
      .join(","),
  };
}

function gapRow(system: SystemFacts, { gaps }: SystemStanding): Draft | null {
  const gap = gaps.find((each) => each.kind !== "lapsed");
  if (gap === undefined) return null;
  return {
    ...frame(system),
    kind: "coverage-gap",
    contractId: gap.plan?.contractId ?? null,
    sku: gap.plan?.sku ?? null,
    sortOn: SORT_ANY_TIME,
    amountAtStakeCents: null,
    detail: {
      gap: gap.kind,
      count: gap.skus.length,
      skus: gap.skus.join(","),
      planStartsOn: gap.plan?.startsOn ?? null,
    },
    basis: `${gap.kind}:${gap.plan?.contractId ?? ""}:${gap.skus.join(",")}`,
  };
}

function frame(system: SystemFacts) {
  return {
    customerId: system.customerId,
    clerkId: system.clerkId,
    subjectType: "system" as const,
    subjectId: system.id,
    contractId: null,
    systemId: system.id,
    vendor: system.vendor,
    dueOn: null,
    sendByOn: null,
    folded: false,
    opensOn: null,
  };
}

/** What stands without a deadline sorts by the day that it can have come from at the latest. */
function latest(days: readonly Day[]): Day {
  return days.reduce((last, day) => (day > last ? day : last), FIRST_DAY);
}
