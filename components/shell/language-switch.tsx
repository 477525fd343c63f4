import { useLocale, useTranslations } from "next-intl";
import { locales } from "@/lib/i18n/locale";
import { ReturnTo } from "./return-to";

const names = { de: "Deutsch", en: "English" } as const;

/** Each language under its own name, so that it is found by whoever reads only that one. */
export function LanguageSwitch() {
  const t = useTranslations("nav");
  const present = useLocale();
  return (
    <form method="post" action="/api/portal/account/language">
      <ReturnTo />
      <fieldset className="flex items-center rounded-md border border-line p-0.5">
        <legend className="sr-only">{t("language")}</legend>
        {locales.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-pressed={locale === present}
            className="min-h-7 flex-1 rounded px-2 text-xs font-medium text-muted hover:text-ink aria-pressed:bg-accent-ground aria-pressed:text-accent-strong max-lg:min-h-10"
          >
            {names[locale]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
