import { type Day, type DayNumber, dayNumber, formatDay, weekdayOf } from "./dates";

export const LAENDER = [
  "DE-BB",
  "DE-BE",
  "DE-BW",
  "DE-BY",
  "DE-HB",
  "DE-HE",
  "DE-HH",
  "DE-MV",
  "DE-NI",
  "DE-NW",
  "DE-RP",
  "DE-SH",
  "DE-SL",
  "DE-SN",
  "DE-ST",
  "DE-TH",
] as const;

/** A German Land by its ISO 3166-2 code. */
export type Land = (typeof LAENDER)[number];

export function isLand(value: unknown): value is Land {
  return (LAENDER as readonly unknown[]).includes(value);
}

/** Public holidays by name; `lib/format` has their German and English names. */
export type HolidayName =
  | "new-year"
  | "epiphany"
  | "womens-day"
  | "good-friday"
  | "easter-sunday"
  | "easter-monday"
  | "labour-day"
  | "liberation-day"
  | "ascension-day"
  | "whit-sunday"
  | "whit-monday"
  | "corpus-christi"
  | "uprising-day"
  | "assumption-day"
  | "childrens-day"
  | "german-unity-day"
  | "reformation-day"
  | "all-saints-day"
  | "repentance-day"
  | "christmas-day"
  | "second-christmas-day";

export interface Holiday {
  readonly on: Day;
  readonly name: HolidayName;
}

/** Whose holidays count: a Land's with the nationwide ones, the nationwide ones alone (null), or those of all Laender. */
export type HolidayScope = Land | null | "any";

type Where = "everywhere" | readonly Land[];

/**
 * The table in force (2026), applied to every year. Two rows belong to one year only. 15 August counts in all of Bavaria; Augsburg's
 * 8 August and the parishes of Saxony and Thuringia that keep Corpus Christi count nowhere (rule 5).
 */
const FIXED: readonly { name: HolidayName; month: number; day: number; where: Where; onlyIn?: number }[] = [
  { name: "new-year", month: 1, day: 1, where: "everywhere" },
  { name: "epiphany", month: 1, day: 6, where: ["DE-BW", "DE-BY", "DE-ST"] },
  { name: "womens-day", month: 3, day: 8, where: ["DE-BE", "DE-MV"] },
  { name: "labour-day", month: 5, day: 1, where: "everywhere" },
  { name: "liberation-day", month: 5, day: 8, where: ["DE-BE"], onlyIn: 2025 },
  { name: "uprising-day", month: 6, day: 17, where: ["DE-BE"], onlyIn: 2028 },
  { name: "assumption-day", month: 8, day: 15, where: ["DE-BY", "DE-SL"] },
  { name: "childrens-day", month: 9, day: 20, where: ["DE-TH"] },
  { name: "german-unity-day", month: 10, day: 3, where: "everywhere" },
  {
    name: "reformation-day",
    month: 10,
    day: 31,
    where: ["DE-BB", "DE-HB", "DE-HH", "DE-MV", "DE-NI", "DE-SH", "DE-SN", "DE-ST", "DE-TH"],
  },
  { name: "all-saints-day", month: 11, day: 1, where: ["DE-BW", "DE-BY", "DE-NW", "DE-RP", "DE-SL"] },
  { name: "christmas-day", month: 12, day: 25, where: "everywhere" },
  { name: "second-christmas-day", month: 12, day: 26, where: "everywhere" },
];

/** Days from Easter Sunday. */
const MOVABLE: readonly { name: HolidayName; fromEaster: number; where: Where }[] = [
  { name: "good-friday", fromEaster: -2, where: "everywhere" },
  { name: "easter-sunday", fromEaster: 0, where: ["DE-BB"] },
  { name: "easter-monday", fromEaster: 1, where: "everywhere" },
  { name: "ascension-day", fromEaster: 39, where: "everywhere" },
  { name: "whit-sunday", fromEaster: 49, where: ["DE-BB"] },
  { name: "whit-monday", fromEaster: 50, where: "everywhere" },
  { name: "corpus-christi", fromEaster: 60, where: ["DE-BW", "DE-BY", "DE-HE", "DE-NW", "DE-RP", "DE-SL"] },
];

/** Easter Sunday of a year in the Gregorian calendar (Meeus/Jones/Butcher). */
export function easterSunday(year: number): DayNumber {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leapCentury = Math.floor(century / 4);
  const correction = Math.floor((century + 8) / 25);
  const moonCorrection = Math.floor((century - correction + 1) / 3);
  const moon = (19 * golden + century - leapCentury - moonCorrection + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const days = moon + weekday - 7 * late + 114;
  return dayNumber(year, Math.floor(days / 31), (days % 31) + 1);
}

/** The holidays of a year, in the order of the calendar; on Sundays too. */
export function holidaysOf(year: number, scope: HolidayScope): Holiday[] {
  return holidayNumbersOf(year, scope)
    .sort((left, right) => left.on - right.on)
    .map(({ on, name }) => ({ on: formatDay(on), name }));
}

/** The holidays of a year as day numbers, in no order: for the calendars of `workdays`. */
export function holidayNumbersOf(year: number, scope: HolidayScope): { on: DayNumber; name: HolidayName }[] {
  const easter = easterSunday(year);
  const days: { on: DayNumber; name: HolidayName }[] = [];
  for (const { name, month, day, onlyIn } of rowsOf(scope).fixed) {
    if (onlyIn === undefined || onlyIn === year) days.push({ on: dayNumber(year, month, day), name });
  }
  for (const { name, fromEaster } of rowsOf(scope).movable) days.push({ on: easter + fromEaster, name });
  if (holds(["DE-SN"], scope)) days.push({ on: repentanceDay(year), name: "repentance-day" });
  return days;
}

interface Rows {
  readonly fixed: typeof FIXED;
  readonly movable: typeof MOVABLE;
}
const rows = new Map<HolidayScope, Rows>();

/** The rows of the table that hold somewhere in the scope. */
function rowsOf(scope: HolidayScope): Rows {
  const known = rows.get(scope);
  if (known !== undefined) return known;
  const made = {
    fixed: FIXED.filter(({ where }) => holds(where, scope)),
    movable: MOVABLE.filter(({ where }) => holds(where, scope)),
  };
  rows.set(scope, made);
  return made;
}

function holds(where: Where, scope: HolidayScope): boolean {
  return where === "everywhere" || scope === "any" || (scope !== null && where.includes(scope));
}

/** Buß- und Bettag: the Wednesday before 23 November. */
function repentanceDay(year: number): DayNumber {
  const before = dayNumber(year, 11, 22);
  return before - ((weekdayOf(before) + 4) % 7);
}
