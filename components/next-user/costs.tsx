import { useTranslations } from "next-intl";
import { Money, SampleMark } from "@/components/ui/figures";
import { type Costs, perYearCents } from "@/lib/domain/next-user";

/** The three amounts side by side: once, a month, and what recurs over a year. */
export function CostFigures({ costs, sample = false }: { costs: Costs; sample?: boolean }) {
  const t = useTranslations("nextUser");
  const figures = [
    { name: t("oneOff"), cents: costs.oneOffCents, sample },
    { name: t("monthly"), cents: costs.monthlyCents, sample: false },
    { name: t("perYear"), cents: perYearCents(costs), sample: false },
  ];
  return (
    <dl className="grid grid-cols-3 gap-x-4 sm:flex sm:gap-x-8">
      {figures.map((figure) => (
        <div key={figure.name} className="flex flex-col">
          <dt className="text-xs text-muted">{figure.name}</dt>
          <dd className="text-lg font-medium max-sm:text-base">
            <Money cents={figure.cents} />
          </dd>
          {figure.sample && figure.cents !== null && figure.cents !== 0 ? (
            <dd>
              <SampleMark />
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

/** The amounts that are not zero, as part of a sentence: 25,00 € einmalig, 52,90 € im Monat. */
export function CostLine({ costs }: { costs: Costs }) {
  const t = useTranslations("nextUser");
  const parts = [
    { name: t("onceWord"), cents: costs.oneOffCents },
    { name: t("monthWord"), cents: costs.monthlyCents },
    { name: t("yearWord"), cents: costs.yearlyCents },
  ].filter(({ cents }) => cents !== 0);
  if (parts.length === 0) return <span>{t("costsNothing")}</span>;
  return parts.map(({ name, cents }, index) => (
    <span key={name}>
      {index === 0 ? "" : ", "}
      {name} <Money cents={cents} className="font-medium" />
    </span>
  ));
}
