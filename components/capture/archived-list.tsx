import { ArchiveRestore } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { Icon } from "@/components/ui/icon";
import { Moment } from "@/components/ui/moment";
import { dayText } from "@/lib/format/day";
import type { ArchivedRecord } from "@/lib/use-cases/list-archived";

const routes = { customer: "customers", system: "systems", contract: "contracts" } as const;

/** What was put away, each with the button that takes it out again. */
export function ArchivedList({ records }: { records: readonly ArchivedRecord[] }) {
  const t = useTranslations("capture");
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line text-sm">
      {records.map(({ type, id, name, beside, startsOn, archivedAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
          <div className="min-w-0">
            <p>
              <span className="font-medium">{name}</span>{" "}
              <span className="text-muted">
                {t(`type.${type}`)} · {beside}
                {startsOn === null ? null : ` · ${t("startsOn")} ${dayText(startsOn, locale)}`}
              </span>
            </p>
            <p className="text-xs text-muted">
              {t("archivedAt")} <Moment at={archivedAt} />
            </p>
          </div>
          <EnhancedForm action={`/api/portal/${routes[type]}/${id}/archive`} className="no-print">
            <input type="hidden" name="act" value="restore" />
            <Button type="submit" aria-label={t("restoreOf", { name })}>
              <Icon of={ArchiveRestore} className="size-4" />
              {t("restore")}
            </Button>
          </EnhancedForm>
        </li>
      ))}
    </ul>
  );
}
