import { useLocale, useTranslations } from "next-intl";
import { LivePreview } from "@/components/system/live-preview";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { DayField, SelectField, TextField } from "@/components/ui/field";
import type { Day } from "@/lib/domain/dates";
import { dayText } from "@/lib/format/day";
import { euro } from "@/lib/format/money";
import type { PositionForm as View } from "@/lib/use-cases/show-position-form";
import { FormFoot } from "./form-foot";
import { type FormState, fieldProps } from "./form-state";
import { HowFields } from "./how-fields";

const count = { inputMode: "numeric", maxLength: 9, autoComplete: "off" } as const;

/** Another quantity of what a contract books. The first button shows what it comes to and saves nothing. */
export function PositionForm({ view, state, today }: { view: View; state: FormState; today: Day }) {
  const t = useTranslations("capture");
  const locale = useLocale();
  const { id, positions, amountCents, version } = view;
  const [only] = positions;
  const single = positions.length === 1 ? only : undefined;
  return (
    <EnhancedForm
      action={`/api/portal/contracts/${id}/positions`}
      refreshOnConflict
      className="card px-4 py-4"
      aria-label={t("quantityForm")}
    >
      <input type="hidden" name="version" value={version} />
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        {single === undefined ? (
          <SelectField
            label={t("position")}
            className="sm:col-span-2"
            choices={[
              { value: "", label: t("positionChoose") },
              ...positions.map((position) => ({
                value: position.id,
                label: t("positionIs", {
                  quantity: position.quantity,
                  article: position.articleName,
                  from: dayText(position.fromOn, locale),
                }),
              })),
            ]}
            {...fieldProps(state, "positionId")}
          />
        ) : null}
        <TextField
          label={t("quantity")}
          hint={single === undefined ? undefined : t("quantityNow", { quantity: single.quantity })}
          required
          {...count}
          {...fieldProps(state, "quantity", single?.quantity)}
        />
        <DayField
          label={t("validFrom")}
          hint={t("validFromHint")}
          {...fieldProps(state, "fromOn", dayText(today, "de"))}
        />
        {positions.some(({ users }) => users !== null) ? (
          <TextField
            label={t("tierUsers")}
            hint={t("tierUsersStay")}
            {...count}
            {...fieldProps(state, "users", single?.users)}
          />
        ) : null}
        <TextField
          label={t("amountAfter")}
          hint={amountCents === null ? t("amountHint") : t("amountAfterHint", { amount: euro(amountCents, locale) })}
          inputMode="decimal"
          maxLength={20}
          autoComplete="off"
          {...fieldProps(state, "amount")}
        />
      </div>
      <HowFields state={state} fromDay />
      <FormFoot save={t("quantitySave")} cancel={t("cancel")} back={`/vertraege/${id}`}>
        <LivePreview path={`/vertraege/${id}/menge`} seenVersion={version} label={t("preview")} />
      </FormFoot>
    </EnhancedForm>
  );
}
