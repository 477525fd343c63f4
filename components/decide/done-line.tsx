import { useLocale, useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { StatusLine } from "@/components/ui/status-line";
import { dayText } from "@/lib/format/day";
import type { DecisionItem } from "@/lib/use-cases/list-decisions";

/** What has just been recorded about a row, with the way back and the next step. Stands empty where nothing has. */
export function DoneLine({
  item,
  weiter,
  zurueck,
  mayDecide,
}: {
  item: DecisionItem | null;
  weiter: string;
  zurueck: string;
  mayDecide: boolean;
}) {
  const t = useTranslations("decide");
  const kinds = useTranslations("kinds");
  const locale = useLocale();
  if (item === null) return <StatusLine floating />;
  const what = [kinds(item.kind), item.articleName, item.customerName].filter((part) => part !== null).join(", ");
  const record = item.state === "open" ? null : item.lastRecord;
  const close = (
    <LinkButton href={zurueck} scroll={false} look="quiet">
      {t("dismiss")}
    </LinkButton>
  );
  if (record === null) {
    return (
      <StatusLine floating actions={close}>
        {t("done.undo", { what })}
      </StatusLine>
    );
  }
  const until = record.until === null ? null : dayText(record.until, locale);
  return (
    <StatusLine
      floating
      actions={
        <>
          {record.act === "give-notice" && item.contractId !== null ? (
            <LinkButton href={`/vertraege/${item.contractId}#eingang`}>{t("recordNotice")}</LinkButton>
          ) : null}
          {mayDecide ? (
            <EnhancedForm action={`/api/portal/decisions/${item.id}`}>
              <input type="hidden" name="act" value="undo" />
              <input type="hidden" name="weiter" value={weiter} />
              <input type="hidden" name="zurueck" value={zurueck} />
              <Button type="submit">{t("undo")}</Button>
            </EnhancedForm>
          ) : null}
          {close}
        </>
      }
    >
      {t(`done.${record.act}`, { what, reason: record.reason, until: until ?? "" })}
      {record.act !== "snooze" && until !== null ? ` ${t("comesBack", { day: until })}` : null}
    </StatusLine>
  );
}
