import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { ReasonList } from "@/components/ui/reasons";
import type { SystemView } from "@/lib/use-cases/show-customer";

/** What the price list advises and the system does not follow, and what the check of it assumes. */
export function SystemAdvice({ system }: { system: SystemView }) {
  const t = useTranslations("customer");
  if (system.recommendations.length === 0 && system.assumptions.length === 0) return null;
  return (
    <div className="flex flex-col gap-1 px-4">
      {system.recommendations.length === 0 ? null : (
        <Disclosure label={t("recommendations")}>
          <ReasonList reasons={system.recommendations} />
        </Disclosure>
      )}
      {system.assumptions.length === 0 ? null : (
        <Disclosure label={t("assumptions")}>
          <ReasonList reasons={system.assumptions} />
        </Disclosure>
      )}
    </div>
  );
}
