import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { FaultPage } from "@/components/ui/fault-page";

/** The same words for what is not there and for what is not the viewer's: the page must not tell the two apart. */
export function NotFoundPage() {
  const t = useTranslations("notFound");
  return (
    <FaultPage code="404" title={t("title")} actions={<LinkButton href="/">{t("home")}</LinkButton>}>
      <p>{t("why")}</p>
    </FaultPage>
  );
}
