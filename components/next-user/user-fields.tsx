import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/field";
import { euro } from "@/lib/format/money";
import type { UserField, UserOption } from "@/lib/use-cases/price-next-users";
import { fieldOf } from "./address";

/** What a user can get on one system, each with its price at list. */
export function UserFields({ fields, systemId }: { fields: readonly UserField[]; systemId: string }) {
  const t = useTranslations("nextUser");
  const priceText = usePriceText();
  return fields.map((field) => {
    const name = fieldOf(systemId, field.name);
    if (field.kind === "tick") return <Tick key={name} name={name} field={field} />;
    if (field.about === "profile")
      return <Profiles key={name} name={name} options={field.options} systemId={systemId} />;
    const chosen = field.options.find((option) => option.chosen)?.value ?? "";
    return (
      <SelectField
        key={name}
        id={name}
        name={name}
        label={t(`about.${field.about}`)}
        defaultValue={chosen}
        choices={[
          { value: "", label: t("nothing") },
          ...field.options.map((option) => ({ value: option.value, label: withPrice(option, priceText) })),
        ]}
      />
    );
  });
}

function withPrice(option: UserOption, priceText: (option: UserOption) => string): string {
  const price = priceText(option);
  return price === "" ? option.name : `${option.name} (${price})`;
}

function Tick({ name, field }: { name: string; field: Extract<UserField, { kind: "tick" }> }) {
  const t = useTranslations("nextUser");
  const priceText = usePriceText();
  const { option } = field;
  const words = {
    installed: t("getsInstalled"),
    covered: t("getsCovered", { article: option.name }),
    article: option.name,
  };
  return (
    <label className="flex min-h-8 items-center gap-2 text-sm max-md:min-h-11">
      <input
        type="checkbox"
        name={name}
        value={option.value}
        defaultChecked={option.chosen}
        className="size-4 shrink-0"
      />
      <span className="min-w-0 flex-1">{words[option.about]}</span>
      <span className="shrink-0 text-right text-xs whitespace-nowrap text-muted tabular-nums">{priceText(option)}</span>
    </label>
  );
}

/** One profile or none; its options show with it, without script too. */
function Profiles({ name, options, systemId }: { name: string; options: readonly UserOption[]; systemId: string }) {
  const t = useTranslations("nextUser");
  const priceText = usePriceText();
  const none = !options.some((option) => option.chosen);
  return (
    <div role="radiogroup" aria-label={t("about.profile")} className="flex flex-col">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2">
        <input id={`${name}-keins`} type="radio" name={name} value="" defaultChecked={none} className="size-4" />
        <label htmlFor={`${name}-keins`} className="flex min-h-8 items-center text-sm text-muted max-md:min-h-11">
          {t("nothing")}
        </label>
      </div>
      {options.map((option) => (
        <div key={option.value} className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2">
          <input
            id={`${name}-${option.value}`}
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.chosen}
            className="peer size-4"
          />
          <label
            htmlFor={`${name}-${option.value}`}
            className="flex min-h-8 flex-wrap items-center justify-between gap-x-2 text-sm max-md:min-h-11"
          >
            <span>{option.name}</span>
            <span className="text-right text-xs whitespace-nowrap text-muted tabular-nums">{priceText(option)}</span>
          </label>
          <div className="col-start-2 hidden flex-col gap-0.5 border-l-2 border-line py-1 pl-3 peer-checked:flex">
            {option.included.length === 0 ? null : (
              <p className="text-xs text-muted">{t("included", { articles: option.included.join(", ") })}</p>
            )}
            {option.fields.length === 0 ? <p className="text-xs text-muted">{t("noOptions")}</p> : null}
            <UserFields fields={option.fields} systemId={systemId} />
          </div>
        </div>
      ))}
    </div>
  );
}

function usePriceText(): (option: UserOption) => string {
  const t = useTranslations("nextUser");
  const locale = useLocale();
  return ({ prices }) =>
    prices === null
      ? t("priceUnknown")
      : prices.map(({ charge, cents }) => t(`charge.${charge}`, { amount: euro(cents, locale) })).join(", ");
}
