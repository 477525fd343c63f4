import { civil, type DayNumber, formatDay, monthEndOf, weekdayOf } from "./dates";
import type { Holiday } from "./holidays";
import type { Reason, Source } from "./reason";
import { minimumEnd, type Running, renewalsUntil, SEND_BY_DAYS, strictReceipt } from "./terms-rule";
import { holidaysLeftOut, werktage, worksOn } from "./workdays";

/** Sections 187 to 193 of the German Civil Code and the case law on them carry the steps that no contract states. */
const CIVIL_CODE: Source = { document: "BGB", clause: "§§ 187, 188" };
const NO_SHIFT: Source = { document: "BGH, 17.02.2005, III ZR 172/04", clause: "§ 193 BGB" };

/** How the earliest end, its last day of receipt and the send-by date came about, step by step (rules 1 to 6, 10). */
export function stepsToCancellation(
  running: Running,
  end: DayNumber,
  due: DayNumber,
  sendBy: DayNumber,
  source: Source | undefined,
): readonly Reason[] {
  const steps = stepsToEnd(running, end, source);
  steps.push(noticeStep(running, end, due, source));
  const left = leftOut(running, due + 1, end);
  if (left !== null) steps.push(left);
  if (weekdayOf(due) > 5 || !worksOn(werktage(running.land), due)) {
    const params = { noticeDueOn: formatDay(due), weekday: weekdayOf(due) };
    steps.push({ code: "deadline-stays", params, source: NO_SHIFT });
  }
  const strictlyDueOn = strictReceipt(running, end);
  const params = { sendByOn: formatDay(sendBy), days: SEND_BY_DAYS, strictlyDueOn: formatDay(strictlyDueOn) };
  steps.push({ code: strictlyDueOn === due ? "send-by-counted" : "send-by-counted-strictly", params });
  return steps;
}

/** How a notice leads to its end: what it reaches, and the first possible end from there (rules 3 to 5, 7). */
export function stepsToNoticedEnd(
  running: Running,
  receivedOn: DayNumber,
  reach: DayNumber,
  end: DayNumber,
  source: Source | undefined,
): readonly Reason[] {
  const { noticeLength, noticeUnit } = running.rule;
  const reached: Reason = {
    code: "notice-reaches",
    params: { noticeLength, noticeUnit, receivedOn: formatDay(receivedOn), reachesOn: formatDay(reach) },
    source,
  };
  const left = leftOut(running, receivedOn + 1, reach);
  return [reached, ...(left === null ? [] : [left]), ...stepsToEnd(running, end, source)];
}

/** The one step that a paper without renewal and notice allows. */
export function stepsInUnknownMinimum(
  start: DayNumber,
  minimumMonths: number,
  end: DayNumber,
  source: Source,
): readonly Reason[] {
  return [minimumStep(start, minimumMonths, end, source)];
}

/** From the start to a possible end: the minimum, then renewals from the original start, or the month's or year's end. */
function stepsToEnd(running: Running, end: DayNumber, source: Source | undefined): Reason[] {
  const { rule, start } = running;
  const first = minimumEnd(running);
  const steps: Reason[] = [
    rule.minimumMonths === 0
      ? { code: "term-without-minimum", params: { start: formatDay(start) }, source }
      : minimumStep(start, rule.minimumMonths, first, source),
  ];
  if (rule.to !== "term-end") {
    steps.push({ code: "open-ended", params: { to: rule.to, endsOn: formatDay(end) }, source });
  } else if (end > first && rule.renewalMonths !== null) {
    const renewals = renewalsUntil(running, end);
    const params = { renewals, renewalMonths: rule.renewalMonths, endsOn: formatDay(end) };
    steps.push({ code: "term-renewed", params, source });
  }
  const startDay = civil(start) % 100;
  if (rule.to === "term-end" && startDay > civil(monthEndOf(end)) % 100) {
    steps.push({ code: "term-end-clipped", params: { startDay, endsOn: formatDay(end) }, source: CIVIL_CODE });
  }
  return steps;
}

function minimumStep(start: DayNumber, months: number, end: DayNumber, source: Source | undefined): Reason {
  return { code: "term-minimum", params: { months, start: formatDay(start), endsOn: formatDay(end) }, source };
}

function noticeStep({ rule }: Running, end: DayNumber, due: DayNumber, source: Source | undefined): Reason {
  const { noticeLength, noticeUnit } = rule;
  const params = { noticeLength, noticeUnit, endsOn: formatDay(end), noticeDueOn: formatDay(due) };
  return { code: "notice-counted", params, source };
}

/** The holidays that a count of Werktage left out; null where it left out none or counts no Werktage. */
function leftOut({ rule, land }: Running, from: DayNumber, to: DayNumber): Reason | null {
  if (rule.noticeUnit !== "werktag" || rule.noticeLength === 0) return null;
  const holidays = holidaysLeftOut(werktage(land), from, to);
  if (holidays.length === 0) return null;
  return { code: "werktage-left-out", params: { count: holidays.length, holidays: holidays.map(listed).join(" ") } };
}

/** `2026-11-18=repentance-day`: a reason's figures are text or numbers. */
function listed({ on, name }: Holiday): string {
  return `${on}=${name}`;
}
