import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { DayField, SelectField, TextField } from "@/components/ui/field";
import type { Article, PriceList } from "@/lib/domain/catalog";
import type { Day } from "@/lib/domain/dates";
import { priceSlots, slotKey } from "@/lib/domain/price-slots";
import { dayText } from "@/lib/format/day";
import { euro } from "@/lib/format/money";
import { type OwnPricesAddress, ownPricesHref } from "./addresses";
import { chargeText, profileNames, slotText } from "./slot-text";

/** Which article a new price is for: first step, as an address. */
export function ChooseArticle({ lists, chosen }: { lists: readonly PriceList[]; chosen: string }) {
  const t = useTranslations("priceRows");
  const locale = useLocale();
  const choices = lists.flatMap((list) =>
    list.articles
      .filter((article) => priceSlots(list, article).some(({ offer }) => offer === "priced"))
      .map((article) => ({
        value: `${list.vendor}/${article.sku}`,
        label: `${list.productName}: ${article.label?.[locale] ?? article.name}`,
      })),
  );
  return (
    <Form key={chosen} action="/preislisten/eigene" className="flex flex-wrap items-end gap-3">
      <SelectField
        id="new-article"
        name="artikel"
        label={t("article")}
        defaultValue={chosen}
        choices={[{ value: "", label: t("chooseArticle") }, ...choices]}
        className="min-w-60 flex-1"
      />
      <Button type="submit">{t("choose")}</Button>
    </Form>
  );
}

/** The price itself: which of the article's prices, of which kind, how much, from when. Beside each choice stands what is printed. */
export function PriceRowForm({
  list,
  article,
  kinds,
  today,
  address,
}: {
  list: PriceList;
  article: Article;
  kinds: readonly ("list" | "purchase" | "customer")[];
  today: Day;
  address: OwnPricesAddress;
}) {
  const t = useTranslations("priceRows");
  const lists = useTranslations("priceLists");
  const locale = useLocale();
  const slots = priceSlots(list, article).filter(({ offer }) => offer === "priced");
  const name = article.label?.[locale] ?? article.name;
  const choiceOf = (slot: (typeof slots)[number]) => {
    const about = slotText(lists, { ...slot.dimensions }, profileNames(list));
    const isSaid = slot.dimensions.charge !== undefined || slot.dimensions.mode === "purchase";
    const charge = isSaid ? null : chargeText(lists, slot.charge);
    const printed = slot.cents === null ? t("notPrinted") : t("printedIs", { amount: euro(slot.cents, locale) });
    return [about, charge, printed].filter((part) => part !== null && part !== "").join(" · ");
  };
  return (
    <EnhancedForm
      key={`${list.vendor}/${article.sku}`}
      action="/api/portal/price-rows"
      aria-label={t("form", { name })}
      className="mt-4 border-t border-line pt-4"
    >
      <input type="hidden" name="act" value="add" />
      <input type="hidden" name="vendor" value={list.vendor} />
      <input type="hidden" name="sku" value={article.sku} />
      <input
        type="hidden"
        name="weiter"
        value={ownPricesHref({ ...address, nach: undefined, artikel: undefined, getan: "added" })}
      />
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr]">
        {slots.length === 1 ? (
          <div className="flex flex-col justify-end gap-1 text-sm">
            <span className="text-xs font-medium">{name}</span>
            <input type="hidden" name="slot" value={slotKey({ ...slots[0]?.dimensions })} />
            <span className="flex min-h-9 items-center text-muted">{slots[0] ? choiceOf(slots[0]) : null}</span>
          </div>
        ) : (
          <SelectField
            id="new-slot"
            name="slot"
            label={t("slotOf", { name })}
            choices={slots.map((slot) => ({ value: slotKey({ ...slot.dimensions }), label: choiceOf(slot) }))}
          />
        )}
        <SelectField
          id="new-kind"
          name="kind"
          label={t("kind")}
          choices={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
        <TextField
          id="new-price"
          name="price"
          label={t("priceNet")}
          inputMode="decimal"
          placeholder="1.234,50"
          autoComplete="off"
          maxLength={30}
          required
        />
        <DayField
          id="new-valid-from"
          name="validFrom"
          label={t("validFrom")}
          defaultValue={dayText(today, "de")}
          required
        />
      </div>
      <p className="mt-3 text-xs text-muted">{t("formHint")}</p>
      <Button type="submit" look="primary" className="mt-3">
        {t("submit")}
      </Button>
    </EnhancedForm>
  );
}
