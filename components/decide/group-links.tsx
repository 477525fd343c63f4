import { useTranslations } from "next-intl";
import type { Day } from "@/lib/domain/dates";
import { type Dated, groupByWeek } from "./weeks";

const MOST = 6;

/** How much stands in each of the first sections, and the way to it. */
export function GroupLinks({ items, today }: { items: readonly Dated[]; today: Day }) {
  const t = useTranslations("decide");
  const groups = groupByWeek(items, today).slice(0, MOST);
  if (groups.length < 2) return null;
  return (
    <nav aria-label={t("groups")} className="no-print -mx-1 flex gap-1 overflow-x-auto px-1 py-1">
      {groups.map((group) => (
        <a
          key={group.key}
          href={`#${group.key}`}
          className={`flex min-h-8 shrink-0 items-center gap-1.5 rounded-full border px-3 text-xs font-medium tabular-nums ${group.kind === "overdue" || group.kind === "missed" ? "border-due text-due" : group.kind === "this-week" ? "border-soon text-soon" : "border-line text-muted hover:text-ink"}`}
        >
          {t(`group.${group.kind}`, { week: "week" in group ? group.week.number : 0 })}
          <span className="rounded-full bg-sunken px-1.5 text-ink">{group.items.length}</span>
        </a>
      ))}
    </nav>
  );
}
