import { CircleCheck } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { SelectField, TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { QueryForm } from "@/components/ui/query-form";
import { ReasonList } from "@/components/ui/reasons";
import { StatusLine } from "@/components/ui/status-line";
import { isRefusal } from "@/lib/domain/refusal";
import { sentence } from "@/lib/format/reasons";
import type { AdditionView, HeldArticle, ReverseView } from "@/lib/use-cases/check-addition";
import { amountName, type CheckAddress, checkHref, MOST_ROWS, rowName } from "./check-address";
import { FromTo } from "./effects";
import { ObstacleList } from "./obstacle-list";
import { Hidden } from "./wish-form";

/** What breaks if something that is there goes: the other way round. */
export function ReverseSection({ view, address }: { view: AdditionView; address: CheckAddress }) {
  const t = useTranslations("check");
  const locale = useLocale();
  const { held, reverse } = view;
  return (
    <Section id="wegfall" title={t("reverseTitle")}>
      {held.length === 0 ? (
        <p className="text-sm text-muted">{t("nothingHeld")}</p>
      ) : (
        <RemovalForm held={held} address={address} />
      )}
      <div
        data-reverse
        data-answer="wegfall"
        tabIndex={-1}
        className="flex flex-col gap-3 pt-3 outline-none empty:hidden"
      >
        {reverse === null ? null : isRefusal(reverse) ? (
          <StatusLine tone="due">{sentence(reverse, locale)}</StatusLine>
        ) : (
          <Reverse view={reverse} />
        )}
      </div>
    </Section>
  );
}

function RemovalForm({ held, address }: { held: readonly HeldArticle[]; address: CheckAddress }) {
  const t = useTranslations("check");
  const { removal } = address;
  const choices = held.map(({ key, articleName, profileName, quantity }) => ({
    value: key,
    label: t("heldChoice", {
      article: [articleName, profileName].filter((part) => part !== null).join(", "),
      quantity,
    }),
  }));
  const shown = Math.min(MOST_ROWS, removal.length + 1);
  return (
    <QueryForm
      key={checkHref(address)}
      action="/pruefen#wegfall"
      aria-label={t("reverseForm")}
      className="flex flex-col gap-2"
    >
      <Hidden address={{ ...address, suche: undefined, removal: [] }} />
      {Array.from({ length: shown }, (_, index) => {
        const row = removal[index];
        const number = index + 1;
        return (
          <div key={number} className="grid max-w-xl grid-cols-[minmax(0,1fr)_7rem] gap-2">
            <SelectField
              id={`weg-${number}`}
              name={rowName("weg", number)}
              label={t("goes", { number })}
              defaultValue={row?.key ?? ""}
              choices={[{ value: "", label: row === undefined ? t("chooseArticle") : t("noArticle") }, ...choices]}
            />
            <TextField
              id={`weg-${number}-amount`}
              name={amountName("weg", number)}
              inputMode="numeric"
              label={t("goesAmount", { number })}
              defaultValue={row?.text ?? ""}
              placeholder="1"
              maxLength={9}
              autoComplete="off"
              error={row !== undefined && row.amount === null ? t("amountFault") : undefined}
            />
          </div>
        );
      })}
      <p className="pt-1">
        <Button type="submit">{t("reverseSubmit")}</Button>
      </p>
    </QueryForm>
  );
}

function Reverse({ view }: { view: ReverseView }) {
  const t = useTranslations("check");
  const { breaks, goesWith, remaining, mended, booking, hints, assumptions } = view;
  const isQuiet = breaks.length + goesWith.length + remaining.length === 0;
  return (
    <>
      {isQuiet ? (
        <p className="flex items-center gap-1.5 text-sm">
          <Icon of={CircleCheck} className="size-4 shrink-0 text-done" />
          {t("nothingBreaks")}
        </p>
      ) : null}
      {breaks.length === 0 ? null : (
        <div>
          <h3 className="pb-1 text-sm">{t("breaks")}</h3>
          <ObstacleList obstacles={breaks} />
        </div>
      )}
      {goesWith.length === 0 ? null : (
        <div>
          <h3 className="pb-1 text-sm">{t("goesWith")}</h3>
          <ul className="divide-y divide-line border-y border-line text-sm">
            {goesWith.map(({ articleName, profileName, quantity, because }) => (
              <li key={`${articleName} ${profileName}`} className="py-2">
                <span className="tabular-nums">{quantity}</span> × <span className="font-medium">{articleName}</span>
                {profileName === null ? null : <span className="text-muted"> {profileName}</span>}
                <Disclosure label={t("why")}>
                  <ReasonList reasons={because} />
                </Disclosure>
              </li>
            ))}
          </ul>
          <p className="pt-1 text-xs text-muted">{t("nobodyCancels")}</p>
        </div>
      )}
      {remaining.length === 0 ? null : (
        <div>
          <h3 className="pb-1 text-sm">{t("staysBroken")}</h3>
          <ObstacleList obstacles={remaining} />
        </div>
      )}
      {mended.length === 0 ? null : (
        <Disclosure label={t("mended", { count: mended.length })}>
          <ReasonList reasons={mended} />
        </Disclosure>
      )}
      {booking === null ? null : (
        <dl className="grid max-w-xl grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-sm">
          <dt className="text-muted">{t("bookedMonthly")}</dt>
          <dd className="text-right">
            <FromTo from={booking.before.monthlyCents} to={booking.after.monthlyCents} />
          </dd>
          {booking.before.yearlyCents === 0 ? null : (
            <>
              <dt className="text-muted">{t("bookedYearly")}</dt>
              <dd className="text-right">
                <FromTo from={booking.before.yearlyCents} to={booking.after.yearlyCents} />
              </dd>
            </>
          )}
        </dl>
      )}
      {hints.length === 0 ? null : <ReasonList reasons={hints} />}
      {assumptions.length === 0 ? null : (
        <Disclosure label={t("assumptions", { count: assumptions.length })}>
          <ReasonList reasons={assumptions} />
        </Disclosure>
      )}
    </>
  );
}
