import { FlaskConical } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import type { Day } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import { dayDistance, dayText } from "@/lib/format/day";
import { euro } from "@/lib/format/money";
import { Badge } from "./badge";

/** A day, 31.12.2026; a dash that is read as "none" where there is none. */
export function DayText({ day, className = "" }: { day: Day | null; className?: string }) {
  const locale = useLocale();
  const t = useTranslations("common");
  if (day === null) return <None label={t("noDay")} />;
  return (
    <time dateTime={day} className={`whitespace-nowrap ${className}`}>
      {dayText(day, locale)}
    </time>
  );
}

/** How far a day is from today: in 12 Tagen (Mi). */
export function Distance({ day, today }: { day: Day; today: Day }) {
  const locale = useLocale();
  return <span className="whitespace-nowrap">{dayDistance(day, today, locale)}</span>;
}

/** An amount, or the one sentence for what nobody knows; never a zero in its place. Sample prices say that they are. */
export function Money({
  cents,
  sample = false,
  className = "",
}: {
  cents: Cents | null;
  sample?: boolean;
  className?: string;
}) {
  const locale = useLocale();
  const t = useTranslations("common");
  if (cents === null) return <span className="text-xs text-muted">{t("unknown")}</span>;
  return (
    <>
      <span className={`whitespace-nowrap tabular-nums ${className}`}>{euro(cents, locale)}</span>
      {sample ? (
        <>
          {" "}
          <span className="sample">
            <SampleMark />
          </span>
        </>
      ) : null}
    </>
  );
}

/** Beside every figure that rests on prices made up for the demonstration. */
export function SampleMark() {
  const t = useTranslations("common");
  return <Badge icon={FlaskConical}>{t("samplePrice")}</Badge>;
}

/** Nothing stands here, and that is right. */
export function None({ label }: { label?: string }) {
  const t = useTranslations("common");
  return (
    <span className="text-muted">
      <span aria-hidden>–</span>
      <span className="sr-only">{label ?? t("none")}</span>
    </span>
  );
}
