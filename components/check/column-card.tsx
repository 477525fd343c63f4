import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Money } from "@/components/ui/figures";
import { ReasonList } from "@/components/ui/reasons";
import type { ColumnView } from "@/lib/use-cases/check-addition";
import { columnName, Verdict } from "./column-words";
import { Effects } from "./effects";
import { LineList } from "./line-list";
import { ObstacleList } from "./obstacle-list";
import { hasSample } from "./sums";

/** One way in full: what is ordered and why, what it costs, what it changes. */
export function ColumnCard({
  column,
  columns,
  several,
  vendor,
  adoptHref,
}: {
  column: ColumnView;
  columns: readonly ColumnView[];
  /** There is more than one wish. */
  several: boolean;
  vendor: string;
  /** Makes what is needed a part of the wish; null where nothing is. */
  adoptHref: string | null;
}) {
  const t = useTranslations("check");
  const { remaining, lines, recommendations, hints, assumptions, totals } = column;
  const notes = [...recommendations, ...hints];
  return (
    <Section
      id={`weg-${column.wish + 1}-${column.variant + 1}`}
      title={columnName(t, column, columns, several)}
      aside={<Verdict column={column} />}
      flush
    >
      <div className="flex flex-col gap-4 px-4 pb-3">
        {remaining.length === 0 ? null : (
          <div>
            <h3 className="pb-1 text-sm">{t("remaining")}</h3>
            <ObstacleList obstacles={remaining} />
          </div>
        )}
        {lines.length === 0 ? <p className="text-sm text-muted">{t("nothingOrdered")}</p> : null}
        <LineList lines={lines} vendor={vendor} isOrderable={remaining.length === 0} />
        {remaining.length > 0 ? (
          <p className="text-sm text-muted">{t("noPrice")}</p>
        ) : (
          <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 border-t border-line pt-2 text-sm">
            {(["oneOffCents", "monthlyCents", "yearlyCents"] as const).map((charge) => (
              <div key={charge} className="contents">
                <dt className="font-medium">{t(`sum.${charge}`)}</dt>
                <dd className="text-right font-medium" data-sum={charge}>
                  <Money
                    cents={totals[charge]}
                    sample={charge === "oneOffCents" && totals[charge] !== null && hasSample(column)}
                  />
                </dd>
              </div>
            ))}
          </dl>
        )}
        <Effects column={column} />
        {notes.length === 0 ? null : (
          <Disclosure label={t("notes", { count: notes.length })} open>
            <ReasonList reasons={notes} />
          </Disclosure>
        )}
        {assumptions.length === 0 ? null : (
          <Disclosure label={t("assumptions", { count: assumptions.length })}>
            <ReasonList reasons={assumptions} />
          </Disclosure>
        )}
        {adoptHref === null ? null : (
          <p className="no-print">
            <LinkButton href={adoptHref} scroll={false}>
              {t("adopt")}
            </LinkButton>
          </p>
        )}
      </div>
    </Section>
  );
}
