import type { useTranslations } from "next-intl";
import type { Charge, PriceList } from "@/lib/domain/catalog";

type Words = ReturnType<typeof useTranslations<"priceLists">>;

/** What one of an article's prices depends on, in words: "Kauf, Staffel 21-40", "Profil Advanced". Empty where it has but one price. */
export function slotText(
  t: Words,
  dimensions: Readonly<Record<string, string | number>>,
  profileName: (profile: string) => string,
): string {
  const { mode, termMonths, tier, profile, charge } = dimensions;
  const parts = [
    profile === undefined ? null : t("slot.profile", { profile: profileName(String(profile)) }),
    mode === "purchase" ? t("slot.purchase") : null,
    mode === "subscription" ? t("slot.subscription", { months: Number(termMonths) }) : null,
    tier === undefined ? null : t("slot.tier", { tier: String(tier) }),
    charge === undefined ? null : chargeText(t, charge as Charge),
  ];
  return parts.filter((part) => part !== null).join(", ");
}

export function chargeText(t: Words, charge: Charge): string {
  return t(`charge.${charge}`);
}

/** A profile as the list prints it. */
export function profileNames(list: Pick<PriceList, "articles">): (profile: string) => string {
  return (profile) => list.articles.find(({ sku }) => sku === profile)?.name ?? profile;
}
