import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { DayText, Money } from "@/components/ui/figures";
import { ReasonList } from "@/components/ui/reasons";
import { sentence } from "@/lib/format/reasons";
import type { RenewalView } from "@/lib/use-cases/show-contract";

/** What renewing costs, and what it costs to miss the end. */
export function Renewal({ renewal }: { renewal: RenewalView }) {
  const t = useTranslations("contract");
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p>
        {t.rich(`renewalStanding.${renewal.standing}`, {
          opens: () => <DayText day={renewal.opensOn} />,
          end: () => <DayText day={renewal.currentEnd} />,
        })}
      </p>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        <div>
          <dt className="text-xs text-muted">{t("renewalCost", { years: renewal.years })}</dt>
          <dd className="text-base font-medium">
            <Money cents={renewal.renewalCents} sample={renewal.sample} />
          </dd>
        </div>
        <div>
          <dt className="text-xs text-muted">{t("reentryCost")}</dt>
          <dd className="text-base font-medium">
            <Money cents={renewal.reentryCents} sample={renewal.sample} />
          </dd>
        </div>
      </dl>
      {renewal.refusal === null ? null : <p className="font-medium">{sentence(renewal.refusal, locale)}</p>}
      {renewal.derivation.length === 0 ? null : (
        <Disclosure label={t("renewalSteps")}>
          <div className="flex flex-col gap-2">
            <ReasonList reasons={renewal.derivation} steps />
            <ReasonList reasons={[...renewal.assumptions, ...renewal.hints]} />
          </div>
        </Disclosure>
      )}
    </div>
  );
}
