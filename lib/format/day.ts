import { type Day, dayNumberOf, daysBetween, type Month, weekdayOf } from "@/lib/domain/dates";

type Locale = "de" | "en";

const MONTHS = {
  de: [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
} as const;
const WEEKDAYS = {
  de: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;

/** 31.12.2026; in English 31 Dec 2026, which nobody misreads. */
export function dayText(day: Day, locale: Locale): string {
  const year = day.slice(0, -6);
  const month = day.slice(-5, -3);
  const dayOfMonth = day.slice(-2);
  if (locale === "de") return `${dayOfMonth}.${month}.${year}`;
  return `${Number(dayOfMonth)} ${MONTHS.en[Number(month) - 1]?.slice(0, 3)} ${year}`;
}

/** Dezember 2026, December 2026. */
export function monthText(month: Month, locale: Locale): string {
  return `${MONTHS[locale][Number(month.slice(-2)) - 1]} ${month.slice(0, -3)}`;
}

/** Mi, Wed. */
export function weekdayText(day: Day, locale: Locale): string {
  return WEEKDAYS[locale][weekdayOf(dayNumberOf(day)) - 1] as string;
}

/** How far a day is from today: "in 12 Tagen (Mi)", "heute (Fr)", "vor 3 Tagen (Di)". */
export function dayDistance(day: Day, today: Day, locale: Locale): string {
  return `${distance(daysBetween(today, day), locale)} (${weekdayText(day, locale)})`;
}

function distance(days: number, locale: Locale): string {
  if (locale === "de") {
    if (days === 0) return "heute";
    if (days === 1) return "morgen";
    if (days === -1) return "gestern";
    return days > 0 ? `in ${days} Tagen` : `vor ${-days} Tagen`;
  }
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
