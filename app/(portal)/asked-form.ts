import type { z } from "zod";
import { fieldFaults } from "@/lib/auth/field-faults";
import type { FormState } from "@/lib/auth/typed-before";
import { isRefusal, type Refusal, type Refusals } from "@/lib/domain/refusal";
import type { AddressParams } from "@/lib/format/faults";
import { sentence } from "@/lib/format/reasons";
import type { Locale } from "@/lib/i18n/locale";

/** The fields of a form that the address holds, because somebody wants to see first what they would come to. */
export function typedInAddress(search: AddressParams, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = [search[name]].flat()[0]?.trim();
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** What is wrong with the fields themselves, by field. */
export function errorsOfFields(error: z.ZodError, locale: Locale): Readonly<Record<string, string>> {
  return Object.fromEntries(fieldFaults(error).map((fault) => [fault.path, sentence(fault, locale)]));
}

/** What the rules say against them, by field; what is about no field stands under an empty name. */
export function errorsOfRefusals(refused: Refusal | Refusals, locale: Locale): Readonly<Record<string, string>> {
  const all = isRefusal(refused) ? [refused] : refused;
  return Object.fromEntries(all.map((refusal) => [refusal.path ?? "", sentence(refusal, locale)]));
}

/** What was sent and refused goes before what the address holds. */
export function together(asked: FormState, sent: FormState): FormState {
  return { typed: { ...asked.typed, ...sent.typed }, errors: { ...asked.errors, ...sent.errors } };
}
