import { CircleCheck, CircleX, PackagePlus } from "lucide";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ColumnView } from "@/lib/use-cases/check-addition";

type Words = ReturnType<typeof useTranslations<"check">>;

/** "Wunsch 1: kleinster Korb"; without the number where there is but one wish, and without the basket where the wish needs none. */
export function columnName(
  t: Words,
  { wish, variant, units }: ColumnView,
  columns: readonly ColumnView[],
  several: boolean,
): string {
  const alone = units === 0 && !columns.some((column) => column.wish === wish && column.variant !== variant);
  if (alone) return several ? t("wishNumber", { number: wish + 1 }) : t("wish");
  const which = variant === 0 ? t("smallest") : t("otherWay", { number: variant });
  return several ? t("columnOfWish", { number: wish + 1, which }) : which;
}

/** Whether it can be ordered, alone or with so much more. */
export function Verdict({ column }: { column: ColumnView }) {
  const t = useTranslations("check");
  if (column.remaining.length > 0) {
    return (
      <Badge tone="due" icon={CircleX}>
        {t("verdict.no")}
      </Badge>
    );
  }
  if (column.units > 0) {
    return (
      <Badge tone="soon" icon={PackagePlus}>
        {t("verdict.with", { count: column.units })}
      </Badge>
    );
  }
  return (
    <Badge tone="done" icon={CircleCheck}>
      {t("verdict.yes")}
    </Badge>
  );
}
