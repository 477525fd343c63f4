import type { Day } from "@/lib/domain/dates";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { type ActInput, actOn } from "./shared/act";

/** Takes back the newest decision or snooze on a row, by a further record; the row is open again. */
export async function undoDecision(
  viewer: Viewer,
  input: ActInput,
  today: Day,
  now: Date,
): Promise<"done" | "not-found" | Refusal> {
  return actOn(viewer, input, today, now, (_row, newest) =>
    newest === null || newest.act === "undo" ? refuse("nothing-to-undo") : { act: "undo", until: null, reason: "" },
  );
}
