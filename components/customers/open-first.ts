import type { DecisionItem } from "@/lib/use-cases/list-decisions";

const order = { open: 0, snoozed: 1, decided: 2, waiting: 3 } as const;

/** What is still to be decided first; else as they come. */
export function openFirst(decisions: readonly DecisionItem[]): DecisionItem[] {
  return decisions.toSorted((a, b) => order[a.state] - order[b.state]);
}
