import { CircleCheck, ShieldOff, TriangleAlert } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { SourceNote } from "@/components/ui/reasons";
import type { Violation } from "@/lib/domain/prerequisites";
import { sentence } from "@/lib/format/reasons";
import type { SystemView } from "@/lib/use-cases/show-customer";

/** What is wrong with the system, worst first; one quiet line where nothing is. */
export function SystemFaults({ system }: { system: SystemView }) {
  const t = useTranslations("customer");
  const locale = useLocale();
  const { impossible, violations, gaps } = system;
  if (impossible === null && violations.length === 0 && gaps.length === 0) {
    return (
      <p className="flex items-center gap-1.5 px-4 text-sm text-muted">
        <Icon of={CircleCheck} className="size-4 text-done" />
        {t("allWell")}
      </p>
    );
  }
  return (
    <ul className="flex flex-col gap-2 px-4 text-sm">
      {impossible === null ? null : (
        <li className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <Badge tone="due" icon={TriangleAlert}>
            {t("impossible")}
          </Badge>
          <span>{sentence(impossible, locale)}</span>
        </li>
      )}
      {violations.map((violation) => (
        <ViolationLine
          key={`${violation.sku} ${violation.kind} ${JSON.stringify(violation.params)}`}
          violation={violation}
        />
      ))}
      {gaps.map((gap) => (
        <li key={`${gap.kind} ${gap.skus.join()}`} className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <Badge tone="soon" icon={ShieldOff}>
            {t("gap")}
          </Badge>
          <span className="min-w-0 flex-1 basis-60">
            {sentence(gap.reason, locale)}
            {gap.articleNames.length === 0 ? null : (
              <span className="block text-muted">{gap.articleNames.join(", ")}</span>
            )}
            {gap.reason.source === undefined ? null : <SourceNote {...gap.reason.source} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One obstacle: what kind it is, why, and the clause that says so. */
export function ViolationLine({ violation }: { violation: Violation }) {
  const t = useTranslations("customer");
  const locale = useLocale();
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <Badge tone="due" icon={TriangleAlert}>
        {t(`violationKind.${violation.kind}`)}
      </Badge>
      <span className="min-w-0 flex-1 basis-60">
        {sentence(violation, locale)}
        {violation.source === undefined ? null : <SourceNote {...violation.source} />}
      </span>
    </li>
  );
}
