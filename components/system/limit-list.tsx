import { CircleAlert, CircleCheck, CircleDot } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { UsageBar } from "@/components/ui/usage-bar";
import { usagePath } from "@/lib/domain/system-figures";
import { figureName } from "@/lib/format/figure-names";
import type { LimitView } from "@/lib/use-cases/show-system";

/** What the server allows at most, how much of it is used, and how much is left. */
export function LimitList({ limits }: { limits: readonly LimitView[] }) {
  const t = useTranslations("system");
  return (
    <ul className="divide-y divide-line">
      {limits.map((limit) => (
        <li key={`${limit.kind} ${limit.of}`} className="flex flex-col gap-1.5 py-2 text-sm first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="font-medium">
              <LimitName limit={limit} />
            </span>
            <span className="flex flex-wrap items-center gap-2">
              <LimitUse limit={limit} />
              <Left limit={limit} />
            </span>
          </div>
          {limit.used === null || limit.atMost === 0 ? null : <UsageBar used={limit.used} atMost={limit.atMost} />}
          <p className="text-xs text-muted">
            {t("limitOf", { server: limit.serverName })}
            {limit.included === 0 ? null : `, ${t("included", { count: limit.included })}`}
            {limit.more === null ? null : `. ${t("more", { count: limit.more.each, article: limit.more.articleName })}`}
            <span className="block">{limit.source.clause}</span>
          </p>
        </li>
      ))}
      {limits[0] === undefined ? null : (
        <li className="pt-2 text-xs text-muted">{t("limitsSource", { document: limits[0].source.document })}</li>
      )}
    </ul>
  );
}

export function LimitName({ limit }: { limit: LimitView }) {
  const locale = useLocale();
  return limit.articleName ?? figureName(usagePath(limit.of), locale);
}

/** "18 von 20". */
export function LimitUse({ limit }: { limit: LimitView }) {
  const t = useTranslations("system");
  if (limit.used === null) return t("useUnknown", { atMost: limit.atMost });
  if (limit.atMost === 0) return t("useForbidden", { used: limit.used });
  return t("use", { used: limit.used, atMost: limit.atMost });
}

function Left({ limit }: { limit: LimitView }) {
  const t = useTranslations("system");
  if (limit.left === null) return null;
  if (limit.left < 0)
    return (
      <Badge tone="due" icon={CircleAlert}>
        {t("over", { count: -limit.left })}
      </Badge>
    );
  if (limit.left === 0 && limit.atMost > 0)
    return (
      <Badge tone="soon" icon={CircleDot}>
        {t("full")}
      </Badge>
    );
  return (
    <Badge tone="done" icon={CircleCheck}>
      {t("left", { count: limit.left })}
    </Badge>
  );
}
