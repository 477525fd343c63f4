import { withTenant } from "@/db/tenant";
import type { AuditField, AuditValue } from "@/lib/domain/audit";
import type { Day } from "@/lib/domain/dates";
import { decisionsOfContract } from "@/lib/domain/decisions-contract";
import type { Cents } from "@/lib/domain/money";
import { isRefusal, isRefusals, type Refusal, type Refusals, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { contractFacts } from "./shared/load-facts";
import { type MovedDecision, movedDecisions } from "./shared/moved-decisions";
import { meantChange, type PositionChange, positionsAtHand } from "./shared/position-change";

/** What another quantity would move. Nothing is saved. */
export interface PositionChangePreview {
  readonly differences: readonly {
    readonly field: AuditField;
    readonly before: AuditValue;
    readonly after: AuditValue;
  }[];
  /** Per interval, from then on; null is unknown. */
  readonly amountCents: Cents | null;
  /** The edition of the price list that the amount is taken from; null where it was given, or is unknown. */
  readonly edition: string | null;
  /** Whether it is a price of the reseller's own instead. */
  readonly ownPrice: boolean;
  readonly notes: readonly Refusal[];
  /** Rows of the queue about the contract. */
  readonly decisions: readonly MovedDecision[];
}

/** What if the contract booked so many: its quantity and amount before and after, and the rows of the queue that would move. Refused as in `meantChange`. */
export async function previewPositionChange(
  viewer: Viewer,
  input: PositionChange,
  today: Day,
): Promise<PositionChangePreview | "not-found" | Refusal | Refusals> {
  if (!may(viewer, "capture-estate")) return refuse("not-allowed");
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const found = await positionsAtHand(tx, viewer, input.contractId, today);
    if (found === null) return "not-found";
    const meant = meantChange(found, input, today);
    if (isRefusal(meant) || isRefusals(meant)) return meant;
    const { amountCents, changed, notes, what } = meant;
    const { row, facts } = found.contract;
    const [after] = await contractFacts(tx, resellerId, [{ ...row, amountCents }], today);
    if (after === undefined) throw new Error("a contract without facts");
    const fields = Object.keys(changed?.after ?? {}) as AuditField[];
    return {
      differences: fields.map((field) => ({
        field,
        before: changed?.before[field] ?? null,
        after: changed?.after[field] ?? null,
      })),
      amountCents,
      edition: input.amountCents === undefined && amountCents !== null ? what.edition : null,
      ownPrice: what.ownPrice,
      notes,
      decisions: movedDecisions(decisionsOfContract(facts, today), decisionsOfContract(after, today), viewer),
    };
  });
}
