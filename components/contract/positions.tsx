import { useLocale, useTranslations } from "next-intl";
import { editionText, isArticleNumber } from "@/components/customers/article-words";
import { Money, None } from "@/components/ui/figures";
import { dayText } from "@/lib/format/day";
import type { PositionView } from "@/lib/use-cases/show-contract";

const prices = [
  { name: "monthly", of: "monthlyCents" },
  { name: "yearly", of: "yearlyCents" },
  { name: "oneOff", of: "oneOffCents" },
] as const;

/** What the contract is about, each position with the price that was agreed then. */
export function Positions({ positions }: { positions: readonly PositionView[] }) {
  const t = useTranslations("contract");
  const locale = useLocale();
  if (positions.length === 0) return <p className="px-4 pb-3 text-sm text-muted">{t("positionsNone")}</p>;
  const shown = prices.filter((price) => positions.some((position) => position[price.of] !== null));
  return (
    <div className="scroll-x">
      <table className="tbl tbl-cards">
        <caption className="sr-only">{t("positions")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("article")}</th>
            <th scope="col" className="num">
              {t("quantity")}
            </th>
            <th scope="col">{t("positionPeriod")}</th>
            {shown.map((price) => (
              <th key={price.name} scope="col" className="num">
                {t(price.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {positions.map((position) => (
            <tr key={position.id}>
              <th scope="row">
                {position.articleName}
                <span className="block text-xs font-normal text-muted">
                  {[
                    isArticleNumber(position.sku) ? position.sku : null,
                    position.profile,
                    position.users === null ? null : t("users", { count: position.users }),
                    position.edition === null
                      ? null
                      : t("edition", { edition: editionText(position.edition, locale, t("undated")) }),
                  ]
                    .filter((part) => part !== null)
                    .join(" · ")}
                </span>
              </th>
              <td className="num" data-label={t("quantity")}>
                {position.quantity}
              </td>
              <td data-label={t("positionPeriod")}>
                {position.toOn === null
                  ? t("since", { from: dayText(position.fromOn, locale) })
                  : t("fromTo", { from: dayText(position.fromOn, locale), to: dayText(position.toOn, locale) })}
              </td>
              {shown.map((price) => (
                <td key={price.name} className="num" data-label={t(price.name)}>
                  {position[price.of] === null ? <None /> : <Money cents={position[price.of]} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
