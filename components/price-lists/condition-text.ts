import type { useTranslations } from "next-intl";
import type { Condition, PriceListDocument } from "@/lib/domain/catalog";
import { cellOf } from "@/lib/domain/printed-tables";
import { euro } from "@/lib/format/money";

type Words = ReturnType<typeof useTranslations<"priceLists">>;
type Locale = "de" | "en";

/** A condition as a sentence, with the articles' names. */
export function conditionText(t: Words, list: PriceListDocument, condition: Condition, locale: Locale): string {
  const name = (sku: string) => {
    const article = list.articles.find((each) => each.sku === sku);
    return article?.label?.[locale] ?? article?.name ?? sku;
  };
  const named = (skus: readonly string[]) => skus.map(name).join(", ");
  switch (condition.kind) {
    case "minimum":
      return t("condition.minimum", { count: condition.atLeast, articles: named(condition.skus) });
    case "maximum":
      return t("condition.maximum", { count: condition.atMost, articles: named(condition.skus) });
    case "per-user-maximum":
      return t("condition.per-user-maximum", { articles: named(condition.skus) });
    case "equal-quantity":
      return t("condition.equal-quantity", { article: name(condition.sku), of: name(condition.of) });
    case "needs-at-least":
      return t("condition.needs-at-least", {
        article: name(condition.sku),
        count: condition.atLeast,
        of: name(condition.of),
      });
    case "requires-one-of":
      return t("condition.requires-one-of", { article: name(condition.sku), articles: named(condition.oneOf) });
    case "on-request-above":
      return t("condition.on-request-above", {
        article: name(condition.sku),
        count: condition.above,
        of: name(condition.of),
      });
    case "whole-company-discount":
      return t("condition.whole-company-discount", {
        forbidden: named(condition.forbidden),
        needs: condition.needsOption
          .map(({ profile, option }) => t("condition.needsOption", { profile: name(profile), option: name(option) }))
          .join(", "),
        steps: condition.steps
          .map(({ from, cell }) =>
            t("condition.step", { from, amount: euro(Math.abs(cellOf(list, cell).cents ?? 0), locale) }),
          )
          .join(", "),
      });
  }
}
