import { Inbox } from "lucide";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BulkBar } from "@/components/decide/bulk-bar";
import { DecisionPanel } from "@/components/decide/decision-panel";
import { DoneLine } from "@/components/decide/done-line";
import { FilterBar, FilterSentence } from "@/components/decide/filter-bar";
import { GroupLinks } from "@/components/decide/group-links";
import type { KeyboardHelpWords } from "@/components/decide/keyboard-help";
import { isFiltered, paramOf, queueAddressOf, queueHref } from "@/components/decide/queue-address";
import { QueueKeys } from "@/components/decide/queue-keys";
import { QueueTable } from "@/components/decide/queue-table";
import { WhichCustomer } from "@/components/decide/which-customer";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { StatusLine } from "@/components/ui/status-line";
import { requireViewer } from "@/lib/auth/viewer";
import { today as todayOf } from "@/lib/clock";
import { type Day, dayAfter } from "@/lib/domain/dates";
import { may, type Viewer } from "@/lib/domain/viewer";
import { dayText, weekdayText } from "@/lib/format/day";
import { faultSentence } from "@/lib/format/faults";
import { type DecisionItem, listDecisions } from "@/lib/use-cases/list-decisions";
import { showContract } from "@/lib/use-cases/show-contract";
import { showDecision } from "@/lib/use-cases/show-decision";
import { findCustomers } from "./find-customers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("decide"))("title") };
}

/** The queue: what must be decided, by when, and what it costs to miss it; decided in place. */
export default async function DecidePage({ searchParams }: PageProps<"/entscheiden">) {
  const viewer = await requireViewer("see-queue");
  const [t, locale, params] = await Promise.all([getTranslations("decide"), getLocale(), searchParams]);
  const today = todayOf();
  const address = queueAddressOf(params);
  const found = await findCustomers(viewer, address.kunde, today);
  const page = await listDecisions(
    viewer,
    {
      vendor: address.anbieter,
      kind: address.art,
      customerId: found.customerId,
      clerkId: address.zustaendig,
      cursor: address.nach,
    },
    today,
  );
  const { items, filterOptions } = page;
  const mayDecide = may(viewer, "decide");
  const doneId = paramOf(params, "erledigt");
  const done = doneId === undefined ? null : await showDecision(viewer, doneId);
  const openId = paramOf(params, "offen");
  const open = items.find((item) => item.id === openId) ?? null;
  const elsewhere = openId !== undefined && open === null ? await showDecision(viewer, openId) : null;
  const fault = faultSentence(params, locale);
  const panelOf = async (item: DecisionItem) => (
    <DecisionPanel
      item={item}
      {...(await backgroundOf(viewer, item, today))}
      today={today}
      mayDecide={mayDecide && item.state === "open"}
      weiter={queueHref(address, { erledigt: item.id })}
      zurueck={queueHref(address, { offen: item.id, hash: `d-${item.id}` })}
      fault={fault === null ? null : { sentence: fault, field: paramOf(params, "feld") }}
    />
  );
  const customerName = filterOptions.customer?.number ?? (found.customerId === undefined ? (address.kunde ?? "") : "");
  return (
    <div className="flex flex-col gap-3">
      <PageHead
        title={t("title")}
        above={t("today", { day: `${weekdayText(today, locale)}, ${dayText(today, locale)}` })}
        below={
          page.dueSoon.more
            ? t("dueSoonMore", { count: page.dueSoon.count })
            : t("dueSoon", { count: page.dueSoon.count })
        }
        aside={<QueueKeys words={await keyWords()} />}
      />
      <FilterBar address={address} options={filterOptions} customerText={customerName} />
      {found.choices === null ? (
        <p className="text-sm text-muted">
          <FilterSentence address={address} options={filterOptions} />
        </p>
      ) : (
        <WhichCustomer
          text={address.kunde ?? ""}
          choices={found.choices}
          hrefOf={(id) => queueHref({ ...address, kunde: id, nach: undefined })}
          resetHref="/entscheiden"
        />
      )}
      <DoneLine
        item={done}
        weiter={queueHref(address, { erledigt: doneId })}
        zurueck={queueHref(address)}
        mayDecide={mayDecide}
      />
      {fault !== null && open === null ? <StatusLine tone="due">{fault}</StatusLine> : null}
      {page.catchingUp ? <StatusLine tone="due">{t("catchingUp")}</StatusLine> : null}
      {mayDecide ? <BulkBar snoozeUntil={dayText(dayAfter(today, 7), "de")} /> : null}
      {elsewhere === null ? null : (
        <section className="card flex flex-col gap-3 p-4" aria-label={t("title")}>
          <p className="text-sm text-muted">{elsewhere.state === "open" ? t("elsewhere") : t("notOpen")}</p>
          {await panelOf(elsewhere)}
        </section>
      )}
      <GroupLinks items={items} today={today} />
      <div className="card">
        {items.length === 0 ? (
          <EmptyState icon={Inbox} title={t("emptyTitle")}>
            <p>{isFiltered(address) ? t("emptyFiltered") : t("emptyAll")}</p>
            <p className="mt-3">
              {isFiltered(address) ? (
                <LinkButton href="/entscheiden">{t("reset")}</LinkButton>
              ) : (
                <LinkButton href="/kunden">{t("toCustomers")}</LinkButton>
              )}
            </p>
          </EmptyState>
        ) : (
          <QueueTable
            items={items}
            today={today}
            openId={open?.id ?? null}
            panel={open === null ? null : await panelOf(open)}
            hrefOf={(id) => queueHref(address, id === null ? {} : { offen: id })}
            selectable={mayDecide}
          />
        )}
        <Pagination
          nextHref={page.next === null ? null : queueHref({ ...address, nach: page.next })}
          startHref={address.nach === undefined ? null : queueHref({ ...address, nach: undefined })}
        />
      </div>
    </div>
  );
}

/** How the date of a contract's row came about; nothing for rows without a contract. */
async function backgroundOf(viewer: Viewer, item: DecisionItem, today: Day) {
  const view = item.contractId === null ? null : await showContract(viewer, item.contractId, today);
  if (view === null) return { why: null, ifMissed: null };
  const explained = view.derivation.length > 0 ? { derivation: view.derivation, assumptions: view.assumptions } : null;
  return { why: explained, ifMissed: item.kind === "notice" ? view.ifMissed : null };
}

async function keyWords(): Promise<KeyboardHelpWords> {
  const t = await getTranslations("decide.keys");
  return {
    title: t("title"),
    open: t("open"),
    close: t("close"),
    use: t("use"),
    or: t("or"),
    next: t("next"),
    previous: t("previous"),
    enter: t("enter"),
    escape: t("escape"),
    select: t("select"),
    help: t("help"),
  };
}
