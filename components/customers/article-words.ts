import { dayText } from "@/lib/format/day";
import type { Locale } from "@/lib/i18n/locale";

/** Whether an article's key is a number that stands on the paper, and not a word of ours; only the first is shown. */
export function isArticleNumber(sku: string): boolean {
  return /^\d/.test(sku);
}

/** A price list's edition as its paper is dated: 16.03.2020, 09/2022, or that it is not. */
export function editionText(edition: string, locale: Locale, undated: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(edition)) return dayText(edition, locale);
  const [year, month] = edition.split("-");
  return month === undefined ? undated : `${month}/${year}`;
}
