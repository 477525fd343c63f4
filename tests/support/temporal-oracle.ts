import { Temporal } from "temporal-polyfill";

/**
 * A second opinion on terms, notice and ends, written apart from `lib/domain` and as naively as the rules read: candidates one by one,
 * days one by one, on the Temporal polyfill. Slow on purpose; shares no line and no table with the product.
 */
type PlainDate = Temporal.PlainDate;

export interface OracleRule {
  minimumMonths: number;
  renewalMonths: number | null;
  noticeLength: number;
  noticeUnit: "day" | "week" | "month" | "werktag";
  to: "term-end" | "month-end" | "year-end";
}

export interface OracleQuestion {
  rule: OracleRule;
  land: string | null;
  start: string;
  asOf: string;
  noticeReceivedOn: string | null;
}

export interface OracleAnswer {
  termEndsOn: string | null;
  cancellableTo: string | null;
  noticeDueOn: string | null;
  sendByOn: string | null;
  endsOn: string | null;
}

const numberOf = (day: PlainDate) => (day.year * 100 + day.month) * 100 + day.day;
const before = (a: PlainDate, b: PlainDate) => numberOf(a) < numberOf(b);

/** The same answer for the same day, reckoned once: the walks below pass the same days again and again. */
function remembered<T>(reckon: (day: PlainDate) => T): (day: PlainDate) => T {
  const known = new Map<number, T>();
  return (day) => {
    const number = numberOf(day);
    let answer = known.get(number);
    if (answer === undefined) {
      answer = reckon(day);
      known.set(number, answer);
    }
    return answer;
  };
}

const next = remembered((day) => day.add({ days: 1 }));
const previous = remembered((day) => day.subtract({ days: 1 }));

/** Easter Sunday after Oudin (1940). */
function easter(year: number): PlainDate {
  const g = year % 19;
  const c = Math.trunc(year / 100);
  const h = (c - Math.trunc(c / 4) - Math.trunc((8 * c + 13) / 25) + 19 * g + 15) % 30;
  const i = h - Math.trunc(h / 28) * (1 - Math.trunc(29 / (h + 1)) * Math.trunc((21 - g) / 11));
  const j = (year + Math.trunc(year / 4) + i + 2 - c + Math.trunc(c / 4)) % 7;
  const p = i - j;
  const month = 3 + Math.trunc((p + 40) / 44);
  return new Temporal.PlainDate(year, month, p + 28 - 31 * Math.trunc(month / 4));
}

const LAENDER = "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split(" ");

/** The holidays of a Land in a year, Land by Land as its own law lists them; null: the nine that every Land has. */
function listedHolidays(year: number, land: string | null): Set<string> {
  const sunday = easter(year);
  const days: string[] = ["01-01", "05-01", "10-03", "12-25", "12-26"].map((day) => `${year}-${day}`);
  const fromEaster = (offset: number) => days.push(sunday.add({ days: offset }).toString());
  for (const offset of [-2, 1, 39, 50]) fromEaster(offset);
  const also = (...own: string[]) => days.push(...own.map((day) => `${year}-${day}`));
  switch (land) {
    case "BW":
      also("01-06", "11-01");
      fromEaster(60);
      break;
    case "BY":
      also("01-06", "08-15", "11-01");
      fromEaster(60);
      break;
    case "BE":
      also("03-08");
      if (year === 2025) also("05-08");
      if (year === 2028) also("06-17");
      break;
    case "BB":
      also("10-31");
      fromEaster(0);
      fromEaster(49);
      break;
    case "HB":
    case "HH":
    case "NI":
    case "SH":
      also("10-31");
      break;
    case "HE":
      fromEaster(60);
      break;
    case "MV":
      also("03-08", "10-31");
      break;
    case "NW":
    case "RP":
      also("11-01");
      fromEaster(60);
      break;
    case "SL":
      also("08-15", "11-01");
      fromEaster(60);
      break;
    case "SN": {
      also("10-31");
      let wednesday = new Temporal.PlainDate(year, 11, 22);
      while (wednesday.dayOfWeek !== 3) wednesday = previous(wednesday);
      days.push(wednesday.toString());
      break;
    }
    case "ST":
      also("01-06", "10-31");
      break;
    case "TH":
      also("09-20", "10-31");
      break;
  }
  return new Set(days);
}

const known = new Map<string | null, Map<number, Set<string>>>();

function holidays(year: number, land: string | null): Set<string> {
  let years = known.get(land);
  if (years === undefined) {
    years = new Map();
    known.set(land, years);
  }
  let days = years.get(year);
  if (days === undefined) {
    days = listedHolidays(year, land);
    years.set(year, days);
  }
  return days;
}

const werktage = new Map<string | null, (day: PlainDate) => boolean>();

/** Monday to Saturday and no holiday, of one Land (`DE-BY`) or nationwide. */
export function isWerktag(day: PlainDate, land: string | null): boolean {
  let counts = werktage.get(land);
  if (counts === undefined) {
    const own = land === null ? null : land.slice(3);
    counts = remembered((one) => one.dayOfWeek !== 7 && !holidays(one.year, own).has(one.toString()));
    werktage.set(land, counts);
  }
  return counts(day);
}

/** Monday to Friday and a holiday in no Land. */
export const isBusinessDay = remembered(
  (day) => day.dayOfWeek <= 5 && !LAENDER.some((land) => holidays(day.year, land).has(day.toString())),
);

/** Rule 1: the day before the one with the first day's number, else the month's last day. */
export function lastDayOfTerm(start: PlainDate, months: number): PlainDate {
  const numbered = start.add({ months }, { overflow: "constrain" });
  return numbered.day < start.day ? numbered : previous(numbered);
}

/** Rules 3 to 5. */
function inTime(received: PlainDate, end: PlainDate, { rule, land }: OracleQuestion): boolean {
  switch (rule.noticeUnit) {
    case "day":
      return !before(end, received.add({ days: rule.noticeLength }));
    case "week":
      return !before(end, received.add({ weeks: rule.noticeLength }));
    case "month":
      return !before(end, received.add({ months: rule.noticeLength }, { overflow: "constrain" }));
    case "werktag":
      return !before(end, received) && atLeast(rule.noticeLength, received, end, (day) => isWerktag(day, land));
  }
}

/** Whether `count` days after `from` up to and including `to` count. */
function atLeast(count: number, from: PlainDate, to: PlainDate, counts: (day: PlainDate) => boolean): boolean {
  let left = count;
  for (let day = next(from); left > 0 && !before(to, day); day = next(day)) if (counts(day)) left--;
  return left <= 0;
}

/** The possible ends in their order. */
function* possibleEnds({ rule, start }: OracleQuestion): Generator<PlainDate> {
  const first = Temporal.PlainDate.from(start);
  const minimum = lastDayOfTerm(first, rule.minimumMonths);
  if (rule.to === "term-end") {
    for (let k = 0; ; k++) yield lastDayOfTerm(first, rule.minimumMonths + k * (rule.renewalMonths ?? Number.NaN));
  }
  const months = rule.to === "month-end" ? 1 : 12;
  const earliest = before(minimum, first) ? first : minimum;
  const from = rule.to === "month-end" ? earliest.toPlainYearMonth() : new Temporal.PlainYearMonth(earliest.year, 12);
  for (let k = 0; ; k++) {
    const month = from.add({ months: k * months });
    yield month.toPlainDate({ day: month.daysInMonth });
  }
}

function firstEnd(question: OracleQuestion, fits: (end: PlainDate) => boolean): PlainDate {
  for (const end of possibleEnds(question)) if (fits(end)) return end;
  throw new Error("there is always a further end");
}

/** The last day of receipt that is in time: day by day forward from one that surely is, or back from the end for Werktage. */
function lastReceiptFor(end: PlainDate, question: OracleQuestion): PlainDate {
  const { noticeLength, noticeUnit } = question.rule;
  if (noticeUnit === "werktag") {
    let day = end;
    for (let left = noticeLength; left > 0; day = previous(day)) if (isWerktag(day, question.land)) left--;
    if (!inTime(day, end, question) || inTime(next(day), end, question))
      throw new Error("Werktage are counted wrongly");
    return day;
  }
  let day =
    noticeUnit === "month"
      ? end.subtract({ months: noticeLength, days: 4 })
      : end.subtract({ days: noticeLength * (noticeUnit === "week" ? 7 : 1) + 2 });
  if (!inTime(day, end, question)) throw new Error("the walk must begin in time");
  while (inTime(next(day), end, question)) day = next(day);
  return day;
}

/** The latest day of receipt with `count` business days after it up to `end`. */
function strictLastReceipt(end: PlainDate, count: number): PlainDate {
  let day = end;
  for (let left = count; left > 0; day = previous(day)) if (isBusinessDay(day)) left--;
  return day;
}

function sendBy(end: PlainDate, due: PlainDate, { rule }: OracleQuestion): PlainDate {
  const strictlyDue = rule.noticeUnit === "werktag" ? strictLastReceipt(end, rule.noticeLength) : due;
  let day = strictlyDue;
  while (!isBusinessDay(day) || !atLeast(3, day, strictlyDue, isBusinessDay)) day = previous(day);
  return day;
}

export function oracle(question: OracleQuestion): OracleAnswer {
  const { rule } = question;
  const asOf = Temporal.PlainDate.from(question.asOf);
  const start = Temporal.PlainDate.from(question.start);
  const running =
    rule.to === "term-end"
      ? firstEnd(question, (end) => !before(end, asOf))
      : rule.to === "year-end"
        ? new Temporal.PlainDate(Math.max(asOf.year, start.year), 12, 31)
        : null;
  if (question.noticeReceivedOn !== null) {
    const received = Temporal.PlainDate.from(question.noticeReceivedOn);
    const endsOn = firstEnd(question, (end) => inTime(received, end, question));
    const over = before(endsOn, asOf);
    return {
      termEndsOn: over ? null : (running?.toString() ?? null),
      cancellableTo: null,
      noticeDueOn: null,
      sendByOn: null,
      endsOn: endsOn.toString(),
    };
  }
  const cancellable = firstEnd(question, (end) => inTime(asOf, end, question));
  const due = lastReceiptFor(cancellable, question);
  return {
    termEndsOn: running?.toString() ?? null,
    cancellableTo: cancellable.toString(),
    noticeDueOn: due.toString(),
    sendByOn: sendBy(cancellable, due, question).toString(),
    endsOn: null,
  };
}
