import { useLocale, useTranslations } from "next-intl";
import { type Day, type DayNumber, dayNumberOf, formatDay, yearOf } from "@/lib/domain/dates";
import { type HolidayName, holidaysOf, isLand } from "@/lib/domain/holidays";
import type { NoticeUnit } from "@/lib/domain/terms";
import { werktage, worksOn } from "@/lib/domain/workdays";
import { dayText, monthText, weekdayText } from "@/lib/format/day";
import { holidayNames } from "@/lib/format/words-holidays";
import { monthsToShow, weeksOfMonth } from "./time-scale";

interface CalendarProps {
  sendByOn: Day;
  noticeDueOn: Day;
  cancellableTo: Day;
  noticeUnit: NoticeUnit;
  /** Whose holidays count besides the nationwide ones. */
  land: string | null;
}

/** `send`, `due` and `end` are the three days; of the days of the notice period a count of Werktage skips some. */
type Mark = "send" | "due" | "end" | "counted" | "skipped";

/** The months of the deadline with its days marked: by sign and word, not by colour alone. */
export function DeadlineCalendar(props: CalendarProps) {
  const t = useTranslations("contract");
  const locale = useLocale();
  const months = monthsToShow([props.sendByOn, props.noticeDueOn, props.cancellableTo], 3);
  const holidays = holidaysWithin(props, months);
  const marked = months
    .flatMap((month) => weeksOfMonth(month).flat())
    .filter((day) => day !== null && markOf(props, day) !== null);
  const skips = marked.some((day) => day !== null && markOf(props, day) === "skipped");
  const counts = marked.some((day) => day !== null && markOf(props, day) === "counted");
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] items-start gap-x-4 gap-y-3">
        {months.map((month) => (
          <table
            key={month}
            className="w-full max-w-56 table-fixed border-separate border-spacing-0.5 text-center text-xs tabular-nums"
          >
            <caption className="pb-1 text-left font-medium">{monthText(formatDay(month).slice(0, 7), locale)}</caption>
            <thead>
              <tr>
                {(weeksOfMonth(month)[1] ?? []).map((day) => (
                  <th key={day} scope="col" className="font-normal text-muted">
                    {day === null ? null : weekdayText(formatDay(day), locale)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOfMonth(month).map((week, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: weeks have no other name
                <tr key={index}>
                  {week.map((day, weekday) =>
                    day === null ? (
                      // biome-ignore lint/suspicious/noArrayIndexKey: an empty cell has no other name
                      <td key={weekday} />
                    ) : (
                      <Cell key={day} day={day} mark={markOf(props, day)} holiday={holidays.get(day)} />
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        <Legend mark="send" text={t("sendBy")} />
        <Legend mark="due" text={t("noticeDue")} />
        <Legend mark="end" text={t("cancellableTo")} />
        {counts ? <Legend mark="counted" text={t("dayCounted")} /> : null}
        {skips ? <Legend mark="skipped" text={t("daySkipped")} /> : null}
      </ul>
      {props.noticeUnit === "werktag" && holidays.size > 0 ? (
        <p className="text-xs text-muted">
          {t("holidaysWithin")}:{" "}
          {[...holidays]
            .map(([day, name]) => `${dayText(formatDay(day), locale)} ${holidayNames[name][locale]}`)
            .join(", ")}
        </p>
      ) : null}
    </div>
  );
}

const looks: Record<Mark, string> = {
  send: "border-2 border-accent font-semibold text-accent-strong",
  due: "bg-accent font-semibold text-on-accent",
  end: "border-b-4 border-ink font-semibold",
  counted: "bg-accent-ground text-accent-strong",
  skipped: "text-muted line-through decoration-2",
};

function Cell({ day, mark, holiday }: { day: DayNumber; mark: Mark | null; holiday?: HolidayName }) {
  const t = useTranslations("contract");
  const locale = useLocale();
  const words = [
    mark === null ? null : t(`mark.${mark}`),
    holiday === undefined ? null : holidayNames[holiday][locale],
  ].filter((word) => word !== null);
  return (
    <td
      className={`rounded-[3px] py-0.5 ${mark === null ? (holiday === undefined ? "" : "text-muted") : looks[mark]}`}
      title={words.join(", ") || undefined}
    >
      {Number(formatDay(day).slice(-2))}
      {words.length > 0 ? <span className="sr-only"> {words.join(", ")}</span> : null}
    </td>
  );
}

function Legend({ mark, text }: { mark: Mark; text: string }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden className={`grid size-5 place-items-center rounded-[3px] text-[11px] ${looks[mark]}`}>
        {mark === "end" ? "" : "1"}
      </span>
      {text}
    </li>
  );
}

function markOf(
  { sendByOn, noticeDueOn, cancellableTo, noticeUnit, land }: CalendarProps,
  day: DayNumber,
): Mark | null {
  const iso = formatDay(day);
  if (iso === noticeDueOn) return "due";
  if (iso === sendByOn) return "send";
  if (iso === cancellableTo) return "end";
  if (iso < noticeDueOn || iso > cancellableTo || noticeUnit === "month") return null;
  if (noticeUnit !== "werktag") return "counted";
  return worksOn(werktage(isLand(land) ? land : null), day) ? "counted" : "skipped";
}

/** The holidays that count for the contract, within the months shown. */
function holidaysWithin({ land }: CalendarProps, months: readonly DayNumber[]): Map<DayNumber, HolidayName> {
  const names = new Map<DayNumber, HolidayName>();
  const shown = new Set(months.map((month) => formatDay(month).slice(0, 7)));
  for (const year of new Set(months.map(yearOf))) {
    for (const { on, name } of holidaysOf(year, isLand(land) ? land : null)) {
      if (shown.has(on.slice(0, 7))) names.set(dayNumberOf(on), name);
    }
  }
  return names;
}
