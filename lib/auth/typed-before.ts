import "server-only";
import { cookies } from "next/headers";
import type { AddressParams } from "@/lib/format/faults";
import { hasWording, sentence } from "@/lib/format/reasons";
import type { Locale } from "@/lib/i18n/locale";
import { readTyped, TYPED_COOKIE } from "./typed";

/** A form as it was left: what was typed, and what is wrong with it by field. Empty where it is begun. */
export interface FormState {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** What was typed into the form that is sent to `action`, where the address says that it was refused (`fehler`). */
export async function typedBefore(action: string, search: AddressParams, locale: Locale): Promise<FormState> {
  const read = search.fehler === undefined ? null : readTyped((await cookies()).get(TYPED_COOKIE)?.value, action);
  if (read === null) return { typed: {}, errors: {} };
  const told = read.faults.filter(({ code }) => hasWording(code)).map((fault) => [fault.path, sentence(fault, locale)]);
  return { typed: read.fields, errors: Object.fromEntries(told) };
}
