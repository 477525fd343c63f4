import { PencilLine, Plus, UserPlus } from "lucide";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ArchivedList } from "@/components/capture/archived-list";
import { Captured } from "@/components/capture/captured";
import { DecisionList } from "@/components/customers/decision-list";
import { openFirst } from "@/components/customers/open-first";
import { SystemCard } from "@/components/customers/system-card";
import { queueHref } from "@/components/decide/queue-address";
import { HISTORY_PARAM, historyPage } from "@/components/history/history-address";
import { HistoryList } from "@/components/history/history-list";
import { nextUserHref } from "@/components/next-user/address";
import { LinkButton } from "@/components/ui/button";
import { Facts, Section } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/viewer";
import { today as todayOf } from "@/lib/clock";
import { isLand } from "@/lib/domain/holidays";
import { may } from "@/lib/domain/viewer";
import { landNames } from "@/lib/format/words-holidays";
import { listArchived } from "@/lib/use-cases/list-archived";
import { listHistory } from "@/lib/use-cases/list-history";
import { showCustomer } from "@/lib/use-cases/show-customer";

const load = cache(async (id: string) => {
  const viewer = await requireViewer("see-customer");
  const today = todayOf();
  const view = await showCustomer(viewer, id, today);
  if (view === null) notFound();
  return { viewer, view, today };
});

export async function generateMetadata({ params }: PageProps<"/kunden/[id]">): Promise<Metadata> {
  return { title: (await load((await params).id)).view.name };
}

/** One customer: systems, licences with purchases, contracts, what is not covered, what is missing, what must be decided. */
export default async function CustomerPage({ params, searchParams }: PageProps<"/kunden/[id]">) {
  const { viewer, view, today } = await load((await params).id);
  const search = await searchParams;
  const olderThan = historyPage(search[HISTORY_PARAM]);
  const history = may(viewer, "see-history")
    ? await listHistory(viewer, { customerId: view.id }, olderThan === null ? {} : { olderThan })
    : null;
  const archived = may(viewer, "capture-estate") ? await listArchived(viewer, view.id) : [];
  const [t, capture] = await Promise.all([getTranslations("customer"), getTranslations("capture")]);
  const staff = may(viewer, "see-queue");
  const facts = [
    { name: t("contact"), value: view.contactName },
    { name: t("email"), value: view.contactEmail === null ? null : <Contact kind="email" text={view.contactEmail} /> },
    { name: t("phone"), value: view.contactPhone === null ? null : <Contact kind="phone" text={view.contactPhone} /> },
    { name: t("land"), value: isLand(view.land) ? landNames[view.land] : null },
    { name: t("clerk"), value: view.clerkName },
    { name: t("deputy"), value: view.deputyName },
  ].filter((fact) => fact.value !== null);
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title={view.name}
        above={t("number", { number: view.number })}
        aside={
          <div className="no-print flex flex-wrap gap-2">
            {may(viewer, "price-next-users") && view.systems.length > 0 ? (
              <LinkButton href={nextUserHref(view.id)}>
                <Icon of={UserPlus} className="size-4" />
                {t("nextUserPage")}
              </LinkButton>
            ) : null}
            {may(viewer, "capture-estate") ? (
              <>
                <LinkButton href={`/kunden/${view.id}/aendern`}>
                  <Icon of={PencilLine} className="size-4" />
                  {capture("customerChangeLink")}
                </LinkButton>
                <LinkButton href={`/kunden/${view.id}/anlagen/neu`}>
                  <Icon of={Plus} className="size-4" />
                  {capture("systemNew")}
                </LinkButton>
                <LinkButton href={`/kunden/${view.id}/archivieren`} look="quiet">
                  {capture("archiveLink")}
                </LinkButton>
              </>
            ) : null}
          </div>
        }
      />
      <Captured search={search} words={["kunde", "geaendert", "berichtigt", "archiviert", "wiederhergestellt"]} />
      <div className={`grid items-start gap-4 ${staff ? "lg:grid-cols-[20rem_minmax(0,1fr)]" : ""}`}>
        <div className="card px-4 py-3">
          <Facts items={facts} />
        </div>
        {staff ? (
          <Section
            id="entscheidungen"
            title={t("decisions")}
            aside={
              <Link href={queueHref({ kunde: view.id })} prefetch={false} className="link inline-block min-h-6">
                {t("toQueue")}
              </Link>
            }
          >
            {view.decisions.length === 0 ? (
              <p className="text-sm text-muted">{t("decisionsNone")}</p>
            ) : (
              <DecisionList
                decisions={openFirst(view.decisions)}
                today={today}
                mayDecide={may(viewer, "decide")}
                hrefOf={(item) => queueHref({ kunde: view.id }, { offen: item.id, hash: `d-${item.id}` })}
              />
            )}
          </Section>
        ) : null}
      </div>
      {view.systems.length > 1 ? (
        <nav aria-label={t("systemsNav")} className="no-print flex flex-wrap gap-1">
          {view.systems.map((system) => (
            <a
              key={system.id}
              href={`#anlage-${system.id}`}
              className="flex min-h-8 items-center rounded-full border border-line px-3 text-xs font-medium text-muted hover:text-ink"
            >
              {system.name}
            </a>
          ))}
        </nav>
      ) : null}
      {view.systems.length === 0 ? <p className="text-sm text-muted">{t("noSystems")}</p> : null}
      {view.systems.map((system) => (
        <SystemCard key={system.id} system={system} today={today} showPrices={view.seesPurchasePrices} />
      ))}
      {archived.length === 0 ? null : (
        <Section id="archiv" title={capture("archiveSection")}>
          <ArchivedList records={archived} />
        </Section>
      )}
      {history === null ? null : (
        <Section id="verlauf" title={t("history")}>
          <HistoryList
            history={history}
            of="customer"
            older={(number) => `/kunden/${view.id}?${HISTORY_PARAM}=${number}#verlauf`}
            start={olderThan === null ? null : `/kunden/${view.id}#verlauf`}
          />
        </Section>
      )}
    </div>
  );
}

function Contact({ kind, text }: { kind: "email" | "phone"; text: string }) {
  return (
    <a
      href={kind === "email" ? `mailto:${text}` : `tel:${text.replaceAll(/[^\d+]/g, "")}`}
      className="link inline-block min-h-6"
    >
      {text}
    </a>
  );
}
