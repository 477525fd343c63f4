import { TriangleAlert } from "lucide";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { Icon } from "@/components/ui/icon";
import type { ImportView } from "@/lib/use-cases/show-import";

/** What each column means: its heading and first values beside the choice. Sent, it begins the check. */
export function MappingForm({ view, fields }: { view: ImportView; fields: readonly string[] }) {
  const t = useTranslations("imports");
  const unread = view.columns.filter(({ field, heading }) => field === null && heading !== "");
  const choices = fields.map((field) => ({ value: field, label: t(`field.${field as "sku"}`) }));
  return (
    <EnhancedForm action={`/api/portal/imports/${view.id}/check`} aria-label={t("mappingForm")}>
      <input type="hidden" name="weiter" value={`/import/${view.id}`} />
      <input type="hidden" name="zurueck" value={`/import/${view.id}`} />
      {unread.length === 0 ? null : (
        <p className="mx-4 mb-3 flex items-start gap-2 rounded-md bg-soon-ground px-3 py-2 text-sm">
          <Icon of={TriangleAlert} className="mt-0.5 size-4 shrink-0 text-soon" />
          <span>{t("unread", { count: unread.length, columns: unread.map(({ heading }) => heading).join(", ") })}</span>
        </p>
      )}
      <div className="scroll-x relative">
        <table className="tbl tbl-cards">
          <caption className="sr-only">{t("mappingTitle")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("heading")}</th>
              <th scope="col">{t("meaning")}</th>
              <th scope="col">{t("samples")}</th>
            </tr>
          </thead>
          <tbody>
            {view.columns.map((column, at) => {
              const name = `column${at}`;
              const heading = column.heading === "" ? t("columnUnnamed", { number: at + 1 }) : column.heading;
              return (
                <tr key={name}>
                  <th scope="row" id={`${name}-heading`} className="break-words">
                    {heading}
                  </th>
                  <td>
                    <select
                      id={name}
                      name={name}
                      defaultValue={column.field ?? ""}
                      aria-label={t("meaningOf", { heading })}
                      className="min-h-9 w-full min-w-44 rounded-md border border-line-strong bg-surface px-2 text-sm max-md:min-h-11 max-md:text-base"
                    >
                      <option value="">{t("notRead")}</option>
                      {choices.map((choice) => (
                        <option key={choice.value} value={choice.value}>
                          {choice.label}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td className="text-xs text-muted" data-label={t("samples")}>
                    <span className="break-words">
                      {column.samples.filter((sample) => sample !== "").join(" · ") ||
                        (column.field === "licence_key" || column.field === "server_key"
                          ? t("keysHidden")
                          : t("noSamples"))}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap gap-2 px-4 py-3">
        <Button type="submit" look="primary">
          {t("check")}
        </Button>
      </div>
    </EnhancedForm>
  );
}
