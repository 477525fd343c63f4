import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/card";
import type { Day } from "@/lib/domain/dates";
import type { SystemView } from "@/lib/use-cases/show-customer";
import { Contracts } from "./contract-rows";
import { LicenceTable } from "./licence-table";
import { SystemAdvice } from "./system-advice";
import { SystemFaults } from "./system-faults";
import { systemLine } from "./system-line";
import { TierList } from "./tier-usage";

/** One system with all that hangs on it; its id is the target of links from the queue. */
export function SystemCard({ system, today, showPrices }: { system: SystemView; today: Day; showPrices: boolean }) {
  const t = useTranslations("customer");
  return (
    <Section
      id={`anlage-${system.id}`}
      flush
      title={
        <>
          <Link href={`/anlagen/${system.id}`} prefetch={false} className="link">
            {system.name}
          </Link>{" "}
          <span className="font-normal text-muted">· {system.productName}</span>
        </>
      }
      aside={systemLine(system, t)}
    >
      <div className="flex flex-col gap-4 pt-1 pb-3">
        <SystemFaults system={system} />
        {system.tiers.length === 0 ? null : (
          <Part title={t("tiers")}>
            <TierList system={system} />
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
        <SystemAdvice system={system} />
        <p className="px-4 text-sm">
          <Link
            href={`/anlagen/${system.id}/schluessel`}
            prefetch={false}
            className="link inline-block min-h-6"
            aria-label={`${t("keys")}: ${system.name}`}
          >
            {t("keys")}
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
