import Link from "next/link";
import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/figures";
import type { SavingsPage } from "@/lib/use-cases/list-savings";
import { SavingKindLabel } from "./kind-label";
import { type SavingsAddress, savingsHref } from "./savings-address";

/** What each kind comes to; each leads to its own list, and the one that is chosen back to all. */
export function KindTotals({ totals, address }: { totals: SavingsPage["totals"]; address: SavingsAddress }) {
  const t = useTranslations("savings");
  return (
    <div className="card scroll-x relative">
      <table className="tbl rows">
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
          {totals.byKind.map(({ kind, count, yearlyCents, onceCents }) => {
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
                <td className="num">{count}</td>
                <td className="num">
                  <Money cents={yearlyCents} />
                </td>
                <td className="num">
                  <Money cents={onceCents} />
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("keptTotal")}</th>
            <td className="num">{totals.kept.count}</td>
            <td className="num">
              <Money cents={totals.kept.yearlyCents} className="font-semibold" />
            </td>
            <td className="num">
              <Money cents={totals.kept.onceCents} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
