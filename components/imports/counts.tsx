import { useLocale, useTranslations } from "next-intl";
import { number } from "@/lib/format/money";
import type { ImportView } from "@/lib/use-cases/show-import";

/** What the check came to, in figures: each row is in exactly one of the four. */
export function Counts({ counts }: { counts: NonNullable<ImportView["counts"]> }) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const four = ["new", "changed", "unchanged", "rejected"] as const;
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {four.map((verdict) => (
          <div key={verdict} className="rounded-md bg-sunken px-3 py-2">
            <dt className="text-xs text-muted">{t(`counts.${verdict}`)}</dt>
            <dd
              className={`text-xl font-medium tabular-nums ${verdict === "rejected" && counts.rejected > 0 ? "text-due" : ""}`}
            >
              {number(counts[verdict], locale)}
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-muted">
        {counts.gone === undefined
          ? t("makes", {
              customers: counts.customersNew ?? 0,
              systems: counts.systemsNew ?? 0,
              licences: counts.licencesNew ?? 0,
              contracts: counts.contractsNew ?? 0,
            })
          : t("gone", { count: counts.gone })}
      </p>
    </div>
  );
}
