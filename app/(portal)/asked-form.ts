import { notFound } from "next/navigation";
import type { z } from "zod";
import { fieldFaults } from "@/lib/auth/field-faults";
import type { FormState } from "@/lib/auth/typed-before";
import { isRefusal, isRefusals, type Refusal, type Refusals } from "@/lib/domain/refusal";
import type { AddressParams } from "@/lib/format/faults";
import { sentence } from "@/lib/format/reasons";
import type { Locale } from "@/lib/i18n/locale";

/** The fields of a form that the address holds, because somebody wants to see first what they would come to. */
function typedInAddress(search: AddressParams, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = [search[name]].flat()[0]?.trim();
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** What is wrong with the fields themselves, by field. */
function errorsOfFields(error: z.ZodError, locale: Locale): Readonly<Record<string, string>> {
  return Object.fromEntries(fieldFaults(error).map((fault) => [fault.path, sentence(fault, locale)]));
}

/** What the rules say against them, by field; what is about no field stands under an empty name. */
function errorsOfRefusals(refused: Refusal | Refusals, locale: Locale): Readonly<Record<string, string>> {
  const all = isRefusal(refused) ? [refused] : refused;
  return Object.fromEntries(all.map((refusal) => [refusal.path ?? "", sentence(refusal, locale)]));
}

/** What the fields in the address would come to; `preview` is null where it says nothing, or what it says is wrong. */
export async function askedInAddress<S extends z.ZodType, P extends object>(
  search: AddressParams,
  locale: Locale,
  {
    names,
    noted = [],
    needed = [],
    schema,
    preview,
  }: {
    readonly names: readonly string[];
    /** Fields that are kept, and that the preview does not ask about. */
    readonly noted?: readonly string[];
    /** Fields without which nothing is asked yet. */
    readonly needed?: readonly string[];
    readonly schema: S;
    readonly preview: (fields: z.infer<S>) => Promise<P | "not-found" | Refusal | Refusals>;
  },
): Promise<FormState & { readonly preview: P | null }> {
  const asked = typedInAddress(search, names);
  const nothing = { typed: { ...asked, ...typedInAddress(search, noted) }, errors: {}, preview: null };
  if (Object.keys(asked).length === 0 || !needed.every((name) => asked[name])) return nothing;
  const parsed = schema.safeParse(asked);
  if (!parsed.success) return { ...nothing, errors: errorsOfFields(parsed.error, locale) };
  const found = await preview(parsed.data);
  if (found === "not-found") notFound();
  if (isRefusal(found) || isRefusals(found)) return { ...nothing, errors: errorsOfRefusals(found, locale) };
  // What is no refusal is the preview; that, narrowing a type parameter does not see.
  return { ...nothing, preview: found as P };
}

/** The first fault that is about no field of the form. */
export const faultBesideFields = (errors: FormState["errors"], names: readonly string[]): string | null =>
  Object.entries(errors).find(([path]) => !names.includes(path))?.[1] ?? null;

/** What was sent and refused goes before what the address holds. */
export function together(asked: FormState, sent: FormState): FormState {
  return { typed: { ...asked.typed, ...sent.typed }, errors: { ...asked.errors, ...sent.errors } };
}
