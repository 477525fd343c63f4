import { CircleAlert, CircleCheck, CircleDot } from "lucide";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Money } from "@/components/ui/figures";
import { Icon } from "@/components/ui/icon";
import { ReasonList } from "@/components/ui/reasons";
import { UsageBar } from "@/components/ui/usage-bar";
import type { SystemView, TierUsageView } from "@/lib/use-cases/show-customer";

/** Every tier of a system, and what one more user costs over all that are full. */
export function TierList({ system }: { system: SystemView }) {
  const t = useTranslations("customer");
  return (
    <>
      <ul className="divide-y divide-line px-4">
        {system.tiers.map((tier) => (
          <TierUsage key={`${tier.sku} ${tier.mode}`} tier={tier} />
        ))}
      </ul>
      {system.nextUserCents === null ? null : (
        <p className="px-4 pb-2 text-sm">
          {t.rich("nextUser", { due: () => <Money cents={system.nextUserCents} className="font-medium" /> })}
        </p>
      )}
    </>
  );
}

/** How full a tier is: in words, and as a bar that only repeats them. */
function TierUsage({ tier }: { tier: TierUsageView }) {
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
            <Icon of={CircleCheck} className="size-4 text-done" />
          )}
        </span>
      </div>
      {tier.installedUsers === null || tier.upTo === null ? null : (
        <UsageBar used={tier.installedUsers} atMost={tier.upTo} />
      )}
      {tier.next === null ? null : (
        <p className="text-xs text-muted">
          <NextText tier={tier} />
          {tier.next.dueCents === null ? null : (
            <> · {t.rich("tierDue", { due: () => <Money cents={tier.next?.dueCents ?? null} /> })}</>
          )}
          {tier.next.monthlyCents === null ? null : (
            <> · {t.rich("tierMonthly", { due: () => <Money cents={tier.next?.monthlyCents ?? null} /> })}</>
          )}
        </p>
      )}
      {tier.next === null || tier.next.derivation.length === 0 ? null : (
        <Disclosure label={t("tierWhy")}>
          <ReasonList reasons={tier.next.derivation} steps />
        </Disclosure>
      )}
    </li>
  );
}

/** Which tier comes next, and when: needed now, with the next user, or later. */
function NextText({ tier }: { tier: TierUsageView }) {
  const t = useTranslations("customer");
  if (tier.next === null) return null;
  if (tier.exceeded) return t("tierNeeded", { tier: tier.next.tier });
  if (tier.neededTier !== null) return t("tierNext", { tier: tier.neededTier });
  return t("tierFrom", { tier: tier.next.tier, users: tier.next.fromUsers });
}

function UseText({ tier }: { tier: TierUsageView }) {
  const t = useTranslations("customer");
  if (tier.installedUsers === null) return t("tierUnknown", { tier: tier.licensedTier });
  if (tier.upTo === null) return t("tierOpen", { users: tier.installedUsers, tier: tier.licensedTier });
  return t("tierUse", { users: tier.installedUsers, upTo: tier.upTo, tier: tier.licensedTier });
}
