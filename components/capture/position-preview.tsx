import { useLocale, useTranslations } from "next-intl";
import { Money } from "@/components/ui/figures";
import { sentence } from "@/lib/format/reasons";
import type { PositionChangePreview as Preview } from "@/lib/use-cases/preview-position-change";
import { AmountSource } from "./amount-source";
import { MovingPreview } from "./moving-preview";

/** What another quantity would come to, and what the contract then costs. */
export function PositionPreview({
  preview,
  billingInterval,
}: {
  preview: Preview;
  billingInterval: "month" | "quarter" | "year";
}) {
  const t = useTranslations("capture");
  const locale = useLocale();
  const { differences, amountCents, edition, ownPrice, notes, decisions } = preview;
  return (
    <MovingPreview differences={differences} decisions={decisions} same={t("quantitySame")} moves={t("quantityMoves")}>
      {amountCents === null ? (
        <p>{t("quantityAmountUnknown")}</p>
      ) : (
        <p>
          {t("quantityCosts")} <Money cents={amountCents} /> {t(`interval.${billingInterval}`)}
          <AmountSource edition={edition} ownPrice={ownPrice} />
        </p>
      )}
      {notes.length === 0 ? null : (
        <ul className="list-disc pl-5 marker:text-muted">
          {notes.map((note) => (
            <li key={note.code}>{sentence(note, locale)}</li>
          ))}
        </ul>
      )}
    </MovingPreview>
  );
}
