import { Download } from "lucide";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { type SavingsAddress, savingsExportHref } from "./savings-address";

/** Everything that is listed, as a file: for a German Excel, or for programs. */
export function ExportLinks({ address }: { address: SavingsAddress }) {
  const t = useTranslations("savings");
  return (
    <p className="no-print flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <span className="inline-flex items-center gap-1.5 text-muted">
        <Icon of={Download} className="size-4" />
        {t("export")}
      </span>
      {(["excel", "csv"] as const).map((form) => (
        <a
          key={form}
          href={savingsExportHref(address, form)}
          download
          className="link inline-flex min-h-6 items-center"
        >
          {t(`exportAs.${form}`)}
        </a>
      ))}
    </p>
  );
}
