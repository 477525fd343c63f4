import { useTranslations } from "next-intl";
import type { CorrectionPreview as Preview } from "@/lib/use-cases/preview-contract-correction";
import { DatesTable } from "./dates-table";
import { MovingPreview } from "./moving-preview";

/** What a correction would move. */
export function CorrectionPreview({ preview }: { preview: Preview }) {
  const t = useTranslations("capture");
  const { differences, decisions, before, after } = preview;
  return (
    <MovingPreview
      differences={differences}
      decisions={decisions}
      same={t("correctionSame")}
      moves={t("correctionMoves")}
    >
      <DatesTable before={before} after={after} />
    </MovingPreview>
  );
}
