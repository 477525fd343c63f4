import type { Day } from "@/lib/domain/dates";
import type { DecisionChoice } from "@/lib/domain/decisions";
import { isRefusal, type Refusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { type ActInput, decideOn, readReason } from "./shared/act";

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
  return isRefusal(reason) ? reason : decideOn(viewer, input, reason, today, now);
}
