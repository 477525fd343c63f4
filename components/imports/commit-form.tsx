import { Download } from "lucide";
import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { Icon } from "@/components/ui/icon";
import type { ImportView } from "@/lib/use-cases/show-import";

/** The way on from a check: read in, mend first, or throw away. The button names how much it does. */
export function CommitForm({ view }: { view: ImportView }) {
  const t = useTranslations("imports");
  const { counts } = view;
  if (counts === null) return null;
  const good = counts.new + counts.changed;
  const here = `/import/${view.id}`;
  return (
    <div className="flex flex-col gap-3">
      {good === 0 ? <p className="text-sm">{t(counts.rejected > 0 ? "nothingGood" : "nothingToDo")}</p> : null}
      {counts.rejected > 0 ? (
        <p className="text-sm">
          {t("mendHint")}{" "}
          <a href={`/import/fehlerzeilen?import=${view.id}`} className={buttonClass("quiet")} download>
            <Icon of={Download} className="size-4" />
            {t("downloadBad", { count: counts.rejected })}
          </a>
        </p>
      ) : null}
      {good > 0 ? (
        <EnhancedForm action={`/api/portal/imports/${view.id}/commit`} aria-label={t("commitForm")}>
          <input type="hidden" name="which" value={counts.rejected > 0 ? "good" : "all"} />
          <input type="hidden" name="weiter" value={here} />
          <input type="hidden" name="zurueck" value={here} />
          <Button type="submit" look="primary">
            {counts.rejected > 0
              ? t("commitGood", { count: good, rejected: counts.rejected })
              : t("commit", { count: good })}
          </Button>
          <p className="mt-2 text-xs text-muted">{t("commitHint")}</p>
        </EnhancedForm>
      ) : null}
    </div>
  );
}

export function DiscardForm({ view }: { view: ImportView }) {
  const t = useTranslations("imports");
  return (
    <EnhancedForm action={`/api/portal/imports/${view.id}/discard`} aria-label={t("discardForm")}>
      <input
        type="hidden"
        name="weiter"
        value={view.kind === "estate" ? "/import?getan=discarded" : "/preislisten/eigene"}
      />
      <Button type="submit" look="quiet">
        {t("discard")}
      </Button>
    </EnhancedForm>
  );
}
