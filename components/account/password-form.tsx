import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { TextField } from "@/components/ui/field";

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("account");
  return (
    <EnhancedForm
      action="/api/portal/account/password"
      aria-label={t("passwordTitle")}
      className="flex max-w-md flex-col gap-3"
    >
      <input type="hidden" name="weiter" value="/konto?getan=password" />
      {/* Tells a password keeper whose password this is. */}
      <input type="email" autoComplete="username" defaultValue={email} readOnly hidden aria-hidden tabIndex={-1} />
      <TextField
        id="password-present"
        name="present"
        type="password"
        autoComplete="current-password"
        label={t("present")}
        required
      />
      <TextField
        id="password-next"
        name="next"
        type="password"
        autoComplete="new-password"
        label={t("next")}
        hint={t("nextHint")}
        minLength={12}
        required
      />
      <TextField
        id="password-repeated"
        name="repeated"
        type="password"
        autoComplete="new-password"
        label={t("repeated")}
        required
      />
      <p className="text-xs text-muted">{t("passwordNote")}</p>
      <div>
        <Button type="submit" look="primary">
          {t("changePassword")}
        </Button>
      </div>
    </EnhancedForm>
  );
}
