import { useTranslations } from "next-intl";
import { MovedDecisions } from "@/components/system/moved-decisions";
import type { CorrectionPreview as Preview } from "@/lib/use-cases/preview-contract-correction";
import { DatesTable } from "./dates-table";
import { DifferenceList } from "./difference-list";

/** What a correction would move, before it is saved. Its first sentence is read out whenever it changes. */
export function CorrectionPreview({ preview }: { preview: Preview }) {
  const t = useTranslations("capture");
  const { differences, decisions } = preview;
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
      <DifferenceList differences={differences} />
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
