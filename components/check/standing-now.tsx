import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { StatusLine } from "@/components/ui/status-line";
import { sentence } from "@/lib/format/reasons";
import type { AdditionView } from "@/lib/use-cases/check-addition";
import { ObstacleList } from "./obstacle-list";

/** What is wrong with the system, or with what is known of it, before anything is wished for. */
export function StandingNow({ view: { brokenBefore, impossible, unread, priceKnown } }: { view: AdditionView }) {
  const t = useTranslations("check");
  const locale = useLocale();
  return (
    <>
      {impossible === null ? null : <StatusLine tone="due">{sentence(impossible, locale)}</StatusLine>}
      {priceKnown ? null : <StatusLine tone="due">{t("editionNotYet")}</StatusLine>}
      {brokenBefore.length === 0 ? null : (
        <Section id="heute" title={t("brokenBefore")}>
          <ObstacleList obstacles={brokenBefore} />
        </Section>
      )}
      {unread.length === 0 ? null : (
        <Section id="ungerechnet" title={t("unread")}>
          <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
            {unread.map(({ articleName, refusal }) => (
              <li key={articleName}>
                {articleName}: {refusal === null ? t("unrecorded") : sentence(refusal, locale)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
