import { CircleCheck, CircleDashed, CircleSlash, Undo2 } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { DayField, SelectField } from "@/components/ui/field";
import { DayText } from "@/components/ui/figures";
import { Moment } from "@/components/ui/moment";
import type { Day } from "@/lib/domain/dates";
import { dayText } from "@/lib/format/day";
import type { NoticeView } from "@/lib/use-cases/show-contract";

const channels = ["email", "fax", "letter", "portal"] as const;

/** Every notice with what followed it, each as a dated confirmation that can be printed. */
export function Notices({
  contractId,
  notices,
  today,
  mayRecord,
}: {
  contractId: string;
  notices: readonly NoticeView[];
  today: Day;
  mayRecord: boolean;
}) {
  const t = useTranslations("contract");
  if (notices.length === 0) return <p className="text-sm text-muted">{t("noticesNone")}</p>;
  return (
    <ol className="flex flex-col divide-y divide-line">
      {notices.map((notice) => (
        <li key={notice.id} className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{t.rich("noticeTo", { end: () => <DayText day={notice.endsOn} /> })}</span>
            <Standing notice={notice} />
          </div>
          <p className="text-sm">
            {t.rich("noticeReceived", {
              received: () => <DayText day={notice.receivedOn} />,
              channel: t(`channel.${notice.channel}`),
            })}
            {notice.note === null ? null : <span className="block break-words">{notice.note}</span>}
            <span className="block text-xs text-muted">
              {notice.byName === null ? t("recordedOn") : t("recordedBy", { name: notice.byName })}{" "}
              <Moment at={notice.recordedAt} />
            </span>
          </p>
          {mayRecord && notice.inForce ? <FollowUp contractId={contractId} notice={notice} today={today} /> : null}
        </li>
      ))}
    </ol>
  );
}

function Standing({ notice }: { notice: NoticeView }) {
  const t = useTranslations("contract");
  const locale = useLocale();
  if (notice.withdrawnOn !== null)
    return <Badge icon={Undo2}>{t("noticeWithdrawn", { day: dayText(notice.withdrawnOn, locale) })}</Badge>;
  if (!notice.inForce) return <Badge icon={CircleSlash}>{t("noticeOvertaken")}</Badge>;
  if (notice.confirmedOn === null)
    return (
      <Badge tone="soon" icon={CircleDashed}>
        {t("noticeUnconfirmed")}
      </Badge>
    );
  return (
    <Badge tone="done" icon={CircleCheck}>
      {t("noticeConfirmed", { day: dayText(notice.confirmedOn, locale) })}
    </Badge>
  );
}

function FollowUp({ contractId, notice, today }: { contractId: string; notice: NoticeView; today: Day }) {
  const t = useTranslations("contract");
  const acts = notice.confirmedOn === null ? (["confirmation", "withdrawal"] as const) : (["withdrawal"] as const);
  return (
    <div className="no-print flex flex-wrap gap-x-6 gap-y-2">
      {acts.map((kind) => (
        <Disclosure key={kind} label={t(`follow.${kind}`)}>
          <EnhancedForm
            action={`/api/portal/contracts/${contractId}/notices`}
            className="flex flex-wrap items-end gap-2"
            aria-label={t(`follow.${kind}`)}
          >
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="noticeId" value={notice.id} />
            <input type="hidden" name="weiter" value={`/vertraege/${contractId}?erfasst=1#kuendigungen`} />
            <DayField
              id={`${kind}-${notice.id}`}
              name="receivedOn"
              label={t(`followOn.${kind}`)}
              required
              defaultValue={dayText(today, "de")}
              className="w-36"
            />
            <SelectField
              id={`${kind}-channel-${notice.id}`}
              name="channel"
              label={t("noticeChannel")}
              choices={channels.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
            />
            <Button type="submit">{t(`followSubmit.${kind}`)}</Button>
          </EnhancedForm>
        </Disclosure>
      ))}
    </div>
  );
}
