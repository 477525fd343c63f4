import { Scale } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { ReasonList } from "@/components/ui/reasons";
import type { PriceListDocument } from "@/lib/domain/catalog";
import { anchorOf } from "@/lib/domain/price-list-entries";
import type { TermPolicy } from "@/lib/domain/terms";
import { policyText } from "./policy-text";

/** Term, renewal and notice, for which articles, with where it stands and what is read into it. */
export function PolicyList({ list, policies }: { list: PriceListDocument; policies: readonly TermPolicy[] }) {
  const t = useTranslations("priceLists");
  const rule = useTranslations("contract");
  const locale = useLocale();
  return (
    <ul className="flex flex-col gap-4 text-sm">
      {policies.map((policy) => {
        const articles = list.articles.filter((article) => article.policy === policy.id);
        return (
          <li key={policy.id} id={anchorOf("policy", policy.id)} className="target:bg-accent-ground">
            <p className="font-medium">{policyText(t, rule, policy)}</p>
            {articles.length === 0 ? null : (
              <p className="text-muted">
                {t("policy.holdsFor", {
                  articles: articles.map((article) => article.label?.[locale] ?? article.name).join(", "),
                })}
              </p>
            )}
            <p className="text-xs text-muted">
              {policy.source.document}, {policy.source.clause}
            </p>
            {policy.readings.length === 0 ? null : (
              <div className="mt-1 border-l-2 border-line pl-1">
                <ReasonList reasons={policy.readings.map(({ code, params }) => ({ code, params }))} />
              </div>
            )}
            {policy.statutes.length === 0 ? null : (
              <p className="mt-1">
                <Badge icon={Scale}>
                  {t("policy.statutes", { statutes: policy.statutes.map((each) => t(`statute.${each}`)).join(", ") })}
                </Badge>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
