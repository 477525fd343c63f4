import Link from "next/link";
import { useTranslations } from "next-intl";
import type { PriceListDocument } from "@/lib/domain/catalog";
import { listHref } from "./addresses";
import { EditionText, ResaleMark } from "./edition-text";

/** The documents, one row for each; the whole row leads to it. */
export function OverviewTable({ lists }: { lists: readonly PriceListDocument[] }) {
  const t = useTranslations("priceLists");
  return (
    <div className="scroll-x relative">
      <table className="tbl tbl-cards rows">
        <caption className="sr-only">{t("overviewCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("product")}</th>
            <th scope="col">{t("vendor")}</th>
            <th scope="col">{t("edition")}</th>
            <th scope="col">{t("resale")}</th>
            <th scope="col" className="num">
              {t("articles")}
            </th>
            <th scope="col" className="num">
              {t("figures")}
            </th>
            <th scope="col" className="num">
              {t("readings")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lists.map((list) => (
            <tr key={list.vendor} className="linked-row">
              <th scope="row">
                <Link href={listHref(list)} prefetch={false} className="row-link font-medium" data-queue-link>
                  {list.productName}
                </Link>
                <span className="block text-xs font-normal text-muted">{list.document.title}</span>
              </th>
              <td className="max-md:hidden">{list.vendorName}</td>
              <td data-label={t("edition")}>
                <EditionText edition={list.edition} />
              </td>
              <td className="max-md:pt-1!">
                <ResaleMark resale={list.resale} />
              </td>
              <td className="num" data-label={t("articles")}>
                {list.articles.length}
              </td>
              <td className="num max-md:hidden">{list.printed.reduce((sum, { cells }) => sum + cells.length, 0)}</td>
              <td className="num" data-label={t("readings")}>
                {list.readings.length}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
