import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { Moment } from "@/components/ui/moment";
import { browserOf } from "@/lib/format/browser";
import { instantText } from "@/lib/format/instant";
import type { SessionItem } from "@/lib/use-cases/show-account";

/** Where one is signed in; each session but the present one can be ended here. */
export function SessionTable({ sessions }: { sessions: readonly SessionItem[] }) {
  const t = useTranslations("account");
  const locale = useLocale();
  const nameOf = ({ userAgent }: SessionItem) => {
    const { browser, system } = browserOf(userAgent);
    const name = browser ?? t("unknownBrowser");
    return system === null ? name : t("browserOn", { browser: name, system });
  };
  return (
    <table className="tbl tbl-cards">
      <caption className="sr-only">{t("sessionsCaption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("browser")}</th>
          <th scope="col">{t("reseller")}</th>
          <th scope="col">{t("signedInAt")}</th>
          <th scope="col">{t("lastSeenAt")}</th>
          <th scope="col">{t("act")}</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => {
          const browser = nameOf(session);
          const at = instantText(session.signedInAt, locale);
          return (
            <tr key={session.sessionId}>
              <th scope="row" className="font-medium">
                {browser}
              </th>
              <td data-label={t("reseller")}>{session.resellerName ?? ""}</td>
              <td data-label={t("signedInAt")}>
                <Moment at={session.signedInAt} />
              </td>
              <td data-label={t("lastSeenAt")}>
                <Moment at={session.lastSeenAt} />
              </td>
              <td className="max-md:pt-2!">
                {session.isPresent ? (
                  <Badge tone="accent">{t("thisSession")}</Badge>
                ) : (
                  <EnhancedForm
                    action={`/api/portal/account/sessions/${session.sessionId}`}
                    aria-label={t("endNamed", { browser, at })}
                  >
                    <input type="hidden" name="act" value="end" />
                    <input type="hidden" name="weiter" value="/konto?getan=session" />
                    <Button type="submit" aria-label={t("endNamed", { browser, at })}>
                      {t("end")}
                    </Button>
                  </EnhancedForm>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
