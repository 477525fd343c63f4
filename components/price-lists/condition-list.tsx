import { useLocale, useTranslations } from "next-intl";
import type { Condition, PriceListDocument } from "@/lib/domain/catalog";
import { anchorOf } from "@/lib/domain/price-list-entries";
import { conditionText } from "./condition-text";

/** What must hold for an order as a whole. */
export function ConditionList({ list, conditions }: { list: PriceListDocument; conditions: readonly Condition[] }) {
  const t = useTranslations("priceLists");
  const locale = useLocale();
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {conditions.map((condition) => (
        <li key={condition.id} id={anchorOf("condition", condition.id)} className="target:bg-accent-ground">
          {conditionText(t, list, condition, locale)}
          <span className="block text-xs text-muted">{condition.clause}</span>
        </li>
      ))}
    </ul>
  );
}
