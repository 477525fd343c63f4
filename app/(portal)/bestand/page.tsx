import { Boxes } from "lucide";
import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { KeyboardHelpWords } from "@/components/decide/keyboard-help";
import { paramOf } from "@/components/decide/queue-address";
import { QueueKeys } from "@/components/decide/queue-keys";
import { WhichCustomer } from "@/components/decide/which-customer";
import { isFiltered, type StockAddress, stockAddressOf, stockHref } from "@/components/stock/stock-address";
import { StockFilter } from "@/components/stock/stock-filter";
import { everything, StockSentence } from "@/components/stock/stock-sentence";
import { StockTable } from "@/components/stock/stock-table";
import { StockTools } from "@/components/stock/stock-tools";
import { StockViews, ViewSaid } from "@/components/stock/stock-views";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { StatusLine } from "@/components/ui/status-line";
import { requireViewer } from "@/lib/auth/viewer";
import { today as todayOf } from "@/lib/clock";
import { stockColumns } from "@/lib/domain/stock";
import { may, type Viewer } from "@/lib/domain/viewer";
import { faultSentence } from "@/lib/format/faults";
import { listStock } from "@/lib/use-cases/list-stock";
import { listStockViews, nameOfStockView } from "@/lib/use-cases/list-stock-views";
import { findCustomers } from "../entscheiden/find-customers";
import { requestOf } from "./request";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stock"))("title") };
}

/** All licences and contracts in one table: what is owned, by whom, since when, until when, for how much. */
export default async function StockPage({ searchParams }: PageProps<"/bestand">) {
  const person = await requireViewer("see-stock");
  const [t, locale, messages, params] = await Promise.all([
    getTranslations("stock"),
    getLocale(),
    getMessages(),
    searchParams,
  ]);
  // Sorted by the names that show, which are those of the page's language.
  const viewer = { ...person, locale };
  const today = todayOf();
  const seesPaid = may(viewer, "see-purchase-prices");
  const address = withColumns(stockAddressOf(params), seesPaid);
  const cursor = paramOf(params, "nach");
  const found = await findCustomers(viewer, address.customer, today);
  const [page, views, said] = await Promise.all([
    listStock(viewer, { ...requestOf(address, found.customerId), cursor }, today),
    listStockViews(viewer),
    saidOf(viewer, params),
  ]);
  const { items, filterOptions } = page;
  const fault = faultSentence(params, locale);
  const customerText =
    filterOptions.customer?.number ?? (found.customerId === undefined ? "" : (address.customer ?? ""));
  return (
    <div className="flex flex-col gap-3">
      <PageHead title={t("title")} aside={<QueueKeys words={await keyWords()} />} />
      <StockViews address={address} views={views} maySave={may(viewer, "save-stock-view")} />
      <StockFilter address={address} options={filterOptions} customerText={customerText} />
      <ViewSaid said={said} address={address} />
      {fault === null ? null : <StatusLine tone="due">{fault}</StatusLine>}
      {page.catchingUp ? <StatusLine tone="due">{t("catchingUp")}</StatusLine> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        {found.choices === null ? (
          <p aria-live="polite" className="min-w-0 flex-1 basis-72 self-center text-sm text-muted">
            <StockSentence address={address} options={filterOptions} />
          </p>
        ) : (
          <WhichCustomer
            text={address.customer ?? ""}
            choices={found.choices}
            hrefOf={(id) => stockHref({ ...address, customer: id })}
            resetHref={everything(address)}
          />
        )}
        <StockTools address={address} choosable={stockColumns.filter((column) => column !== "paid" || seesPaid)} />
      </div>
      <div className="card">
        {items.length === 0 ? (
          <EmptyState icon={Boxes} title={t("emptyTitle")}>
            <p>{isFiltered(address) ? t("emptyFiltered") : t("emptyAll")}</p>
            <p className="mt-3">
              {isFiltered(address) ? (
                <LinkButton href={everything(address)}>{t("reset")}</LinkButton>
              ) : (
                <LinkButton href="/kunden">{t("toCustomers")}</LinkButton>
              )}
            </p>
          </EmptyState>
        ) : (
          <NextIntlClientProvider messages={{ common: messages.common, stock: messages.stock }}>
            <StockTable
              // What is chosen belongs to the rows that show.
              key={stockHref(address, { nach: cursor })}
              items={items}
              address={address}
              today={today}
              mayDecide={may(viewer, "decide")}
            />
          </NextIntlClientProvider>
        )}
        <Pagination
          nextHref={page.next === null ? null : stockHref(address, { nach: page.next })}
          startHref={cursor === undefined ? null : stockHref(address)}
        />
      </div>
    </div>
  );
}

/** A column that the viewer may not see does not show, whatever the address says. */
function withColumns(address: StockAddress, seesPaid: boolean): StockAddress {
  return seesPaid ? address : { ...address, columns: address.columns.filter((column) => column !== "paid") };
}

/** Which view has just been saved or deleted, if it is one that the viewer may use. */
async function saidOf(viewer: Viewer, params: Readonly<Record<string, string | string[] | undefined>>) {
  const [saved, deleted] = [paramOf(params, "gespeichert"), paramOf(params, "geloescht")];
  const id = saved ?? deleted;
  const view = id === undefined ? null : await nameOfStockView(viewer, id);
  if (id === undefined || view === null || view.isDeleted !== (saved === undefined)) return null;
  return { id, name: view.name, what: saved === undefined ? ("deleted" as const) : ("saved" as const) };
}

async function keyWords(): Promise<KeyboardHelpWords> {
  const [general, t] = await Promise.all([getTranslations("decide.keys"), getTranslations("stock.keys")]);
  return {
    title: general("title"),
    open: general("open"),
    close: general("close"),
    use: general("use"),
    or: general("or"),
    help: general("help"),
    next: t("next"),
    previous: t("previous"),
    enter: t("enter"),
    select: t("select"),
  };
}
