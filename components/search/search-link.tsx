import { Search } from "lucide";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { SEARCH_PAGE } from "./addresses";

/** Opens the search over everything. Without script it is the way to its page. */
export function SearchLink({ look }: { look: "field" | "icon" }) {
  const t = useTranslations("palette");
  if (look === "icon") {
    return (
      <a
        href={SEARCH_PAGE}
        data-opens-search
        className="grid size-11 place-items-center rounded-md text-muted hover:text-ink"
      >
        <Icon of={Search} className="size-5" />
        <span className="sr-only">{t("open")}</span>
      </a>
    );
  }
  return (
    <a
      href={SEARCH_PAGE}
      data-opens-search
      aria-keyshortcuts="Control+K Meta+K"
      className="flex min-h-9 items-center gap-2.5 rounded-md border border-line-strong px-2 text-sm text-muted hover:bg-hover hover:text-ink"
    >
      <Icon of={Search} className="size-[18px] shrink-0" />
      <span className="flex-1">{t("open")}</span>
      <kbd aria-hidden className="rounded border border-line bg-sunken px-1.5 font-sans text-xs">
        {t("keys")}
      </kbd>
    </a>
  );
}
