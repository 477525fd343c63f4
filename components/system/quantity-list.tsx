import { CircleAlert, CircleCheck, CircleDot, CircleSlash, TrendingDown } from "lucide";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/figures";
import { SourceNote } from "@/components/ui/reasons";
import type { BoundView, StepView } from "@/lib/use-cases/show-system";

/** What is booked against the steps of its price, and against what may be booked at most and at least. */
export function QuantityList({ steps, bounds }: { steps: readonly StepView[]; bounds: readonly BoundView[] }) {
  return (
    <ul className="divide-y divide-line">
      {steps.map((step) => (
        <Step key={`${step.kind} ${step.skus.join()}`} step={step} />
      ))}
      {bounds.map((bound) => (
        <Bound key={`${bound.kind} ${bound.skus.join()} ${bound.sku}`} bound={bound} />
      ))}
    </ul>
  );
}

function Step({ step }: { step: StepView }) {
  const t = useTranslations("system");
  const { next, totalCents } = step;
  const cheaper = next?.totalCents != null && totalCents !== null && next.totalCents < totalCents;
  return (
    <li className="flex flex-col gap-1 py-2 text-sm first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="font-medium">{step.articleNames.join(", ")}</span>
        <span className="flex flex-wrap items-center gap-2">
          {t.rich(`step.${step.kind}`, { units: step.units, each: () => <Money cents={step.unitCents} /> })}
          {cheaper ? (
            <Badge tone="soon" icon={TrendingDown}>
              {t("stepCheaper")}
            </Badge>
          ) : step.holds ? null : (
            <Badge tone="soon" icon={CircleSlash}>
              {t("discountLost")}
            </Badge>
          )}
        </span>
      </div>
      <p className="text-xs text-muted">
        {next === null
          ? t("stepLast")
          : t.rich(`stepNext.${step.kind}`, { from: next.from, each: () => <Money cents={next.unitCents} /> })}
        {cheaper ? (
          <>
            {" · "}
            {t.rich("stepTotals", {
              units: step.units,
              from: next.from,
              now: () => <Money cents={totalCents} />,
              later: () => <Money cents={next.totalCents} />,
            })}
          </>
        ) : null}
        <SourceNote {...step.source} />
      </p>
    </li>
  );
}

function Bound({ bound }: { bound: BoundView }) {
  const t = useTranslations("system");
  const passed = bound.left < 0;
  return (
    <li className="flex flex-col gap-1 py-2 text-sm first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="font-medium">{bound.articleNames.join(", ")}</span>
        <span className="flex flex-wrap items-center gap-2">
          {t(`bound.${bound.kind}`, { units: bound.units, bound: bound.bound, article: bound.askedBy ?? "" })}
          <Badge
            tone={passed ? "due" : bound.left === 0 ? "soon" : "done"}
            icon={passed ? CircleAlert : bound.left === 0 ? CircleDot : CircleCheck}
          >
            {passed ? t(`passed.${bound.kind}`) : t(`room.${bound.kind}`, { count: bound.left })}
          </Badge>
        </span>
      </div>
      <p className="text-xs text-muted">
        {bound.askedBy === null || bound.kind === "known-up-to" ? null : t("askedBy", { article: bound.askedBy })}
        <SourceNote {...bound.source} />
      </p>
    </li>
  );
}
