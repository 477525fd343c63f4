import { CalendarOff, CalendarRange, type IconNode, Package, ShieldOff, TrendingDown } from "lucide";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { SavingKind } from "@/lib/domain/savings";

const icons: Readonly<Record<SavingKind, IconNode>> = {
  "larger-quantity": TrendingDown,
  purchase: Package,
  "maintenance-length": CalendarRange,
  "maintenance-lapse": CalendarOff,
  "plan-after-modules": ShieldOff,
};

export function SavingKindLabel({ kind }: { kind: SavingKind }) {
  const t = useTranslations("savings");
  const shapes = icons[kind];
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon of={shapes} className="size-4 shrink-0 text-muted" />
      {t(`kinds.${kind}`)}
    </span>
  );
}
