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
  | { readonly kind: "overdue" | "missed" | "at-once" | "any-time"; readonly key: string; readonly items: readonly T[] }
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
  /** Of a row without a deadline: a day long past means at once, a day to come means at any time. */
  readonly sortOn: Day;
}

/**
 * Rows in their order, under their calendar week by the day to send by (else the deadline). First what should have been sent but can still
 * be received in time, then what was missed, also of this week. What has no deadline but must be settled at once stands after this week's
 * deadlines, the rest of it last.
 */
export function groupByWeek<T extends Dated>(items: readonly T[], today: Day): QueueGroup<T>[] {
  const overdue: T[] = [];
  const missed: T[] = [];
  const atOnce: T[] = [];
  const anyTime: T[] = [];
  const weeks = new Map<Day, { week: Week; items: T[] }>();
  for (const item of items) {
    const day = dayOf(item);
    if (day === null) (item.sortOn <= today ? atOnce : anyTime).push(item);
    else if (day < today) (isStillInTime(item, today) ? overdue : missed).push(item);
    else {
      const week = weekOf(day);
      const known = weeks.get(week.mondayOn);
      if (known) known.items.push(item);
      else weeks.set(week.mondayOn, { week, items: [item] });
    }
  }
  const present = weekOf(today).mondayOn;
  const next = formatDay(dayNumberOf(present) + 7);
  const dated = [...weeks.values()]
    .sort((a, b) => (a.week.mondayOn < b.week.mondayOn ? -1 : 1))
    .map(({ week, items }): QueueGroup<T> => {
      const kind = week.mondayOn === present ? "this-week" : week.mondayOn === next ? "next-week" : "week";
      return { kind, key: `kw-${week.year}-${week.number}`, week, items };
    });
  for (const rows of [overdue, missed, ...[...weeks.values()].map(({ items }) => items)]) rows.sort(byDay);
  const groups: QueueGroup<T>[] = [
    { kind: "overdue", key: "overdue", items: overdue },
    { kind: "missed", key: "missed", items: missed },
    ...dated.filter((group) => group.kind === "this-week"),
    { kind: "at-once", key: "at-once", items: atOnce },
    ...dated.filter((group) => group.kind !== "this-week"),
    { kind: "any-time", key: "any-time", items: anyTime },
  ];
  return groups.filter((group) => group.items.length > 0);
}

function byDay(a: Dated, b: Dated): number {
  const [left, right] = [dayOf(a) ?? "", dayOf(b) ?? ""];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The day that a row is read by: send by, else the deadline. */
export function dayOf(item: Pick<Dated, "dueOn" | "sendByOn">): Day | null {
  return item.sendByOn ?? item.dueOn;
}

/** The day to send by has passed, but what is sent at once can still be received by the deadline. */
export function isStillInTime(item: Pick<Dated, "dueOn" | "sendByOn">, today: Day): boolean {
  return item.sendByOn !== null && item.sendByOn < today && item.dueOn !== null && item.dueOn >= today;
}

export type Urgency = "overdue" | "soon" | "later" | "none";

/** How a row is coloured and worded: overdue before today, soon within seven days. */
export function urgencyOf(item: Pick<Dated, "dueOn" | "sendByOn">, today: Day): Urgency {
  const day = dayOf(item);
  if (day === null) return "none";
  const days = dayNumberOf(day) - dayNumberOf(today);
  return days < 0 ? "overdue" : days <= 7 ? "soon" : "later";
}
