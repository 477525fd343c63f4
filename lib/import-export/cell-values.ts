import { type Day, FIRST_DAY, formatDay, LAST_DAY, parseDay } from "@/lib/domain/dates";
import { type Cents, MAX_INPUT_CENTS } from "@/lib/domain/money";
import { centsWritten, dayWritten, wholeWritten } from "@/lib/domain/written";
import { foldHeading } from "./columns";
import type { Cell } from "./table";

/** Why a cell cannot be read: a stable code with its figures; worded in lib/format. */
export interface CellFault {
  readonly fault: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const isFault = (value: unknown): value is CellFault =>
  typeof value === "object" && value !== null && "fault" in value;

/** A cell as it is shown in a message. */
export function shownCell(cell: Cell): string {
  if (typeof cell === "object") return cell.day.replace(/^(\d+)-(\d+)-(\d+)$/, "$3.$2.$1");
  if (typeof cell === "boolean") return cell ? "WAHR" : "FALSCH";
  return typeof cell === "number" ? String(cell).replace(".", ",") : cell.trim();
}

/** A text in one line, without blanks around it. */
export function textOf(cell: Cell, atMost: number): string | CellFault {
  if (typeof cell === "number" && !(Number.isSafeInteger(cell) || Math.abs(cell) < 1e12))
    return { fault: "cell-number-inexact" };
  const raw = typeof cell === "number" ? String(cell) : shownCell(cell);
  const text = raw.normalize("NFC").replaceAll(/\s+/g, " ").trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: signs that no text holds and no database takes
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) || !text.isWellFormed())
    return { fault: "cell-control-signs" };
  return text.length > atMost ? { fault: "cell-too-long", params: { most: atMost } } : text;
}

/** Day 1 of Excel's count is 1 January 1900; the 29 February 1900 that it counts as well never was. */
const EXCEL_EPOCH = parseDay("1899-12-30") ?? 0;

export function dayOf(cell: Cell): Day | CellFault {
  if (typeof cell === "object") return knownDay(cell.day);
  if (typeof cell === "number") return serialDay(cell);
  const text = String(cell).trim();
  if (/^\d{5,6}$/.test(text)) return serialDay(Number(text));
  // With a time of day, as databases write days.
  const plain = text.replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, "");
  const short = /^(\d{1,2}\.\d{1,2}\.)(\d{2})$/.exec(plain);
  // Two digits of a year: from 1990 on.
  const whole = short === null ? plain : `${short[1]}${Number(short[2]) >= 90 ? "19" : "20"}${short[2]}`;
  const day = dayWritten(whole);
  if (day !== null) return day;
  return /^\d{1,2}\.\d{1,2}\.\d{4}$|^\d{4}-\d{2}-\d{2}$/.test(whole) && isDay(whole)
    ? outside
    : { fault: "cell-no-day" };
}

const outside: CellFault = { fault: "cell-day-outside", params: { from: FIRST_DAY, to: LAST_DAY } };

function isDay(text: string): boolean {
  const [day, month, year] = text.split(".");
  return parseDay(year === undefined ? text : `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`) !== null;
}

const knownDay = (day: Day): Day | CellFault => (day < FIRST_DAY || day > LAST_DAY ? outside : day);

function serialDay(serial: number): Day | CellFault {
  if (!Number.isFinite(serial) || serial < 1) return { fault: "cell-no-day" };
  return serial > 200_000 ? outside : knownDay(formatDay(EXCEL_EPOCH + Math.floor(serial)));
}

export function centsOf(cell: Cell): Cents | CellFault {
  if (typeof cell === "number") {
    const cents = Math.round(cell * 100);
    if (Math.abs(cell * 100 - cents) > 1e-4) return { fault: "cell-part-of-cent" };
    return cents < 0 || cents > MAX_INPUT_CENTS ? { fault: "cell-no-amount" } : cents;
  }
  const text = typeof cell === "string" ? cell.replaceAll(/\bEUR\b|\bEuro\b/gi, "") : "";
  return centsWritten(text) ?? { fault: "cell-no-amount" };
}

export function wholeOf(cell: Cell, from: number, to: number): number | CellFault {
  const number = typeof cell === "number" ? cell : typeof cell === "string" ? wholeWritten(cell) : null;
  if (number === null || !Number.isInteger(number) || number < from || number > to)
    return { fault: "cell-no-whole", params: { from, to } };
  return number;
}

/** A term in months, also written `12 Monate` or `3 Jahre`. */
export function monthsOf(cell: Cell): number | CellFault {
  const text = typeof cell === "string" ? cell.trim().toLowerCase() : "";
  const said = /^(\d{1,3})\s*(monate?n?|mon\.?|months?|m|jahre?n?|years?|j)$/.exec(text);
  const factor = said?.[2]?.startsWith("j") || said?.[2]?.startsWith("y") ? 12 : 1;
  return said === null ? wholeOf(cell, 1, 600) : wholeOf(Number(said[1]) * factor, 1, 600);
}

const words = <T extends string>(known: Readonly<Record<T, readonly string[]>>): ReadonlyMap<string, T> =>
  new Map(
    (Object.entries(known) as [T, readonly string[]][]).flatMap(([value, names]) =>
      [value, ...names].map((name) => [foldHeading(name), value] as const),
    ),
  );

const intervals = words({
  month: ["Monat", "monatlich", "mtl", "monthly", "pro Monat", "je Monat", "1"],
  quarter: ["Quartal", "quartalsweise", "quartalsmäßig", "vierteljährlich", "quarterly", "pro Quartal", "3"],
  year: ["Jahr", "jährlich", "jährl", "yearly", "annual", "annually", "pro Jahr", "je Jahr", "p.a.", "12"],
});
const modes = words({
  purchase: ["Kauf", "gekauft", "Kauflizenz", "einmalig", "buy", "bought", "perpetual"],
  subscription: ["Abo", "Abonnement", "Miete", "Mietlizenz", "gemietet", "monatlich", "rental", "rent"],
});

const priceKinds = words({
  list: ["Listenpreis", "Liste", "UVP", "list price"],
  purchase: ["Einkauf", "Einkaufspreis", "EK", "purchase price"],
  customer: ["Kundenpreis", "Verkauf", "Verkaufspreis", "VK", "Kunde", "customer price", "sales price"],
});
const charges = words({
  oneOff: ["einmalig", "einmal", "Kauf", "once", "one-off"],
  monthly: ["monatlich", "Monat", "mtl", "month", "pro Monat"],
  yearly: ["jährlich", "Jahr", "year", "pro Jahr"],
});

export function priceKindOf(cell: Cell): "list" | "purchase" | "customer" | CellFault {
  return priceKinds.get(foldHeading(shownCell(cell))) ?? { fault: "cell-no-price-kind" };
}

export function chargeOf(cell: Cell): "oneOff" | "monthly" | "yearly" | CellFault {
  return charges.get(foldHeading(shownCell(cell))) ?? { fault: "cell-no-charge" };
}

export function intervalOf(cell: Cell): "month" | "quarter" | "year" | CellFault {
  return intervals.get(foldHeading(shownCell(cell))) ?? { fault: "cell-no-interval" };
}

export function modeOf(cell: Cell): "purchase" | "subscription" | CellFault {
  return modes.get(foldHeading(shownCell(cell))) ?? { fault: "cell-no-mode" };
}

/** A release by its first number: `8`, `V8.0.335`, `Connect 8`. */
export function releaseOf(cell: Cell): number | CellFault {
  const found = /\d+/.exec(shownCell(cell));
  return found === null ? { fault: "cell-no-release" } : wholeOf(Number(found[0]), 1, 99);
}
