import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { SelectField, TextField } from "@/components/ui/field";
import { LAENDER } from "@/lib/domain/holidays";
import { landNames } from "@/lib/format/words-holidays";
import type { OwnRuleView } from "@/lib/use-cases/show-contract";

const units = ["day", "week", "month", "werktag"] as const;
const anchors = ["term-end", "month-end", "year-end"] as const;

/** The contract's own rule with where it stands; it goes before the price list's. Nothing is filled in that the paper does not say. */
export function RuleForm({
  contractId,
  version,
  rule,
  land,
  minimumMonths,
}: {
  contractId: string;
  version: number;
  rule: OwnRuleView | null;
  land: string | null;
  /** What the price list states of it. */
  minimumMonths: number | null;
}) {
  const t = useTranslations("contract");
  return (
    <EnhancedForm
      action={`/api/portal/contracts/${contractId}/rule`}
      className="grid gap-3 sm:grid-cols-2"
      aria-label={t("ruleForm")}
    >
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="weiter" value={`/vertraege/${contractId}?regel=1`} />
      <TextField
        id="rule-minimum"
        name="minimumMonths"
        label={t("ruleMinimum")}
        hint={t("ruleMinimumHint")}
        inputMode="numeric"
        required
        defaultValue={rule?.minimumMonths ?? minimumMonths ?? ""}
      />
      <SelectField
        id="rule-to"
        name="to"
        label={t("ruleTo")}
        hint={t("ruleToHint")}
        defaultValue={rule?.to ?? "term-end"}
        choices={anchors.map((anchor) => ({ value: anchor, label: t(`anchor.${anchor}`) }))}
      />
      <TextField
        id="rule-renewal"
        name="renewalMonths"
        label={t("ruleRenewal")}
        hint={t("ruleRenewalHint")}
        inputMode="numeric"
        defaultValue={rule?.renewalMonths ?? ""}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          id="rule-notice"
          name="noticeLength"
          label={t("ruleNotice")}
          inputMode="numeric"
          required
          defaultValue={rule?.noticeLength ?? ""}
        />
        <SelectField
          id="rule-unit"
          name="noticeUnit"
          label={t("ruleUnit")}
          defaultValue={rule?.noticeUnit ?? "month"}
          choices={units.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
        />
      </div>
      <TextField
        id="rule-source"
        name="source"
        label={t("ruleSource")}
        hint={t("ruleSourceHint")}
        required
        maxLength={200}
        defaultValue={rule?.source ?? ""}
      />
      <TextField
        id="rule-clause"
        name="clause"
        label={t("ruleClause")}
        hint={t("ruleClauseHint")}
        required
        maxLength={200}
        defaultValue={rule?.clause ?? ""}
      />
      <SelectField
        id="rule-land"
        name="land"
        label={t("ruleLand")}
        hint={t("ruleLandHint")}
        defaultValue={land ?? ""}
        choices={[
          { value: "", label: t("ruleLandNone") },
          ...LAENDER.map((each) => ({ value: each, label: landNames[each] })),
        ]}
      />
      <div className="flex items-end">
        <Button type="submit" look="primary">
          {t("ruleSubmit")}
        </Button>
      </div>
    </EnhancedForm>
  );
}
