import { CalendarClock, CircleCheck, FileQuestionMark, MailWarning, Send } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { Badge, type Tone, toneText } from "@/components/ui/badge";
import { DayText, Distance, Money, None } from "@/components/ui/figures";
import { Icon } from "@/components/ui/icon";
import { type Day, daysBetween } from "@/lib/domain/dates";
import type { Cents } from "@/lib/domain/money";
import { dayText } from "@/lib/format/day";
import type { ContractLine } from "@/lib/use-cases/show-contract";

interface DeadlineProps {
  contract: Pick<ContractLine, "dates" | "standing" | "ruleUnknown" | "rolling">;
  /** Ends by itself unless it is renewed; nobody gives notice. */
  lapses: boolean;
  ifMissed: { endsOn: Day; costCents: Cents | null } | null;
  today: Day;
}

/** The four days that decide, the sentence that joins them, and what follows if they pass. */
export function Deadline({ contract, lapses, ifMissed, today }: DeadlineProps) {
  const t = useTranslations("contract");
  const { dates } = contract;
  const endsOn = dates.endsOn;
  return (
    <div className="flex flex-col gap-4">
      <Lead contract={contract} lapses={lapses} today={today} />
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 md:grid-cols-4">
        {endsOn === null && dates.noticeDueOn === null ? null : endsOn === null ? (
          <>
            <Fact name={t("sendBy")} day={dates.sendByOn} today={today} tone={toneOf(dates.sendByOn, today)} strong />
            <Fact
              name={t("noticeDue")}
              day={dates.noticeDueOn}
              today={today}
              tone={toneOf(dates.noticeDueOn, today)}
              strong
            />
            <Fact name={t("cancellableTo")} day={dates.cancellableTo} today={today} />
          </>
        ) : (
          <Fact name={t("endsOn")} day={endsOn} today={today} strong />
        )}
        {endsOn !== null && endsOn === dates.termEndsOn ? null : (
          <Fact name={t("termEnds")} day={dates.termEndsOn} today={today} />
        )}
      </dl>
      {ifMissed === null ? null : (
        <p className="text-sm">
          <span className="font-medium">{t("ifMissed")}</span>{" "}
          {t.rich("ifMissedText", {
            end: () => <DayText day={ifMissed.endsOn} />,
            cost: () => <Money cents={ifMissed.costCents} />,
          })}
        </p>
      )}
    </div>
  );
}

function Fact({
  name,
  day,
  today,
  tone = "plain",
  strong = false,
}: {
  name: string;
  day: Day | null;
  today: Day;
  tone?: Tone;
  strong?: boolean;
}) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{name}</dt>
      <dd>
        {day === null ? (
          <None />
        ) : (
          <>
            <DayText
              day={day}
              className={`${strong ? "text-lg font-semibold" : "text-base font-medium"} tabular-nums`}
            />
            <span className={`block text-xs ${toneText[tone]}`}>
              <Distance day={day} today={today} />
            </span>
          </>
        )}
      </dd>
    </div>
  );
}

function toneOf(day: Day | null, today: Day): Tone {
  if (day === null) return "plain";
  const days = daysBetween(today, day);
  return days < 0 ? "due" : days <= 14 ? "soon" : "plain";
}

function Lead({ contract, lapses, today }: Pick<DeadlineProps, "contract" | "lapses" | "today">) {
  const t = useTranslations("contract");
  const locale = useLocale();
  const { dates, standing } = contract;
  const text = (day: Day | null) => (day === null ? "–" : dayText(day, locale));
  if (standing === "noticed" || standing === "ends-with-main" || standing === "ended" || standing === "lapsed") {
    return (
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={standing === "lapsed" ? "due" : "done"} icon={standing === "lapsed" ? MailWarning : CircleCheck}>
          {t(`contractStanding.${standing}`)}
        </Badge>
        <p>{t(`lead.${standing}`, { endsOn: text(dates.endsOn ?? dates.termEndsOn) })}</p>
      </div>
    );
  }
  if (contract.ruleUnknown) {
    return (
      <p className="flex items-start gap-2">
        <Icon of={FileQuestionMark} className="mt-0.5 size-5 shrink-0 text-soon" />
        <span>{t("lead.unknown", { endsOn: text(dates.termEndsOn) })}</span>
      </p>
    );
  }
  if (lapses) return <p>{t("lead.lapses", { endsOn: text(dates.endsOn ?? dates.termEndsOn) })}</p>;
  if (dates.noticeDueOn === null) return <p>{t("lead.none", { endsOn: text(dates.termEndsOn) })}</p>;
  const days = {
    noticeDueOn: text(dates.noticeDueOn),
    cancellableTo: text(dates.cancellableTo),
    sendByOn: text(dates.sendByOn),
  };
  const late = dates.sendByOn !== null && dates.sendByOn < today;
  return (
    <div className="flex flex-col gap-2">
      <p className="flex items-start gap-2">
        <Icon of={CalendarClock} className="mt-0.5 size-5 shrink-0 text-muted" />
        <span>{t("lead.running", days)}</span>
      </p>
      {late ? (
        <p className="flex items-start gap-2 font-medium text-due">
          <Icon of={Send} className="mt-0.5 size-5 shrink-0" />
          <span>{t("onlyByMailOrFax")}</span>
        </p>
      ) : null}
    </div>
  );
}
