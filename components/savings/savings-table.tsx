import { ChevronRight } from "lucide";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { DayText, Money, None, SampleMark } from "@/components/ui/figures";
import { Icon } from "@/components/ui/icon";
import type { SavingEffect, SavingItem } from "@/lib/use-cases/list-savings";
import { changeText } from "./change-text";
import { SavingKindLabel } from "./kind-label";

const COLUMNS = 7;

/** What could be had for less, one row for each change; the open one carries its explanation. */
export function SavingsTable({
  items,
  openKey,
  panel,
  hrefOf,
}: {
  items: readonly SavingItem[];
  openKey: string | null;
  panel: ReactNode;
  /** Where a row leads: to itself opened, or closed if it is open. */
  hrefOf: (key: string | null) => string;
}) {
  const t = useTranslations("savings");
  return (
    <table className="tbl tbl-cards rows">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col" className="md:w-[28%]">
            {t("what")}
          </th>
          <th scope="col">{t("customer")}</th>
          <th scope="col" className="num">
            {t("yearly")}
          </th>
          <th scope="col" className="num">
            {t("once")}
          </th>
          <th scope="col" className="num">
            {t("breakEven")}
          </th>
          <th scope="col">{t("effect")}</th>
          <th scope="col">{t("clerk")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const open = item.key === openKey;
          return (
            <Fragment key={item.key}>
              <Row item={item} open={open} href={hrefOf(open ? null : item.key)} />
              {open ? (
                <tr className="queue-panel">
                  <td colSpan={COLUMNS}>{panel}</td>
                </tr>
              ) : null}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function Row({ item, open, href }: { item: SavingItem; open: boolean; href: string }) {
  const t = useTranslations("savings");
  const locale = useLocale();
  const change = changeText(t, locale, item.kind, item.explanation);
  return (
    <tr id={`s-${item.key}`} className="linked-row" data-open={open || undefined}>
      <th scope="row">
        <Link
          href={href}
          scroll={false}
          prefetch={false}
          data-queue-link
          aria-expanded={open}
          aria-label={`${t(`kinds.${item.kind}`)}, ${change} ${item.customerName}`}
          className="row-link font-medium"
        >
          <SavingKindLabel kind={item.kind} />
          <Icon
            of={ChevronRight}
            className={`size-4 text-muted transition-transform duration-100 ${open ? "rotate-90" : ""}`}
          />
        </Link>
        <span className="block font-normal text-muted">{change}</span>
      </th>
      <td className="max-md:text-muted">
        {item.customerName}
        <span className="block text-muted">
          {item.customerNumber} · {item.systemName}
        </span>
      </td>
      <td className="num" data-label={t("yearly")}>
        <span className="flex flex-col items-end">
          <Money cents={item.yearlyCents} className="font-semibold" />
          {item.sample ? <SampleMark /> : null}
        </span>
      </td>
      <td className="num" data-label={t("once")}>
        <Once cents={item.onceCents} />
      </td>
      <td className="num" data-label={t("breakEven")}>
        <BreakEven kind={item.kind} month={item.breakEvenMonth} />
      </td>
      <td data-label={t("effect")}>
        <Effect effect={item.effect} />
      </td>
      <td className="whitespace-nowrap max-md:hidden">{item.clerkName ?? <None label={t("noClerk")} />}</td>
    </tr>
  );
}

export function Once({ cents }: { cents: number }) {
  const t = useTranslations("savings");
  return cents === 0 ? <None label={t("costsNothing")} /> : <Money cents={cents} />;
}

/** From which month the change has paid; for maintenance that lapses, from which month the way back is the cheaper one. */
export function BreakEven({ kind, month }: { kind: SavingItem["kind"]; month: number | null }) {
  const t = useTranslations("savings");
  if (month === null) return <span className="text-muted">{t("atOnce")}</span>;
  if (kind === "maintenance-lapse") return <span>{t("backFrom", { month })}</span>;
  return <span className="whitespace-nowrap">{t("month", { month })}</span>;
}

export function Effect({ effect }: { effect: SavingEffect }) {
  const t = useTranslations("savings");
  switch (effect.kind) {
    case "on-order":
      return <span className="text-muted">{t("onOrder")}</span>;
    case "unknown":
      return <span className="text-xs text-muted">{t("effectUnknown")}</span>;
    case "at-renewal":
      return <DayText day={effect.startsOn} />;
    case "after-notice":
      return (
        <span className="flex flex-col max-md:items-end">
          <DayText day={effect.startsOn} />
          {effect.sendByOn === null ? null : (
            <span className="text-xs text-muted">
              {t.rich("sendBy", { day: () => <DayText day={effect.sendByOn} /> })}
            </span>
          )}
        </span>
      );
  }
}
