import { ArrowRight } from "lucide";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { DayField, TextField } from "@/components/ui/field";
import { DayText, Money } from "@/components/ui/figures";
import { Icon } from "@/components/ui/icon";
import { ReasonList } from "@/components/ui/reasons";
import { StatusLine } from "@/components/ui/status-line";
import { type Day, dayAfter, dayAfterMonths } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import type { Reason } from "@/lib/domain/reason";
import { dayText } from "@/lib/format/day";
import { sentence } from "@/lib/format/reasons";
import type { DecisionItem } from "@/lib/use-cases/list-decisions";
import { FillIn } from "./fill-in";

export interface PanelProps {
  item: DecisionItem;
  /** How the contract's date came about; null for rows without a contract. */
  why: { readonly derivation: readonly Reason[]; readonly assumptions: readonly Reason[] } | null;
  /** The end that follows if the deadline passes, and what it costs until then. */
  ifMissed: { readonly endsOn: Day; readonly costCents: Cents | null } | null;
  today: Day;
  mayDecide: boolean;
  /** Where to go once it is decided, and where to come back to when something is wrong. */
  weiter: string;
  zurueck: string;
  /** What a form that was sent without script failed of, and on which field. */
  fault: { readonly sentence: string; readonly field: string | undefined } | null;
}

/** The open row: what it is about and why, what it costs to miss, and the three things one can do. */
export function DecisionPanel({ item, why, ifMissed, today, mayDecide, weiter, zurueck, fault }: PanelProps) {
  const t = useTranslations("decide");
  const locale = useLocale();
  return (
    <div className="grid gap-x-8 gap-y-4 border-t border-line pt-3 text-sm max-md:px-4 max-md:pb-4 lg:grid-cols-2">
      <div className="flex flex-col gap-3">
        <div>
          <h2 className="text-xs font-semibold text-muted">{t("about")}</h2>
          <p>{sentence(item.about, locale)}</p>
        </div>
        <div>
          <h2 className="text-xs font-semibold text-muted">{t("cost")}</h2>
          <p>
            <Money cents={item.amountAtStakeCents} sample={item.sample} className="font-medium" />
            {ifMissed === null ? null : (
              <span className="block text-muted">
                {t.rich("costUntil", { end: () => <DayText day={ifMissed.endsOn} /> })}
              </span>
            )}
          </p>
        </div>
        {why === null ? null : (
          <Disclosure label={t("why")}>
            <div className="flex flex-col gap-2">
              <ReasonList reasons={why.derivation} steps />
              {why.assumptions.length === 0 ? null : (
                <>
                  <h3 className="text-xs font-semibold text-muted">{t("assumptions")}</h3>
                  <ReasonList reasons={why.assumptions} />
                </>
              )}
            </div>
          </Disclosure>
        )}
        <p className="flex flex-wrap gap-x-6 gap-y-1">
          {item.contractId === null ? null : (
            <Way href={`/vertraege/${item.contractId}`}>
              {item.kind === "rule-unknown" ? t("toRule") : t("toContract")}
            </Way>
          )}
          {item.systemId === null ? null : <Way href={`/anlagen/${item.systemId}`}>{t("toSystem")}</Way>}
          <Way href={`/kunden/${item.customerId}`}>{t("toCustomer")}</Way>
        </p>
      </div>
      {mayDecide ? <Acts item={item} today={today} weiter={weiter} zurueck={zurueck} fault={fault} /> : null}
    </div>
  );
}

function Way({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="link inline-flex min-h-6 items-center gap-1">
      {children}
      <Icon of={ArrowRight} className="size-4" />
    </Link>
  );
}

/** Reasons that are given again and again, by what they are for. */
const presets = ["needed", "customerAsked", "cheaperElsewhere", "talkedToCustomer", "tooLate"] as const;
const snoozePresets = ["waitCustomer", "waitVendor", "waitOffer"] as const;

function Acts({
  item,
  today,
  weiter,
  zurueck,
  fault,
}: Pick<PanelProps, "item" | "today" | "weiter" | "zurueck" | "fault">) {
  const t = useTranslations("decide");
  const locale = useLocale();
  const action = `/api/portal/decisions/${item.id}`;
  const hidden = (
    <>
      <input type="hidden" name="basis" value={item.basis} />
      <input type="hidden" name="weiter" value={weiter} />
      <input type="hidden" name="zurueck" value={zurueck} />
    </>
  );
  const snoozeDays = [
    { label: t("inDays", { days: 3 }), day: dayAfter(today, 3) },
    { label: t("inDays", { days: 7 }), day: dayAfter(today, 7) },
    { label: t("inDays", { days: 14 }), day: dayAfter(today, 14) },
    { label: t("inOneMonth"), day: dayAfterMonths(today, 1) },
  ];
  return (
    <div className="flex flex-col gap-4">
      {fault === null ? null : <StatusLine tone="due">{fault.sentence}</StatusLine>}
      <EnhancedForm action={action} className="flex flex-col gap-2" aria-label={t("form")}>
        {hidden}
        <TextField
          id={`reason-${item.id}`}
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          required
          maxLength={500}
          autoComplete="off"
        />
        <FillIn
          target={`reason-${item.id}`}
          label={t("presets")}
          choices={presets.map((each) => ({ label: t(`preset.${each}`), value: t(`preset.${each}`) }))}
        />
        <div className="grid grid-cols-1 gap-2 pt-1 sm:grid-cols-3">
          {item.choices.map((choice) => (
            <Button key={choice} type="submit" name="choice" value={choice}>
              {t(`act.${choice}`)}
            </Button>
          ))}
        </div>
      </EnhancedForm>
      <Disclosure label={t("snooze")} open={fault?.field === "until"}>
        <EnhancedForm action={action} className="flex flex-col gap-2" aria-label={t("snooze")}>
          {hidden}
          <input type="hidden" name="act" value="snooze" />
          <div className="grid gap-2 sm:grid-cols-[9rem_1fr]">
            <DayField
              id={`until-${item.id}`}
              name="until"
              label={t("snoozeUntil")}
              required
              defaultValue={dayText(dayAfter(today, 7), "de")}
            />
            <TextField
              id={`snooze-reason-${item.id}`}
              name="reason"
              label={t("reason")}
              required
              maxLength={500}
              autoComplete="off"
            />
          </div>
          <FillIn
            target={`until-${item.id}`}
            label={t("snoozeDays")}
            choices={snoozeDays.map(({ label, day }) => ({ label, value: dayText(day, "de") }))}
          />
          <FillIn
            target={`snooze-reason-${item.id}`}
            label={t("presets")}
            choices={snoozePresets.map((each) => ({ label: t(`preset.${each}`), value: t(`preset.${each}`) }))}
          />
          {item.sendByOn !== null && item.sendByOn >= today ? (
            <p className="text-xs text-muted">{t("snoozeLatest", { day: dayText(item.sendByOn, locale) })}</p>
          ) : null}
          <div>
            <Button type="submit">{t("snoozeSubmit")}</Button>
          </div>
        </EnhancedForm>
      </Disclosure>
    </div>
  );
}
