import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { SourceNote } from "@/components/ui/reasons";
import { isLand } from "@/lib/domain/holidays";
import { landNames } from "@/lib/format/words-holidays";
import type { ContractView, OwnRuleView } from "@/lib/use-cases/show-contract";
import { RuleForm } from "./rule-form";

/** The contract's own rule where one is recorded, and the form to record one: open where the price list states none. */
export function OwnRule({
  view,
  mayChange,
  minimumMonths,
}: {
  view: ContractView;
  mayChange: boolean;
  minimumMonths: number | null;
}) {
  const t = useTranslations("contract");
  const { ownRule, contract } = view;
  const form = (
    <RuleForm
      contractId={contract.id}
      version={view.version}
      rule={ownRule}
      land={view.land}
      minimumMonths={minimumMonths}
    />
  );
  return (
    <div className="flex flex-col gap-3">
      {ownRule === null ? (
        <p className="text-sm text-muted">{contract.ruleUnknown ? t("ownRuleMissing") : t("ownRuleNone")}</p>
      ) : (
        <div className="text-sm">
          <p className="text-muted">{t("ownRuleHolds")}</p>
          <RuleText rule={ownRule} land={view.land} />
        </div>
      )}
      {!mayChange ? null : contract.ruleUnknown ? (
        form
      ) : (
        <Disclosure label={ownRule === null ? t("ownRuleRecord") : t("ownRuleChange")} className="no-print">
          {form}
        </Disclosure>
      )}
    </div>
  );
}

/** A rule as a line of words, with its source. */
function RuleText({ rule, land }: { rule: OwnRuleView; land: string | null }) {
  const t = useTranslations("contract");
  const parts = [
    t("ruleText.minimum", { months: rule.minimumMonths }),
    rule.renewalMonths === null ? t("ruleText.open") : t("ruleText.renewal", { months: rule.renewalMonths }),
    t("ruleText.notice", {
      length: t(`unitOf.${rule.noticeUnit}`, { length: rule.noticeLength }),
      to: t(`anchorTo.${rule.to}`),
    }),
    ...(isLand(land) ? [t("landOf", { land: landNames[land] })] : []),
  ];
  return (
    <p className="text-sm font-medium">
      {parts.join("; ")}
      <span className="font-normal">
        <SourceNote document={rule.source} clause={rule.clause} />
      </span>
    </p>
  );
}
