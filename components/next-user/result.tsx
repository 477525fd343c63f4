import { CircleAlert, TriangleAlert } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { NextUserSystemView, NextUserView } from "@/lib/use-cases/price-next-users";
import { CostFigures, CostLine } from "./costs";
import { Reasoning } from "./reasoning";
import { StepTable } from "./step-table";

/** What all users cost over all systems, the step that hurts most, and user by user. */
export function Result({
  view,
  hrefOf,
}: {
  view: NextUserView & { readonly priced: NonNullable<NextUserView["priced"]> };
  /** The same for another number of users. */
  hrefOf: (users: number) => string;
}) {
  const t = useTranslations("nextUser");
  const { priced, users, left } = view;
  const reached = priced.steps.length;
  const counting = view.systems.filter((system) => system.priced !== null);
  const isAll = left.length === 0 && reached === users;
  return (
    <Section
      id="summe"
      title={t("resultTitle", { count: reached === 0 ? users : reached })}
      aside={
        <nav aria-label={t("otherNumbers")} className="no-print flex flex-wrap gap-x-1">
          {[1, 5, 10, 50].map((number) => (
            <Link
              key={number}
              href={hrefOf(number)}
              prefetch={false}
              scroll={false}
              aria-current={number === users ? "true" : undefined}
              className="inline-flex min-h-7 items-center rounded-full border border-line px-2.5 text-muted hover:text-ink aria-current:border-accent aria-current:text-accent max-md:min-h-9"
            >
              {t("usersCount", { count: number })}
            </Link>
          ))}
        </nav>
      }
    >
      <div className="flex flex-col gap-4">
        <div role="status" className="flex flex-col gap-2">
          {reached === 0 ? null : (
            <CostFigures costs={priced.total} sample={counting.some((system) => system.sample)} />
          )}
          {reached === 0 || hasAll(priced.total) ? null : (
            <p className="text-sm text-muted">
              {t.rich("knownPart", { costs: () => <CostLine costs={priced.known} /> })}
            </p>
          )}
          {isAll ? null : (
            <ul className="flex flex-col gap-1 text-sm">
              {reached === users ? null : (
                <Remark>{reached === 0 ? t("reachedNone") : t("reached", { reached, users })}</Remark>
              )}
              {left.length === 0 ? null : (
                <Remark>{t("left", { systems: left.map(({ name }) => name).join(", ") })}</Remark>
              )}
            </ul>
          )}
        </div>
        {priced.worst === null ? (
          reached === 0 ? null : (
            <p className="text-sm text-muted">{t("nothingHurts")}</p>
          )
        ) : (
          <Worst user={priced.worst.user} systems={counting} hurtsOn={priced.worst.hurtsOn} />
        )}
        {counting.length < 2 || reached === 0 ? null : (
          <StepTable
            caption={t("stepsOfAll")}
            systems={counting.length}
            steps={priced.steps.map(({ hurtsOn, ...step }) => ({ ...step, hurts: hurtsOn.length > 0, reasons: [] }))}
            where={(user) =>
              (priced.steps[user - 1]?.hurtsOn ?? []).flatMap(
                (id) => counting.find((system) => system.id === id)?.name ?? [],
              )
            }
          />
        )}
      </div>
    </Section>
  );
}

function hasAll({ oneOffCents, monthlyCents, yearlyCents }: NonNullable<NextUserView["priced"]>["total"]): boolean {
  return oneOffCents !== null && monthlyCents !== null && yearlyCents !== null;
}

function Remark({ children }: { children: string }) {
  return (
    <li className="flex gap-2 rounded-md bg-soon-ground px-3 py-2">
      <Icon of={CircleAlert} className="size-5 shrink-0 text-soon" />
      <span>{children}</span>
    </li>
  );
}

/** The user who costs most beyond his own price: why, on each system, with where it stands. */
function Worst({
  user,
  systems,
  hurtsOn,
}: {
  user: number;
  systems: readonly NextUserSystemView[];
  hurtsOn: readonly string[];
}) {
  const t = useTranslations("nextUser");
  return (
    <div className="flex gap-2.5 rounded-md bg-due-ground px-3 py-2.5">
      <Icon of={TriangleAlert} className="mt-0.5 size-5 shrink-0 text-due" />
      <div className="flex min-w-0 flex-col gap-2">
        <h3 className="text-sm">{t("worst", { user })}</h3>
        {systems
          .filter((system) => hurtsOn.includes(system.id))
          .map((system) => {
            const step = system.priced?.steps[user - 1];
            if (step === undefined) return null;
            return (
              <div key={system.id} className="flex flex-col gap-1 text-sm">
                <p>{t.rich("worstOn", { system: system.name, costs: () => <CostLine costs={step.beyond} /> })}</p>
                <Reasoning reasons={step.reasons} />
              </div>
            );
          })}
      </div>
    </div>
  );
}
