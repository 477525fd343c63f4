import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { TextField } from "@/components/ui/field";

/** Takes an invitation as somebody new. */
export function AcceptForm({ token, name, email, here }: { token: string; name: string; email: string; here: string }) {
  const t = useTranslations("invitation");
  return (
    <EnhancedForm
      action="/api/portal/invitations/accept"
      aria-label={t("newHere")}
      className="flex flex-col gap-3"
      reload
    >
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="weiter" value="/" />
      <input type="hidden" name="zurueck" value={here} />
      {/* Tells a password keeper whose password this is. */}
      <input type="email" autoComplete="username" defaultValue={email} readOnly hidden aria-hidden tabIndex={-1} />
      <TextField
        id="accept-name"
        name="name"
        label={t("name")}
        autoComplete="name"
        defaultValue={name}
        required
        maxLength={120}
      />
      <TextField
        id="accept-password"
        name="password"
        type="password"
        label={t("password")}
        hint={t("passwordHint")}
        autoComplete="new-password"
        minLength={12}
        required
      />
      <TextField
        id="accept-repeated"
        name="repeated"
        type="password"
        label={t("repeated")}
        autoComplete="new-password"
        required
      />
      <Button type="submit" look="primary">
        {t("accept")}
      </Button>
    </EnhancedForm>
  );
}
