import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { TextField } from "@/components/ui/field";

export function ResellerForm() {
  const t = useTranslations("platform");
  return (
    <EnhancedForm action="/api/portal/resellers" aria-label={t("createTitle")}>
      <input type="hidden" name="act" value="create" />
      <input type="hidden" name="weiter" value="/plattform?getan=created" />
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField id="reseller-name" name="name" label={t("name")} autoComplete="off" required maxLength={120} />
        <TextField
          id="reseller-admin-name"
          name="adminName"
          label={t("adminName")}
          autoComplete="off"
          required
          maxLength={120}
        />
        <TextField
          id="reseller-admin-email"
          name="adminEmail"
          type="email"
          label={t("adminEmail")}
          autoComplete="off"
          required
          maxLength={254}
        />
      </div>
      <Button type="submit" look="primary" className="mt-3">
        {t("create")}
      </Button>
    </EnhancedForm>
  );
}
