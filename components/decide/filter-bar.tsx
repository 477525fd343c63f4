import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { FilterFold } from "@/components/ui/filter-fold";
import { QueryForm } from "@/components/ui/query-form";
import type { QueuePage } from "@/lib/use-cases/list-decisions";
import { isFiltered, type QueueAddress, queueHref } from "./queue-address";

/** The filter as a form whose address can be kept; needs no script. On a phone it folds away. */
export function FilterBar({
  address,
  options,
  customerText,
}: {
  address: QueueAddress;
  options: QueuePage["filterOptions"];
  customerText: string;
}) {
  const t = useTranslations("decide");
  const kinds = useTranslations("kinds");
  const all = { value: "", label: t("all") };
  const key = queueHref(address);
  return (
    <FilterFold label={t("filter")} open={isFiltered(address)}>
      <QueryForm
        key={key}
        action="/entscheiden"
        className="grid items-end gap-3 pt-2 pb-1 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_1fr_auto]"
      >
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
          id="filter-kind"
          name="art"
          label={t("kind")}
          defaultValue={address.art ?? ""}
          choices={[all, ...options.kinds.map((kind) => ({ value: kind, label: kinds(kind) }))]}
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
export function FilterSentence({ address, options }: { address: QueueAddress; options: QueuePage["filterOptions"] }) {
  const t = useTranslations("decide");
  const kinds = useTranslations("kinds");
  const named = (list: readonly { id: string; name: string }[], id: string | undefined) =>
    list.find((each) => each.id === id)?.name ?? id;
  const parts = [
    address.art === undefined ? null : t("sentence.kind", { kind: kinds(address.art) }),
    address.anbieter === undefined
      ? null
      : t("sentence.vendor", { vendor: named(options.vendors, address.anbieter) ?? "" }),
    options.customer === null
      ? null
      : t("sentence.customer", { customer: `${options.customer.name} (${options.customer.number})` }),
    address.zustaendig === undefined
      ? null
      : t("sentence.clerk", { clerk: named(options.clerks, address.zustaendig) ?? "" }),
  ].filter((part) => part !== null);
  if (parts.length === 0) return <span>{t("sentence.all")}</span>;
  return (
    <>
      <span>{t("sentence.some", { parts: parts.join(", ") })}</span>{" "}
      <Link href="/entscheiden" prefetch={false} className="link inline-block min-h-6">
        {t("reset")}
      </Link>
    </>
  );
}
