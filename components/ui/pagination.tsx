import { ArrowDown, ArrowUp } from "lucide";
import { useTranslations } from "next-intl";
import { LinkButton } from "./button";
import { Icon } from "./icon";

/** Further rows by cursor: on, or back to the start. */
export function Pagination({ nextHref, startHref }: { nextHref: string | null; startHref: string | null }) {
  const t = useTranslations("common");
  if (nextHref === null && startHref === null) return null;
  return (
    <nav aria-label={t("pages")} className="no-print flex justify-center gap-2 p-3">
      {startHref === null ? null : (
        <LinkButton href={startHref}>
          <Icon of={ArrowUp} className="size-4" />
          {t("toStart")}
        </LinkButton>
      )}
      {nextHref === null ? null : (
        <LinkButton href={nextHref}>
          <Icon of={ArrowDown} className="size-4" />
          {t("more")}
        </LinkButton>
      )}
    </nav>
  );
}
