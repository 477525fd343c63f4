import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { number } from "@/lib/format/money";
import type { ImportView } from "@/lib/use-cases/show-import";

const separators: Readonly<Record<string, "semicolon" | "comma" | "tab" | "bar">> = {
  ";": "semicolon",
  ",": "comma",
  "\t": "tab",
  "|": "bar",
};

/** What was recognised of the file, and who did what with it when. */
export function ImportFacts({ view }: { view: ImportView }) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const { kind, encoding = "", delimiter = "" } = view.format;
  const separator = separators[delimiter];
  const by = (name: string | null, at: string | null) =>
    at === null ? null : (
      <>
        {name}, <Moment at={at} />
      </>
    );
  const acts = [
    { name: t("uploaded"), value: by(view.createdByName, view.createdAt) },
    { name: t("committedBy"), value: by(view.committedByName, view.committedAt) },
    { name: t("undoneBy"), value: by(view.undoneByName, view.undoneAt) },
  ].filter(({ value }) => value !== null);
  return (
    <Facts
      items={[
        {
          name: t("format"),
          value:
            kind === "xlsx"
              ? t("formatXlsx")
              : t("formatCsv", {
                  encoding: encoding.toUpperCase().replace("WINDOWS", "Windows"),
                  separator: separator === undefined ? delimiter : t(`separator.${separator}`),
                }),
        },
        {
          name: t("size"),
          value: t("kilobytes", { size: number(Math.max(1, Math.round(view.sizeBytes / 1024)), locale) }),
        },
        { name: "SHA-256", value: <span className="font-mono text-xs break-all text-muted">{view.sha256}</span> },
        ...acts,
      ]}
    />
  );
}
