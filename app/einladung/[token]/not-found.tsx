import { useTranslations } from "next-intl";
import { Door } from "@/components/shell/door";
import { LinkButton } from "@/components/ui/button";

/** The same for a link that never was, was used, was withdrawn or has run out. */
export default function InvitationGone() {
  const t = useTranslations("invitation");
  return (
    <Door title={t("goneTitle")}>
      <p className="text-sm text-muted">{t("gone")}</p>
      <div>
        <LinkButton href="/anmelden">{t("toSignIn")}</LinkButton>
      </div>
    </Door>
  );
}
