import { ArrowRight } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { DayText } from "@/components/ui/figures";
import { Icon } from "@/components/ui/icon";
import { ReasonList, SourceNote } from "@/components/ui/reasons";
import { sentence } from "@/lib/format/reasons";
import type { ExplainedDates } from "@/lib/use-cases/preview-contract";

const days = ["sendByOn", "noticeDueOn", "cancellableTo", "termEndsOn", "endsOn"] as const;

/** The days of a contract, before and after where they move, and how the new ones come about. */
export function DatesTable({ before = null, after }: { before?: ExplainedDates | null; after: ExplainedDates }) {
  const t = useTranslations("capture");
  const locale = useLocale();
  const shown = days.filter((day) => after.dates[day] !== null || before?.dates[day] != null);
  return (
    <div className="flex flex-col gap-3 text-sm">
      {shown.length === 0 ? null : (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {shown.map((day) => (
            <div key={day} className="contents">
              <dt className="text-muted">{t(`day.${day}`)}</dt>
              <dd className="flex flex-wrap items-center gap-x-1.5 tabular-nums">
                {before === null || before.dates[day] === after.dates[day] ? null : (
                  <>
                    <span className="sr-only">{t("before")} </span>
                    <DayText day={before.dates[day]} className="text-muted line-through" />
                    <Icon of={ArrowRight} className="size-4 text-muted" />
                    <span className="sr-only">{t("after")} </span>
                  </>
                )}
                <DayText day={after.dates[day]} className="font-medium" />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {after.refusal === null ? null : <p className="font-medium">{sentence(after.refusal, locale)}</p>}
      {after.derivation.length === 0 ? null : (
        <div className="flex flex-col gap-1.5">
          <h3 className="text-xs font-semibold text-muted">{t("why")}</h3>
          <ReasonList reasons={after.derivation} steps />
        </div>
      )}
      {after.assumptions.length === 0 ? null : (
        <div className="flex flex-col gap-1.5">
          <h3 className="text-xs font-semibold text-muted">{t("assumptions")}</h3>
          <ReasonList reasons={after.assumptions} />
        </div>
      )}
      {after.source === null || after.derivation.length > 0 ? null : <SourceNote {...after.source} />}
    </div>
  );
}
