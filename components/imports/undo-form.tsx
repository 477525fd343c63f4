import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { number } from "@/lib/format/money";
import type { ImportView } from "@/lib/use-cases/show-import";

/** Taking an import back: what that means stands before the button; where it is no longer possible, what stands in the way. */
export function UndoForm({ view }: { view: ImportView }) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const built = Object.entries(view.builtOn);
  if (built.length > 0) {
    return (
      <div className="text-sm">
        <p>{t("builtOn")}</p>
        <ul className="mt-1 list-disc pl-5 text-muted">
          {built.map(([kind, count]) => (
            <li key={kind}>{t(`built.${kind as "notices"}`, { count: number(count, locale) })}</li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <Disclosure label={t("undoTitle")}>
      <p className="mb-3 max-w-prose text-sm">
        {t(view.kind === "estate" ? "undoMeans" : "undoMeansPrices", {
          rows: (view.counts?.new ?? 0) + (view.counts?.changed ?? 0),
          customers: view.counts?.customersNew ?? 0,
          contracts: view.counts?.contractsNew ?? 0,
        })}
      </p>
      <EnhancedForm action={`/api/portal/imports/${view.id}/undo`} aria-label={t("undoForm")}>
        <input type="hidden" name="weiter" value={`/import/${view.id}`} />
        <input type="hidden" name="zurueck" value={`/import/${view.id}`} />
        <Button type="submit">{t("undo")}</Button>
      </EnhancedForm>
    </Disclosure>
  );
}
