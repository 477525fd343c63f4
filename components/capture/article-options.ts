import { useLocale, useTranslations } from "next-intl";
import { isArticleNumber } from "@/components/customers/article-words";
import { profileNames, slotText } from "@/components/price-lists/slot-text";
import type { Choice } from "@/components/ui/field";
import type { CaptureForm } from "@/lib/use-cases/show-capture-form";

/** The articles of a form as choices in the groups of their list: "Call Recording", "Pro IVR · Abo, 12 Monate". `keyOf` names each. */
export function useArticleOptions(
  { list, choices }: CaptureForm,
  keyOf: (choice: CaptureForm["choices"][number]) => string,
): Choice[] {
  const t = useTranslations("capture");
  const lists = useTranslations("priceLists");
  const locale = useLocale();
  const options = choices.map((choice): Choice => {
    const article = list.articles.find(({ sku }) => sku === choice.sku);
    const name = article?.label?.[locale] ?? article?.name ?? choice.sku;
    const form = slotText(lists, { ...choice.form }, profileNames(list));
    const key = `group.${choice.group}` as Parameters<typeof lists>[0];
    return {
      value: keyOf(choice),
      label: [isArticleNumber(choice.sku) ? `${name} (${choice.sku})` : name, form]
        .filter((part) => part !== "")
        .join(" · "),
      group: lists.has(key) ? lists(key) : choice.group,
    };
  });
  return [{ value: "", label: t("chooseArticle") }, ...options];
}
