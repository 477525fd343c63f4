import { Archive } from "lucide";
import { useTranslations } from "next-intl";
import { DecisionList } from "@/components/customers/decision-list";
import { queueHref } from "@/components/decide/queue-address";
import { Button, LinkButton } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { TextArea } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import type { Day } from "@/lib/domain/dates";
import type { ArchivePreview } from "@/lib/use-cases/preview-archive";
import { type FormState, fieldProps } from "./form-state";

/** What putting a record away takes out of the queue and the lists, and the button that does it. */
export function ArchiveForm({
  type,
  action,
  back,
  preview,
  state,
  today,
}: {
  type: "customer" | "system" | "contract";
  action: string;
  back: string;
  preview: ArchivePreview;
  state: FormState;
  today: Day;
}) {
  const t = useTranslations("capture");
  const { decisions, contracts, customer } = preview;
  return (
    <div className="card flex max-w-4xl flex-col gap-4 px-4 py-4 text-sm">
      <p>
        {t(`archiveText.${type}`)} {type === "contract" ? null : t("archiveContracts", { count: contracts })}
      </p>
      <p className="font-medium">{t("archiveDecisions", { count: decisions.length })}</p>
      {decisions.length === 0 ? null : (
        <DecisionList
          decisions={decisions}
          today={today}
          mayDecide={false}
          hrefOf={(item) => queueHref({ kunde: customer.id }, { offen: item.id, hash: `d-${item.id}` })}
        />
      )}
      <p className="text-muted">{t("archiveUndo")}</p>
      <EnhancedForm action={action} aria-label={t(`archive.${type}`)}>
        <input type="hidden" name="act" value="archive" />
        <TextArea
          label={t("reason")}
          hint={t("archiveReasonHint")}
          maxLength={1_000}
          {...fieldProps(state, "reason")}
        />
        <div className="no-print mt-4 flex flex-wrap gap-2">
          <Button type="submit" look="primary">
            <Icon of={Archive} className="size-4" />
            {t(`archive.${type}`)}
          </Button>
          <LinkButton href={back}>{t("cancel")}</LinkButton>
        </div>
      </EnhancedForm>
    </div>
  );
}
