import { useLocale, useTranslations } from "next-intl";
import type { Up2DateRules } from "@/lib/domain/up2date-rules";
import { number } from "@/lib/format/money";

/** Maintenance by years and upgrades by release, as percentages of the system's list price; and when it may be sold. */
export function Up2DateTables({ rules }: { rules: Up2DateRules }) {
  const t = useTranslations("priceLists");
  const locale = useLocale();
  const percent = (basisPoints: number) => `${number(basisPoints / 100, locale)} %`;
  return (
    <div className="flex flex-col gap-4">
      <table className="tbl tbl-cards">
        <caption className="px-4 text-left text-sm font-medium">{t("up2date.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("up2date.term")}</th>
            <th scope="col" className="num">
              {t("up2date.perYear")}
            </th>
            <th scope="col" className="num">
              {t("up2date.total")}
            </th>
            <th scope="col">{t("source")}</th>
          </tr>
        </thead>
        <tbody>
          {rules.terms.map(({ sku, years, basisPointsPerYear, clause }) => (
            <tr key={sku}>
              <th scope="row">
                {t("up2date.years", { years })}
                <span className="block text-xs font-normal text-muted">{sku}</span>
              </th>
              <td className="num" data-label={t("up2date.perYear")}>
                {percent(basisPointsPerYear)}
              </td>
              <td className="num" data-label={t("up2date.total")}>
                {percent(basisPointsPerYear * years)}
              </td>
              <td className="text-xs text-muted" data-label={t("source")}>
                <span>{clause}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="tbl tbl-cards">
        <caption className="px-4 text-left text-sm font-medium">{t("up2date.upgradeCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("up2date.release")}</th>
            <th scope="col" className="num">
              {t("up2date.ofTarget")}
            </th>
            <th scope="col">{t("source")}</th>
          </tr>
        </thead>
        <tbody>
          {rules.oneTimeUpgrades.map(({ sku, fromRelease, basisPoints, clause }) => (
            <tr key={sku}>
              <th scope="row">
                {t("up2date.fromRelease", { release: fromRelease })}
                <span className="block text-xs font-normal text-muted">{sku}</span>
              </th>
              <td className="num" data-label={t("up2date.ofTarget")}>
                {percent(basisPoints)}
              </td>
              <td className="text-xs text-muted" data-label={t("source")}>
                <span>{clause}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="flex flex-col gap-1 px-4 pb-3 text-sm">
        {[
          { text: t("up2date.start", { months: rules.start.latestMonthsAfterInvoice }), clause: rules.start.clause },
          { text: t("up2date.end"), clause: rules.end.clause },
          { text: t("up2date.window", { months: rules.renewal.monthsLeftAtMost }), clause: rules.renewal.clause },
          { text: t("up2date.additional"), clause: rules.additional.clause },
        ].map(({ text, clause }) => (
          <li key={text}>
            {text} <span className="text-xs text-muted">{clause}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
