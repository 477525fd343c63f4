import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { DayText, Money, None } from "@/components/ui/figures";
import { type Day, dayAfter, dayAfterMonths } from "@/lib/domain/dates";
import { dayText, monthText } from "@/lib/format/day";
import type { Locale } from "@/lib/i18n/locale";
import type { TimelineTerm } from "@/lib/use-cases/show-contract";
import { ticksOf, timeScale, yearText } from "./time-scale";

interface TimelineProps {
  terms: readonly TimelineTerm[];
  today: Day;
  /** The end that a notice brought about. */
  endsOn: Day | null;
  /** The deadline and the day to send by that are next. */
  noticeDueOn: Day | null;
  sendByOn: Day | null;
  cancellableTo: Day | null;
}

/** The terms as bars on an axis, drawn on the server; the table behind it says the same in words. */
export function TimelineChart(props: TimelineProps) {
  const t = useTranslations("contract");
  if (props.terms.length === 0) return <p className="text-sm text-muted">{t("timelineEmpty")}</p>;
  return (
    <figure className="flex flex-col gap-3">
      <Hatching />
      <Drawing {...props} id="wide" width={752} ticks={9} className="hidden w-full sm:block" />
      <Drawing {...props} id="narrow" width={326} ticks={4} className="w-full sm:hidden" />
      <figcaption className="flex flex-col gap-2">
        <Legend />
        <Disclosure label={t("timelineTable")}>
          <TermTable terms={props.terms} />
        </Disclosure>
      </figcaption>
    </figure>
  );
}

/** The filling of past terms, kept apart from the drawings: of the two only one is displayed, and a pattern in the other would not draw. */
function Hatching() {
  return (
    <svg className="absolute size-0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="past" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="fill-sunken" />
          <line x1="0" y1="0" x2="0" y2="6" className="stroke-line-strong" strokeWidth="1.5" />
        </pattern>
      </defs>
    </svg>
  );
}

/** What the three ways of drawing a bar mean. */
function Legend() {
  const t = useTranslations("contract");
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {(["past", "present", "coming"] as const).map((standing) => (
        <li key={standing} className="flex items-center gap-1.5">
          <svg viewBox="0 0 20 12" className="h-3 w-5" aria-hidden="true" focusable="false">
            <Bar x={0.5} y={0.5} width={19} height={11} standing={standing} pattern="url(#past)" />
          </svg>
          {t(`standing.${standing}`)}
        </li>
      ))}
    </ul>
  );
}

const BAR_TOP = 34;
const BAR_HEIGHT = 30;
const BAR_BOTTOM = BAR_TOP + BAR_HEIGHT;
const AXIS = 128;
const HEIGHT = 150;
const EDGE = 4;
/** Width of a character at 12 units, a little on the wide side. */
const CHARACTER = 6.7;

function Drawing({
  terms,
  today,
  endsOn,
  noticeDueOn,
  sendByOn,
  cancellableTo,
  id,
  width,
  ticks,
  className,
}: TimelineProps & { id: string; width: number; ticks: number; className: string }) {
  const t = useTranslations("contract");
  const locale = useLocale();
  const first = terms[0] as TimelineTerm;
  const lastTerm = terms.at(-1) as TimelineTerm;
  const lastEnd = lastTerm.endsOn ?? dayAfterMonths(later(lastTerm.startsOn, today), 12);
  const from = earlier(first.startsOn, today);
  const scale = timeScale(from, later(lastEnd, today), EDGE, width - 2 * EDGE);
  const marks = [
    { day: sendByOn, label: t("sendBy"), row: 0 },
    { day: noticeDueOn, label: t("noticeDue"), row: 1 },
    { day: cancellableTo, label: t("cancellableTo"), row: 2 },
  ].filter(
    (mark): mark is { day: Day; label: string; row: number } =>
      mark.day !== null && mark.day >= from && mark.day <= lastEnd,
  );
  // Words stand beside their line, all on one side; the rows are stepped so that no line crosses the words of another.
  const toLeft = marks.some(
    ({ day, label }) => scale.x(day) + 10 + textOf(label, day, locale).length * CHARACTER > width,
  );
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-labelledby={`timeline-${id}`}
      className={`${className} text-[12px]`}
      fontFamily="inherit"
    >
      <title id={`timeline-${id}`}>
        {t("timelineTitle", {
          from: dayText(first.startsOn, locale),
          to: dayText(lastEnd, locale),
          count: terms.length,
        })}
      </title>
      {ticksOf(scale, ticks).map((tick, index, all) => {
        const x = scale.x(tick.day);
        const label = tick.unit === "year" ? yearText(tick.day) : monthText(tick.day.slice(0, 7), locale).slice(0, 3);
        const room =
          x + label.length * CHARACTER < width &&
          (index === 0 || x - scale.x((all[index - 1] as typeof tick).day) > 24);
        return (
          <g key={tick.day}>
            <line x1={x} x2={x} y1={BAR_TOP - 6} y2={AXIS + 5} className="stroke-line" />
            {room ? (
              <text x={x + 3} y={AXIS + 16} className={tick.unit === "year" ? "fill-ink" : "fill-muted"}>
                {label}
              </text>
            ) : null}
          </g>
        );
      })}
      <line x1={EDGE} x2={width - EDGE} y1={AXIS} y2={AXIS} className="stroke-line-strong" />

      {terms.map((term) => {
        const left = scale.x(term.startsOn);
        const right = scale.x(dayAfter(term.endsOn ?? lastEnd, 1));
        const wide = Math.max(right - left - 2, 2);
        const label = t(`term.${term.kind}`);
        return (
          <g key={term.startsOn}>
            <Bar x={left} y={BAR_TOP} width={wide} height={BAR_HEIGHT} standing={term.standing} pattern="url(#past)" />
            {wide > label.length * CHARACTER + 12 ? (
              <>
                {term.standing === "past" ? (
                  <rect
                    x={left + 5}
                    y={BAR_TOP + 6}
                    width={label.length * CHARACTER + 6}
                    height="18"
                    rx="2"
                    className="fill-surface"
                  />
                ) : null}
                <text
                  x={left + 8}
                  y={BAR_TOP + 19}
                  className={term.standing === "present" ? "fill-on-accent font-medium" : "fill-ink"}
                >
                  {label}
                </text>
              </>
            ) : null}
          </g>
        );
      })}

      {marks.map(({ day, label, row }, index) => {
        const x = scale.x(day);
        const text = textOf(label, day, locale);
        const y = BAR_BOTTOM + 16 + (toLeft ? index : marks.length - 1 - index) * 17;
        return (
          <g key={label}>
            <line x1={x} x2={x} y1={BAR_TOP} y2={y} className="stroke-ink" strokeWidth="1.5" />
            {row === 0 ? (
              <path d={`M${x} ${y} l-5 -8 h10 z`} className="fill-ink" />
            ) : row === 2 ? (
              <rect x={x - 4} y={y - 4} width="8" height="4" className="fill-ink" />
            ) : (
              <rect
                x={x - 4}
                y={y - 8}
                width="8"
                height="8"
                transform={`rotate(45 ${x} ${y - 4})`}
                className="fill-ink"
              />
            )}
            <text x={toLeft ? x - 9 : x + 9} y={y} textAnchor={toLeft ? "end" : "start"} className="fill-ink">
              {text}
            </text>
          </g>
        );
      })}

      {endsOn !== null && endsOn >= from ? (
        <g>
          <line
            x1={scale.x(dayAfter(endsOn, 1))}
            x2={scale.x(dayAfter(endsOn, 1))}
            y1={BAR_TOP - 8}
            y2={AXIS}
            className="stroke-ink"
            strokeWidth="3"
          />
        </g>
      ) : null}

      <Today x={scale.x(today)} width={width} text={`${t("today")} ${dayText(today, locale)}`} />
    </svg>
  );
}

function Bar({
  standing,
  pattern,
  ...place
}: {
  x: number;
  y: number;
  width: number;
  height: number;
  standing: TimelineTerm["standing"];
  pattern: string;
}) {
  switch (standing) {
    case "past":
      return <rect {...place} rx="3" className="stroke-line-strong" fill={pattern} />;
    case "present":
      return <rect {...place} rx="3" className="fill-accent" />;
    case "coming":
      return <rect {...place} rx="3" className="fill-surface stroke-line-strong" strokeDasharray="4 3" />;
  }
}

function textOf(label: string, day: Day, locale: Locale): string {
  return `${label} ${dayText(day, locale)}`;
}

function Today({ x, width, text }: { x: number; width: number; text: string }) {
  const half = (text.length * CHARACTER) / 2;
  const anchor = x < half ? "start" : x > width - half ? "end" : "middle";
  return (
    <g>
      <line x1={x} x2={x} y1="20" y2={AXIS} className="stroke-ink" strokeDasharray="2 2" />
      <circle cx={x} cy="22" r="3" className="fill-ink" />
      <text x={x} y="12" textAnchor={anchor} className="fill-ink font-medium">
        {text}
      </text>
    </g>
  );
}

function TermTable({ terms }: { terms: readonly TimelineTerm[] }) {
  const t = useTranslations("contract");
  const hasAmounts = terms.some((term) => term.amountCents !== null);
  return (
    <div className="scroll-x">
      <table className="tbl">
        <caption className="sr-only">{t("timelineTable")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("termKind")}</th>
            <th scope="col">{t("termFrom")}</th>
            <th scope="col">{t("termTo")}</th>
            <th scope="col">{t("noticeDue")}</th>
            <th scope="col">{t("termStanding")}</th>
            {hasAmounts ? (
              <th scope="col" className="num">
                {t("termAmount")}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <tr key={term.startsOn}>
              <th scope="row">{t(`term.${term.kind}`)}</th>
              <td>
                <DayText day={term.startsOn} />
              </td>
              <td>{term.endsOn === null ? t("runsOn") : <DayText day={term.endsOn} />}</td>
              <td>
                <DayText day={term.noticeDueOn} />
              </td>
              <td>{t(`standing.${term.standing}`)}</td>
              {hasAmounts ? (
                <td className="num">{term.amountCents === null ? <None /> : <Money cents={term.amountCents} />}</td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
