import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { TextField } from "@/components/ui/field";
import { Moment } from "@/components/ui/moment";
import { instantDayText } from "@/lib/format/instant";
import type { ResellerItem } from "@/lib/use-cases/list-resellers";

/** All resellers and whether somebody administers them. */
export function ResellerTable({ resellers }: { resellers: readonly ResellerItem[] }) {
  const t = useTranslations("platform");
  const locale = useLocale();
  const stateOf = ({ admins, invited }: ResellerItem) => {
    if (admins > 0) return t("admins", { count: admins });
    if (invited === null) return t("abandoned");
    const until = instantDayText(invited.expiresAt, locale);
    return t("invited", { email: invited.email, until });
  };
  return (
    <table className="tbl tbl-cards">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("reseller")}</th>
          <th scope="col">{t("createdAt")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("acts")}</th>
        </tr>
      </thead>
      <tbody>
        {resellers.map((reseller) => (
          <tr key={reseller.id}>
            <th scope="row" className="font-medium">
              {reseller.name}
            </th>
            <td data-label={t("createdAt")}>
              <Moment at={reseller.createdAt} />
            </td>
            <td data-label={t("state")}>{stateOf(reseller)}</td>
            <td className="max-md:pt-2!">{reseller.admins > 0 ? null : <InviteAgain reseller={reseller} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function InviteAgain({ reseller: { id, name } }: { reseller: ResellerItem }) {
  const t = useTranslations("platform");
  return (
    <Disclosure label={t("again")}>
      <EnhancedForm
        action="/api/portal/resellers"
        aria-label={t("againForm", { name })}
        className="flex max-w-sm flex-col gap-3"
      >
        <input type="hidden" name="act" value="invite-admin" />
        <input type="hidden" name="resellerId" value={id} />
        <input type="hidden" name="weiter" value="/plattform?getan=invited" />
        <TextField
          id={`again-name-${id}`}
          name="adminName"
          label={t("adminName")}
          autoComplete="off"
          required
          maxLength={120}
        />
        <TextField
          id={`again-email-${id}`}
          name="adminEmail"
          type="email"
          label={t("adminEmail")}
          autoComplete="off"
          required
          maxLength={254}
        />
        <Button type="submit" look="primary">
          {t("invite")}
        </Button>
      </EnhancedForm>
    </Disclosure>
  );
}
