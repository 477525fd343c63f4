import { useTranslations } from "next-intl";
import { EditionText } from "@/components/price-lists/edition-text";

/** Where a contract's amount comes from: the reseller's own prices or a list's edition; without an edition it was told. */
export function AmountSource({ edition, ownPrice }: { edition: string | null; ownPrice: boolean }) {
  const t = useTranslations("capture");
  return (
    <span className="block text-xs text-muted">
      {edition === null ? (
        t("amountGiven")
      ) : ownPrice ? (
        t("amountByOwn")
      ) : (
        <>
          {t("amountByList")} <EditionText edition={edition} />
        </>
      )}
    </span>
  );
}
