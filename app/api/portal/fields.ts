import { z } from "zod";
import type { Fault } from "@/lib/auth/answers";
import { isRefusal } from "@/lib/domain/refusal";
import { dayOfInput } from "@/lib/format/day-input";

/** A day as a form sends it (31.12.2026) or a script (2026-12-31). */
export const dayField = z.string().transform((written, context) => {
  const day = dayOfInput(written);
  if (day !== null) return day;
  context.addIssue({ code: "custom", message: written.trim() === "" ? "field-missing" : "field-not-a-day" });
  return z.NEVER;
});

/** A whole number, as a number or as the digits of a form. */
export const wholeField = z.preprocess((value) => {
  const text = typeof value === "string" ? value.trim() : value;
  return typeof text === "string" && /^\d{1,9}$/.test(text) ? Number(text) : text === "" ? undefined : text;
}, z.int());

/** A field that a form sends empty where nothing was chosen. */
export function emptyAsNull<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());
}

/** A free text; how long it may be, and whether it may be missing, the use case says. */
export const textField = z.string().max(4_000);

const conflicts: readonly string[] = [
  "decision-already-decided",
  "decision-already-snoozed",
  "decision-changed",
  "notice-in-force",
  "notice-confirmed",
  "notice-withdrawn",
  "end-changed",
  "contract-changed",
  "licence-key-changed",
];

/** What somebody else was faster with is a conflict (409), and not a fault of the fields. */
export function asConflict<T>(outcome: T): T | Fault {
  if (!isRefusal(outcome) || !conflicts.includes(outcome.code)) return outcome;
  return { status: 409, code: outcome.code, params: outcome.params };
}
