import type { Day } from "@/lib/domain/dates";
import { choicesFor, type DecisionChoice, decisionStandsUntil } from "@/lib/domain/decisions";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { type ActInput, actOn, alreadyActed, readReason } from "./shared/act";

export interface DecideInput extends ActInput {
  readonly choice: DecisionChoice;
  readonly reason: string;
}

/** Records what was decided about a row: to let it run, to give notice, to change something. Whoever comes second is told who was first. */
export async function decide(
  viewer: Viewer,
  input: DecideInput,
  today: Day,
  now: Date,
): Promise<"done" | "not-found" | Refusal> {
  const reason = readReason(input.reason);
  if (isRefusal(reason)) return reason;
  return actOn(viewer, input, today, now, (row, newest) => {
    if (!choicesFor(row.kind).includes(input.choice))
      return refuse("choice-not-possible", { kind: row.kind }, "choice");
    const taken = row.state === "decided" ? alreadyActed(row, newest) : null;
    return taken ?? { act: input.choice, until: decisionStandsUntil(row, input.choice, today), reason };
  });
}
