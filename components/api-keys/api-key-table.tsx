import { CircleCheck, CircleSlash } from "lucide";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { Moment } from "@/components/ui/moment";
import type { ApiKeyItem } from "@/lib/use-cases/list-api-keys";

/** The reseller's keys, those that work first. */
export function ApiKeyTable({ keys }: { keys: readonly ApiKeyItem[] }) {
  const t = useTranslations("apiKeys");
  if (keys.length === 0) return <p className="px-4 pb-3 text-sm text-muted">{t("none")}</p>;
  return (
    <table className="tbl tbl-cards">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("scopes")}</th>
          <th scope="col">{t("made")}</th>
          <th scope="col">{t("lastUsed")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("acts")}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <th scope="row">
              <span className="block font-medium">{key.name}</span>
              <span className="block font-mono text-xs font-normal text-muted">{key.prefix}…</span>
            </th>
            <td data-label={t("scopes")}>{key.scopes.map((scope) => t(`scopeShort.${scope}`)).join(", ")}</td>
            <td data-label={t("made")}>
              <Moment at={key.createdAt.toISOString()} /> <span className="text-muted">{key.createdByName}</span>
            </td>
            <td data-label={t("lastUsed")}>
              {key.lastUsedAt === null ? (
                <span className="text-muted">{t("never")}</span>
              ) : (
                <Moment at={key.lastUsedAt.toISOString()} />
              )}
            </td>
            <td data-label={t("state")}>
              {key.revokedAt === null ? (
                <Badge tone="done" icon={CircleCheck}>
                  {t("works")}
                </Badge>
              ) : (
                <Badge icon={CircleSlash}>{t("revoked", { name: key.revokedByName ?? "" })}</Badge>
              )}
            </td>
            <td className="max-md:pt-2!">
              {key.revokedAt === null ? (
                <EnhancedForm
                  action={`/api/portal/api-keys/${key.id}`}
                  aria-label={t("revokeNamed", { name: key.name })}
                >
                  <input type="hidden" name="act" value="revoke" />
                  <input type="hidden" name="weiter" value="/api-schluessel?getan=revoked" />
                  <Button type="submit" aria-label={t("revokeNamed", { name: key.name })}>
                    {t("revoke")}
                  </Button>
                </EnhancedForm>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
