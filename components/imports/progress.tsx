import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { number } from "@/lib/format/money";
import type { ImportView } from "@/lib/use-cases/show-import";
import { Refresher } from "./refresher";

const EVERY_MS = 1_000;

/** How far the work is; looks again by itself, and without script by a link. */
export function Progress({ view }: { view: ImportView }) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const { progress } = view;
  const phase = progress === null ? t("phase.begins") : t(`phase.${progress.phase}`);
  const figures =
    progress === null
      ? null
      : progress.total === null
        ? number(progress.done, locale)
        : t("ofTotal", { done: number(progress.done, locale), total: number(progress.total, locale) });
  return (
    <div className="flex flex-col gap-2 px-4 pb-4" role="status" aria-live="polite">
      <Refresher everyMs={EVERY_MS} />
      <p className="text-sm">
        <span className="font-medium">{phase}</span>
        {figures === null ? null : <span className="text-muted tabular-nums"> {figures}</span>}
      </p>
      <progress
        aria-label={phase}
        className="h-2 w-full accent-accent"
        {...(progress === null || progress.total === null || progress.total === 0
          ? {}
          : { value: progress.done, max: progress.total })}
      />
      <p className="text-xs text-muted">{t("leavePage")}</p>
      <noscript>
        <LinkButton href={`/import/${view.id}`}>{t("lookAgain")}</LinkButton>
      </noscript>
    </div>
  );
}
