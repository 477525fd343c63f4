import { CalendarDays, CalendarX2, ChevronRight, CircleAlert, CircleDot, Clock, Hourglass } from "lucide";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { toneText } from "@/components/ui/badge";
import { DayText, Distance, Money, None } from "@/components/ui/figures";
import { Icon } from "@/components/ui/icon";
import { type Day, dayAfter } from "@/lib/domain/dates";
import { dayText } from "@/lib/format/day";
import type { DecisionItem } from "@/lib/use-cases/list-decisions";
import { KindLabel } from "./kinds";
import { dayOf, groupByWeek, isStillInTime, type QueueGroup, type Urgency, urgencyOf } from "./weeks";

interface QueueTableProps {
  items: readonly DecisionItem[];
  today: Day;
  /** The row that stands open, and what stands in it. */
  openId: string | null;
  panel: ReactNode;
  /** Where a row leads: to itself opened, or closed if it is open. */
  hrefOf: (id: string | null) => string;
  /** With boxes to choose several. */
  selectable: boolean;
}

const COLUMNS = 6;

/** The queue: one row for each decision, under its week; the open one carries its panel. */
export function QueueTable({ items, today, openId, panel, hrefOf, selectable }: QueueTableProps) {
  const t = useTranslations("decide");
  const columns = COLUMNS + (selectable ? 1 : 0);
  return (
    <table className="tbl tbl-cards queue">
      <caption className="sr-only">{t("tableCaption")}</caption>
      <thead>
        <tr>
          {selectable ? (
            <th scope="col" className="queue-box">
              <span className="sr-only">{t("select")}</span>
            </th>
          ) : null}
          <th scope="col">{t("sendBy")}</th>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("customer")}</th>
          <th scope="col">{t("noticeDue")}</th>
          <th scope="col" className="num">
            {t("atStake")}
          </th>
          <th scope="col">{t("clerk")}</th>
        </tr>
      </thead>
      {groupByWeek(items, today).map((group) => (
        <tbody key={group.key} id={group.key}>
          <tr className="queue-week">
            <th scope="rowgroup" colSpan={columns}>
              <GroupTitle group={group} />
            </th>
          </tr>
          {group.items.map((item) => (
            <Fragment key={item.id}>
              <Row
                item={item}
                today={today}
                open={item.id === openId}
                href={hrefOf(item.id === openId ? null : item.id)}
                selectable={selectable}
              />
              {item.id === openId ? (
                <tr className="queue-panel">
                  <td colSpan={columns}>{panel}</td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({
  item,
  today,
  open,
  href,
  selectable,
}: {
  item: DecisionItem;
  today: Day;
  open: boolean;
  href: string;
  selectable: boolean;
}) {
  const t = useTranslations("decide");
  const kinds = useTranslations("kinds");
  const urgency = urgencyOf(item, today);
  const name = [kinds(item.kind), item.articleName, item.customerName].filter((part) => part !== null).join(", ");
  return (
    <tr id={`d-${item.id}`} className="linked-row" data-open={open || undefined} data-urgency={urgency}>
      {selectable ? (
        <td className="queue-box">
          <input
            type="checkbox"
            name="auswahl"
            value={item.id}
            data-basis={item.basis}
            aria-label={t("selectRow", { name })}
            className="size-5"
          />
        </td>
      ) : null}
      <td className="queue-day">
        <SendBy item={item} today={today} urgency={urgency} />
      </td>
      <th scope="row" className="queue-what">
        <Link
          href={href}
          scroll={false}
          prefetch={false}
          data-queue-link
          aria-expanded={open}
          aria-label={name}
          className="row-link font-medium"
        >
          <KindLabel kind={item.kind} />
          <Icon
            of={ChevronRight}
            className={`size-4 text-muted transition-transform duration-100 ${open ? "rotate-90" : ""}`}
          />
        </Link>
        <span className="block font-normal text-muted">
          {item.articleName ?? (item.systemId === null ? t("wholeCustomer") : t("wholeSystem"))}
        </span>
      </th>
      <td className="queue-customer">
        {item.customerName}
        <span className="block text-muted">
          {item.customerNumber}
          {item.systemName === null ? null : ` · ${item.systemName}`}
        </span>
      </td>
      <td className="queue-due" data-label={t("noticeDue")}>
        <span>
          <DayText day={item.dueOn} />
          {item.dueOn !== null && isStillInTime(item, today) ? (
            <span className="block text-xs font-medium text-due">
              <Distance day={item.dueOn} today={today} />
            </span>
          ) : null}
        </span>
      </td>
      <td className="num" data-label={t("atStake")}>
        <span>
          <Money cents={item.amountAtStakeCents} sample={item.sample} className="font-medium" />
        </span>
      </td>
      <td className="queue-clerk whitespace-nowrap">{item.clerkName ?? <None label={t("noClerk")} />}</td>
    </tr>
  );
}

const urgencyTone = { overdue: "due", soon: "soon", later: "plain", none: "plain" } as const;

function SendBy({ item, today, urgency }: { item: DecisionItem; today: Day; urgency: Urgency }) {
  const t = useTranslations("decide");
  const day = dayOf(item);
  if (day === null) return <span className="text-muted">{item.sortOn <= today ? t("atOnce") : t("anyTime")}</span>;
  const shapes = urgency === "overdue" ? CircleAlert : urgency === "soon" ? Clock : null;
  const stillInTime = isStillInTime(item, today);
  return (
    <>
      <DayText day={day} className="font-semibold" />
      <span className={`flex items-center gap-1 text-xs ${toneText[urgencyTone[urgency]]}`}>
        {shapes === null ? null : <Icon of={shapes} className="size-3.5 shrink-0" />}
        <Distance day={day} today={today} />
      </span>
      {stillInTime ? <span className="block text-xs font-medium text-due">{t("onlyByMailOrFax")}</span> : null}
      {urgency === "overdue" && !stillInTime ? <span className="block text-xs text-due">{t("missed")}</span> : null}
    </>
  );
}

const groupIcons = {
  overdue: CircleAlert,
  missed: CalendarX2,
  "this-week": Clock,
  "at-once": CircleDot,
  "next-week": CalendarDays,
  week: CalendarDays,
  "any-time": Hourglass,
} as const;

export function GroupTitle({ group }: { group: QueueGroup<unknown> }) {
  const t = useTranslations("decide");
  const locale = useLocale();
  const shapes = groupIcons[group.kind];
  const tone =
    group.kind === "overdue" || group.kind === "missed"
      ? "text-due"
      : group.kind === "this-week"
        ? "text-soon"
        : "text-muted";
  const week = "week" in group ? group.week : null;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Icon of={shapes} className={`size-4 shrink-0 ${tone}`} />
      <span className="font-semibold text-ink">{t(`group.${group.kind}`, { week: week?.number ?? 0 })}</span>
      <span className="font-normal text-muted tabular-nums">
        {week === null ? null : `${dayText(week.mondayOn, locale)} – ${dayText(dayAfter(week.mondayOn, 4), locale)} · `}
        {t("count", { count: group.items.length })}
      </span>
    </span>
  );
}
