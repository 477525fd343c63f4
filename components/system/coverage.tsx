import { CircleCheck, CircleSlash, ShieldOff } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DayText, Distance } from "@/components/ui/figures";
import type { Day } from "@/lib/domain/dates";
import type { SystemPage } from "@/lib/use-cases/show-system";

/** What covers the system: its maintenance as a whole, and support plans with the modules that they cover and those that they do not. */
export function Coverage({ view, today }: { view: SystemPage; today: Day }) {
  return (
    <div className="flex flex-col gap-3 text-sm">
      {view.maintenance === null ? null : <Maintenance maintenance={view.maintenance} today={today} />}
      {view.plans.map((plan) => (
        <Plan key={plan.contractId} plan={plan} today={today} />
      ))}
    </div>
  );
}

function Maintenance({ maintenance, today }: { maintenance: NonNullable<SystemPage["maintenance"]>; today: Day }) {
  const t = useTranslations("system");
  const { standing, endsOn, contractId } = maintenance;
  const runs = standing === "running";
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={runs ? "done" : "soon"} icon={runs ? CircleCheck : ShieldOff}>
          {t(`maintenance.${standing}`)}
        </Badge>
        {endsOn === null ? null : (
          <span>
            {t.rich(runs ? "until" : "since", { day: () => <DayText day={endsOn} /> })}{" "}
            <span className="text-muted">
              <Distance day={endsOn} today={today} />
            </span>
          </span>
        )}
      </div>
      <p className="text-muted">{t(`maintenanceText.${standing}`)}</p>
      {contractId === null ? null : <ToContract id={contractId} />}
    </div>
  );
}

function Plan({ plan, today }: { plan: SystemPage["plans"][number]; today: Day }) {
  const t = useTranslations("system");
  const standing = plan.running ? "running" : plan.startsOn > today ? "coming" : "ended";
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{plan.articleName}</span>
        <Badge tone={plan.running ? "done" : "plain"} icon={plan.running ? CircleCheck : CircleSlash}>
          {t(`plan.${standing}`)}
        </Badge>
      </div>
      <p>
        {t.rich("planFrom", { day: () => <DayText day={plan.startsOn} /> })}
        {plan.endsOn === null ? null : <>, {t.rich("until", { day: () => <DayText day={plan.endsOn} /> })}</>}
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-muted">{t("covers")}</dt>
        <dd className="min-w-0 break-words">{plan.covered.length === 0 ? t("nothing") : plan.covered.join(", ")}</dd>
        {plan.notCovered.length === 0 ? null : (
          <>
            <dt className="text-muted">{t("coversNot")}</dt>
            <dd className="min-w-0 break-words">
              {plan.notCovered.join(", ")} <span className="text-muted">({t("olderThanPlan")})</span>
            </dd>
          </>
        )}
      </dl>
      <ToContract id={plan.contractId} />
    </div>
  );
}

function ToContract({ id }: { id: string }) {
  const t = useTranslations("system");
  return (
    <Link href={`/vertraege/${id}`} prefetch={false} className="link inline-block min-h-6 self-start">
      {t("toContract")}
    </Link>
  );
}
