import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { KindLabel } from "@/components/decide/kinds";
import { dayOf } from "@/components/decide/weeks";
import { DayText, Distance, Money } from "@/components/ui/figures";
import type { Day } from "@/lib/domain/dates";
import { sentence } from "@/lib/format/reasons";
import type { DecisionItem } from "@/lib/use-cases/list-decisions";

/** A customer's or a contract's rows of the queue, with their state and what was last recorded. Open ones lead into the queue. */
export function DecisionList({
  decisions,
  today,
  hrefOf,
}: {
  decisions: readonly DecisionItem[];
  today: Day;
  hrefOf: (item: DecisionItem) => string | null;
}) {
  const t = useTranslations("customer");
  const locale = useLocale();
  return (
    <ul className="flex flex-col divide-y divide-line">
      {decisions.map((item) => {
        const day = dayOf(item);
        const href = item.state === "open" ? hrefOf(item) : null;
        return (
          <li key={item.id} className="flex flex-col gap-1 py-2.5 text-sm first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">
                {href === null ? (
                  <KindLabel kind={item.kind} />
                ) : (
                  <Link href={href} prefetch={false} className="link inline-flex min-h-6 items-center">
                    <KindLabel kind={item.kind} />
                  </Link>
                )}
                {item.articleName === null ? null : (
                  <span className="font-normal text-muted"> · {item.articleName}</span>
                )}
              </span>
              <span className="flex flex-wrap gap-x-4 text-muted tabular-nums">
                {day === null ? null : (
                  <span className={day < today && item.state === "open" ? "text-due" : ""}>
                    <DayText day={day} /> <Distance day={day} today={today} />
                  </span>
                )}
                <Money cents={item.amountAtStakeCents} sample={item.sample} />
              </span>
            </div>
            <p className="text-muted">
              {sentence(item.about, locale)}{" "}
              {item.state === "open" ? null : (
                <span className="font-medium text-ink">{t(`decisionState.${item.state}`)}.</span>
              )}
            </p>
            {item.lastRecord === null || item.state === "open" ? null : (
              <p className="text-xs text-muted">
                {t("recordText", {
                  act: t(`recordOf.${item.lastRecord.act}`),
                  name: item.lastRecord.byName,
                  reason: item.lastRecord.reason,
                })}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
