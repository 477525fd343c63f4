import type { DerivedDecision } from "./decisions";

/** What a change of the facts does to one row of the queue: `before` null where it comes, `after` null where it goes. */
export interface DecisionMove {
  readonly move: "comes" | "goes" | "changes";
  readonly before: DerivedDecision | null;
  readonly after: DerivedDecision | null;
}

/**
 * The rows of the same subjects before and after, as far as they differ for people: folded ones stand in no list, and the day up to which a
 * row is known to be right is nobody's business. Rows that come first, then those that change, then those that go.
 */
export function decisionMoves(
  before: readonly DerivedDecision[],
  after: readonly DerivedDecision[],
): readonly DecisionMove[] {
  const key = (row: DerivedDecision) => `${row.subjectId} ${row.kind}`;
  const were = new Map(before.filter((row) => !row.folded).map((row) => [key(row), row]));
  const are = new Map(after.filter((row) => !row.folded).map((row) => [key(row), row]));
  const moves = [...are.values()].flatMap((row): DecisionMove[] => {
    const old = were.get(key(row));
    if (old === undefined) return [{ move: "comes", before: null, after: row }];
    return says(old) === says(row) ? [] : [{ move: "changes", before: old, after: row }];
  });
  const gone = [...were.values()].filter((row) => !are.has(key(row)));
  const of = (move: DecisionMove["move"]) => moves.filter((each) => each.move === move);
  return [
    ...of("comes"),
    ...of("changes"),
    ...gone.map((row) => ({ move: "goes" as const, before: row, after: null })),
  ];
}

function says(row: DerivedDecision): string {
  const { dueOn, sendByOn, amountAtStakeCents, state, basis, sku } = row;
  const detail = Object.entries(row.detail).sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([dueOn, sendByOn, amountAtStakeCents, state, basis, sku, detail]);
}
