import { type Day, FIRST_DAY, formatDay, LAST_DAY, parseDay } from "@/lib/domain/dates";

/** A day as people type it (`31.12.2026`, `1.2.2027`) or as addresses carry it (`2026-12-31`); null where it is none, or outside of what the portal knows. */
export function dayOfInput(text: string): Day | null {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  const iso =
    german === null ? text.trim() : `${german[3]}-${german[2]?.padStart(2, "0")}-${german[1]?.padStart(2, "0")}`;
  const number = parseDay(iso);
  if (number === null) return null;
  const day = formatDay(number);
  return day < FIRST_DAY || day > LAST_DAY ? null : day;
}
