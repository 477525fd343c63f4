import { ArrowRight, CircleAlert, CircleCheck, CircleDot } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ViolationLine } from "@/components/customers/system-faults";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Money } from "@/components/ui/figures";
import { Icon } from "@/components/ui/icon";
import { ReasonList } from "@/components/ui/reasons";
import { figureName } from "@/lib/format/figure-names";
import { number } from "@/lib/format/money";
import { sentence } from "@/lib/format/reasons";
import type { FigureDifference, SystemPreview, TierUsageView } from "@/lib/use-cases/preview-system-change";
import { LimitName, LimitUse } from "./limit-list";
import { MovedDecisions } from "./moved-decisions";

/** What the figures in the form would move, before anything is saved. Its first sentence is read out whenever it changes. */
export function ChangePreview({ preview }: { preview: SystemPreview }) {
  const t = useTranslations("system");
  const { tiers, limits, violations, decisions } = preview;
  const moved = tiers.length + limits.length + violations.come.length + violations.go.length + decisions.length;
  const said =
    preview.differences.length === 0 ? t("previewSame") : moved === 0 ? t("previewNothing") : t("previewMoves");
  return (
    <div className="flex flex-col gap-3 rounded-md bg-sunken p-3 text-sm">
      <p role="status" className="font-medium">
        {said}
      </p>
      {preview.differences.length === 0 ? null : (
        <ul className="flex flex-col gap-0.5">
          {preview.differences.map((difference) => (
            <Difference key={difference.path} difference={difference} />
          ))}
        </ul>
      )}
      {tiers.length === 0 ? null : (
        <Part title={t("tiers")}>
          <ul className="flex flex-col gap-2">
            {tiers.map(({ after }) => (
              <MovedTier key={`${after.sku} ${after.mode}`} tier={after} />
            ))}
          </ul>
          {preview.exceededCents === null ? null : (
            <p className="font-medium">
              {t.rich("exceededDue", { due: () => <Money cents={preview.exceededCents} /> })}
            </p>
          )}
        </Part>
      )}
      {limits.length === 0 ? null : (
        <Part title={t("limits")}>
          <ul className="flex flex-col gap-1">
            {limits.map(({ before, after }) => (
              <li key={`${after.kind} ${after.of}`} className="flex flex-wrap items-center gap-x-1.5">
                <LimitName limit={after} />:
                {before === null ? null : (
                  <span className="text-muted">
                    <LimitUse limit={before} />
                  </span>
                )}
                <Arrow />
                <LimitUse limit={after} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {violations.come.length === 0 ? null : (
        <Part title={t("violationsCome")}>
          <ul className="flex flex-col gap-2">
            {violations.come.map((violation) => (
              <ViolationLine key={`${violation.sku} ${JSON.stringify(violation.params)}`} violation={violation} />
            ))}
          </ul>
        </Part>
      )}
      {violations.go.length === 0 ? null : <Gone violations={violations.go} />}
      {decisions.length === 0 ? null : (
        <Part title={t("decisions")}>
          <MovedDecisions decisions={decisions} />
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1 border-t border-line pt-2">
      <h3 className="text-sm">{title}</h3>
      {children}
    </div>
  );
}

function Arrow() {
  const t = useTranslations("system");
  return (
    <>
      <Icon of={ArrowRight} className="inline size-3.5 shrink-0 text-muted" />
      <span className="sr-only">{t("becomes")}</span>
    </>
  );
}

function Difference({ difference }: { difference: FigureDifference }) {
  const locale = useLocale();
  return (
    <li className="flex flex-wrap items-center gap-x-1.5">
      {figureName(difference.path, locale)}:
      <span className="text-muted">
        <FigureText value={difference.from} />
      </span>
      <Arrow />
      <span className="font-medium">
        <FigureText value={difference.to} />
      </span>
    </li>
  );
}

/** A figure in words; what nobody knows says so. */
export function FigureText({ value }: { value: FigureDifference["from"] }) {
  const t = useTranslations("system");
  const locale = useLocale();
  if (value === null) return t("unknown");
  return typeof value === "boolean" ? t(value ? "yes" : "no") : number(value, locale);
}

function MovedTier({ tier }: { tier: TierUsageView }) {
  const t = useTranslations("system");
  const words = useTranslations("customer");
  return (
    <li className="flex flex-col gap-1">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {tier.articleName}
        {tier.exceeded ? (
          <Badge tone="due" icon={CircleAlert}>
            {words("tierExceeded")}
          </Badge>
        ) : tier.neededTier !== null ? (
          <Badge tone="soon" icon={CircleDot}>
            {words("tierFull")}
          </Badge>
        ) : (
          <Badge tone="done" icon={CircleCheck}>
            {t("tierFits")}
          </Badge>
        )}
      </span>
      <span className="text-xs text-muted">
        {tier.neededTier === null
          ? t("tierHeld", { tier: tier.licensedTier })
          : words(tier.exceeded ? "tierNeeded" : "tierNext", { tier: tier.neededTier })}
        {tier.dueCents === null ? null : (
          <> · {words.rich("tierDue", { due: () => <Money cents={tier.dueCents} /> })}</>
        )}
      </span>
      {tier.derivation.length === 0 ? null : (
        <Disclosure label={words("tierWhy")}>
          <ReasonList reasons={tier.derivation} steps />
        </Disclosure>
      )}
    </li>
  );
}

/** Obstacles that the change would clear away. */
function Gone({ violations }: { violations: SystemPreview["violations"]["go"] }) {
  const t = useTranslations("system");
  const locale = useLocale();
  return (
    <Part title={t("violationsGo")}>
      <ul className="flex flex-col gap-1">
        {violations.map((violation) => (
          <li key={`${violation.sku} ${JSON.stringify(violation.params)}`} className="flex gap-1.5">
            <Icon of={CircleCheck} className="mt-0.5 size-4 shrink-0 text-done" />
            {sentence(violation, locale)}
          </li>
        ))}
      </ul>
    </Part>
  );
}
