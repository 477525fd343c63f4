import { useLocale, useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import { SampleMark } from "@/components/ui/figures";
import { sentence } from "@/lib/format/reasons";
import type { NextUserSystemView } from "@/lib/use-cases/price-next-users";
import { fieldOf } from "./address";
import { UserFields } from "./user-fields";

/** One system: whether users are added there, and what each gets. What can be chosen shows with the tick, without script too. */
export function SystemChoice({ system }: { system: NextUserSystemView }) {
  const t = useTranslations("nextUser");
  const locale = useLocale();
  const id = fieldOf(system.id, "anlage");
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-2.5">
      <input
        id={id}
        type="checkbox"
        name={id}
        value="ja"
        defaultChecked={system.ticked}
        className="peer size-4 self-center"
      />
      <label htmlFor={id} className="flex min-h-9 flex-wrap items-center gap-x-2 py-1 text-sm max-md:min-h-11">
        <span className="font-medium">{system.name}</span>
        <span className="text-xs text-muted">{system.productName}</span>
      </label>
      <div className="col-span-2 hidden flex-col gap-2 pb-2 peer-checked:flex">
        <Standing system={system} />
        {system.fields.length === 0
          ? system.obstacles.map((obstacle) => (
              <p key={obstacle.code} className="text-sm">
                {sentence(obstacle, locale)}
              </p>
            ))
          : null}
        {system.asksInstalled ? (
          <TextField
            id={fieldOf(system.id, "bestand")}
            name={fieldOf(system.id, "bestand")}
            type="number"
            inputMode="numeric"
            min={1}
            max={1_000_000}
            step={1}
            label={t("installedToday")}
            hint={t("installedTodayHint")}
            defaultValue={system.installedTold ?? ""}
            autoComplete="off"
          />
        ) : null}
        {system.fields.length === 0 ? null : (
          <fieldset className="flex flex-col gap-1">
            <legend className="flex w-full flex-wrap items-center justify-between gap-x-2 pb-1 text-xs font-medium">
              {t("each")}
              {system.samplePrices ? <SampleMark /> : null}
            </legend>
            <UserFields fields={system.fields} systemId={system.id} />
            {system.follows.length === 0 ? null : (
              <p className="text-xs text-muted">{t("follows", { articles: system.follows.join(", ") })}</p>
            )}
          </fieldset>
        )}
      </div>
    </div>
  );
}

/** What the system has today, in one quiet line. */
export function Standing({ system }: { system: NextUserSystemView }) {
  const t = useTranslations("nextUser");
  const parts = [
    ...(system.installedUsers === null ? [] : [t("installed", { count: system.installedUsers })]),
    ...system.has.map(({ name, quantity, tier }) =>
      tier === null ? t("has", { quantity, name }) : t("hasTier", { quantity, name, tier }),
    ),
  ];
  if (parts.length === 0) return null;
  return <p className="text-xs text-muted">{t("today", { parts: parts.join("; ") })}</p>;
}
