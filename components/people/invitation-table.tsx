import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { None } from "@/components/ui/figures";
import { Moment } from "@/components/ui/moment";
import type { InvitationItem } from "@/lib/use-cases/list-people";
import { Sees } from "./people-table";

/** Invitations that can still be taken. */
export function InvitationTable({ invitations }: { invitations: readonly InvitationItem[] }) {
  const t = useTranslations("people");
  const roles = useTranslations("roles");
  if (invitations.length === 0) return <p className="px-4 pb-3 text-sm text-muted">{t("noInvitations")}</p>;
  return (
    <table className="tbl tbl-cards">
      <caption className="sr-only">{t("invitationsCaption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("role")}</th>
          <th scope="col">{t("sees")}</th>
          <th scope="col">{t("invitedBy")}</th>
          <th scope="col">{t("validUntil")}</th>
          <th scope="col">{t("acts")}</th>
        </tr>
      </thead>
      <tbody>
        {invitations.map(({ invitationId, name, email, role, customers, invitedByName, expiresAt }) => (
          <tr key={invitationId}>
            <th scope="row">
              <span className="block font-medium">{name}</span>
              <span className="block text-xs font-normal break-all text-muted">{email}</span>
            </th>
            <td data-label={t("role")}>{roles(role)}</td>
            <td data-label={t("sees")}>
              <Sees customers={customers} />
            </td>
            <td data-label={t("invitedBy")}>{invitedByName ?? <None />}</td>
            <td data-label={t("validUntil")}>
              <Moment at={expiresAt} />
            </td>
            <td className="max-md:pt-2!">
              <EnhancedForm
                action={`/api/portal/invitations/${invitationId}`}
                aria-label={t("withdrawNamed", { email })}
              >
                <input type="hidden" name="act" value="withdraw" />
                <input type="hidden" name="weiter" value="/benutzer?getan=withdrawn" />
                <Button type="submit" aria-label={t("withdrawNamed", { email })}>
                  {t("withdraw")}
                </Button>
              </EnhancedForm>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
