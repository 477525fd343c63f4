/**
 * Calendar days without a clock. Outside the domain a day is an ISO string (`Day`), inside it is an integer (`DayNumber`, days since
 * 1970-01-01 in the proleptic Gregorian calendar), because a million answers have to be reckoned in seconds. No time of day, no zone.
 */

/** An ISO day, `YYYY-MM-DD`. */
export type Day = string;
/** A month, `YYYY-MM`. */
export type Month = string;
/** Whole days since 1970-01-01; negative before. */
export type DayNumber = number;
/** Whole months since year 0: `year * 12 + (month - 1)`. */
export type MonthNumber = number;

/** The days that the product knows: requests, imports and forms accept nothing outside. */
export const FIRST_DAY: Day = "1990-01-01";
export const LAST_DAY: Day = "2199-12-31";
export const FIRST_MONTH: Month = "1990-01";
export const LAST_MONTH: Month = "2199-12";

const DAYS_PER_ERA = 146_097;
const DAYS_BEFORE_EPOCH = 719_468;
const CODE_0 = 48;
const CODE_DASH = 45;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month; `month` from 1 to 12. */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] as number);
}

/** The day number of a civil date that exists; the caller vouches for it. `month` from 1 to 12. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + day - 1;
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_BEFORE_EPOCH;
}

/** A civil date as one integer, `year * 10000 + month * 100 + day`: no object per call in the hot path. */
export function civil(day: DayNumber): number {
  const z = day + DAYS_BEFORE_EPOCH;
  const era = Math.floor(z / DAYS_PER_ERA);
  const dayOfEra = z - era * DAYS_PER_ERA;
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const shifted = ((5 * dayOfYear + 2) / 153) | 0;
  const dayOfMonth = dayOfYear - (((153 * shifted + 2) / 5) | 0) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return year * 10_000 + month * 100 + dayOfMonth;
}

export function yearOf(day: DayNumber): number {
  return Math.floor(civil(day) / 10_000);
}

/** The month that a day lies in. */
export function monthNumberOf(day: DayNumber): MonthNumber {
  const packed = civil(day);
  return Math.floor(packed / 10_000) * 12 + (Math.floor(packed / 100) % 100) - 1;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** An ISO day as a day number, or null where it is not written `YYYY-MM-DD` or does not exist (31 February). Years 0001 to 9999. */
export function parseDay(text: string): DayNumber | null {
  if (text.length !== 10 || text.charCodeAt(4) !== CODE_DASH || text.charCodeAt(7) !== CODE_DASH) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null;
  return dayNumber(year, month, day);
}

/** `parseDay` for days that the program itself made or has checked: anything else is a bug and throws. */
export function dayNumberOf(day: Day): DayNumber {
  const number = parseDay(day);
  if (number === null) throw new RangeError(`not a day: ${day}`);
  return number;
}

/** `YYYY-MM` as a month number, or null where it is written otherwise or no month. */
export function parseMonth(text: string): MonthNumber | null {
  if (text.length !== 7 || text.charCodeAt(4) !== CODE_DASH) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  return year < 1 || month < 1 || month > 12 ? null : year * 12 + month - 1;
}

export function formatDay(day: DayNumber): Day {
  const packed = civil(day);
  const year = Math.floor(packed / 10_000);
  return `${fourDigits(year)}-${twoDigits(Math.floor(packed / 100) % 100)}-${twoDigits(packed % 100)}`;
}

export function formatMonth(month: MonthNumber): Month {
  return `${fourDigits(Math.floor(month / 12))}-${twoDigits((((month % 12) + 12) % 12) + 1)}`;
}

export function firstDayOfMonth(month: MonthNumber): DayNumber {
  return dayNumber(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);
}

export function lastDayOfMonth(month: MonthNumber): DayNumber {
  return firstDayOfMonth(month + 1) - 1;
}

/** The last day of the month that `day` lies in. */
export function monthEndOf(day: DayNumber): DayNumber {
  return lastDayOfMonth(monthNumberOf(day));
}

/** 31 December of the year that `day` lies in. */
export function yearEndOf(day: DayNumber): DayNumber {
  return dayNumber(yearOf(day), 12, 31);
}

/**
 * The day with the same number `months` later (earlier if negative), or that month's last day where it lacks the number: 31 January + 1
 * is 28 or 29 February. Sections 187, 188 of the German Civil Code, as in rule 3 for notices and for the days on which charges fall due.
 */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const packed = civil(day);
  const target = Math.floor(packed / 10_000) * 12 + (Math.floor(packed / 100) % 100) - 1 + months;
  const year = Math.floor(target / 12);
  const month = target - year * 12 + 1;
  return dayNumber(year, month, Math.min(packed % 100, monthLength(year, month)));
}

/**
 * The last day of a term of `months` whose first day is `start` (rule 1): the day before the one with `start`'s number, or the month's
 * last day where it lacks that number. 31 Jan + 1 ends 28 Feb, 31 Jan + 3 ends 30 Apr, 1 Mar + 12 ends 28 or 29 Feb. A term of no months
 * ends on the day before it starts.
 */
export function termEnd(start: DayNumber, months: number): DayNumber {
  const packed = civil(start);
  const target = Math.floor(packed / 10_000) * 12 + (Math.floor(packed / 100) % 100) - 1 + months;
  const year = Math.floor(target / 12);
  const month = target - year * 12 + 1;
  const dayOfMonth = packed % 100;
  const length = monthLength(year, month);
  return dayNumber(year, month, dayOfMonth > length ? length : dayOfMonth) - (dayOfMonth > length ? 0 : 1);
}

/** `addMonths` for ISO days. */
export function dayAfterMonths(day: Day, months: number): Day {
  return formatDay(addMonths(dayNumberOf(day), months));
}

/** An ISO day `days` later (earlier if negative). */
export function dayAfter(day: Day, days: number): Day {
  return formatDay(dayNumberOf(day) + days);
}

/** Whole days from one ISO day to another; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - CODE_0;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function fourDigits(value: number): string {
  return value >= 1000 ? `${value}` : String(value).padStart(4, "0");
}
