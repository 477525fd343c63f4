import { useTranslations } from "next-intl";
import { LivePreview } from "@/components/system/live-preview";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { DayField, SelectField, TextField } from "@/components/ui/field";
import type { CaptureForm } from "@/lib/use-cases/show-capture-form";
import { AmountFields } from "./amount-fields";
import { useArticleOptions } from "./article-options";
import { FormFoot } from "./form-foot";
import { type FormState, fieldProps } from "./form-state";
import { landChoices } from "./land-choices";

/** A contract with its position. The first button shows what it would come to and saves nothing. */
export function ContractForm({
  form,
  state,
  keyOf,
}: {
  form: CaptureForm;
  state: FormState;
  keyOf: (choice: CaptureForm["choices"][number]) => string;
}) {
  const t = useTranslations("capture");
  const { system, customer, brokered, hasUpkeep } = form;
  const options = useArticleOptions(form, keyOf);
  const byList = { value: "", label: t("byList") };
  return (
    <EnhancedForm
      action={`/api/portal/systems/${system.id}/contracts`}
      className="card px-4 py-4"
      aria-label={t("contractForm")}
    >
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        <SelectField
          label={t("article")}
          hint={t("articleHint")}
          choices={options}
          required
          className="sm:col-span-2"
          {...fieldProps(state, "article")}
        />
        <DayField label={t("startsOn")} hint={t("startsOnHint")} required {...fieldProps(state, "startsOn")} />
        {hasUpkeep ? (
          <DayField label={t("termEndsOn")} hint={t("termEndsOnHint")} {...fieldProps(state, "termEndsOn")} />
        ) : null}
        <AmountFields form={form} state={state} />
        <SelectField
          label={t("billingInterval")}
          choices={[
            byList,
            ...(["month", "quarter", "year"] as const).map((value) => ({ value, label: t(`interval.${value}`) })),
          ]}
          {...fieldProps(state, "billingInterval")}
        />
        <TextField
          label={t("amount")}
          hint={t("amountHint")}
          inputMode="decimal"
          maxLength={20}
          autoComplete="off"
          {...fieldProps(state, "amount")}
        />
        <SelectField
          label={t("billingParty")}
          hint={brokered ? t("billingBrokered") : t("billingSold")}
          choices={[
            byList,
            ...(["vendor", "reseller"] as const).map((value) => ({ value, label: t(`party.${value}`) })),
          ]}
          {...fieldProps(state, "billingParty")}
        />
        <SelectField
          label={t("land")}
          hint={t("contractLandHint")}
          choices={landChoices(t("landOpen"))}
          {...fieldProps(state, "land", customer.land)}
        />
      </div>
      <FormFoot save={t("contractSave")} cancel={t("cancel")} back={`/anlagen/${system.id}`}>
        <LivePreview path={`/anlagen/${system.id}/vertraege/neu`} seenVersion={1} label={t("preview")} />
      </FormFoot>
    </EnhancedForm>
  );
}
