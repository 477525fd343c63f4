import { CircleCheck, ShieldOff, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Money } from "@/components/ui/figures";
import { ReasonList, SourceNote } from "@/components/ui/reasons";
import type { Day } from "@/lib/domain/dates";
import { sentence } from "@/lib/format/reasons";
import type { SystemView } from "@/lib/use-cases/show-customer";
import { Contracts } from "./contract-rows";
import { LicenceTable } from "./licence-table";
import { TierUsage } from "./tier-usage";

/** One system with all that hangs on it; its id is the target of links from the queue. */
export function SystemCard({ system, today, showPrices }: { system: SystemView; today: Day; showPrices: boolean }) {
  const t = useTranslations("customer");
  const release = system.release === null ? null : t("release", { release: system.release });
  return (
    <Section
      id={`anlage-${system.id}`}
      flush
      title={
        <>
          {system.name} <span className="font-normal text-muted">· {system.productName}</span>
        </>
      }
      aside={[system.vendorName, release, usersOf(system, t)]
        .filter((part) => part !== null)
        .map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed line of three
          <span key={index}>
            {index === 0 ? null : " · "}
            {part}
          </span>
        ))}
    >
      <div className="flex flex-col gap-4 pt-1 pb-3">
        <Faults system={system} />
        {system.tiers.length === 0 ? null : (
          <Part title={t("tiers")}>
            <ul className="divide-y divide-line px-4">
              {system.tiers.map((tier) => (
                <TierUsage key={`${tier.sku} ${tier.mode}`} tier={tier} />
              ))}
            </ul>
            {system.nextUserCents === null ? null : (
              <p className="px-4 text-sm">
                {t.rich("nextUser", { due: () => <Money cents={system.nextUserCents} className="font-medium" /> })}
              </p>
            )}
          </Part>
        )}
        {system.contracts.length === 0 ? null : (
          <Contracts
            title={t("contracts")}
            id={`vertraege-${system.id}`}
            contracts={system.contracts}
            caption={t("contractsCaption", { system: system.name })}
            today={today}
          />
        )}
        {system.licences.length === 0 ? null : (
          <Part title={t("licences")}>
            <LicenceTable
              licences={system.licences}
              showPrices={showPrices}
              caption={`${t("licences")}, ${system.name}`}
            />
          </Part>
        )}
        {system.recommendations.length === 0 && system.assumptions.length === 0 ? null : (
          <div className="flex flex-col gap-1 px-4">
            {system.recommendations.length === 0 ? null : (
              <Disclosure label={t("recommendations")}>
                <ReasonList reasons={system.recommendations} />
              </Disclosure>
            )}
            {system.assumptions.length === 0 ? null : (
              <Disclosure label={t("assumptions")}>
                <ReasonList reasons={system.assumptions} />
              </Disclosure>
            )}
          </div>
        )}
        <p className="px-4 text-sm">
          <Link href={`/anlagen/${system.id}/schluessel`} prefetch={false} className="link inline-block min-h-6">
            {t("keys")}
            <span className="sr-only">: {system.name}</span>
          </Link>
        </p>
      </div>
    </Section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col">
      <h3 className="px-4 pb-1 text-sm">{title}</h3>
      {children}
    </div>
  );
}

function usersOf(system: SystemView, t: ReturnType<typeof useTranslations<"customer">>): string | null {
  const { installedUsers, installedLightUsers, tiers } = system;
  if (installedUsers === null) return tiers.length > 0 ? t("usersUnknown") : null;
  if (installedLightUsers) return t("plusLight", { users: installedUsers, light: installedLightUsers });
  return t("users", { count: installedUsers });
}

/** What is wrong with the system, worst first; one quiet line where nothing is. */
function Faults({ system }: { system: SystemView }) {
  const t = useTranslations("customer");
  const locale = useLocale();
  const { impossible, violations, gaps } = system;
  if (impossible === null && violations.length === 0 && gaps.length === 0) {
    return (
      <p className="flex items-center gap-1.5 px-4 text-sm text-muted">
        <CircleCheck aria-hidden className="size-4 text-done" />
        {t("allWell")}
      </p>
    );
  }
  return (
    <ul className="flex flex-col gap-2 px-4 text-sm">
      {impossible === null ? null : (
        <li className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <Badge tone="due" icon={TriangleAlert}>
            {t("impossible")}
          </Badge>
          <span>{sentence(impossible, locale)}</span>
        </li>
      )}
      {violations.map((violation) => (
        <li
          key={`${violation.sku} ${violation.kind} ${JSON.stringify(violation.params)}`}
          className="flex flex-wrap items-baseline gap-x-2 gap-y-1"
        >
          <Badge tone="due" icon={TriangleAlert}>
            {t(`violationKind.${violation.kind}`)}
          </Badge>
          <span className="min-w-0 flex-1 basis-60">
            {sentence(violation, locale)}
            {violation.source === undefined ? null : <SourceNote {...violation.source} />}
          </span>
        </li>
      ))}
      {gaps.map((gap) => (
        <li key={`${gap.kind} ${gap.skus.join()}`} className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <Badge tone="soon" icon={ShieldOff}>
            {t("gap")}
          </Badge>
          <span className="min-w-0 flex-1 basis-60">
            {sentence(gap.reason, locale)}
            {gap.articleNames.length === 0 ? null : (
              <span className="block text-muted">{gap.articleNames.join(", ")}</span>
            )}
            {gap.reason.source === undefined ? null : <SourceNote {...gap.reason.source} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
