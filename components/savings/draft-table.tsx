import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { DayText, Money, None } from "@/components/ui/figures";
import { number } from "@/lib/format/money";
import type { DraftLine, DraftView } from "@/lib/use-cases/list-savings";

/** One of both drafts, as the calculator answers it. */
export function DraftTable({ title, view, sample }: { title: string; view: DraftView; sample: boolean }) {
  const t = useTranslations("savings");
  return (
    <section className="flex flex-col gap-1" aria-label={title}>
      <h2 className="text-xs font-semibold text-muted">{title}</h2>
      {view.kind === "nothing" ? (
        <p>{t("nothing")}</p>
      ) : (
        <>
          {view.kind === "price" ? <PriceTable view={view} /> : <MaintenanceText view={view} sample={sample} />}
          <Disclosure label={t("request")} className="no-print">
            <code className="block rounded-md bg-sunken p-2 text-xs break-all">{JSON.stringify(view.request)}</code>
            <p className="pt-1 text-xs text-muted">{t("requestHint")}</p>
          </Disclosure>
        </>
      )}
    </section>
  );
}

const charges = [
  ["once", "oneOffCents"],
  ["aMonth", "monthlyCents"],
  ["aYear", "yearlyCents"],
] as const;
type Charges = readonly (typeof charges)[number][];

function PriceTable({ view: { lines, totals } }: { view: Extract<DraftView, { kind: "price" }> }) {
  const t = useTranslations("savings");
  const locale = useLocale();
  // What nothing is charged for has no column.
  const charged = charges.filter(([, cents]) => lines.some((line) => line[cents] !== 0));
  return (
    <div className="scroll-x relative rounded-md border border-line bg-surface">
      <table className="tbl rows">
        <thead>
          <tr>
            <th scope="col">{t("article")}</th>
            <th scope="col" className="num">
              {t("quantity")}
            </th>
            {charged.map(([name]) => (
              <th key={name} scope="col" className="num">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines stand as they were asked for, and two may be alike
            <tr key={at}>
              <th scope="row" className="font-normal!">
                {line.articleName}
                <LineForm line={line} />
              </th>
              <td className="num" data-label={t("quantity")}>
                {number(line.quantity, locale)}
              </td>
              <Amounts of={line} charged={charged} />
            </tr>
          ))}
        </tbody>
        <tbody>
          <tr data-draft-total>
            <th scope="row" colSpan={2}>
              {t("sum")}
            </th>
            <Amounts of={totals} charged={charged} strong />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function LineForm({ line: { mode, termMonths, tier, profileName } }: { line: DraftLine }) {
  const t = useTranslations("savings");
  const parts = [
    mode === null ? null : mode === "purchase" ? t("bought") : t("subscribed", { months: termMonths ?? 0 }),
    tier === null ? null : t("tier", { tier }),
    profileName === null ? null : t("forProfile", { profile: profileName }),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : <span className="block text-xs text-muted">{parts.join(" · ")}</span>;
}

function Amounts({
  of,
  charged,
  strong = false,
}: {
  of: Pick<DraftLine, "oneOffCents" | "monthlyCents" | "yearlyCents">;
  charged: Charges;
  strong?: boolean;
}) {
  const t = useTranslations("savings");
  return charged.map(([name, cents]) => (
    <td key={name} className="num" data-label={t(name)}>
      {of[cents] === 0 ? <None /> : <Money cents={of[cents]} className={strong ? "font-semibold" : ""} />}
    </td>
  ));
}

function MaintenanceText({
  view,
  sample,
}: {
  view: Extract<DraftView, { kind: "up2date" | "one-time-upgrade" }>;
  sample: boolean;
}) {
  const t = useTranslations("savings");
  const { kind, amountCents, basisCents, percent, years, fromRelease, startsOn, endsOn } = view;
  return (
    <div className="rounded-md border border-line bg-surface px-3 py-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>
          {kind === "up2date"
            ? t("up2dateFor", { years: years ?? 0 })
            : t("oneTimeFrom", { release: fromRelease ?? 0 })}
        </span>
        <span data-draft-total>
          <Money cents={amountCents} sample={sample} className="font-semibold" />
        </span>
      </p>
      <p className="text-xs text-muted">
        {t.rich(kind === "up2date" ? "percentAYear" : "percentOnce", {
          percent,
          basis: () => <Money cents={basisCents} />,
        })}
        {startsOn === null || endsOn === null ? null : (
          <>
            {" · "}
            {t.rich("fromTo", { start: () => <DayText day={startsOn} />, end: () => <DayText day={endsOn} /> })}
          </>
        )}
      </p>
    </div>
  );
}
