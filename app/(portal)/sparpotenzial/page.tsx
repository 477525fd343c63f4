import { PiggyBank } from "lucide";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { paramOf } from "@/components/decide/queue-address";
import { WhichCustomer } from "@/components/decide/which-customer";
import { ExportLinks } from "@/components/savings/export-links";
import { KindTotals } from "@/components/savings/kind-totals";
import { LeftOut } from "@/components/savings/left-out";
import { SavingPanel } from "@/components/savings/saving-panel";
import { isFiltered, savingsAddressOf, savingsHref } from "@/components/savings/savings-address";
import { SavingsFilterBar, SavingsSentence } from "@/components/savings/savings-filter";
import { SavingsTable } from "@/components/savings/savings-table";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Money } from "@/components/ui/figures";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { StatusLine } from "@/components/ui/status-line";
import { requireViewer } from "@/lib/auth/viewer";
import { today as todayOf } from "@/lib/clock";
import { listSavings } from "@/lib/use-cases/list-savings";
import { findCustomers } from "../entscheiden/find-customers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("savings"))("title") };
}

/** What is overpaid over all customers, most euro a year first; each opens to its reason and to both drafts. */
export default async function SavingsPage({ searchParams }: PageProps<"/sparpotenzial">) {
  const person = await requireViewer("see-savings");
  const [t, locale, params] = await Promise.all([getTranslations("savings"), getLocale(), searchParams]);
  // Articles are named in the language of the page.
  const viewer = { ...person, locale };
  const today = todayOf();
  const address = savingsAddressOf(params);
  const openKey = paramOf(params, "offen");
  const found = await findCustomers(viewer, address.kunde, today);
  const page = await listSavings(
    viewer,
    {
      kind: address.art,
      vendor: address.anbieter,
      customerId: found.customerId,
      clerkId: address.zustaendig,
      cursor: address.nach,
      openKey,
    },
    today,
  );
  const { items, totals, listed, open, filterOptions } = page;
  const isOnPage = open !== null && items.some(({ key }) => key === open.item.key);
  const panel = open === null ? null : <SavingPanel detail={open} />;
  const customerText = filterOptions.customer?.number ?? (found.customerId === undefined ? (address.kunde ?? "") : "");
  return (
    <div className="flex flex-col gap-3">
      <PageHead
        title={t("title")}
        below={t.rich("below", { amount: () => <Money cents={totals.kept.yearlyCents} className="font-medium" /> })}
      />
      <SavingsFilterBar address={address} options={filterOptions} customerText={customerText} />
      {found.choices === null ? (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p className="min-w-0 text-sm text-muted">
            <SavingsSentence address={address} options={filterOptions} />
          </p>
          {items.length === 0 ? null : <ExportLinks address={address} />}
        </div>
      ) : (
        <WhichCustomer
          text={address.kunde ?? ""}
          choices={found.choices}
          hrefOf={(id) => savingsHref({ ...address, kunde: id, nach: undefined })}
          resetHref={savingsHref()}
        />
      )}
      {totals.byKind.length === 0 ? null : <KindTotals totals={totals} address={address} />}
      {openKey !== undefined && open === null ? <StatusLine tone="due">{t("gone")}</StatusLine> : null}
      {open !== null && !isOnPage ? (
        <section className="card p-4" aria-label={t("elsewhere")}>
          <p className="pb-2 text-sm text-muted">{t("elsewhere")}</p>
          {panel}
        </section>
      ) : null}
      <div className="card">
        {items.length === 0 ? (
          <EmptyState icon={PiggyBank} title={t("emptyTitle")}>
            <p>{isFiltered(address) ? t("emptyFiltered") : t("emptyAll")}</p>
            <p className="mt-3">
              {isFiltered(address) ? (
                <LinkButton href={savingsHref()}>{t("reset")}</LinkButton>
              ) : (
                <LinkButton href="/kunden">{t("toCustomers")}</LinkButton>
              )}
            </p>
          </EmptyState>
        ) : (
          <SavingsTable
            items={items}
            openKey={open?.item.key ?? null}
            panel={panel}
            hrefOf={(key) => savingsHref(address, key ?? undefined)}
          />
        )}
        <Pagination
          nextHref={page.next === null ? null : savingsHref({ ...address, nach: page.next })}
          startHref={address.nach === undefined ? null : savingsHref({ ...address, nach: undefined })}
        />
      </div>
      <LeftOut leftOut={page.leftOut} />
      {items.length === 0 ? null : (
        <p className="text-xs text-muted">
          {t.rich("listed", { count: listed.count, amount: () => <Money cents={listed.yearlyCents} /> })} {t("basis")}
        </p>
      )}
    </div>
  );
}
