import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { FilterFold } from "@/components/ui/filter-fold";
import { type OwnPricesAddress, ownPricesHref } from "./addresses";

export const standings = ["in-force", "coming", "replaced", "withdrawn", "all"] as const;
export type StandingWord = (typeof standings)[number];

export function isFiltered({ art, anbieter, suche, stand }: OwnPricesAddress): boolean {
  return [art, anbieter, suche, stand].some((each) => each !== undefined && each !== "");
}

/** The filter of one's own prices, as an address. Needs no script. On a phone it folds away. */
export function PriceRowFilter({
  address,
  vendors,
  kinds,
}: {
  address: OwnPricesAddress;
  vendors: readonly { readonly id: string; readonly productName: string }[];
  kinds: readonly ("list" | "purchase" | "customer")[];
}) {
  const t = useTranslations("priceRows");
  const all = { value: "", label: t("all") };
  return (
    <FilterFold label={t("filter")} open={isFiltered(address)}>
      <Form
        key={ownPricesHref(address)}
        action="/preislisten/eigene"
        className="grid items-end gap-3 pt-2 pb-1 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]"
      >
        <TextField
          id="filter-search"
          name="suche"
          type="search"
          label={t("search")}
          placeholder={t("searchHint")}
          defaultValue={address.suche ?? ""}
          maxLength={100}
          autoComplete="off"
        />
        <SelectField
          id="filter-vendor"
          name="anbieter"
          label={t("vendor")}
          defaultValue={address.anbieter ?? ""}
          choices={[all, ...vendors.map(({ id, productName }) => ({ value: id, label: productName }))]}
        />
        <SelectField
          id="filter-kind"
          name="art"
          label={t("kind")}
          defaultValue={address.art ?? ""}
          choices={[all, ...kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))]}
        />
        <SelectField
          id="filter-standing"
          name="stand"
          label={t("standing")}
          defaultValue={address.stand ?? ""}
          choices={[
            { value: "", label: t("standings.now") },
            ...standings.map((standing) => ({ value: standing, label: t(`standings.${standing}`) })),
          ]}
        />
        <Button type="submit" look="primary">
          {t("apply")}
        </Button>
      </Form>
    </FilterFold>
  );
}

/** The filter read as a sentence. */
export function PriceRowSentence({
  address,
  vendors,
}: {
  address: OwnPricesAddress;
  vendors: readonly { readonly id: string; readonly productName: string }[];
}) {
  const t = useTranslations("priceRows");
  const standing = standings.find((each) => each === address.stand);
  const kind = (["list", "purchase", "customer"] as const).find((each) => each === address.art);
  const parts = [
    t(`standings.${standing ?? "now"}`),
    kind === undefined ? null : t(`kinds.${kind}`),
    vendors.find(({ id }) => id === address.anbieter)?.productName ?? null,
    address.suche === undefined ? null : t("sentenceSearch", { text: address.suche }),
  ].filter((part) => part !== null);
  return <>{t("sentence", { parts: parts.join(", ") })}</>;
}
