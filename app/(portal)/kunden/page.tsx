import { Building2, Plus, Search } from "lucide";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CustomerTable } from "@/components/customers/customer-table";
import { customersHref } from "@/components/customers/customers-address";
import { paramOf } from "@/components/decide/queue-address";
import { Button, LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SelectField, TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { QueryForm } from "@/components/ui/query-form";
import { requireViewer } from "@/lib/auth/viewer";
import { today as todayOf } from "@/lib/clock";
import { may } from "@/lib/domain/viewer";
import { listCustomers } from "@/lib/use-cases/list-customers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

/** All customers by name; found by number or name, and by who is responsible. */
export default async function CustomersPage({ searchParams }: PageProps<"/kunden">) {
  const viewer = await requireViewer("see-customers");
  const [t, capture, params] = await Promise.all([
    getTranslations("customers"),
    getTranslations("capture"),
    searchParams,
  ]);
  const today = todayOf();
  const address = { suche: paramOf(params, "suche"), zustaendig: paramOf(params, "zustaendig") };
  const cursor = paramOf(params, "nach");
  const page = await listCustomers(viewer, { search: address.suche, clerkId: address.zustaendig, cursor }, today);
  const clerk = page.clerks.find((each) => each.id === address.zustaendig)?.name ?? null;
  const text = address.suche ?? null;
  const filtered = text !== null || address.zustaendig !== undefined;
  return (
    <div className="flex flex-col gap-3">
      <PageHead
        title={t("title")}
        aside={
          may(viewer, "capture-estate") ? (
            <div className="no-print flex flex-wrap gap-2">
              <LinkButton href="/kunden/archiv" look="quiet">
                {capture("archiveSection")}
              </LinkButton>
              {viewer.customerIds === null ? (
                <LinkButton href="/kunden/neu">
                  <Icon of={Plus} className="size-4" />
                  {capture("customerNew")}
                </LinkButton>
              ) : null}
            </div>
          ) : null
        }
      />
      <QueryForm
        key={customersHref(address)}
        action="/kunden"
        role="search"
        className="no-print card flex flex-wrap items-end gap-3 px-3 py-3"
      >
        <TextField
          id="search"
          name="suche"
          type="search"
          label={t("search")}
          placeholder={t("searchHint")}
          defaultValue={text ?? ""}
          maxLength={100}
          autoComplete="off"
          className="min-w-60 flex-1"
        />
        <SelectField
          id="clerk"
          name="zustaendig"
          label={t("clerk")}
          defaultValue={address.zustaendig ?? ""}
          choices={[
            { value: "", label: t("clerkAll") },
            ...page.clerks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          className="min-w-44"
        />
        <Button type="submit" look="primary">
          <Icon of={Search} className="size-4" />
          {t("submit")}
        </Button>
      </QueryForm>
      <p className="text-sm text-muted">
        {clerk === null
          ? text === null
            ? t("sentenceAll")
            : t("sentenceSome", { text })
          : text === null
            ? t("sentenceClerk", { clerk })
            : t("sentenceBoth", { clerk, text })}{" "}
        {filtered ? (
          <a href="/kunden" className="link inline-block min-h-6">
            {t("reset")}
          </a>
        ) : null}
      </p>
      <div className="card">
        {page.items.length === 0 ? (
          <EmptyState icon={Building2} title={t("emptyTitle")}>
            <p>{t("empty")}</p>
            {filtered ? (
              <p className="mt-3">
                <LinkButton href="/kunden">{t("reset")}</LinkButton>
              </p>
            ) : null}
          </EmptyState>
        ) : (
          <CustomerTable items={page.items} today={today} />
        )}
        <Pagination
          nextHref={page.next === null ? null : customersHref({ ...address, nach: page.next })}
          startHref={cursor === undefined ? null : customersHref(address)}
        />
      </div>
    </div>
  );
}
