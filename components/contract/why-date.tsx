import { Scale } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { ReasonList, SourceNote } from "@/components/ui/reasons";
import type { Day } from "@/lib/domain/dates";
import type { Reason, Source } from "@/lib/domain/reason";
import type { Refusal } from "@/lib/domain/refusal";
import { dayText } from "@/lib/format/day";
import { sentence } from "@/lib/format/reasons";

interface WhyProps {
  /** Where the rule stands: the contract's own, else the price list. */
  source: Source;
  derivation: readonly Reason[];
  assumptions: readonly Reason[];
  /** The term that was agreed, where the date follows from no rule. */
  agreed: { readonly startsOn: Day; readonly endsOn: Day | null } | null;
  refusal: Refusal | null;
  calendar: ReactNode;
  open: boolean;
}

/** How the date came about: clause, steps, calendar, assumptions. */
export function WhyDate({ source, derivation, assumptions, agreed, refusal, calendar, open }: WhyProps) {
  const t = useTranslations("contract");
  const locale = useLocale();
  return (
    <Disclosure label={<h2 className="text-sm">{t("why")}</h2>} open={open}>
      <div className="flex flex-col gap-4">
        <Part title={t("whyClause")}>
          <p className="text-sm">
            {source.document}
            <span className="block text-muted">{source.clause}</span>
          </p>
        </Part>
        {refusal === null ? null : <p className="text-sm font-medium">{sentence(refusal, locale)}</p>}
        {agreed === null || agreed.endsOn === null ? null : (
          <p className="text-sm">
            {t("whyAgreed", { from: dayText(agreed.startsOn, locale), to: dayText(agreed.endsOn, locale) })}
          </p>
        )}
        {derivation.length === 0 ? null : (
          <Part title={t("whySteps")}>
            <ReasonList reasons={derivation} steps />
          </Part>
        )}
        {calendar === null ? null : <Part title={t("whyCalendar")}>{calendar}</Part>}
        {assumptions.length === 0 ? null : (
          <Part title={t("whyAssumptions")}>
            <ReasonList reasons={assumptions} />
          </Part>
        )}
      </div>
    </Disclosure>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <h3 className="text-xs font-semibold text-muted">{title}</h3>
      {children}
    </div>
  );
}

/** Law that may stand beside the contract: a hint for counsel, never mixed into the contract's dates. */
export function StatutoryHints({ hints }: { hints: readonly Reason[] }) {
  const t = useTranslations("contract");
  const locale = useLocale();
  if (hints.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <p>
        <Badge icon={Scale}>{t("withCounsel")}</Badge>
      </p>
      <ul className="flex flex-col gap-2 text-sm">
        {hints.map((hint) => (
          <li key={`${hint.code} ${JSON.stringify(hint.params)}`}>
            {sentence(hint, locale)}
            {hint.source === undefined ? null : <SourceNote {...hint.source} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
