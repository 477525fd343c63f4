import { CircleAlert, MoveRight } from "lucide";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { DayText, Money } from "@/components/ui/figures";
import { Icon } from "@/components/ui/icon";
import { ReasonList } from "@/components/ui/reasons";
import type { DiscountStanding, MaintenanceEffect } from "@/lib/domain/addition";
import type { Cents } from "@/lib/domain/money";
import type { ColumnView } from "@/lib/use-cases/check-addition";

/** What the change does to what is there: maintenance, tiers, the discount, the price of what is booked. */
export function Effects({ column }: { column: ColumnView }) {
  const t = useTranslations("check");
  const { effects, maintenance, discount, booking, onBooked, tiers, remaining, secondServer } = column;
  // A tier that moves by a purchase stands among the lines already.
  const isLine = (sku: string) => column.lines.some((line) => line.sku === sku && line.isUpgrade);
  const shown = tiers.filter(({ sku, neededTier, moves }) => neededTier !== null && !(moves && isLine(sku)));
  const bringsIncluded = effects.some(({ code }) => code === "basket-brings-included");
  const orderable = remaining.length === 0;
  const changesBooked = orderable && (onBooked.monthlyCents !== 0 || onBooked.yearlyCents !== 0);
  if (
    effects.length + shown.length === 0 &&
    maintenance === null &&
    (discount === null || !orderable) &&
    (booking === null || !orderable) &&
    !secondServer
  )
    return null;
  return (
    <div className="flex flex-col gap-3 text-sm">
      <h3 className="text-sm">{t("effects")}</h3>
      {secondServer ? <p>{t(bringsIncluded ? "secondServer" : "anotherServer")}</p> : null}
      {effects.length === 0 ? null : <ReasonList reasons={effects} />}
      <dl className="flex flex-col gap-1">
        {booking === null || !orderable ? null : (
          <>
            {changesBooked ? (
              <Fact name={t("onBooked")}>
                {(onBooked.monthlyCents ?? 0) > 0 ? "+" : null}
                <Money cents={onBooked.monthlyCents} /> {t("perMonth")}
              </Fact>
            ) : null}
            <Fact name={t("bookedMonthly")}>
              <FromTo from={booking.before.monthlyCents} to={booking.after.monthlyCents} />
            </Fact>
            {booking.before.yearlyCents === 0 && booking.after.yearlyCents === 0 ? null : (
              <Fact name={t("bookedYearly")}>
                <FromTo from={booking.before.yearlyCents} to={booking.after.yearlyCents} />
              </Fact>
            )}
          </>
        )}
        {discount === null || !orderable ? null : (
          <Fact name={t("discount")}>
            {discount.before.totalCents === discount.after.totalCents ? null : (
              <>
                <Discount standing={discount.before} /> <Arrow />{" "}
              </>
            )}
            <Discount standing={discount.after} />
          </Fact>
        )}
      </dl>
      {maintenance === null ? null : <Maintenance effect={maintenance} />}
      {shown.length === 0 ? null : (
        <ul className="flex flex-col gap-2" aria-label={t("tiers")}>
          {shown.map((tier) => (
            <li key={`${tier.sku} ${tier.mode}`} data-tier={tier.sku}>
              <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
                <span className="font-medium">{tier.articleName}</span>
                <span>
                  {t("tierMoves", { tier: tier.licensedTier, needed: tier.neededTier ?? "" })}
                  {tier.dueCents === null ? null : (
                    <>
                      {" "}
                      · <Money cents={tier.dueCents} />
                    </>
                  )}
                </span>
                {tier.moves ? null : (
                  <Badge tone="due" icon={CircleAlert}>
                    {t("tierExceededBefore")}
                  </Badge>
                )}
              </span>
              {tier.derivation.length === 0 ? null : (
                <Disclosure label={t("calculation")}>
                  <ReasonList reasons={tier.derivation} steps />
                </Disclosure>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Maintenance({ effect }: { effect: MaintenanceEffect }) {
  const t = useTranslations("check");
  if (effect.kind === "never") return <p>{t("maintenanceNever")}</p>;
  if (effect.kind === "lapsed")
    return <p>{t.rich("maintenanceLapsed", { day: () => <DayText day={effect.currentEnd} /> })}</p>;
  const { currentEnd, remainingMonths, percentPerYear, amountCents, renewal, sample, derivation } = effect;
  const end = () => <DayText day={currentEnd} />;
  return (
    <div className="flex flex-col gap-1" data-maintenance>
      <dl className="flex flex-col gap-1">
        <Fact
          name={
            <>
              {t("additional")}{" "}
              <span className="block text-xs text-muted">
                {percentPerYear === null
                  ? t.rich("additionalUnknown", { months: remainingMonths, day: end })
                  : t.rich("additionalFor", { months: remainingMonths, percent: percentPerYear, day: end })}
              </span>
            </>
          }
        >
          <Money cents={amountCents} sample={sample && amountCents !== 0} />
        </Fact>
        {renewal === null ? null : (
          <Fact name={t("renewal", { years: renewal.years })}>
            <FromTo from={renewal.beforeCents} to={renewal.afterCents} />
          </Fact>
        )}
      </dl>
      {derivation.length === 0 ? null : (
        <Disclosure label={t("calculation")}>
          <ReasonList reasons={derivation} steps />
        </Disclosure>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="text-muted">{name}</dt>
      <dd className="ml-auto text-right">{children}</dd>
    </div>
  );
}

function Discount({ standing: { holds, unitCents, totalCents } }: { standing: DiscountStanding }) {
  const t = useTranslations("check");
  if (!holds) return <span>{t("discountNone")}</span>;
  return (
    <span>
      <Money cents={totalCents} />{" "}
      <span className="text-xs text-muted">{t.rich("discountEach", { unit: () => <Money cents={unitCents} /> })}</span>
    </span>
  );
}

export function FromTo({ from, to }: { from: Cents | null; to: Cents | null }) {
  return (
    <span className="inline-flex flex-wrap items-baseline justify-end gap-x-1.5">
      <Money cents={from} /> <Arrow /> <Money cents={to} className="font-medium" />
    </span>
  );
}

function Arrow() {
  const t = useTranslations("check");
  return (
    <>
      <Icon of={MoveRight} className="inline size-4 shrink-0 self-center text-muted" />
      <span className="sr-only">{t("becomes")}</span>
    </>
  );
}
