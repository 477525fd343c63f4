import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Area, PriceListDocument } from "@/lib/domain/catalog";
import { anchorOf } from "@/lib/domain/price-list-entries";

/** Countries by zone or package, literally as printed. Those that the paper puts into two zones are marked. */
export function AreaList({ list, areas }: { list: PriceListDocument; areas: readonly Area[] }) {
  const t = useTranslations("priceLists");
  const twice = inTwoZones(list);
  return (
    <dl className="flex flex-col gap-4 text-sm">
      {areas.map((area) => (
        <div key={area.id} id={anchorOf("area", area.id)} className="target:bg-accent-ground">
          <dt className="font-medium">
            {area.name}{" "}
            <span className="text-xs font-normal text-muted">
              {area.allOthers ? t("allOthers") : t("countries", { count: area.countries.length })} · {area.clause}
            </span>
          </dt>
          {area.countries.length === 0 ? null : (
            <dd className="mt-1 max-w-5xl text-muted">
              {area.countries.map((country, index) => (
                <span key={country}>
                  {index === 0 ? null : ", "}
                  {twice.has(`${area.family} ${country}`) ? (
                    <span className="whitespace-nowrap">
                      <strong className="font-medium text-ink">{country}</strong>{" "}
                      <Badge tone="soon">{t("inTwoZones")}</Badge>
                    </span>
                  ) : (
                    country
                  )}
                </span>
              ))}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** Countries in more than one of the zones that calls are priced by. A package that contains another is no contradiction. */
function inTwoZones({ areas, rates }: PriceListDocument): ReadonlySet<string> {
  const priced = areas.filter(({ id }) => rates.some(({ area }) => area === id));
  const names = priced.flatMap(({ family, countries }) => countries.map((country) => `${family} ${country}`));
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}
