import { useTranslations } from "next-intl";
import { None } from "@/components/ui/figures";
import type { PriceListDocument } from "@/lib/domain/catalog";
import type { PrerequisiteRules } from "@/lib/domain/prerequisites-rules";
import { anchorOf } from "@/lib/domain/price-list-entries";

type Licence = PrerequisiteRules["licences"][number];

/** Which licence runs on which server and what it needs there. */
export function RequirementTable({ rules, licences }: { rules: PrerequisiteRules; licences: readonly Licence[] }) {
  const t = useTranslations("priceLists");
  const name = nameIn(rules);
  return (
    <table className="tbl tbl-cards">
      <caption className="px-4 pt-2 pb-1 text-left text-sm font-medium">{t("requirement.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("article")}</th>
          <th scope="col">{t("requirement.runsOn")}</th>
          <th scope="col">{t("requirement.needs")}</th>
          <th scope="col">{t("source")}</th>
        </tr>
      </thead>
      <tbody>
        {licences.map(({ sku, name: title, servers, needs, clause }) => {
          const upgrade = rules.upgrades.find((each) => each.sku === sku);
          return (
            <tr key={sku} id={anchorOf("requirement", sku)} className="target:bg-accent-ground">
              <th scope="row">
                {title}
                <span className="block text-xs font-normal text-muted">{sku}</span>
              </th>
              <td data-label={t("requirement.runsOn")}>
                {servers.length === 0 ? <None /> : servers.map(name).join(", ")}
              </td>
              <td data-label={t("requirement.needs")}>
                {needs.length === 0 && upgrade === undefined ? <None /> : null}
                <ul className="flex flex-col gap-0.5">
                  {upgrade === undefined ? null : (
                    <li>{t("requirement.upgrade", { from: name(upgrade.from), to: name(upgrade.to) })}</li>
                  )}
                  {needs.map((need) => (
                    <li key={JSON.stringify(need)}>
                      {t(`requirement.${need.kind}`, {
                        count: need.quantity,
                        articles: need.anyOf.map(name).join(t("requirement.or")),
                      })}
                      {need.when === undefined ? null : (
                        <span className="text-muted">
                          {" "}
                          ({need.when.map((flag) => t(`usage.${flag as UsageFlag}`)).join(t("requirement.or"))})
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
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

type UsageFlag = "faxInClient" | "voicemailInClient" | "voicemailSms" | "voicemailInMobileApp";
type UsageCount = "dataSources" | "ldapDataSources";

/** What each server allows at most, leaves out, and brings along. */
export function ServerLimits({ rules }: { rules: PrerequisiteRules }) {
  const t = useTranslations("priceLists");
  const name = nameIn(rules);
  return (
    <div className="flex flex-col gap-4 text-sm">
      {rules.servers.map((server) => {
        const lines = [
          ...rules.inclusions
            .filter((inclusion) => inclusion.with === server.sku)
            .map((inclusion) => ({
              text: t("limits.includes", { count: inclusion.quantity, article: name(inclusion.sku) }),
              clause: inclusion.clause,
            })),
          ...server.articleLimits.map((limit) => ({
            text: t(isIncluded(rules, server.sku, limit.sku) ? "limits.articleIncluded" : "limits.article", {
              count: limit.atMost,
              article: name(limit.sku),
            }),
            clause: limit.clause,
          })),
          ...server.usageLimits.map((limit) => ({
            text: [
              t("limits.usage", { count: limit.atMost, usage: t(`usageCount.${limit.usage as UsageCount}`) }),
              ...(limit.more === undefined
                ? []
                : [t("limits.more", { count: limit.more.each, article: name(limit.more.sku) })]),
            ].join(" "),
            clause: limit.clause,
          })),
          ...server.exclusions.map((exclusion) => ({
            text: t("limits.excludes", { articles: exclusion.skus.map(name).join(", ") }),
            clause: exclusion.clause,
          })),
        ];
        return (
          <section key={server.sku} aria-label={name(server.sku)}>
            <h3 className="font-medium">{name(server.sku)}</h3>
            <ul className="mt-1 flex flex-col gap-1">
              {lines.map(({ text, clause }) => (
                <li key={text}>
                  {text} <span className="text-xs text-muted">{clause}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <p>
        {t("limits.atMostOne", { articles: rules.atMostOne.skus.map(name).join(", ") })}{" "}
        <span className="text-xs text-muted">{rules.atMostOne.clause}</span>
      </p>
      {rules.advice.map((advice) => (
        <p key={advice.sku}>
          {t("limits.advice", {
            article: name(advice.sku),
            users: advice.perUsers,
            least: advice.atLeast.quantity,
            with: advice.atLeast.with.map(name).join(t("requirement.or")),
          })}{" "}
          <span className="text-xs text-muted">{advice.clause}</span>
        </p>
      ))}
    </div>
  );
}

function isIncluded({ inclusions }: PrerequisiteRules, server: string, sku: string): boolean {
  return inclusions.some((inclusion) => inclusion.with === server && inclusion.sku === sku);
}

function nameIn(rules: PrerequisiteRules): (sku: string) => string {
  return (sku) => rules.licences.find((licence) => licence.sku === sku)?.name ?? sku;
}

export function requirementsFound(list: PriceListDocument, found: ReadonlySet<string>): Licence[] {
  return (list.prerequisites?.licences ?? []).filter(({ sku }) => found.has(anchorOf("requirement", sku)));
}
