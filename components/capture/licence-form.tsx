import { useTranslations } from "next-intl";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { DayField, SelectField, TextField } from "@/components/ui/field";
import type { CaptureForm } from "@/lib/use-cases/show-capture-form";
import { AmountFields } from "./amount-fields";
import { useArticleOptions } from "./article-options";
import { FormFoot } from "./form-foot";
import { type FormState, fieldProps } from "./form-state";

/** A purchase of a licence; the licence itself is made with its first one. */
export function LicenceForm({
  form,
  state,
  keyOf,
}: {
  form: CaptureForm;
  state: FormState;
  keyOf: (choice: CaptureForm["choices"][number]) => string;
}) {
  const t = useTranslations("capture");
  const { system } = form;
  const options = useArticleOptions(form, keyOf);
  return (
    <EnhancedForm
      action={`/api/portal/systems/${system.id}/licences`}
      className="card max-w-4xl px-4 py-4"
      aria-label={t("licenceForm")}
    >
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        <SelectField
          label={t("article")}
          choices={options}
          required
          className="sm:col-span-2"
          {...fieldProps(state, "article")}
        />
        <DayField label={t("purchasedOn")} required {...fieldProps(state, "purchasedOn")} />
        <AmountFields form={form} state={state} />
        <TextField
          label={t("paid")}
          hint={t("paidHint")}
          inputMode="decimal"
          maxLength={20}
          autoComplete="off"
          {...fieldProps(state, "amount")}
        />
        <TextField label={t("order")} maxLength={100} autoComplete="off" {...fieldProps(state, "orderReference")} />
        <TextField
          label={t("licenceKey")}
          hint={t("keyHint")}
          maxLength={200}
          autoComplete="off"
          {...fieldProps(state, "licenceKey")}
        />
      </div>
      <FormFoot save={t("licenceSave")} cancel={t("cancel")} back={`/anlagen/${system.id}`} />
    </EnhancedForm>
  );
}
