import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { ReasonList } from "@/components/ui/reasons";
import type { Reason } from "@/lib/domain/reason";

/** What happens with a user; how each sum came about opens below it. */
export function Reasoning({ reasons }: { reasons: readonly Reason[] }) {
  const t = useTranslations("nextUser");
  const sums = reasons.filter(isSum);
  return (
    <>
      <ReasonList reasons={reasons.filter((reason) => !isSum(reason))} />
      {sums.length === 0 ? null : (
        <Disclosure label={t("sums")}>
          <ReasonList reasons={sums} />
        </Disclosure>
      )}
    </>
  );
}

/** A step of the arithmetic of a tier upgrade. */
function isSum({ code }: Reason): boolean {
  return code.startsWith("tier-");
}
