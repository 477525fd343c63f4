import { useTranslations } from "next-intl";
import { DayText } from "@/components/ui/figures";
import { Moment } from "@/components/ui/moment";
import type { ContractView } from "@/lib/use-cases/show-contract";
import { RuleText } from "./own-rule";

/** What was decided on the contract and which rules were recorded, newest first. */
export function ContractHistory({ view }: { view: Pick<ContractView, "records" | "ownRuleHistory"> }) {
  const t = useTranslations("contract");
  const acts = useTranslations("customer.recordOf");
  const kinds = useTranslations("kinds");
  if (view.records.length === 0 && view.ownRuleHistory.length === 0)
    return <p className="text-sm text-muted">{t("historyNone")}</p>;
  return (
    <div className="flex flex-col gap-4 text-sm">
      {view.records.length === 0 ? null : (
        <div>
          <h3 className="pb-1 text-xs font-semibold text-muted">{t("historyDecisions")}</h3>
          <ol className="flex flex-col gap-2">
            {view.records.map((record) => (
              <li key={`${record.at} ${record.kind} ${record.act}`}>
                <span className="font-medium">{acts(record.act)}</span>
                {record.until === null ? null : (
                  <>
                    {" "}
                    (<DayText day={record.until} />)
                  </>
                )}
                , {kinds(record.kind)}
                {record.dueOn === null ? null : (
                  <>
                    {" "}
                    <DayText day={record.dueOn} />
                  </>
                )}
                {record.reason === "" ? null : `: ${record.reason}`}
                <span className="block text-xs text-muted">
                  {record.byName}, <Moment at={record.at} />
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
      {view.ownRuleHistory.length === 0 ? null : (
        <div>
          <h3 className="pb-1 text-xs font-semibold text-muted">{t("historyRules")}</h3>
          <ol className="flex flex-col gap-2">
            {view.ownRuleHistory.map((entry) => (
              <li key={entry.recordedAt}>
                <RuleText rule={entry.rule} land={entry.land} />
                <span className="block text-xs text-muted">
                  {entry.byName ?? t("someone")}, <Moment at={entry.recordedAt} />
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}
