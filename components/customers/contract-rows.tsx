import { CircleCheck, CircleDashed, CircleDot, FileQuestionMark } from "lucide";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DayText, Distance, Money, None } from "@/components/ui/figures";
import type { Day } from "@/lib/domain/dates";
import type { ContractLine } from "@/lib/use-cases/show-customer";
import { type ContractColumn, contractColumns } from "./contract-columns";
import { type ContractRow, ContractsTable } from "./contracts-table";

/** A list of contracts: what a table needs, worded here, so that the part that runs in the browser stays small. */
export function Contracts({
  title,
  id,
  contracts,
  caption,
  today,
}: {
  title?: string;
  id: string;
  contracts: readonly ContractLine[];
  caption: string;
  today: Day;
}) {
  const t = useTranslations("customer");
  const names = Object.fromEntries(contractColumns.map((column) => [column, t(`column.${column}`)])) as Record<
    ContractColumn,
    string
  >;
  const sortBy = Object.fromEntries(
    contractColumns.map((column) => [column, t("sortBy", { column: names[column] })]),
  ) as Record<ContractColumn, string>;
  return (
    <ContractsTable
      id={id}
      rows={contracts.map((contract) => rowOf(contract, today))}
      words={{ title, caption, columns: t("columns"), names, sortBy }}
    />
  );
}

/** Sorts after every day. */
const NO_DAY = "9999";

function rowOf(contract: ContractLine, today: Day): ContractRow {
  const { dates } = contract;
  return {
    id: contract.id,
    href: `/vertraege/${contract.id}`,
    sort: {
      article: contract.articleName,
      standing: contract.standing,
      startsOn: contract.startsOn,
      sendByOn: dates.sendByOn ?? dates.endsOn ?? NO_DAY,
      noticeDueOn: dates.noticeDueOn ?? NO_DAY,
      cancellableTo: dates.cancellableTo ?? dates.endsOn ?? NO_DAY,
      termEndsOn: dates.termEndsOn ?? NO_DAY,
      amountCents: contract.amountCents ?? Number.MAX_SAFE_INTEGER,
      billingParty: contract.billingParty,
    },
    cells: {
      article: contract.articleName,
      standing: <Standing contract={contract} />,
      startsOn: <DayText day={contract.startsOn} />,
      sendByOn: <Next day={dates.sendByOn} today={today} />,
      noticeDueOn: <DayText day={dates.noticeDueOn} />,
      cancellableTo: <DayText day={dates.cancellableTo ?? dates.endsOn} />,
      termEndsOn: <DayText day={dates.termEndsOn} />,
      amountCents: <Amount contract={contract} />,
      billingParty: <Party party={contract.billingParty} />,
    },
  };
}

function Next({ day, today }: { day: Day | null; today: Day }) {
  if (day === null) return <None />;
  return (
    <span>
      <DayText day={day} className="font-medium" />{" "}
      <span className={`text-xs md:block ${day < today ? "text-due" : "text-muted"}`}>
        <Distance day={day} today={today} />
      </span>
    </span>
  );
}

export function Standing({ contract }: { contract: Pick<ContractLine, "standing" | "ruleUnknown"> }) {
  const t = useTranslations("customer");
  if (contract.ruleUnknown)
    return (
      <Badge tone="soon" icon={FileQuestionMark}>
        {t("ruleUnknown")}
      </Badge>
    );
  switch (contract.standing) {
    case "running":
      return <span>{t("standing.running")}</span>;
    case "not-started":
      return <Badge icon={CircleDashed}>{t("standing.not-started")}</Badge>;
    case "noticed":
    case "ends-with-main":
      return (
        <Badge tone="done" icon={CircleCheck}>
          {t(`standing.${contract.standing}`)}
        </Badge>
      );
    case "ended":
      return <Badge icon={CircleDot}>{t("standing.ended")}</Badge>;
    case "lapsed":
      return (
        <Badge tone="due" icon={CircleDot}>
          {t("standing.lapsed")}
        </Badge>
      );
  }
}

export function Amount({ contract }: { contract: Pick<ContractLine, "amountCents" | "billingInterval"> }) {
  const t = useTranslations("customer");
  return (
    <span>
      <Money cents={contract.amountCents} />
      {contract.amountCents === null ? null : (
        <span className="text-xs text-muted md:block"> {t(`interval.${contract.billingInterval}`)}</span>
      )}
    </span>
  );
}

function Party({ party }: { party: ContractLine["billingParty"] }) {
  const t = useTranslations("customer");
  return <span className="text-muted">{t(`party.${party}`)}</span>;
}
