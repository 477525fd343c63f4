import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { MovedDecisions } from "@/components/system/moved-decisions";
import { auditFieldName, auditText } from "@/lib/format/history";
import type { CorrectionPreview as Preview } from "@/lib/use-cases/preview-contract-correction";
import { DatesTable } from "./dates-table";

/** What a correction would move, before it is saved. Its first sentence is read out whenever it changes. */
export function CorrectionPreview({ preview }: { preview: Preview }) {
  const t = useTranslations("capture");
  const locale = useLocale();
  const { differences, decisions } = preview;
  const text = (field: string, value: unknown) =>
    auditText(field, typeof value === "number" ? value : String(value ?? ""), locale);
  if (differences.length === 0)
    return (
      <p role="status" className="text-sm text-muted">
        {t("correctionSame")}
      </p>
    );
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p role="status" className="font-medium">
        {t("correctionMoves")}
      </p>
      <ul className="flex flex-col gap-0.5">
        {differences.map(({ field, before, after }) => (
          <li key={field} className="flex flex-wrap items-center gap-x-1.5">
            <span className="text-muted">{auditFieldName(field, locale)}:</span>
            <span className="sr-only">{t("before")}</span>
            <span className="text-muted">{text(field, before)}</span>
            <ArrowRight aria-hidden className="size-4 text-muted" />
            <span className="sr-only">{t("after")}</span>
            <span className="font-medium">{text(field, after)}</span>
          </li>
        ))}
      </ul>
      <DatesTable before={preview.before} after={preview.after} />
      {decisions.length === 0 ? null : (
        <div className="flex flex-col gap-1.5">
          <h3 className="text-xs font-semibold text-muted">{t("decisions")}</h3>
          <MovedDecisions decisions={decisions} />
        </div>
      )}
    </div>
  );
}
