"use client";

import { CalendarX2, CircleAlert, CircleQuestionMark, Clock, Hourglass, type IconNode } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { toneText } from "@/components/ui/badge";
import { DayText, Distance, Money, None } from "@/components/ui/figures";
import { Icon } from "@/components/ui/icon";
import { type Day, dayNumberOf } from "@/lib/domain/dates";
import type { StockColumn, StockState } from "@/lib/domain/stock";
import { number } from "@/lib/format/money";
import type { StockItem } from "@/lib/use-cases/list-stock";

/** Columns of figures stand to the right. */
export const figureColumns: readonly StockColumn[] = ["quantity", "amount", "paid"];

const dayOf = {
  noticeDue: "noticeDueOn",
  cancellableTo: "cancellableTo",
  termEnd: "termEndsOn",
  endsOn: "endsOn",
} as const;

/** What stands in one column of a row; all but the article, which is the row's link. */
export function StockCell({
  column,
  item,
  today,
}: {
  column: Exclude<StockColumn, "article">;
  item: StockItem;
  today: Day;
}) {
  const t = useTranslations("stock");
  const locale = useLocale();
  switch (column) {
    case "sku":
      return <span className="break-words text-muted">{item.sku}</span>;
    case "kind":
      return t(`kind.${item.kind}`);
    case "customer":
      return (
        <>
          {item.customerName}
          <span className="block text-muted tabular-nums">{item.customerNumber}</span>
        </>
      );
    case "system":
      return item.systemName;
    case "vendor":
      return item.productName;
    case "quantity":
      return item.quantity === null ? <None /> : number(item.quantity, locale);
    case "state":
      return <State state={item.state} />;
    case "sendBy":
      return <SendBy item={item} today={today} />;
    case "noticeDue":
    case "cancellableTo":
    case "termEnd":
    case "endsOn":
      return <DayOrUnknown item={item} day={item[dayOf[column]]} />;
    case "amount":
      return item.kind === "licence" ? <None /> : <Money cents={item.monthlyCents} className="font-medium" />;
    case "paid":
      return <Paid item={item} />;
    case "since":
      return <DayText day={item.sinceOn} />;
    case "billing":
      return item.billingParty === null ? <None /> : t(`billing.${item.billingParty}`);
    case "clerk":
      return item.clerkName ?? <None label={t("noClerk")} />;
  }
}

const stateIcons: Readonly<Partial<Record<StockState, IconNode>>> = {
  "rule-unknown": CircleQuestionMark,
  "not-started": Hourglass,
  noticed: CalendarX2,
  lapsed: CalendarX2,
};

function State({ state }: { state: StockState }) {
  const t = useTranslations("stock");
  const shapes = stateIcons[state];
  return (
    <span className={`inline-flex items-center gap-1 ${state === "rule-unknown" ? "text-soon" : ""}`}>
      {shapes === undefined ? null : <Icon of={shapes} className="size-3.5 shrink-0" />}
      {t(`state.${state}`)}
    </span>
  );
}

/** No day where the rule is unknown is not the same as a licence's, which has none. */
function DayOrUnknown({ item, day }: { item: StockItem; day: Day | null }) {
  const t = useTranslations("stock");
  if (day === null && item.state === "rule-unknown") return <span className="text-xs text-muted">{t("unknown")}</span>;
  return <DayText day={day} />;
}

const SOON_DAYS = 7;

function SendBy({ item, today }: { item: StockItem; today: Day }) {
  const day = item.sendByOn;
  if (day === null) return <DayOrUnknown item={item} day={null} />;
  const left = dayNumberOf(day) - dayNumberOf(today);
  // What can end every month has such a day every month: nothing is lost with it.
  const tone = item.state === "rolling" ? "plain" : left < 0 ? "due" : left <= SOON_DAYS ? "soon" : "plain";
  const shapes = tone === "due" ? CircleAlert : tone === "soon" ? Clock : null;
  return (
    <>
      <DayText day={day} />
      <span className={`flex items-center gap-1 text-xs ${toneText[tone]}`}>
        {shapes === null ? null : <Icon of={shapes} className="size-3.5 shrink-0" />}
        <Distance day={day} today={today} />
      </span>
    </>
  );
}

function Paid({ item }: { item: StockItem }) {
  const t = useTranslations("stock");
  if (item.kind === "contract") return <None />;
  if (item.paidCents === null) return <span className="text-xs text-muted">{t("notRecorded")}</span>;
  return <Money cents={item.paidCents} />;
}
