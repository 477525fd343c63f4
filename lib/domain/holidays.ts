import { type Day, type DayNumber, dayNumber, formatDay, weekdayOf, yearOf } from "./dates";

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

/**
 * A Werktag (rule 5): Monday to Saturday, no public holiday. `strict` counts as the send-by date does: Monday to Friday, a holiday in no
 * Land.
 */
export interface WorkCalendar {
  readonly scope: HolidayScope;
  readonly lastWeekday: 5 | 6;
  /** One flag a day for the years of the table. */
  readonly works: Uint8Array;
}

/** Covers every day that a request within 1990 to 2199 can lead to; days outside are reckoned one by one. */
const TABLE_FROM_YEAR = 1980;
const TABLE_TO_YEAR = 2400;
const TABLE_FROM = dayNumber(TABLE_FROM_YEAR, 1, 1);
const TABLE_DAYS = dayNumber(TABLE_TO_YEAR + 1, 1, 1) - TABLE_FROM;
const calendars = new Map<HolidayScope, WorkCalendar>();

/** The Werktage of a Land, or nationwide for null. */
export function werktage(land: Land | null): WorkCalendar {
  return calendarOf(land, 6);
}

/** Business days: Monday to Friday, a holiday in no Land. For "send by", and for counting Werktage strictly. */
export function businessDays(): WorkCalendar {
  return calendarOf("any", 5);
}

export function worksOn(calendar: WorkCalendar, day: DayNumber): boolean {
  const index = day - TABLE_FROM;
  return index >= 0 && index < TABLE_DAYS ? calendar.works[index] === 1 : reckonedWorksOn(calendar, day);
}

/** The `count`-th working day after `day`; `day` itself for 0. */
export function workdayAfter(calendar: WorkCalendar, day: DayNumber, count: number): DayNumber {
  let at = day;
  for (let left = count; left > 0; ) {
    at++;
    if (worksOn(calendar, at)) left--;
  }
  return at;
}

/** The last day after which `count` working days lie up to and including `end`; `end` itself for 0. */
export function dayBeforeWorkdays(calendar: WorkCalendar, end: DayNumber, count: number): DayNumber {
  let at = end;
  for (let left = count; left > 0; at--) {
    if (worksOn(calendar, at)) left--;
  }
  return at;
}

/** The latest working day with `count` further working days after it, up to and including `day`. */
export function workdayBefore(calendar: WorkCalendar, day: DayNumber, count: number): DayNumber {
  let at = dayBeforeWorkdays(calendar, day, count);
  while (!worksOn(calendar, at)) at--;
  return at;
}

/** The holidays from Monday to the calendar's last weekday within two days, both included: what a count of Werktage left out. */
export function holidaysLeftOut(calendar: WorkCalendar, from: DayNumber, to: DayNumber): Holiday[] {
  const left: Holiday[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    for (const { on, name } of holidayNumbersOf(year, calendar.scope)) {
      if (on >= from && on <= to && weekdayOf(on) <= calendar.lastWeekday) left.push({ on: formatDay(on), name });
    }
  }
  return left.sort((a, b) => (a.on < b.on ? -1 : 1));
}

function calendarOf(scope: HolidayScope, lastWeekday: 5 | 6): WorkCalendar {
  const known = calendars.get(scope);
  if (known !== undefined) return known;
  const works = new Uint8Array(TABLE_DAYS);
  for (let index = 0; index < TABLE_DAYS; index++) {
    works[index] = weekdayOf(TABLE_FROM + index) <= lastWeekday ? 1 : 0;
  }
  for (let year = TABLE_FROM_YEAR; year <= TABLE_TO_YEAR; year++) {
    for (const { on } of holidayNumbersOf(year, scope)) works[on - TABLE_FROM] = 0;
  }
  const calendar = { scope, lastWeekday, works };
  calendars.set(scope, calendar);
  return calendar;
}

function reckonedWorksOn(calendar: WorkCalendar, day: DayNumber): boolean {
  if (weekdayOf(day) > calendar.lastWeekday) return false;
  return !holidayNumbersOf(yearOf(day), calendar.scope).some(({ on }) => on === day);
}

function holidayNumbersOf(year: number, scope: HolidayScope): { on: DayNumber; name: HolidayName }[] {
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
