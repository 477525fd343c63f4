import { Handshake, Receipt } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Amount, Standing } from "@/components/customers/contract-rows";
import { Badge } from "@/components/ui/badge";
import { DayText } from "@/components/ui/figures";
import { isLand } from "@/lib/domain/holidays";
import { landNames } from "@/lib/format/words-holidays";
import type { ContractView } from "@/lib/use-cases/show-contract";

/** What the contract is, in one line: standing, who is the party, since when, how long, how much. */
export function ContractFacts({ view }: { view: Pick<ContractView, "contract" | "land" | "mainContract"> }) {
  const t = useTranslations("contract");
  const { contract, land, mainContract } = view;
  const brokered = contract.billingParty === "vendor";
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
      <Standing contract={contract} />
      <span title={brokered ? t("brokeredWhy") : t("soldWhy")}>
        <Badge tone="accent" icon={brokered ? Handshake : Receipt}>
          {brokered ? t("brokered") : t("sold")}
        </Badge>
      </span>
      <span>{contract.vendorName}</span>
      <span>
        {t("startsOn")} <DayText day={contract.startsOn} />
      </span>
      {contract.termMonths === null ? null : (
        <span>
          {t("termMonths")}: {t("months", { count: contract.termMonths })}
        </span>
      )}
      <span className="flex items-baseline gap-1 [&_span]:inline">
        <Amount contract={contract} />
      </span>
      {isLand(land) ? <span>{t("landOf", { land: landNames[land] })}</span> : null}
      {mainContract === null ? null : (
        <span>
          {t.rich("mainContract", {
            article: mainContract.articleName,
            link: (chunks) => (
              <Link href={`/vertraege/${mainContract.id}`} prefetch={false} className="link">
                {chunks}
              </Link>
            ),
          })}
        </span>
      )}
    </div>
  );
}
