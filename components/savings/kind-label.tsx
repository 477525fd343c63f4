import { CalendarOff, CalendarRange, type LucideIcon, Package, ShieldOff, TrendingDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SavingKind } from "@/lib/domain/savings";

const icons: Readonly<Record<SavingKind, LucideIcon>> = {
  "larger-quantity": TrendingDown,
  purchase: Package,
  "maintenance-length": CalendarRange,
  "maintenance-lapse": CalendarOff,
  "plan-after-modules": ShieldOff,
};

export function SavingKindLabel({ kind }: { kind: SavingKind }) {
  const t = useTranslations("savings");
  const Icon = icons[kind];
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      {t(`kinds.${kind}`)}
    </span>
  );
}
