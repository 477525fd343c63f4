import { CircleCheck, CircleX } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { DayField, SelectField, TextArea } from "@/components/ui/field";
import { DayText, Money } from "@/components/ui/figures";
import { Icon } from "@/components/ui/icon";
import { QueryForm } from "@/components/ui/query-form";
import { ReasonList } from "@/components/ui/reasons";
import { type Day, dayAfter } from "@/lib/domain/dates";
import { dayText } from "@/lib/format/day";
import type { NoticePreview } from "@/lib/use-cases/preview-notice";

interface WhatIfProps {
  contractId: string;
  /** As it was asked for: what the address says, right or wrong. */
  asked: string;
  /** Why what was asked for could not be answered. */
  error: string | null;
  preview: NoticePreview | null;
  noticeDueOn: Day | null;
  /** The earliest end that is still possible. */
  cancellableTo: Day | null;
  today: Day;
  mayRecord: boolean;
}

const channels = ["email", "fax", "letter", "portal"] as const;

/** Asks what a notice would bring about that is received on a day, and, from the answer, records it. Works from the address alone. */
export function WhatIf({
  contractId,
  asked,
  error,
  preview,
  noticeDueOn,
  cancellableTo,
  today,
  mayRecord,
}: WhatIfProps) {
  const t = useTranslations("contract");
  const locale = useLocale();
  const path = `/vertraege/${contractId}`;
  const late = preview !== null && cancellableTo !== null && preview.endsOn > cancellableTo;
  const shortcuts = [
    { label: t("whatIfToday"), day: today },
    ...(noticeDueOn !== null && noticeDueOn >= today
      ? [
          { label: t("whatIfInTime"), day: noticeDueOn },
          { label: t("whatIfLate"), day: dayAfter(noticeDueOn, 1) },
        ]
      : []),
  ];
  return (
    <div className="flex flex-col gap-3">
      <QueryForm action={`${path}#eingang`} className="flex flex-wrap items-end gap-2">
        <DayField
          id="received"
          name="eingang"
          label={t("whatIfDay")}
          required
          defaultValue={preview === null ? asked : dayText(preview.receivedOn, "de")}
          error={error ?? undefined}
          className="min-w-36 flex-1"
        />
        <Button type="submit" className="mb-0">
          {t("whatIfAsk")}
        </Button>
      </QueryForm>
      <ul className="no-print flex flex-wrap gap-x-4 gap-y-1 text-xs">
        {shortcuts.map(({ label, day }) => (
          <li key={label}>
            <a href={`${path}?eingang=${day}#eingang`} className="link inline-block min-h-6">
              {label} ({dayText(day, locale)})
            </a>
          </li>
        ))}
      </ul>
      {preview === null ? null : (
        <section className="flex flex-col gap-3 rounded-md bg-sunken p-3" aria-label={t("whatIfAnswer")}>
          <div className="flex items-start gap-2">
            {!late ? (
              <Icon of={CircleCheck} className="mt-0.5 size-5 shrink-0 text-done" />
            ) : (
              <Icon of={CircleX} className="mt-0.5 size-5 shrink-0 text-due" />
            )}
            <p className="text-sm">
              {t.rich("whatIfEnds", {
                received: () => <DayText day={preview.receivedOn} />,
                end: () => (
                  <strong>
                    <DayText day={preview.endsOn} />
                  </strong>
                ),
              })}
              {!late ? null : (
                <span className="block">{t.rich("whatIfMissed", { end: () => <DayText day={cancellableTo} /> })}</span>
              )}
            </p>
          </div>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
            <dt className="text-muted">{t("whatIfRemaining")}</dt>
            <dd>
              <Money cents={preview.remainingCents} />
            </dd>
            {preview.noticeDueOn === null ? null : (
              <>
                <dt className="text-muted">{t("noticeDue")}</dt>
                <dd>
                  <DayText day={preview.noticeDueOn} />
                </dd>
              </>
            )}
            {preview.parts.length === 0 ? null : (
              <>
                <dt className="text-muted">{t("whatIfParts")}</dt>
                <dd>
                  <ul>
                    {preview.parts.map((part) => (
                      <li key={part.contractId}>
                        {part.articleName} (<DayText day={part.endsOn} />)
                      </li>
                    ))}
                  </ul>
                </dd>
              </>
            )}
          </dl>
          <Disclosure label={t("whatIfSteps")}>
            <ReasonList reasons={preview.derivation} steps />
          </Disclosure>
          {mayRecord ? <RecordNotice contractId={contractId} preview={preview} path={path} today={today} /> : null}
        </section>
      )}
    </div>
  );
}

function RecordNotice({
  contractId,
  preview,
  path,
  today,
}: {
  contractId: string;
  preview: NoticePreview;
  path: string;
  today: Day;
}) {
  const t = useTranslations("contract");
  const locale = useLocale();
  if (preview.receivedOn > today) return <p className="text-xs text-muted">{t("noticeNotYet")}</p>;
  return (
    <EnhancedForm
      action={`/api/portal/contracts/${contractId}/notices`}
      className="flex flex-col gap-3 border-t border-line pt-3"
      aria-label={t("noticeRecord")}
    >
      <h3 className="text-sm">{t("noticeRecord")}</h3>
      <input type="hidden" name="kind" value="notice" />
      <input type="hidden" name="receivedOn" value={preview.receivedOn} />
      <input type="hidden" name="expectedEndsOn" value={preview.endsOn} />
      <input type="hidden" name="weiter" value={`${path}?erfasst=1#kuendigungen`} />
      <SelectField
        id="channel"
        name="channel"
        label={t("noticeChannel")}
        choices={channels.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
      />
      <TextArea id="note" name="note" label={t("noticeNote")} rows={2} maxLength={500} />
      <p className="text-xs text-muted">{t("noticeConsequence")}</p>
      <Button type="submit" look="primary">
        {t("noticeSubmit", { endsOn: dayText(preview.endsOn, locale) })}
      </Button>
    </EnhancedForm>
  );
}
