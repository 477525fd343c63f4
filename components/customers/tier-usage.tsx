import { CircleAlert, CircleCheck, CircleDot } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Money } from "@/components/ui/figures";
import { ReasonList } from "@/components/ui/reasons";
import type { TierUsageView } from "@/lib/use-cases/show-customer";

/** How full a tier is: in words, and as a bar that only repeats them. */
export function TierUsage({ tier }: { tier: TierUsageView }) {
  const t = useTranslations("customer");
  const full = !tier.exceeded && tier.neededTier !== null;
  return (
    <li className="flex flex-col gap-1.5 py-2 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="font-medium">
          {tier.articleName} <span className="font-normal text-muted">({t(`tierMode.${tier.mode}`)})</span>
        </span>
        <span className="flex flex-wrap items-center gap-2">
          <UseText tier={tier} />
          {tier.exceeded ? (
            <Badge tone="due" icon={CircleAlert}>
              {t("tierExceeded")}
            </Badge>
          ) : full ? (
            <Badge tone="soon" icon={CircleDot}>
              {t("tierFull")}
            </Badge>
          ) : (
            <CircleCheck aria-hidden className="size-4 text-done" />
          )}
        </span>
      </div>
      {tier.installedUsers === null || tier.upTo === null ? null : (
        <Bar users={tier.installedUsers} upTo={tier.upTo} exceeded={tier.exceeded} />
      )}
      {tier.neededTier === null ? null : (
        <p className="text-xs text-muted">
          {tier.exceeded ? t("tierNeeded", { tier: tier.neededTier }) : t("tierNext", { tier: tier.neededTier })}
          {tier.dueCents === null ? null : <> · {t.rich("tierDue", { due: () => <Money cents={tier.dueCents} /> })}</>}
        </p>
      )}
      {tier.derivation.length === 0 ? null : (
        <Disclosure label={t("tierWhy")}>
          <ReasonList reasons={tier.derivation} steps />
        </Disclosure>
      )}
    </li>
  );
}

function UseText({ tier }: { tier: TierUsageView }) {
  const t = useTranslations("customer");
  if (tier.installedUsers === null) return t("tierUnknown", { tier: tier.licensedTier });
  if (tier.upTo === null) return t("tierOpen", { users: tier.installedUsers, tier: tier.licensedTier });
  return t("tierUse", { users: tier.installedUsers, upTo: tier.upTo, tier: tier.licensedTier });
}

/** Up to the limit solid; what lies beyond it stands after a gap and is hatched. */
function Bar({ users, upTo, exceeded }: { users: number; upTo: number; exceeded: boolean }) {
  const whole = Math.max(users, upTo);
  const inside = (Math.min(users, upTo) / whole) * 100;
  const limit = (upTo / whole) * 100;
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="h-2 w-full" aria-hidden="true" focusable="false">
      <rect x="0" y="0" width={limit} height="6" className="fill-sunken" />
      <rect x="0" y="0" width={inside} height="6" className="fill-accent" />
      {exceeded ? <rect x={limit + 0.6} y="0" width={100 - limit - 0.6} height="6" className="fill-due" /> : null}
    </svg>
  );
}
