import { useLocale, useTranslations } from "next-intl";
import type { Fee, PriceListDocument } from "@/lib/domain/catalog";
import { anchorOf } from "@/lib/domain/price-list-entries";
import { amountOf, cellOf } from "@/lib/domain/printed-tables";
import { fineEuro } from "@/lib/format/money";

/** Prices that no contract carries: invoices on paper, returned debits, work by the hour. */
export function FeeTable({ list, fees }: { list: PriceListDocument; fees: readonly Fee[] }) {
  const t = useTranslations("priceLists");
  const locale = useLocale();
  return (
    <table className="tbl tbl-cards">
      <caption className="sr-only">{t("section.fees")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("service")}</th>
          <th scope="col">{t("unit")}</th>
          <th scope="col" className="num">
            {t("priceNet")}
          </th>
          <th scope="col">{t("source")}</th>
        </tr>
      </thead>
      <tbody>
        {fees.map(({ id, name, per, clause, cell }) => {
          const printed = cellOf(list, cell);
          const amount = amountOf(printed);
          return (
            <tr key={id} id={anchorOf("fee", id)} className="target:bg-accent-ground">
              <th scope="row">{name[locale]}</th>
              <td data-label={t("unit")}>{per[locale]}</td>
              <td className="num" data-label={t("priceNet")}>
                <a href={`#${anchorOf("figure", cell)}`} className="link">
                  {amount === null ? printed.text : fineEuro(amount, locale)}
                </a>
              </td>
              <td className="text-xs text-muted" data-label={t("source")}>
                <span>{clause}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
