import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { TextField } from "@/components/ui/field";
import { apiScopes } from "@/lib/domain/api-scopes";

/** Makes a key of the public API. */
export function ApiKeyForm() {
  const t = useTranslations("apiKeys");
  return (
    <EnhancedForm action="/api/portal/api-keys" aria-label={t("form")}>
      <input type="hidden" name="weiter" value="/api-schluessel?getan=created" />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          id="api-key-name"
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          autoComplete="off"
          required
          maxLength={80}
        />
        <fieldset className="flex flex-col gap-1">
          <legend className="text-sm font-medium">{t("scopes")}</legend>
          {apiScopes.map((scope) => (
            <label key={scope} className="flex min-h-8 items-center gap-2 text-sm">
              <input type="checkbox" name="scopes" value={scope} defaultChecked={scope === "read"} />
              <span>{t(`scope.${scope}`)}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <Button type="submit" look="primary" className="mt-3">
        {t("create")}
      </Button>
    </EnhancedForm>
  );
}
