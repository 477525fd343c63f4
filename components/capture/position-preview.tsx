import { useLocale, useTranslations } from "next-intl";
import { EditionText } from "@/components/price-lists/edition-text";
import { MovedDecisions } from "@/components/system/moved-decisions";
import { Money } from "@/components/ui/figures";
import { sentence } from "@/lib/format/reasons";
import type { PositionChangePreview as Preview } from "@/lib/use-cases/preview-position-change";
import { DifferenceList } from "./difference-list";

/** What another quantity would come to, before it is saved. Its first sentence is read out whenever it changes. */
export function PositionPreview({
  preview,
  billingInterval,
}: {
  preview: Preview;
  billingInterval: "month" | "quarter" | "year";
}) {
  const t = useTranslations("capture");
  const locale = useLocale();
  const { differences, amountCents, edition, notes, decisions } = preview;
  if (differences.length === 0)
    return (
      <p role="status" className="text-sm text-muted">
        {t("quantitySame")}
      </p>
    );
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p role="status" className="font-medium">
        {t("quantityMoves")}
      </p>
      <DifferenceList differences={differences} />
      {amountCents === null ? (
        <p>{t("quantityAmountUnknown")}</p>
      ) : (
        <p>
          {t("quantityCosts")} <Money cents={amountCents} /> {t(`interval.${billingInterval}`)}
          <span className="block text-xs text-muted">
            {edition === null ? (
              t("amountGiven")
            ) : (
              <>
                {t("amountByList")} <EditionText edition={edition} />
              </>
            )}
          </span>
        </p>
      )}
      {notes.length === 0 ? null : (
        <ul className="list-disc pl-5 marker:text-muted">
          {notes.map((note) => (
            <li key={note.code}>{sentence(note, locale)}</li>
          ))}
        </ul>
      )}
      {decisions.length === 0 ? null : (
        <div className="flex flex-col gap-1.5">
          <h3 className="text-xs font-semibold text-muted">{t("decisions")}</h3>
          <MovedDecisions decisions={decisions} />
        </div>
      )}
    </div>
  );
}
