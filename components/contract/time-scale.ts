import {
  addMonths,
  type Day,
  type DayNumber,
  dayNumberOf,
  firstDayOfMonth,
  formatDay,
  monthNumberOf,
  yearOf,
} from "@/lib/domain/dates";

/** Where days lie on an axis of `width` units; whole units, so that server and browser draw the same. */
export interface TimeScale {
  readonly from: DayNumber;
  readonly to: DayNumber;
  x(day: Day): number;
}

/** An axis from the first to the last day, both drawn in full. */
export function timeScale(fromOn: Day, toOn: Day, left: number, width: number): TimeScale {
  const from = dayNumberOf(fromOn);
  const to = dayNumberOf(toOn) + 1;
  return { from, to, x: (day) => left + Math.round(((dayNumberOf(day) - from) / (to - from)) * width) };
}

export interface Tick {
  readonly day: Day;
  readonly unit: "month" | "year";
}

const STEPS_IN_MONTHS = [1, 3, 6, 12, 24, 60, 120, 240];

/** First days of months, quarters or years: as many as have room (`most`), always at calendar boundaries. */
export function ticksOf(scale: TimeScale, most: number): Tick[] {
  const months = monthNumberOf(scale.to - 1) - monthNumberOf(scale.from) + 1;
  const step = STEPS_IN_MONTHS.find((each) => months / each <= most) ?? 600;
  const ticks: Tick[] = [];
  const first = monthNumberOf(scale.from);
  for (let month = Math.ceil(first / step) * step; firstDayOfMonth(month) < scale.to; month += step) {
    const day = firstDayOfMonth(month);
    if (day >= scale.from) ticks.push({ day: formatDay(day), unit: step >= 12 || month % 12 === 0 ? "year" : "month" });
  }
  return ticks;
}

/** The months to show so that all given days are seen: every month between where these are few, else only the days' own. */
export function monthsToShow(days: readonly Day[], most: number): DayNumber[] {
  const numbers = days.map((day) => monthNumberOf(dayNumberOf(day)));
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  const months =
    last - first < most
      ? Array.from({ length: last - first + 1 }, (_, index) => first + index)
      : [...new Set(numbers)].sort((a, b) => a - b);
  return months.map((month) => firstDayOfMonth(month));
}

/** The weeks of a month, Monday first; null where a cell lies outside of it. */
export function weeksOfMonth(firstDay: DayNumber): (DayNumber | null)[][] {
  const next = addMonths(firstDay, 1);
  const offset = (((firstDay + 3) % 7) + 7) % 7;
  const cells: (DayNumber | null)[] = Array.from({ length: offset }, () => null);
  for (let day = firstDay; day < next; day++) cells.push(day);
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

export function yearText(day: Day): string {
  return String(yearOf(dayNumberOf(day)));
}
