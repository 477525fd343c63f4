import { useLocale } from "next-intl";
import { Facts } from "@/components/ui/card";
import { type FigureFields, usagePath } from "@/lib/domain/system-figures";
import { figureName } from "@/lib/format/figure-names";
import type { SystemView } from "@/lib/use-cases/show-system";
import { FigureText } from "./change-preview";

/** The figures of a system for those who may read and not change them. */
export function FigureFacts({ system, fields }: { system: SystemView; fields: FigureFields }) {
  const locale = useLocale();
  const figures: (readonly [string, number | boolean | null])[] = [
    ["installedUsers", system.installedUsers],
    ...(fields.lightUsers ? [["installedLightUsers", system.installedLightUsers] as const] : []),
    ...(fields.releases.length > 0 ? [["release", system.release] as const] : []),
    ...[...fields.counts, ...fields.flags].map((name) => [usagePath(name), system.usage[name] ?? null] as const),
  ];
  return (
    <Facts
      items={figures.map(([path, value]) => ({
        name: figureName(path, locale),
        value: <FigureText value={value} />,
      }))}
    />
  );
}
