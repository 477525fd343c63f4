import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { CopyField } from "@/components/ui/copy-field";

/** The link of the invitation that has just been made, to be copied and sent. */
export function HandedLink({ link, email }: { link: string; email: string }) {
  const t = useTranslations("people");
  return (
    <Section id="einladungslink" title={t("linkTitle", { email })}>
      <CopyField
        key={link}
        id="einladungslink-text"
        label={t("linkLabel")}
        value={link}
        copy={t("copy")}
        copied={t("copied")}
      />
      <p className="mt-2 text-xs text-muted">{t("linkHint")}</p>
    </Section>
  );
}
