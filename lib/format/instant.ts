import type { Locale } from "./wording";

const languages = { de: "de-DE", en: "en-GB" } as const;

function form(locale: Locale, withTime: boolean): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(languages[locale], {
    day: "2-digit",
    // 11/12/2026 is two different days to English readers.
    month: locale === "de" ? "2-digit" : "short",
    year: "numeric",
    ...(withTime ? { hour: "2-digit", minute: "2-digit", hour12: false } : {}),
    timeZone: "Europe/Berlin",
  });
}

const forms = {
  de: { day: form("de", false), time: form("de", true) },
  en: { day: form("en", false), time: form("en", true) },
};

/** An event as the clock in Berlin showed it: 20.11.2026, 14:05; in English 20 Nov 2026, 14:05. `at` is an ISO instant. */
export function instantText(at: string, locale: Locale): string {
  return forms[locale].time.format(new Date(at));
}

/** The day of an event in Berlin: 20.11.2026; in English 20 Nov 2026. */
export function instantDayText(at: string, locale: Locale): string {
  return forms[locale].day.format(new Date(at));
}
