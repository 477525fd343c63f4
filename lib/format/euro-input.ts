import { type Cents, MAX_INPUT_CENTS } from "@/lib/domain/money";

/**
 * An amount as people type it, in cents: `1.234,50`, `1234,5`, `12 €`, and with a point as `1234.50` or `1,234.50`. Null where it is none
 * or could be meant in two ways: `1,234` is a thousand to some and one to others. `1.234` is a thousand, as in German.
 */
export function centsOfInput(text: string): Cents | null {
  const plain = text.replaceAll(/\s|€/g, "");
  const german = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(plain);
  const english = /^(\d{1,3}(?:,\d{3})+|\d+)\.(\d{1,2})$/.exec(plain);
  const found = german ?? english;
  if (found === null || /^0\d/.test(plain)) return null;
  const whole = Number((found[1] ?? "").replaceAll(/[.,]/g, ""));
  const cents = whole * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  return cents <= MAX_INPUT_CENTS ? cents : null;
}
