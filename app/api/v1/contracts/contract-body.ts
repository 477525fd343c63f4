import type { Reason } from "@/lib/domain/reason";
import { sentence } from "@/lib/format/reasons";
import type { Locale } from "@/lib/i18n/locale";
import type { ContractRecord } from "@/lib/use-cases/list-contract-records";

/** Reasons with their sentences. */
export function said(reasons: readonly Reason[], locale: Locale) {
  return reasons.map((reason) => ({
    code: reason.code,
    text: sentence(reason, locale),
    source: reason.source ?? null,
  }));
}

export function contractBody(contract: ContractRecord, locale: Locale) {
  const { assumptions, derivation } = contract;
  return { ...contract, assumptions: said(assumptions, locale), derivation: said(derivation, locale) };
}
