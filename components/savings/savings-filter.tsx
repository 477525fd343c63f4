import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { FilterFold } from "@/components/ui/filter-fold";
import { QueryForm } from "@/components/ui/query-form";
import type { SavingsPage } from "@/lib/use-cases/list-savings";
import { isFiltered, type SavingsAddress, savingsHref } from "./savings-address";

/** The filter as a form whose address can be kept; needs no script. On a phone it folds away. */
export function SavingsFilterBar({
  address,
  options,
  customerText,
}: {
  address: SavingsAddress;
  options: SavingsPage["filterOptions"];
  customerText: string;
}) {
  const t = useTranslations("savings");
  const all = { value: "", label: t("all") };
  return (
    <FilterFold label={t("filter")} open={isFiltered(address)}>
      <QueryForm
        key={savingsHref(address)}
        action="/sparpotenzial"
        className="grid items-end gap-3 pt-2 pb-1 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_1fr_auto]"
      >
        <SelectField
          id="filter-kind"
          name="art"
          label={t("kind")}
          defaultValue={address.art ?? ""}
          choices={[all, ...options.kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))]}
        />
        <SelectField
          id="filter-vendor"
          name="anbieter"
          label={t("vendor")}
          defaultValue={address.anbieter ?? ""}
          choices={[all, ...options.vendors.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <TextField
          id="filter-customer"
          name="kunde"
          label={t("customer")}
          placeholder={t("customerPlaceholder")}
          defaultValue={customerText}
          autoComplete="off"
          maxLength={100}
        />
        <SelectField
          id="filter-clerk"
          name="zustaendig"
          label={t("clerk")}
          defaultValue={address.zustaendig ?? ""}
          choices={[all, ...options.clerks.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <Button type="submit" look="primary">
          {t("apply")}
        </Button>
      </QueryForm>
    </FilterFold>
  );
}

/** The filter read as a sentence, with the way back to everything. */
export function SavingsSentence({
  address,
  options,
}: {
  address: SavingsAddress;
  options: SavingsPage["filterOptions"];
}) {
  const t = useTranslations("savings");
  const named = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((each) => each.id === id)?.name ?? id;
  const { customer } = options;
  const parts = [
    address.art === undefined ? null : t("sentence.kind", { kind: t(`kinds.${address.art}`) }),
    address.anbieter === undefined ? null : t("sentence.vendor", { vendor: named(options.vendors, address.anbieter) }),
    customer === null ? null : t("sentence.customer", { customer: `${customer.name} (${customer.number})` }),
    address.zustaendig === undefined ? null : t("sentence.clerk", { clerk: named(options.clerks, address.zustaendig) }),
  ].filter((part) => part !== null);
  if (parts.length === 0) return <span>{t("sentence.all")}</span>;
  return (
    <>
      <span>{t("sentence.some", { parts: parts.join(", ") })}</span>{" "}
      <Link href="/sparpotenzial" prefetch={false} className="link inline-block min-h-6">
        {t("reset")}
      </Link>
    </>
  );
}
