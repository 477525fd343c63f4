import { ArrowRight } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { auditFieldName, auditText } from "@/lib/format/history";

export interface Difference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Each value that would be another one, before and after. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const t = useTranslations("capture");
  const locale = useLocale();
  const text = (field: string, value: unknown) =>
    auditText(field, typeof value === "number" ? value : String(value ?? ""), locale);
  return (
    <ul className="flex flex-col gap-0.5">
      {differences.map(({ field, before, after }) => (
        <li key={field} className="flex flex-wrap items-center gap-x-1.5">
          <span className="text-muted">{auditFieldName(field, locale)}:</span>
          <span className="sr-only">{t("before")}</span>
          <span className="text-muted">{text(field, before)}</span>
          <Icon of={ArrowRight} className="size-4 text-muted" />
          <span className="sr-only">{t("after")}</span>
          <span className="font-medium">{text(field, after)}</span>
        </li>
      ))}
    </ul>
  );
}
