import { useTranslations } from "next-intl";
import { DayField, SelectField } from "@/components/ui/field";
import type { Day } from "@/lib/domain/dates";
import { dayText } from "@/lib/format/day";
import { UploadForm } from "./upload-form";

/** A file of one's own prices: what they are and from when, where its rows do not say. */
export function PriceUpload({ kinds, today }: { kinds: readonly ("list" | "purchase" | "customer")[]; today: Day }) {
  const t = useTranslations("imports");
  const prices = useTranslations("priceRows");
  return (
    <>
      <p className="mb-3 max-w-prose text-sm">{t("pricesHint")}</p>
      <UploadForm back="/preislisten/eigene">
        <input type="hidden" name="what" value="prices" />
        <SelectField
          id="price-kind"
          name="priceKind"
          label={prices("kind")}
          choices={kinds.map((kind) => ({ value: kind, label: prices(`kinds.${kind}`) }))}
        />
        <DayField
          id="prices-from"
          name="validFrom"
          label={prices("validFrom")}
          defaultValue={dayText(today, "de")}
          required
        />
      </UploadForm>
    </>
  );
}
