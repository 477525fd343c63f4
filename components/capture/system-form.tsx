import { useLocale, useTranslations } from "next-intl";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { SelectField, TextField } from "@/components/ui/field";
import type { FigureFields } from "@/lib/domain/system-figures";
import { figureName } from "@/lib/format/figure-names";
import { FormFoot } from "./form-foot";
import { type FormState, fieldProps } from "./form-state";

/** A new system of a customer: what it is called, and how many use it. How it is used in detail is asked on its own page. */
export function SystemForm({
  customerId,
  vendor,
  fields,
  state,
}: {
  customerId: string;
  vendor: string;
  fields: FigureFields;
  state: FormState;
}) {
  const t = useTranslations("capture");
  const locale = useLocale();
  const count = { inputMode: "numeric", maxLength: 9, autoComplete: "off" } as const;
  return (
    <EnhancedForm
      action={`/api/portal/customers/${customerId}/systems`}
      className="card max-w-4xl px-4 py-4"
      aria-label={t("systemForm")}
    >
      <input type="hidden" name="vendor" value={vendor} />
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField
          label={t("systemName")}
          hint={t("systemNameHint")}
          required
          maxLength={200}
          autoComplete="off"
          {...fieldProps(state, "name")}
        />
        <TextField
          label={t("serverKey")}
          hint={t("keyHint")}
          maxLength={200}
          autoComplete="off"
          {...fieldProps(state, "serverKey")}
        />
        <TextField
          label={figureName("installedUsers", locale)}
          hint={t("figureHint")}
          {...count}
          {...fieldProps(state, "benutzer")}
        />
        {fields.lightUsers ? (
          <TextField label={figureName("installedLightUsers", locale)} {...count} {...fieldProps(state, "light")} />
        ) : null}
        {fields.releases.length === 0 ? null : (
          <SelectField
            label={figureName("release", locale)}
            choices={[
              { value: "", label: t("unknown") },
              ...fields.releases.map((release) => ({ value: String(release), label: String(release) })),
            ]}
            {...fieldProps(state, "release")}
          />
        )}
      </div>
      <FormFoot save={t("systemSave")} cancel={t("cancel")} back={`/kunden/${customerId}`} />
    </EnhancedForm>
  );
}
