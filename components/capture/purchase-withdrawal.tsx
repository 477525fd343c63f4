import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { SelectField, TextField } from "@/components/ui/field";
import { dayText } from "@/lib/format/day";
import { euro, number } from "@/lib/format/money";
import type { LicenceView } from "@/lib/use-cases/show-customer";

/** The way to take back a purchase that was recorded wrongly: which one, why, and before it what that does. */
export function PurchaseWithdrawal({ systemId, licences }: { systemId: string; licences: readonly LicenceView[] }) {
  const t = useTranslations("capture");
  const locale = useLocale();
  const choices = licences.flatMap(({ articleName, purchases }) =>
    purchases.map(({ id, quantity, purchasedOn, paidCents }) => ({
      value: id,
      label: [
        `${number(quantity, locale)} × ${articleName}`,
        dayText(purchasedOn, locale),
        ...(paidCents === null ? [] : [euro(paidCents, locale)]),
      ].join(", "),
    })),
  );
  return (
    <Disclosure label={t("purchaseWithdraw")} className="no-print px-4 pb-3">
      <EnhancedForm
        action={`/api/portal/systems/${systemId}/purchases/withdrawal`}
        aria-label={t("purchaseWithdraw")}
        className="flex flex-col gap-3"
      >
        <p className="max-w-prose text-sm text-muted">{t("purchaseWithdrawText")}</p>
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <SelectField
            id="purchaseId"
            name="purchaseId"
            label={t("purchase")}
            required
            defaultValue=""
            choices={[{ value: "", label: t("purchaseChoose") }, ...choices]}
          />
          <TextField
            id="purchase-reason"
            name="reason"
            label={t("reason")}
            required
            maxLength={1_000}
            autoComplete="off"
          />
        </div>
        <div>
          <Button type="submit">{t("purchaseWithdrawSave")}</Button>
        </div>
      </EnhancedForm>
    </Disclosure>
  );
}
