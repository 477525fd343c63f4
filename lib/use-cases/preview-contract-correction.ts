import { withTenant } from "@/db/tenant";
import { type AuditValue, type AuditValues, differences } from "@/lib/domain/audit";
import { type ContractParticulars, faultsOfCorrection } from "@/lib/domain/contract-correction";
import type { Day } from "@/lib/domain/dates";
import { decisionsOfContract } from "@/lib/domain/decisions-contract";
import { type Refusal, type Refusals, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import type { ContractAtHand } from "./shared/contract-at-hand";
import { particularsAtHand } from "./shared/contract-particulars";
import { type ExplainedDates, explainedDates } from "./shared/explained";
import { contractFacts } from "./shared/load-facts";
import { type MovedDecision, movedDecisions } from "./shared/moved-decisions";

export type { ExplainedDates } from "./shared/explained";

/** What a correction would move. Nothing is saved. */
export interface CorrectionPreview {
  readonly differences: readonly {
    readonly field: keyof ContractParticulars;
    readonly before: AuditValue;
    readonly after: AuditValue;
  }[];
  readonly before: ExplainedDates;
  readonly after: ExplainedDates;
  readonly decisions: readonly MovedDecision[];
}

/** What if the contract were recorded so: its dates before and after, and the rows of the queue that would move. Refused as in `correctContract`. */
export async function previewContractCorrection(
  viewer: Viewer,
  input: { readonly contractId: string; readonly set: Partial<ContractParticulars> },
  today: Day,
): Promise<CorrectionPreview | "not-found" | Refusal | Refusals> {
  if (!may(viewer, "capture-estate")) return refuse("not-allowed");
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const found = await particularsAtHand(tx, viewer, input.contractId, today);
    if (found === null) return "not-found";
    const { before, around, contract } = found;
    const whole = { ...before, ...input.set };
    const changed = differences({ ...before }, { ...whole });
    const faults = faultsOfCorrection((changed?.after ?? {}) as Partial<ContractParticulars>, whole, around);
    if (faults !== null) return faults;
    const { endsOn, ...columns } = whole;
    const row = { ...contract.row, ...columns };
    const [stored] = await contractFacts(tx, resellerId, [row], today);
    if (stored === undefined) throw new Error("a contract without facts");
    const facts = endsOn === before.endsOn ? stored : withEnd(stored, endsOn);
    const [was, is] = [contract, { row, facts }];
    return {
      differences: fieldsOf(changed),
      before: explainedDates(was, today),
      after: explainedDates(is, today),
      decisions: movedDecisions(decisionsOfContract(was.facts, today), decisionsOfContract(is.facts, today), viewer),
    };
  });
}

function withEnd(facts: ContractAtHand["facts"], currentEnd: Day | null): ContractAtHand["facts"] {
  return facts.maintenance === null ? facts : { ...facts, maintenance: { ...facts.maintenance, currentEnd } };
}

function fieldsOf(changed: { readonly before: AuditValues; readonly after: AuditValues } | null) {
  if (changed === null) return [];
  return (Object.keys(changed.after) as (keyof ContractParticulars)[]).map((field) => ({
    field,
    before: changed.before[field] ?? null,
    after: changed.after[field] ?? null,
  }));
}
