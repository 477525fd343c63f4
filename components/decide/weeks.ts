import { type Day, type DayNumber, dayNumber, dayNumberOf, formatDay, weekdayOf, yearOf } from "@/lib/domain/dates";

/** A calendar week as German calendars count it (ISO 8601: Monday first, week 1 holds 4 January). */
export interface Week {
  readonly year: number;
  readonly number: number;
  readonly mondayOn: Day;
  readonly sundayOn: Day;
}

export function weekOf(day: Day): Week {
  const number = dayNumberOf(day);
  const monday = mondayOf(number);
  const year = yearOf(monday + 3);
  return {
    year,
    number: (monday - mondayOf(dayNumber(year, 1, 4))) / 7 + 1,
    mondayOn: formatDay(monday),
    sundayOn: formatDay(monday + 6),
  };
}

function mondayOf(day: DayNumber): DayNumber {
  return day - weekdayOf(day) + 1;
}

export type QueueGroup<T> =
  | { readonly kind: "overdue" | "undated"; readonly key: string; readonly items: readonly T[] }
  | {
      readonly kind: "this-week" | "next-week" | "week";
      readonly key: string;
      readonly week: Week;
      readonly items: readonly T[];
    };

/** What the grouping reads of a row. */
export interface Dated {
  readonly dueOn: Day | null;
  readonly sendByOn: Day | null;
}

/**
 * Rows in their order, under their calendar week by the day to send by (else the deadline). Days before today are overdue, also those of
 * this week; rows without any day stand last, because nothing of theirs can be missed.
 */
export function groupByWeek<T extends Dated>(items: readonly T[], today: Day): QueueGroup<T>[] {
  const overdue: T[] = [];
  const undated: T[] = [];
  const weeks = new Map<Day, { week: Week; items: T[] }>();
  for (const item of items) {
    const day = item.sendByOn ?? item.dueOn;
    if (day === null) undated.push(item);
    else if (day < today) overdue.push(item);
    else {
      const week = weekOf(day);
      const known = weeks.get(week.mondayOn);
      if (known) known.items.push(item);
      else weeks.set(week.mondayOn, { week, items: [item] });
    }
  }
  const present = weekOf(today);
  const next = weekOf(formatDay(dayNumberOf(present.sundayOn) + 1));
  const groups: QueueGroup<T>[] = [];
  if (overdue.length > 0) groups.push({ kind: "overdue", key: "overdue", items: overdue });
  for (const { week, items } of [...weeks.values()].sort((a, b) => (a.week.mondayOn < b.week.mondayOn ? -1 : 1))) {
    const kind =
      week.mondayOn === present.mondayOn ? "this-week" : week.mondayOn === next.mondayOn ? "next-week" : "week";
    groups.push({ kind, key: `kw-${week.year}-${week.number}`, week, items });
  }
  if (undated.length > 0) groups.push({ kind: "undated", key: "undated", items: undated });
  return groups;
}

export type Urgency = "overdue" | "soon" | "later" | "none";

/** How a row is coloured and worded: overdue before today, soon within seven days. */
export function urgencyOf(item: Dated, today: Day): Urgency {
  const day = item.sendByOn ?? item.dueOn;
  if (day === null) return "none";
  const days = dayNumberOf(day) - dayNumberOf(today);
  return days < 0 ? "overdue" : days <= 7 ? "soon" : "later";
}
