import { Ban, CircleDashed, FileWarning, Gauge, type IconNode } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { SourceNote } from "@/components/ui/reasons";
import type { Obstacle } from "@/lib/domain/addition";
import { sentence } from "@/lib/format/reasons";

const icons: Readonly<Record<Obstacle["kind"], IconNode>> = {
  missing: CircleDashed,
  excluded: Ban,
  limit: Gauge,
  condition: FileWarning,
};

/** What stands against it, each with the clause that says so. */
export function ObstacleList({ obstacles }: { obstacles: readonly Obstacle[] }) {
  const t = useTranslations("check");
  const locale = useLocale();
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {obstacles.map((obstacle) => (
        <li
          key={`${obstacle.sku} ${obstacle.code} ${JSON.stringify(obstacle.params)}`}
          className="flex flex-wrap items-baseline gap-x-2 gap-y-1"
        >
          <Badge tone="due" icon={icons[obstacle.kind]}>
            {t(`obstacle.${obstacle.kind}`)}
          </Badge>
          <span className="min-w-0 flex-1 basis-60">
            {sentence(obstacle, locale)}
            {obstacle.source === undefined ? null : <SourceNote {...obstacle.source} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
