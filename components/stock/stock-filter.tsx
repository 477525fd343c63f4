import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { FilterFold } from "@/components/ui/filter-fold";
import { QueryForm } from "@/components/ui/query-form";
import { stockKinds, stockSortKeys } from "@/lib/domain/stock";
import type { StockPage } from "@/lib/use-cases/list-stock";
import { firstSort, kindWords, type StockAddress, sortWord, stateWords, stockHref } from "./stock-address";
import { KeptInForm } from "./stock-kept";

/** Search and filter as a form whose address can be kept; needs no script. On a phone it folds away, so that what was found comes first. */
export function StockFilter({
  address,
  options,
  customerText,
}: {
  address: StockAddress;
  options: StockPage["filterOptions"];
  customerText: string;
}) {
  const t = useTranslations("stock");
  const all = { value: "", label: t("all") };
  const sorts = stockSortKeys.flatMap((key) => [false, true].map((descending) => ({ key, descending })));
  const first = sortWord(firstSort);
  const orderWord = (word: string) => (word === first ? "" : word);
  return (
    <FilterFold label={t("filter")}>
      <QueryForm
        key={stockHref(address)}
        action="/bestand"
        role="search"
        className="grid items-end gap-3 pt-2 pb-1 sm:grid-cols-2 lg:grid-cols-4 xl:grid-cols-[2fr_0.9fr_1fr_1fr_1.1fr_1fr_auto]"
      >
        <KeptInForm address={address} of={["spalten"]} />
        <TextField
          id="filter-search"
          name="suche"
          type="search"
          label={t("search")}
          placeholder={t("searchHint")}
          defaultValue={address.search ?? ""}
          maxLength={100}
          autoComplete="off"
        />
        <SelectField
          id="filter-kind"
          name="art"
          label={t("kindOf")}
          defaultValue={address.kind === undefined ? "" : kindWords[address.kind]}
          choices={[all, ...stockKinds.map((kind) => ({ value: kindWords[kind], label: t(`kinds.${kind}`) }))]}
        />
        <SelectField
          id="filter-state"
          name="status"
          label={t("stateOf")}
          defaultValue={address.state === undefined ? "" : stateWords[address.state]}
          choices={[all, ...options.states.map((state) => ({ value: stateWords[state], label: t(`state.${state}`) }))]}
        />
        <SelectField
          id="filter-vendor"
          name="anbieter"
          label={t("vendor")}
          defaultValue={address.vendor ?? ""}
          choices={[all, ...options.vendors.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <TextField
          id="filter-customer"
          name="kunde"
          label={t("customer")}
          placeholder={t("customerHint")}
          defaultValue={customerText}
          maxLength={100}
          autoComplete="off"
        />
        <SelectField
          id="filter-clerk"
          name="zustaendig"
          label={t("clerk")}
          defaultValue={address.clerk ?? ""}
          choices={[all, ...options.clerks.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        {/* Where the table has no heads to sort by. */}
        <SelectField
          id="filter-sort"
          name="sortierung"
          label={t("order")}
          defaultValue={orderWord(sortWord(address.sort))}
          className="md:hidden"
          choices={sorts.map((sort) => {
            const order = t(`sentence.order.${sort.key}`);
            const label = sort.descending ? t("sentence.descending", { order }) : order;
            return { value: orderWord(sortWord(sort)), label };
          })}
        />
        <Button type="submit" look="primary">
          {t("apply")}
        </Button>
      </QueryForm>
    </FilterFold>
  );
}
