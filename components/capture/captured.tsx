import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { wordOf } from "@/components/ui/said";
import { StatusLine } from "@/components/ui/status-line";

type Word =
  | "kunde"
  | "geaendert"
  | "berichtigt"
  | "anlage"
  | "lizenz"
  | "anschaffung"
  | "erfasst"
  | "menge"
  | "archiviert"
  | "wiederhergestellt"
  | "dokument"
  | "zurueckgenommen";

/** What was recorded last, as the address says (`getan`), with the way to its dated entry in the page's history. */
export function Captured({
  search,
  words,
}: {
  search: Readonly<Record<string, string | string[] | undefined>>;
  words: readonly Word[];
}) {
  const t = useTranslations("capture");
  const word = wordOf(words, search.getan);
  return (
    <StatusLine
      actions={
        word === null || word === "archiviert" ? undefined : <LinkButton href="#verlauf">{t("toHistory")}</LinkButton>
      }
    >
      {word === null ? null : t(`done.${word}`)}
    </StatusLine>
  );
}
