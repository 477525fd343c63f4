import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";

/** Takes an invitation with the account that is signed in; with another one it says whose it is and offers to sign out. */
export function JoinForm({
  token,
  here,
  email,
  viewer,
}: {
  token: string;
  here: string;
  email: string;
  viewer: { readonly name: string; readonly email: string };
}) {
  const t = useTranslations("invitation");
  if (viewer.email !== email) {
    return (
      <form method="post" action="/api/portal/sign-out" className="flex flex-col items-start gap-3">
        <input type="hidden" name="weiter" value={here} />
        <p className="text-sm">{t("another", { present: viewer.email, email })}</p>
        <Button type="submit" look="primary">
          {t("signOut")}
        </Button>
      </form>
    );
  }
  return (
    <EnhancedForm
      action="/api/portal/invitations/join"
      aria-label={t("join")}
      className="flex flex-col items-start gap-3"
      reload
    >
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="weiter" value="/" />
      <input type="hidden" name="zurueck" value={here} />
      <p className="text-sm">{t("signedInAs", { name: viewer.name })}</p>
      <Button type="submit" look="primary">
        {t("join")}
      </Button>
    </EnhancedForm>
  );
}
