import { type Day, FIRST_DAY, formatDay, LAST_DAY, parseDay } from "./dates";
import { type Cents, MAX_INPUT_CENTS } from "./money";

/**
 * A day as people write it (`31.12.2026`, `1.2.2027`) or as programs do (`2026-12-31`); null where it is none, or outside of
 * what the product knows (1990 to 2199).
 */
export function dayWritten(text: string): Day | null {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  const iso =
    german === null ? text.trim() : `${german[3]}-${german[2]?.padStart(2, "0")}-${german[1]?.padStart(2, "0")}`;
  const number = parseDay(iso);
  if (number === null) return null;
  const day = formatDay(number);
  return day < FIRST_DAY || day > LAST_DAY ? null : day;
}

/**
 * An amount as people write it, in cents: `1.234,50`, `1234,5`, `12 €`, and with a point as `1234.50` or `1,234.50`. Null where it is none
 * or could be meant in two ways: `1,234` is a thousand to some and one to others. `1.234` is a thousand, as in German.
 */
export function centsWritten(text: string): Cents | null {
  const plain = text.replaceAll(/\s|€/g, "");
  const german = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(plain);
  const english = /^(\d{1,3}(?:,\d{3})+|\d+)\.(\d{1,2})$/.exec(plain);
  const found = german ?? english;
  if (found === null || /^0\d/.test(plain)) return null;
  const whole = Number((found[1] ?? "").replaceAll(/[.,]/g, ""));
  const cents = whole * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  return cents <= MAX_INPUT_CENTS ? cents : null;
}

/**
 * A whole number as people write it: `12`, `1.000`, `5,00`. Null where it is none or could be meant in two ways (`1,000`). Up to 9 digits.
 */
export function wholeWritten(text: string): number | null {
  const plain = text.replaceAll(/\s/g, "");
  const found = /^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,0{1,2}|\.0{1,2})?$/.exec(plain);
  return found === null ? null : Number((found[1] ?? "").replaceAll(".", ""));
}
