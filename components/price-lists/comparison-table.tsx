import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { None } from "@/components/ui/figures";
import type { PriceListDocument } from "@/lib/domain/catalog";
import type { EditionChange } from "@/lib/domain/edition-comparison";
import { fineEuro } from "@/lib/format/money";
import { conditionText } from "./condition-text";
import { policyText } from "./policy-text";

const tones = { changed: "soon", new: "done", gone: "due" } as const;

/** What differs between two editions, with both texts and, for amounts, the difference. */
export function ComparisonTable({
  before,
  after,
  changes,
}: {
  before: PriceListDocument;
  after: PriceListDocument;
  changes: readonly EditionChange[];
}) {
  const t = useTranslations("priceLists");
  const locale = useLocale();
  return (
    <div className="scroll-x relative">
      <table className="tbl tbl-cards">
        <caption className="sr-only">{t("compare.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("compare.what")}</th>
            <th scope="col">{t("compare.kind")}</th>
            <th scope="col" className="num">
              {t("compare.before")}
            </th>
            <th scope="col" className="num">
              {t("compare.after")}
            </th>
            <th scope="col" className="num">
              {t("compare.difference")}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.what} ${change.id}`}>
              <th scope="row">
                {change.name}
                <span className="block text-xs font-normal text-muted">
                  {t(`compare.of.${change.what}`)} · {change.place}
                </span>
              </th>
              <td>
                <Badge tone={tones[change.kind]}>{t(`compare.${change.kind}`)}</Badge>
              </td>
              <td className="num" data-label={t("compare.before")}>
                {change.before === null ? <None /> : <Side list={before} change={change} text={change.before} />}
              </td>
              <td className="num" data-label={t("compare.after")}>
                {change.after === null ? <None /> : <Side list={after} change={change} text={change.after} />}
              </td>
              <td className="num" data-label={t("compare.difference")}>
                {change.differenceMicroEuros === null ? (
                  <None />
                ) : (
                  `${change.differenceMicroEuros > 0 ? "+" : ""}${fineEuro(change.differenceMicroEuros, locale)}`
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One edition's side: rules and conditions in words, everything else as it stands there. */
function Side({ list, change, text }: { list: PriceListDocument; change: EditionChange; text: string }) {
  const t = useTranslations("priceLists");
  const rule = useTranslations("contract");
  const locale = useLocale();
  if (change.what === "condition") {
    const condition = list.conditions.find(({ id }) => id === change.id);
    if (condition !== undefined) return <span>{conditionText(t, list, condition, locale)}</span>;
  }
  if (change.what === "policy") {
    const policy = list.policies.find(({ id }) => id === change.id);
    if (policy !== undefined) return <span>{policyText(t, rule, policy)}</span>;
  }
  return <span>{text}</span>;
}
