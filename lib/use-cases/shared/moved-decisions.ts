import { type DecisionMove, decisionMoves } from "@/lib/domain/decision-moves";
import { aboutDecision, type DecisionKind, type DecisionState, type DerivedDecision } from "@/lib/domain/decisions";
import type { Cents } from "@/lib/domain/money";
import type { Reason } from "@/lib/domain/reason";
import type { Viewer } from "@/lib/domain/viewer";
import { articleName } from "@/lib/price-lists/index";

/** One row of the queue that would come, go or change. `cents` and `about` are those after the change; before it where the row goes. */
export interface MovedDecision {
  readonly move: DecisionMove["move"];
  readonly kind: DecisionKind;
  readonly subjectId: string;
  readonly contractId: string | null;
  readonly articleName: string | null;
  readonly about: Reason;
  readonly state: DecisionState;
  readonly amountAtStakeCents: Cents | null;
  /** What stood there before, where the row changes. */
  readonly beforeCents: Cents | null;
  readonly sample: boolean;
}

/** What a change does to the rows of the queue, for people to read. */
export function movedDecisions(
  before: readonly DerivedDecision[],
  after: readonly DerivedDecision[],
  viewer: Viewer,
): readonly MovedDecision[] {
  return decisionMoves(before, after).flatMap((move) => movedDecision(move, viewer));
}

function movedDecision({ move, before, after }: DecisionMove, viewer: Viewer): MovedDecision[] {
  const row = after ?? before;
  if (row === null) return [];
  return [
    {
      move,
      kind: row.kind,
      subjectId: row.subjectId,
      contractId: row.contractId,
      articleName: row.vendor !== null && row.sku !== null ? articleName(row.vendor, row.sku, viewer.locale) : null,
      about: aboutDecision(row),
      state: row.state,
      amountAtStakeCents: row.amountAtStakeCents,
      beforeCents: move === "changes" ? (before?.amountAtStakeCents ?? null) : null,
      sample: row.detail.sample === true,
    },
  ];
}
