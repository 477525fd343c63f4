import type { useTranslations } from "next-intl";
import type { Reason } from "@/lib/domain/reason";
import type { SavingKind } from "@/lib/domain/savings";
import { sentence } from "@/lib/format/reasons";
import type { Locale } from "@/lib/i18n/locale";

type Words = ReturnType<typeof useTranslations<"savings">>;

/** Said with figures elsewhere in the row. */
const figuresOnly: readonly string[] = ["saving-monthly-falls", "saving-costs-once"];

/** What to change, in one line. */
export function changeText(t: Words, locale: Locale, kind: SavingKind, explanation: readonly Reason[]): string {
  const params = explanation[0]?.params ?? {};
  const article = String((locale === "en" ? params.articleEn : undefined) ?? params.article ?? "");
  switch (kind) {
    case "larger-quantity":
      return explanation
        .filter(({ code }) => !figuresOnly.includes(code))
        .map((reason) => sentence(reason, locale))
        .join(" ");
    case "purchase":
      return t("change.purchase", { article, units: Number(params.units ?? 1) });
    case "maintenance-length":
      return t("change.maintenance-length", { longer: Number(params.longerYears), years: Number(params.years) });
    case "maintenance-lapse":
      return t("change.maintenance-lapse", { release: String(params.fromRelease) });
    case "plan-after-modules":
      return t("change.plan-after-modules", { article });
  }
}
