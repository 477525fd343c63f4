import { CircleCheck, CirclePlus, PencilLine } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { KindLabel } from "@/components/decide/kinds";
import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/figures";
import { sentence } from "@/lib/format/reasons";
import type { MovedDecision } from "@/lib/use-cases/preview-system-change";

const marks = {
  comes: { tone: "due", icon: CirclePlus },
  changes: { tone: "soon", icon: PencilLine },
  goes: { tone: "done", icon: CircleCheck },
} as const;

/** What has no price of its own: only what is bought to mend it has. */
const priceless: readonly MovedDecision["kind"][] = ["prerequisite-broken", "coverage-gap"];

/** Rows of the queue that would come, change or go, with what is at stake. */
export function MovedDecisions({ decisions }: { decisions: readonly MovedDecision[] }) {
  const t = useTranslations("system");
  const states = useTranslations("customer");
  const locale = useLocale();
  return (
    <ul className="flex flex-col gap-2">
      {decisions.map((decision) => (
        <li key={`${decision.subjectId} ${decision.kind}`} className="flex flex-col gap-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Badge {...marks[decision.move]}>{t(`move.${decision.move}`)}</Badge>
            <KindLabel kind={decision.kind} />
            {decision.articleName === null ? null : <span className="text-muted">{decision.articleName}</span>}
          </span>
          <span className="text-muted">
            {decision.state === "open" ? null : `${states(`decisionState.${decision.state}`)}: `}
            {sentence(decision.about, locale)}
          </span>
          {decision.move === "goes" || priceless.includes(decision.kind) ? null : (
            <span>
              {t("atStake")} <Money cents={decision.amountAtStakeCents} sample={decision.sample} />
              {decision.move === "changes" && decision.beforeCents !== decision.amountAtStakeCents ? (
                <span className="text-muted">
                  {" "}
                  {t.rich("before", { amount: () => <Money cents={decision.beforeCents} /> })}
                </span>
              ) : null}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
