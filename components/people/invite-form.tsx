import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { TextField } from "@/components/ui/field";
import { RoleFields } from "./role-fields";

/** Invites somebody by a link that is used once. */
export function InviteForm() {
  const t = useTranslations("people");
  return (
    <EnhancedForm action="/api/portal/people" aria-label={t("inviteForm")}>
      <input type="hidden" name="weiter" value="/benutzer?getan=invited" />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField id="invite-name" name="name" label={t("name")} autoComplete="off" required maxLength={120} />
        <TextField
          id="invite-email"
          name="email"
          type="email"
          label={t("email")}
          autoComplete="off"
          required
          maxLength={254}
        />
        <RoleFields stem="invite" />
      </div>
      <Button type="submit" look="primary" className="mt-3">
        {t("invite")}
      </Button>
    </EnhancedForm>
  );
}
