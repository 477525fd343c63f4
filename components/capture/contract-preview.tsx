import { useLocale, useTranslations } from "next-intl";
import { Money } from "@/components/ui/figures";
import { sentence } from "@/lib/format/reasons";
import type { ContractPreview as Preview } from "@/lib/use-cases/preview-contract";
import { AmountSource } from "./amount-source";
import { DatesTable } from "./dates-table";

/** What the contract in the form would come to, before anything is saved. Its first sentence is read out whenever it changes. */
export function ContractPreview({ preview }: { preview: Preview }) {
  const t = useTranslations("capture");
  const locale = useLocale();
  const { amountCents, amountGiven, edition, ownPrice, billingInterval, billingParty, quantity, articleName } = preview;
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p role="status" className="font-medium">
        {t("previewIs")}
      </p>
      <p>
        {t("previewArticle", { quantity, article: articleName })}; {t("previewBilled", { party: billingParty })}
      </p>
      <p>
        <Money cents={amountCents} /> {t(`interval.${billingInterval}`)}
        {amountCents === null ? null : <AmountSource edition={amountGiven ? null : edition} ownPrice={ownPrice} />}
      </p>
      {preview.notes.length === 0 ? null : (
        <ul className="list-disc pl-5 marker:text-muted">
          {preview.notes.map((note) => (
            <li key={note.code}>{sentence(note, locale)}</li>
          ))}
        </ul>
      )}
      <DatesTable after={preview} />
    </div>
  );
}
