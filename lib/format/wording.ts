import { dayText } from "./day";
import { euro, number } from "./money";

export type Locale = "de" | "en";
export const LOCALES: readonly Locale[] = ["de", "en"];

/** The figures of a reason: days are ISO days, amounts whole cents in names that end in `Cents`. */
export type Params = Readonly<Record<string, string | number>>;
type Param = string | number | undefined;

/** One sentence or two in each language; Sie-form in German. */
export interface Wording {
  de(params: Params): string;
  en(params: Params): string;
}

/** Wordings by code. */
export type Words = Readonly<Record<string, Wording>>;

/** A day of a reason in words: 31.12.2026. */
export function day(value: Param, locale: Locale): string {
  return dayText(String(value), locale);
}

/** An amount of a reason: 1.234,50 €. */
export function amount(value: Param, locale: Locale): string {
  return euro(Number(value), locale);
}

/** A count with its noun: `counted(3, "Monat", "Monate", "de")` is "3 Monate". */
export function counted(value: Param, one: string, many: string, locale: Locale): string {
  return `${number(Number(value), locale)} ${Number(value) === 1 ? one : many}`;
}

/** An article's name in the language of the sentence: `article`, and `articleEn` beside it where English has its own. */
export function name(params: Params, field: string, locale: Locale): string {
  return String((locale === "en" ? params[`${field}En`] : undefined) ?? params[field]);
}
