import { z } from "zod";
import type { Fault } from "@/lib/auth/answers";
import { isRefusal, isRefusals, type Refusal, type Refusals } from "@/lib/domain/refusal";
import { dayOfInput } from "@/lib/format/day-input";
import { centsOfInput } from "@/lib/format/euro-input";

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

/** A field that a form sends empty where nothing is known: then it is absent. */
export function emptyAsAbsent<S extends z.ZodType>(schema: S) {
  return z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    schema.optional(),
  );
}

/** An amount in euro as a form sends it: 1.234,50. */
export const amountField = z.string().transform((written, context) => {
  const cents = centsOfInput(written);
  if (cents !== null) return cents;
  context.addIssue({ code: "custom", message: written.trim() === "" ? "field-missing" : "field-not-an-amount" });
  return z.NEVER;
});

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

/** Refusals with the names that a form has for the fields. */
export function inFormWords<T>(outcome: T, nameOf: (path: string) => string): T | Refusal | Refusals {
  const renamed = (refusal: Refusal): Refusal =>
    refusal.path === undefined ? refusal : { ...refusal, path: nameOf(refusal.path) };
  if (isRefusal(outcome)) return renamed(outcome);
  if (!isRefusals(outcome)) return outcome;
  const [first, ...others] = outcome;
  return [renamed(first), ...others.map(renamed)];
}
