import type { Cents } from "@/lib/domain/money";

type Locale = "de" | "en";

/** 1.234,50 € in German, €1,234.50 in English. Plain spaces: what is shown can be searched and copied. */
export function euro(cents: Cents, locale: Locale): string {
  const figure = decimal(cents, locale);
  return locale === "de" ? `${figure} €` : figure.startsWith("-") ? `-€${figure.slice(1)}` : `€${figure}`;
}

/** The amount without its currency, for columns whose head names it: 1.234,50. */
export function decimal(cents: Cents, locale: Locale): string {
  const size = Math.abs(cents);
  const whole = Math.floor(size / 100);
  const rest = size - whole * 100;
  return `${cents < 0 ? "-" : ""}${grouped(whole, locale)}${locale === "de" ? "," : "."}${rest < 10 ? "0" : ""}${rest}`;
}

/** Millionths of a euro, in euro with as many decimals as it has, at least two: 0,012 €. */
export function fineEuro(microEuros: number, locale: Locale): string {
  const figure = fine(Math.abs(microEuros), 1_000_000, locale);
  const sign = microEuros < 0 ? "-" : "";
  return locale === "de" ? `${sign}${figure} €` : `${sign}€${figure}`;
}

/** Millionths of a euro, in cents: 84,0336 ct. */
export function cent(microEuros: number, locale: Locale): string {
  return `${fine(microEuros, 10_000, locale)} ct`;
}

function fine(size: number, unit: number, locale: Locale): string {
  const whole = Math.floor(size / unit);
  const decimals = String(size - whole * unit)
    .padStart(String(unit).length - 1, "0")
    .replace(/0+$/, "")
    .padEnd(2, "0");
  return `${grouped(whole, locale)}${locale === "de" ? "," : "."}${decimals}`;
}

/** A whole number with groups of three: 1.000.000. */
export function number(value: number, locale: Locale): string {
  return value < 0 ? `-${grouped(-value, locale)}` : grouped(value, locale);
}

function grouped(value: number, locale: Locale): string {
  const text = String(value);
  return text.length <= 3 ? text : text.replace(/\B(?=(?:\d{3})+$)/g, locale === "de" ? "." : ",");
}
