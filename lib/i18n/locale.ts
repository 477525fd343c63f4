/** The two languages of the screen. The word is kept in the cookie `locale`; German goes first. */
export const locales = ["de", "en"] as const;
export type Locale = (typeof locales)[number];

export const LOCALE_COOKIE = "locale";

export function localeOf(word: string | undefined): Locale {
  return word === "en" ? "en" : "de";
}
