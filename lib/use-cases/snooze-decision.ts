import { type Day, dayAfterMonths, parseDay } from "@/lib/domain/dates";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { type ActInput, actOn, alreadyActed, readReason } from "./shared/act";

export interface SnoozeInput extends ActInput {
  /** The row comes back on this day. */
  readonly until: Day;
  readonly reason: string;
}

const MONTHS_AT_MOST = 12;

/** Puts a row aside until a day: after today, not after its deadline, and not for more than a year. */
export async function snoozeDecision(
  viewer: Viewer,
  input: SnoozeInput,
  today: Day,
  now: Date,
): Promise<"done" | "not-found" | Refusal> {
  const { until } = input;
  const reason = readReason(input.reason);
  if (isRefusal(reason)) return reason;
  if (parseDay(until) === null || until <= today) return refuse("snooze-not-after-today", { today }, "until");
  const latest = dayAfterMonths(today, MONTHS_AT_MOST);
  if (until > latest) return refuse("snooze-too-long", { latest }, "until");
  return actOn(viewer, input, today, now, (row, newest) => {
    const taken = alreadyActed(row, newest);
    if (taken !== null) return taken;
    if (row.dueOn !== null && row.dueOn >= today && until > row.dueOn)
      return refuse("snooze-after-deadline", { dueOn: row.dueOn }, "until");
    return { act: "snooze", until, reason };
  });
}
