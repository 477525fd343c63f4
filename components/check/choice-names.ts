import type { useTranslations } from "next-intl";
import { isArticleNumber } from "@/components/customers/article-words";
import { profileNames, slotText } from "@/components/price-lists/slot-text";
import type { Choice } from "@/components/ui/field";
import type { PriceList } from "@/lib/domain/catalog";
import { type WishChoice, wishChoices } from "@/lib/domain/wish-choices";
import type { Locale } from "@/lib/i18n/locale";

type Lists = ReturnType<typeof useTranslations<"priceLists">>;
type Words = ReturnType<typeof useTranslations<"check">>;

/** Everything that can be wished for from a list, as choices in the groups of its articles. */
export function wishOptions(list: PriceList, locale: Locale, t: Words, lists: Lists): Choice[] {
  return wishChoices(list).map((choice) => {
    const group = list.articles.find(({ sku }) => sku === choice.sku)?.group ?? "";
    return { value: choice.key, label: choiceLabel(list, choice, locale, t, lists), group: groupName(lists, group) };
  });
}

/** "Call Recording · Kauf", "CRM-Integration · Profil Expert", "OFFICE (3310.0030)". */
function choiceLabel(list: PriceList, choice: WishChoice, locale: Locale, t: Words, lists: Lists): string {
  const article = list.articles.find(({ sku }) => sku === choice.sku);
  const name = article?.label?.[locale] ?? article?.name ?? choice.sku;
  const form = slotText(lists, { ...choice.form }, profileNames(list));
  const counts = choice.amount === "users" ? t("countsUsers") : choice.amount === "minutes" ? t("countsMinutes") : "";
  const number = isArticleNumber(choice.sku) ? `${name} (${choice.sku})` : name;
  return [number, form, counts].filter((part) => part !== "").join(" · ");
}

function groupName(lists: Lists, group: string): string {
  const key = `group.${group}`;
  return lists.has(key as Parameters<Lists>[0]) ? lists(key as Parameters<Lists>[0]) : group;
}
