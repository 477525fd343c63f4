import { useTranslations } from "next-intl";
import { LivePreview } from "@/components/system/live-preview";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { DayField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { dayText } from "@/lib/format/day";
import { euro } from "@/lib/format/money";
import type { ContractForm } from "@/lib/use-cases/show-contract-form";
import { FormFoot } from "./form-foot";
import { type FormState, fieldProps } from "./form-state";
import { landChoices } from "./land-choices";

/** What was recorded wrongly about a contract, with a reason. The first button shows what it would move and saves nothing. */
export function CorrectionForm({ view, state }: { view: ContractForm; state: FormState }) {
  const t = useTranslations("capture");
  const { id, particulars, around, version } = view;
  const { startsOn, endsOn, amountCents, billingInterval, billingParty, land } = particulars;
  return (
    <EnhancedForm
      action={`/api/portal/contracts/${id}/correction`}
      refreshOnConflict
      className="card px-4 py-4"
      aria-label={t("correctionForm")}
    >
      <input type="hidden" name="version" value={version} />
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        <DayField label={t("startsOn")} required {...fieldProps(state, "startsOn", dayText(startsOn, "de"))} />
        {around.lapses ? (
          <DayField
            label={t("termEndsOn")}
            required
            {...fieldProps(state, "endsOn", endsOn === null ? null : dayText(endsOn, "de"))}
          />
        ) : null}
        <TextField
          label={t("amount")}
          hint={t("amountUnknownHint")}
          inputMode="decimal"
          maxLength={20}
          autoComplete="off"
          {...fieldProps(state, "amount", amountCents === null ? null : euro(amountCents, "de"))}
        />
        <SelectField
          label={t("billingInterval")}
          choices={(["month", "quarter", "year"] as const).map((value) => ({ value, label: t(`interval.${value}`) }))}
          {...fieldProps(state, "billingInterval", billingInterval)}
        />
        <SelectField
          label={t("billingParty")}
          choices={(["vendor", "reseller"] as const).map((value) => ({ value, label: t(`party.${value}`) }))}
          {...fieldProps(state, "billingParty", billingParty)}
        />
        <SelectField
          label={t("land")}
          hint={t("contractLandHint")}
          choices={landChoices(t("landOpen"))}
          {...fieldProps(state, "land", land)}
        />
        <TextArea
          label={t("reason")}
          hint={t("correctionReasonHint")}
          maxLength={1_000}
          className="sm:col-span-2"
          {...fieldProps(state, "reason")}
        />
      </div>
      <FormFoot save={t("correctionSave")} cancel={t("cancel")} back={`/vertraege/${id}`}>
        <LivePreview path={`/vertraege/${id}/berichtigen`} seenVersion={version} label={t("preview")} />
      </FormFoot>
    </EnhancedForm>
  );
}
