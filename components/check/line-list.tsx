import { TriangleAlert } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { isArticleNumber } from "@/components/customers/article-words";
import { ownPricesHref } from "@/components/price-lists/addresses";
import { slotText } from "@/components/price-lists/slot-text";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Money, SampleMark } from "@/components/ui/figures";
import { ReasonList } from "@/components/ui/reasons";
import { onceEach } from "@/lib/domain/next-user-costs";
import type { LineView } from "@/lib/use-cases/check-addition";

const parts = ["wish", "tier", "needed"] as const;

/** What would be ordered, by why it is: wished for, moved by the users, or needed by the rest. */
export function LineList({
  lines,
  vendor,
  isOrderable,
}: {
  lines: readonly LineView[];
  vendor: string;
  isOrderable: boolean;
}) {
  const t = useTranslations("check");
  return parts.map((part) => {
    const own = lines.filter((line) => line.part === part);
    if (own.length === 0) return null;
    return (
      <div key={part}>
        <h3 className="pb-1 text-sm">{t(`part.${part}`)}</h3>
        <ul className="divide-y divide-line border-t border-line">
          {own.map((line) => (
            <Line
              key={`${line.sku} ${line.profile} ${line.mode} ${line.termMonths} ${line.tier} ${line.quantity}`}
              line={line}
              vendor={vendor}
              isOrderable={isOrderable}
            />
          ))}
        </ul>
      </div>
    );
  });
}

function Line({ line, vendor, isOrderable }: { line: LineView; vendor: string; isOrderable: boolean }) {
  const t = useTranslations("check");
  const lists = useTranslations("priceLists");
  const { mode, termMonths, tier, profileName } = line;
  const form = slotText(
    lists,
    {
      ...(profileName === null ? {} : { profile: profileName }),
      ...(mode === null ? {} : { mode }),
      ...(termMonths === null ? {} : { termMonths }),
      ...(tier === null ? {} : { tier }),
    },
    (profile) => profile,
  );
  const why = onceEach(line.because);
  return (
    <li className="flex flex-col gap-1 py-2 text-sm" data-line={line.sku} data-part={line.part}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="min-w-0 flex-1 basis-40">
          <span className="tabular-nums">{line.quantity}</span> ×{" "}
          <span className="font-medium">{line.articleName}</span>
          {isArticleNumber(line.sku) ? <span className="text-xs text-muted"> {line.sku}</span> : null}
          {form === "" ? null : <span className="block text-xs text-muted">{form}</span>}
        </span>
        {isOrderable ? <Amounts line={line} vendor={vendor} /> : null}
      </div>
      {line.isUpgrade || line.needsOverride !== null || line.sample ? (
        <p className="flex flex-wrap gap-1">
          {line.isUpgrade ? <Badge>{t("upgrade")}</Badge> : null}
          {line.sample ? <SampleMark /> : null}
          {line.needsOverride === null ? null : (
            <Badge tone="soon" icon={TriangleAlert}>
              {t("needsOverride")}
            </Badge>
          )}
        </p>
      ) : null}
      {why.length === 0 ? null : (
        <Disclosure label={t("why")} open>
          <ReasonList reasons={why} />
        </Disclosure>
      )}
      {line.derivation.length === 0 ? null : (
        <Disclosure label={t("calculation")}>
          <ReasonList reasons={line.derivation} steps />
        </Disclosure>
      )}
    </li>
  );
}

/** Each charge with its unit price; what nobody knows says so, and where an own price would help, leads there. */
function Amounts({ line, vendor }: { line: LineView; vendor: string }) {
  const t = useTranslations("check");
  const lists = useTranslations("priceLists");
  const charges = (["oneOff", "monthly", "yearly"] as const).filter((charge) => line[`${charge}Cents`] !== 0);
  if (charges.length === 0) return <Money cents={0} />;
  return (
    <span className="ml-auto flex flex-col items-end">
      {charges.map((charge) => {
        const cents = line[`${charge}Cents`];
        const unit = line.prices.find((price) => price.charge === charge);
        if (cents === null) {
          return (
            <span key={charge} className="text-right">
              {line.onRequest || line.prices.length > 0 ? (
                <Money cents={null} />
              ) : (
                <Link
                  href={ownPricesHref({ artikel: `${vendor}/${line.sku}` })}
                  prefetch={false}
                  className="link text-xs"
                >
                  {t("priceMissing")}
                </Link>
              )}
            </span>
          );
        }
        return (
          <span key={charge} className="text-right">
            <Money cents={cents} className="font-medium" />{" "}
            <span className="text-muted">{lists(`charge.${charge}`)}</span>
            {unit === undefined || unit.units <= 1 ? null : (
              <span className="block text-xs text-muted">
                {unit.units} × <Money cents={unit.unitCents} />
                {unit.own && !line.sample ? ` ${t("ownPrice")}` : null}
              </span>
            )}
          </span>
        );
      })}
    </span>
  );
}
