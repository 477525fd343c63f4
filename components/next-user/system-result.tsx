import { CircleAlert, CircleX, Lightbulb } from "lucide";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { ReasonList } from "@/components/ui/reasons";
import type { Reason } from "@/lib/domain/reason";
import { sentence } from "@/lib/format/reasons";
import type { NextUserSystemView } from "@/lib/use-cases/price-next-users";
import { CostFigures } from "./costs";
import { StepTable } from "./step-table";
import { Standing } from "./system-choice";

/** One ticked system: what each user gets, what it comes to, what would cost less, and what is not known. */
export function SystemResult({
  system,
  alone,
}: {
  system: NextUserSystemView;
  /** Its sum is the sum of all, which stands above. */
  alone: boolean;
}) {
  const t = useTranslations("nextUser");
  const locale = useLocale();
  const { priced, obstacles } = system;
  const isInstalled = system.perUser.some(({ about }) => about === "installed");
  const installed = isInstalled ? (system.installedUsers ?? system.installedTold) : null;
  const words = system.perUser.map(({ about, name }) =>
    about === "article" ? name : t(about === "installed" ? "getsInstalled" : "getsCovered", { article: name }),
  );
  return (
    <Section
      id={`anlage-${system.id}`}
      title={
        <>
          {system.name} <span className="font-normal text-muted">· {system.productName}</span>
        </>
      }
      aside={
        <Link href={`/anlagen/${system.id}`} prefetch={false} className="link no-print inline-block min-h-6">
          {t("toSystem")}
        </Link>
      }
    >
      <div className="flex flex-col gap-3">
        <div>
          {system.perUser.length === 0 ? (
            <p className="flex gap-2 rounded-md bg-soon-ground px-3 py-2 text-sm">
              <Icon of={CircleAlert} className="size-5 shrink-0 text-soon" />
              <span>{t("chooseSomething", { system: system.name })}</span>
            </p>
          ) : (
            <p className="text-sm">{t("eachGets", { articles: words.join(", ") })}</p>
          )}
          <Standing system={system} />
        </div>
        {obstacles.map((obstacle) => (
          <p key={JSON.stringify(obstacle)} className="flex gap-2 rounded-md bg-soon-ground px-3 py-2 text-sm">
            <Icon of={CircleAlert} className="size-5 shrink-0 text-soon" />
            <span>{sentence(obstacle, locale)}</span>
          </p>
        ))}
        {priced === null ? null : (
          <>
            {alone || priced.steps.length === 0 ? null : <CostFigures costs={priced.total} sample={system.sample} />}
            {priced.refused === null ? null : (
              <p className="flex gap-2 rounded-md bg-due-ground px-3 py-2 text-sm">
                <Icon of={CircleX} className="size-5 shrink-0 text-due" />
                <span>
                  {t("refused", { user: priced.refused.user })} {sentence(priced.refused.refusal, locale)}
                </span>
              </p>
            )}
            <Cheaper ways={priced.cheaper} />
            <StepTable caption={t("stepsOf", { system: system.name })} steps={priced.steps} installed={installed} />
            <Notes label={t("notes")} reasons={system.notes} open />
            <Notes label={t("hints")} reasons={priced.hints} />
            <Notes label={t("assumptions")} reasons={priced.assumptions} />
          </>
        )}
      </div>
    </Section>
  );
}

function Cheaper({ ways }: { ways: readonly Reason[] }) {
  const t = useTranslations("nextUser");
  if (ways.length === 0) return null;
  return (
    <div className="flex gap-2.5 rounded-md bg-done-ground px-3 py-2.5 text-sm">
      <Icon of={Lightbulb} className="mt-0.5 size-5 shrink-0 text-done" />
      <div className="flex min-w-0 flex-col gap-1">
        <h3 className="text-sm">{t("cheaper")}</h3>
        <ReasonList reasons={ways} />
      </div>
    </div>
  );
}

function Notes({ label, reasons, open = false }: { label: string; reasons: readonly Reason[]; open?: boolean }) {
  if (reasons.length === 0) return null;
  return (
    <Disclosure label={label} open={open}>
      <ReasonList reasons={reasons} />
    </Disclosure>
  );
}
