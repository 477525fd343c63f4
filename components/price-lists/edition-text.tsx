import { Handshake, ShoppingCart } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { PriceList } from "@/lib/domain/catalog";
import { dayText, monthText } from "@/lib/format/day";

/** An edition as people say it: "September 2022", "16.03.2020", "ohne Datum". */
export function EditionText({ edition }: { edition: string }) {
  const t = useTranslations("priceLists");
  const locale = useLocale();
  if (edition === "undated") return <>{t("undated")}</>;
  return <>{edition.length === 7 ? monthText(edition, locale) : dayText(edition, locale)}</>;
}

/** Whether the reseller sells it or the vendor does, with what that means for the invoice. */
export function ResaleMark({ resale }: { resale: PriceList["resale"] }) {
  const t = useTranslations("priceLists");
  return resale === "sold" ? (
    <Badge icon={ShoppingCart}>{t("sold")}</Badge>
  ) : (
    <Badge tone="soon" icon={Handshake}>
      {t("brokered")}
    </Badge>
  );
}
