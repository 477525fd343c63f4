import { type DayNumber, dayNumber, formatDay, weekdayOf, yearOf } from "./dates";
import { type Holiday, type HolidayScope, holidayNumbersOf, type Land } from "./holidays";

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
