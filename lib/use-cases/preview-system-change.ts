import { contractRows } from "@/db/queries/contracts";
import { purchaseRows } from "@/db/queries/licences";
import type { SystemRow } from "@/db/queries/systems";
import { type Tx, withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { decisionsOfContract } from "@/lib/domain/decisions-contract";
import { decisionsOfSystem } from "@/lib/domain/decisions-system";
import type { Cents } from "@/lib/domain/money";
import type { Violation } from "@/lib/domain/prerequisites";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import {
  differencesBetween,
  type FigureChange,
  type FigureDifference,
  faultOfChange,
  withChange,
} from "@/lib/domain/system-figures";
import { dueOverTiers } from "@/lib/domain/tier-usage";
import { may, type Viewer } from "@/lib/domain/viewer";
import { lapsingPolicyIds } from "./shared/facts";
import { contractFacts, systemFacts } from "./shared/load-facts";
import { type MovedDecision, movedDecisions } from "./shared/moved-decisions";
import { systemAtHand } from "./shared/system-at-hand";
import { type LimitView, type SystemView, systemView, type TierUsageView } from "./shared/system-view";

export type { FigureDifference } from "@/lib/domain/system-figures";
export type { MovedDecision } from "./shared/moved-decisions";
export type { LimitView, TierUsageView } from "./shared/system-view";

/** What a change of a system's figures would move. Nothing is saved. Everything holds only what differs. */
export interface SystemPreview {
  readonly differences: readonly FigureDifference[];
  readonly tiers: readonly { readonly before: TierUsageView; readonly after: TierUsageView }[];
  /** What the tiers that would be exceeded cost together, once; null where none is, or one is unknown. */
  readonly exceededCents: Cents | null;
  readonly limits: readonly { readonly before: LimitView | null; readonly after: LimitView }[];
  readonly violations: { readonly come: readonly Violation[]; readonly go: readonly Violation[] };
  readonly decisions: readonly MovedDecision[];
}

/** What if a system's figures were these: which tiers, limits, obstacles and decisions would move, reckoned as saving them would. */
export async function previewSystemChange(
  viewer: Viewer,
  input: { readonly systemId: string; readonly change: FigureChange },
  today: Day,
): Promise<SystemPreview | "not-found" | Refusal> {
  if (!may(viewer, "change-system")) return refuse("not-allowed");
  return withTenant(viewer, async (tx) => {
    const found = await systemAtHand(tx, viewer, input.systemId, today);
    if (found === null) return "not-found";
    const fault = faultOfChange(found.fields, input.change);
    if (fault !== null) return fault;
    const { row } = found;
    const changed = { ...row, ...withChange(row, input.change) };
    const before = await standingAs(tx, viewer, row, today);
    const after = await standingAs(tx, viewer, changed, today);
    return {
      differences: differencesBetween(row, changed),
      tiers: movedTiers(before.system, after.system),
      exceededCents: dueOverTiers(after.system.tiers, "exceeded"),
      limits: movedLimits(before.system, after.system),
      violations: movedViolations(before.system, after.system),
      decisions: movedDecisions(before.rows, after.rows, viewer),
    };
  });
}

/** How the system would stand with these figures, and the rows that would be derived: of itself, and of the contracts that look at it. */
async function standingAs(tx: Tx, viewer: Viewer, row: SystemRow, today: Day) {
  const resellerId = viewer.resellerId ?? "";
  const contracts = (await contractRows(tx, resellerId, { systemIds: [row.id] })).filter((contract) =>
    lapsingPolicyIds.includes(contract.policyId),
  );
  const [facts] = await systemFacts(tx, resellerId, [row], today);
  if (facts === undefined) throw new Error("a system without facts");
  const about = await contractFacts(tx, resellerId, contracts, today, true, [row]);
  const bought = await purchaseRows(tx, resellerId, [row.id], true);
  return {
    system: systemView(row, facts, bought, [], viewer, today),
    rows: [...decisionsOfSystem(facts, today), ...about.flatMap((each) => decisionsOfContract(each, today))],
  };
}

function movedTiers(before: SystemView, after: SystemView): SystemPreview["tiers"] {
  return after.tiers.flatMap((tier, index) => {
    const was = before.tiers[index];
    if (was === undefined) return [];
    const moved =
      was.exceeded !== tier.exceeded || was.neededTier !== tier.neededTier || was.dueCents !== tier.dueCents;
    return moved ? [{ before: was, after: tier }] : [];
  });
}

function movedLimits(before: SystemView, after: SystemView): SystemPreview["limits"] {
  return after.limits.flatMap((limit) => {
    const was = before.limits.find((each) => each.kind === limit.kind && each.of === limit.of) ?? null;
    return was?.used === limit.used && was.atMost === limit.atMost ? [] : [{ before: was, after: limit }];
  });
}

function movedViolations(before: SystemView, after: SystemView): SystemPreview["violations"] {
  const without = (all: readonly Violation[], others: readonly Violation[]) => {
    const told = new Set(others.map((each) => JSON.stringify(each)));
    return all.filter((each) => !told.has(JSON.stringify(each)));
  };
  return {
    come: without(after.violations, before.violations),
    go: without(before.violations, after.violations),
  };
}
