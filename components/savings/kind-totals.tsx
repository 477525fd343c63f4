import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Money, SampleMark } from "@/components/ui/figures";
import { number } from "@/lib/format/money";
import type { SavingsPage } from "@/lib/use-cases/list-savings";
import { SavingKindLabel } from "./kind-label";
import { type SavingsAddress, savingsHref } from "./savings-address";
import { Once } from "./savings-table";

/** What each kind comes to; each leads to its own list, and the one that is chosen back to all. */
export function KindTotals({ totals, address }: { totals: SavingsPage["totals"]; address: SavingsAddress }) {
  const t = useTranslations("savings");
  return (
    <div className="card scroll-x relative">
      <table className="tbl tbl-cards rows">
        <caption className="sr-only">{t("totalsCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("kind")}</th>
            <th scope="col" className="num">
              {t("count")}
            </th>
            <th scope="col" className="num">
              {t("yearly")}
            </th>
            <th scope="col" className="num">
              {t("once")}
            </th>
          </tr>
        </thead>
        <tbody>
          {totals.byKind.map(({ kind, count, yearlyCents, onceCents, sample }) => {
            const chosen = address.art === kind;
            return (
              <tr key={kind} className="linked-row" data-open={chosen || undefined}>
                <th scope="row">
                  <Link
                    href={savingsHref({ ...address, art: chosen ? undefined : kind, nach: undefined })}
                    prefetch={false}
                    aria-current={chosen ? "true" : undefined}
                    className="row-link font-medium"
                  >
                    <SavingKindLabel kind={kind} />
                  </Link>
                  {kind === "maintenance-lapse" ? (
                    <span className="block text-xs font-normal text-muted">{t("lapseApart")}</span>
                  ) : null}
                </th>
                <Sums count={count} yearlyCents={yearlyCents} onceCents={onceCents} sample={sample} />
              </tr>
            );
          })}
          <tr>
            <th scope="row">{t("keptTotal", { kind: t("kinds.maintenance-lapse") })}</th>
            <Sums {...totals.kept} strong />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Sums({
  count,
  yearlyCents,
  onceCents,
  sample,
  strong = false,
}: SavingsPage["totals"]["kept"] & { strong?: boolean }) {
  const t = useTranslations("savings");
  const locale = useLocale();
  return (
    <>
      <td className="num" data-label={t("count")}>
        {number(count, locale)}
      </td>
      <td className="num" data-label={t("yearly")}>
        <span className="flex flex-col items-end">
          <Money cents={yearlyCents} className={strong ? "font-semibold" : ""} />
          {sample ? <SampleMark /> : null}
        </span>
      </td>
      <td className="num" data-label={t("once")}>
        <Once cents={onceCents} />
      </td>
    </>
  );
}
