import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { None } from "@/components/ui/figures";
import { Moment } from "@/components/ui/moment";
import { number } from "@/lib/format/money";
import type { ImportItem } from "@/lib/use-cases/list-imports";
import { StateBadge } from "./state-badge";

/** Earlier imports, the newest first; the whole row leads to the import. */
export function ImportTable({ items }: { items: readonly ImportItem[] }) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const figure = (value: number | undefined) => (value === undefined ? <None /> : number(value, locale));
  return (
    <div className="scroll-x relative">
      <table className="tbl tbl-cards">
        <caption className="sr-only">{t("listTitle")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("fileName")}</th>
            <th scope="col">{t("stateHead")}</th>
            <th scope="col" className="num">
              {t("counts.new")}
            </th>
            <th scope="col" className="num">
              {t("counts.changed")}
            </th>
            <th scope="col" className="num">
              {t("counts.rejected")}
            </th>
            <th scope="col">{t("uploaded")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} className="linked-row">
              <th scope="row">
                <Link href={`/import/${item.id}`} prefetch={false} className="row-link font-medium break-all">
                  {item.fileName}
                </Link>
              </th>
              <td data-label={t("stateHead")}>
                <StateBadge state={item.state} />
              </td>
              <td className="num" data-label={t("counts.new")}>
                {figure(item.counts?.new)}
              </td>
              <td className="num" data-label={t("counts.changed")}>
                {figure(item.counts?.changed)}
              </td>
              <td className="num" data-label={t("counts.rejected")}>
                {figure(item.counts?.rejected)}
              </td>
              <td data-label={t("uploaded")} className="text-xs text-muted">
                {item.createdByName}, <Moment at={item.createdAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
