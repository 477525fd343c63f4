import { ArrowRight } from "lucide";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayText, Money } from "@/components/ui/figures";
import { Icon } from "@/components/ui/icon";
import { ReasonList } from "@/components/ui/reasons";
import type { SavingDetail } from "@/lib/use-cases/list-savings";
import { changeText } from "./change-text";
import { DraftTable } from "./draft-table";
import { BreakEven, Once } from "./savings-table";

/** The open row: why it costs less and where that stands, what is booked and what would be, each as the calculator answers it. */
export function SavingPanel({ detail }: { detail: SavingDetail }) {
  const t = useTranslations("savings");
  const { item, assumptions, hints, from, to, alternatives, contracts } = detail;
  return (
    <div className="grid gap-x-8 gap-y-4 border-t border-line pt-3 text-sm max-md:px-4 max-md:pb-4 xl:grid-cols-[2fr_3fr]">
      <div className="flex flex-col gap-3">
        <Part title={t("why")}>
          <ReasonList reasons={item.explanation} />
        </Part>
        {assumptions.length === 0 ? null : (
          <Part title={t("assumptions")}>
            <ReasonList reasons={assumptions} />
          </Part>
        )}
        {hints.length === 0 ? null : (
          <Part title={t("hints")}>
            <ReasonList reasons={hints} />
          </Part>
        )}
        <Part title={t("contracts", { count: contracts.length })}>
          <ul className="flex flex-col gap-1">
            {contracts.map((contract) => (
              <li key={contract.id}>
                <Way href={`/vertraege/${contract.id}`}>{contract.articleName}</Way>
                <span className="block text-xs text-muted">
                  {contract.amountCents === null
                    ? t("chargedUnknown")
                    : t.rich(`charged.${contract.billingInterval}`, {
                        amount: () => <Money cents={contract.amountCents} />,
                      })}
                </span>
              </li>
            ))}
          </ul>
          <p className="pt-1">
            <Way href={`/kunden/${item.customerId}#anlage-${item.systemId}`}>{t("toSystem")}</Way>
          </p>
        </Part>
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <DraftTable title={t("from")} view={from} sample={item.sample} />
        <DraftTable title={t("to")} view={to} sample={item.sample} />
        {alternatives.length === 0 ? null : <Alternatives detail={detail} />}
      </div>
    </div>
  );
}

function Alternatives({ detail: { item, alternatives } }: { detail: SavingDetail }) {
  const t = useTranslations("savings");
  const locale = useLocale();
  return (
    <section className="flex flex-col gap-1">
      <h2 className="text-xs font-semibold text-muted">{t("alternatives")}</h2>
      <div className="scroll-x relative rounded-md border border-line bg-surface">
        <table className="tbl rows">
          <thead>
            <tr>
              <th scope="col">{t("what")}</th>
              <th scope="col" className="num">
                {t("yearly")}
              </th>
              <th scope="col" className="num">
                {t("once")}
              </th>
              <th scope="col" className="num">
                {t("breakEven")}
              </th>
            </tr>
          </thead>
          <tbody>
            {alternatives.map((choice) => {
              const change = changeText(t, locale, item.kind, choice.explanation);
              return (
                <tr key={change}>
                  <th scope="row" className="font-normal!">
                    {change}
                    {choice.to.kind === "up2date" ? (
                      <span className="block text-xs text-muted">
                        {t.rich("altogether", {
                          amount: () => <Money cents={choice.to.kind === "up2date" ? choice.to.amountCents : null} />,
                          end: () => <DayText day={choice.to.kind === "up2date" ? choice.to.endsOn : null} />,
                        })}
                      </span>
                    ) : null}
                  </th>
                  <td className="num" data-label={t("yearly")}>
                    <Money cents={choice.yearlyCents} />
                  </td>
                  <td className="num" data-label={t("once")}>
                    <Once cents={choice.onceCents} />
                  </td>
                  <td className="num" data-label={t("breakEven")}>
                    <BreakEven kind={item.kind} month={choice.breakEvenMonth} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1">
      <h2 className="text-xs font-semibold text-muted">{title}</h2>
      {children}
    </section>
  );
}

function Way({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="link inline-flex min-h-6 items-center gap-1">
      {children}
      <Icon of={ArrowRight} className="size-4" />
    </Link>
  );
}
