import { CircleCheck, Clock, Hourglass } from "lucide";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { KindLabel } from "@/components/decide/kinds";
import { dayOf } from "@/components/decide/weeks";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { DayText, Distance, Money } from "@/components/ui/figures";
import type { Day } from "@/lib/domain/dates";
import { sentence } from "@/lib/format/reasons";
import type { DecisionItem } from "@/lib/use-cases/list-decisions";

interface ListProps {
  decisions: readonly DecisionItem[];
  today: Day;
  mayDecide: boolean;
  /** Where an open row leads. */
  hrefOf: (item: DecisionItem) => string;
}

/**
 * A customer's or a contract's rows of the queue, with their state and what was last recorded: open ones lead into the queue, what was
 * decided or snoozed can be taken back here.
 */
export function DecisionList({ decisions, today, mayDecide, hrefOf }: ListProps) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {decisions.map((item) => (
        <li key={item.id} className="flex flex-col gap-1 py-2.5 text-sm first:pt-0 last:pb-0">
          <Head item={item} today={today} href={item.state === "open" ? hrefOf(item) : null} />
          <About item={item} />
          {item.state === "decided" || item.state === "snoozed" ? <Record item={item} mayUndo={mayDecide} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Head({ item, today, href }: { item: DecisionItem; today: Day; href: string | null }) {
  const day = dayOf(item);
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <span className="flex flex-wrap items-center gap-x-1.5 font-medium">
        {href === null ? (
          <KindLabel kind={item.kind} />
        ) : (
          <Link href={href} prefetch={false} className="link inline-flex min-h-6 items-center">
            <KindLabel kind={item.kind} />
          </Link>
        )}
        {item.articleName === null ? null : <span className="font-normal text-muted">{item.articleName}</span>}
      </span>
      <span className="flex flex-wrap gap-x-4 text-muted tabular-nums">
        {day === null ? null : (
          <span className={day < today && item.state === "open" ? "text-due" : ""}>
            <DayText day={day} /> <Distance day={day} today={today} />
          </span>
        )}
        <span>
          <Money cents={item.amountAtStakeCents} sample={item.sample} />
        </span>
      </span>
    </div>
  );
}

const states = {
  open: null,
  decided: { icon: CircleCheck, tone: "done" },
  snoozed: { icon: Clock, tone: "plain" },
  waiting: { icon: Hourglass, tone: "plain" },
} as const;

function About({ item }: { item: DecisionItem }) {
  const t = useTranslations("customer");
  const locale = useLocale();
  const state = states[item.state];
  return (
    <p className="text-muted">
      {state === null ? null : (
        <>
          <Badge icon={state.icon} tone={state.tone}>
            {t(`decisionState.${item.state}`)}
          </Badge>{" "}
        </>
      )}
      {sentence(item.about, locale)}
    </p>
  );
}

function Record({ item, mayUndo }: { item: DecisionItem; mayUndo: boolean }) {
  const t = useTranslations("customer");
  const record = item.lastRecord;
  if (record === null) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <p className="text-xs text-muted">
        {t("recordText", { act: t(`recordOf.${record.act}`), name: record.byName, reason: record.reason })}
        {record.until === null ? null : (
          <>
            {" · "}
            {t("backOn")} <DayText day={record.until} />
          </>
        )}
      </p>
      {mayUndo ? (
        <EnhancedForm action={`/api/portal/decisions/${item.id}`} className="no-print">
          <input type="hidden" name="act" value="undo" />
          <input type="hidden" name="basis" value={item.basis} />
          <Button type="submit" look="quiet">
            {t("undo")}
          </Button>
        </EnhancedForm>
      ) : null}
    </div>
  );
}
