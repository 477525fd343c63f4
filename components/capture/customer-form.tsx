import { useTranslations } from "next-intl";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { SelectField, TextField } from "@/components/ui/field";
import type { CustomerForm as View } from "@/lib/use-cases/show-customer-form";
import { FormFoot } from "./form-foot";
import { type FormState, fieldProps } from "./form-state";
import { HowFields } from "./how-fields";
import { landChoices } from "./land-choices";

/** What is recorded of a customer, to be recorded (`customerId` null), changed or corrected. */
export function CustomerForm({ customerId, view, state }: { customerId: string | null; view: View; state: FormState }) {
  const t = useTranslations("capture");
  const { fields, clerks, version } = view;
  const people = [{ value: "", label: t("nobody") }, ...clerks.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <EnhancedForm
      action={customerId === null ? "/api/portal/customers" : `/api/portal/customers/${customerId}`}
      refreshOnConflict
      className="card max-w-4xl px-4 py-4"
      aria-label={t("customerForm")}
    >
      {customerId === null ? null : <input type="hidden" name="version" value={version} />}
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField
          label={t("number")}
          hint={t("numberHint")}
          required
          maxLength={60}
          autoComplete="off"
          {...fieldProps(state, "number", fields.number)}
        />
        <TextField
          label={t("name")}
          required
          maxLength={200}
          autoComplete="off"
          {...fieldProps(state, "name", fields.name)}
        />
        <SelectField
          label={t("land")}
          hint={t("landHint")}
          choices={landChoices(t("unknown"))}
          {...fieldProps(state, "land", fields.land)}
        />
        <TextField label={t("taxId")} maxLength={30} autoComplete="off" {...fieldProps(state, "taxId", fields.taxId)} />
        <SelectField
          label={t("clerk")}
          hint={t("clerkHint")}
          choices={people}
          {...fieldProps(state, "clerkId", fields.clerkId)}
        />
        <SelectField label={t("deputy")} choices={people} {...fieldProps(state, "deputyId", fields.deputyId)} />
        <TextField
          label={t("contactName")}
          maxLength={200}
          autoComplete="off"
          {...fieldProps(state, "contactName", fields.contactName)}
        />
        <TextField
          label={t("contactEmail")}
          inputMode="email"
          maxLength={254}
          autoComplete="off"
          {...fieldProps(state, "contactEmail", fields.contactEmail)}
        />
        <TextField
          label={t("contactPhone")}
          type="tel"
          maxLength={60}
          autoComplete="off"
          {...fieldProps(state, "contactPhone", fields.contactPhone)}
        />
      </div>
      {customerId === null ? null : <HowFields state={state} />}
      <FormFoot
        save={t(customerId === null ? "customerSave" : "save")}
        cancel={t("cancel")}
        back={customerId === null ? "/kunden" : `/kunden/${customerId}`}
      />
    </EnhancedForm>
  );
}
