import { ListPlus, Plus, UserPlus } from "lucide";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { Captured } from "@/components/capture/captured";
import { PurchaseWithdrawal } from "@/components/capture/purchase-withdrawal";
import { checkHref } from "@/components/check/check-address";
import { Contracts } from "@/components/customers/contract-rows";
import { DecisionList } from "@/components/customers/decision-list";
import { LicenceTable } from "@/components/customers/licence-table";
import { openFirst } from "@/components/customers/open-first";
import { SystemAdvice } from "@/components/customers/system-advice";
import { SystemFaults } from "@/components/customers/system-faults";
import { systemLine } from "@/components/customers/system-line";
import { TierList } from "@/components/customers/tier-usage";
import { queueHref } from "@/components/decide/queue-address";
import { HISTORY_PARAM, historyPage } from "@/components/history/history-address";
import { HistoryList } from "@/components/history/history-list";
import { nextUserHref } from "@/components/next-user/address";
import { ChangePreview } from "@/components/system/change-preview";
import { Coverage } from "@/components/system/coverage";
import { FigureFacts } from "@/components/system/figure-facts";
import { FiguresForm } from "@/components/system/figures-form";
import { LimitList } from "@/components/system/limit-list";
import { QuantityList } from "@/components/system/quantity-list";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { Said, wordOf } from "@/components/ui/said";
import { StatusLine } from "@/components/ui/status-line";
import { requireViewer } from "@/lib/auth/viewer";
import { today as todayOf } from "@/lib/clock";
import { may } from "@/lib/domain/viewer";
import { faultSentence } from "@/lib/format/faults";
import { listHistory } from "@/lib/use-cases/list-history";
import { showSystem } from "@/lib/use-cases/show-system";
import { askedFigures, fieldFor } from "./asked-figures";

const load = cache(async (id: string) => {
  const viewer = await requireViewer("see-system");
  const today = todayOf();
  const view = await showSystem(viewer, id, today);
  if (view === null) notFound();
  return { viewer, view, today };
});

export async function generateMetadata({ params }: PageProps<"/anlagen/[id]">): Promise<Metadata> {
  const { view } = await load((await params).id);
  return { title: `${view.system.name} · ${view.customer.name}` };
}

/** One system: how it stands, what is used and left of it, what covers it, what must be decided; and its figures, with what a change of them moves. */
export default async function SystemPage({ params, searchParams }: PageProps<"/anlagen/[id]">) {
  const { viewer, view, today } = await load((await params).id);
  const [t, capture, words, locale, search] = await Promise.all([
    getTranslations("system"),
    getTranslations("capture"),
    getTranslations("customer"),
    getLocale(),
    searchParams,
  ]);
  const { system, customer, fields } = view;
  const staff = may(viewer, "see-queue");
  const mayChange = may(viewer, "change-system");
  const asked = mayChange ? await askedFigures(viewer, system.id, search, locale, today) : null;
  const done = wordOf(["gespeichert"], search.getan);
  const olderThan = historyPage(search[HISTORY_PARAM]);
  const history = may(viewer, "see-history")
    ? await listHistory(viewer, { systemId: system.id }, olderThan === null ? {} : { olderThan })
    : null;
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title={system.name}
        above={
          <nav aria-label={t("crumb")}>
            <ol className="flex flex-wrap gap-x-1.5">
              {may(viewer, "see-customers") ? <Crumb href="/kunden">{t("customers")}</Crumb> : null}
              <li>
                <Link href={`/kunden/${customer.id}`} prefetch={false} className="link">
                  {customer.name}
                </Link>
              </li>
            </ol>
          </nav>
        }
        below={`${system.productName} · ${systemLine(system, words)}`}
        aside={
          <div className="no-print flex flex-wrap gap-2">
            {may(viewer, "check-addition") ? (
              <LinkButton href={checkHref({ anlage: system.id })}>
                <Icon of={ListPlus} className="size-4" />
                {t("toCheck")}
              </LinkButton>
            ) : null}
            {may(viewer, "price-next-users") ? (
              <LinkButton href={nextUserHref(customer.id, [system.id])}>
                <Icon of={UserPlus} className="size-4" />
                {t("toNextUser")}
              </LinkButton>
            ) : null}
            {may(viewer, "capture-estate") ? (
              <>
                <LinkButton href={`/anlagen/${system.id}/lizenzen/neu`}>
                  <Icon of={Plus} className="size-4" />
                  {capture("licenceNew")}
                </LinkButton>
                <LinkButton href={`/anlagen/${system.id}/vertraege/neu`}>
                  <Icon of={Plus} className="size-4" />
                  {capture("contractNew")}
                </LinkButton>
                <LinkButton href={`/anlagen/${system.id}/aendern`} look="quiet">
                  {capture("renameLink")}
                </LinkButton>
                <LinkButton href={`/anlagen/${system.id}/archivieren`} look="quiet">
                  {capture("archiveLink")}
                </LinkButton>
              </>
            ) : null}
          </div>
        }
      />
      <Captured
        search={search}
        words={["anlage", "lizenz", "anschaffung", "geaendert", "berichtigt", "wiederhergestellt"]}
      />
      <Said done={done === null ? null : t("saved")} fault={faultSentence(search, locale)} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_23rem] xl:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <Section id="stand" title={t("state")} flush>
            <div className="flex flex-col gap-3 pb-3">
              <SystemFaults system={system} />
              <SystemAdvice system={system} />
            </div>
          </Section>
          {system.tiers.length === 0 ? null : (
            <Section id="staffeln" title={t("tiers")} flush>
              <TierList system={system} />
            </Section>
          )}
          {view.steps.length === 0 && view.bounds.length === 0 ? null : (
            <Section id="mengen" title={t("quantities")}>
              <QuantityList steps={view.steps} bounds={view.bounds} />
            </Section>
          )}
          {system.limits.length === 0 ? null : (
            <Section id="grenzen" title={t("limits")}>
              <LimitList limits={system.limits} />
            </Section>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4 xl:col-start-2 xl:row-span-2 xl:row-start-1">
          <Section id="angaben" title={t("figures")}>
            {mayChange ? (
              <FiguresForm
                view={view}
                seenVersion={asked?.stand ?? view.version}
                fieldFor={fieldFor(system, asked)}
                changed={(asked?.preview?.differences.length ?? 0) > 0}
              />
            ) : (
              <FigureFacts system={system} fields={fields} />
            )}
            {asked?.preview ? (
              <section id="vorschau" aria-label={t("previewTitle")} className="mt-4 flex scroll-mt-4 flex-col gap-2">
                {asked.stand === null || asked.stand === view.version ? null : (
                  <StatusLine tone="due">{t("overtaken")}</StatusLine>
                )}
                <ChangePreview preview={asked.preview} />
              </section>
            ) : null}
          </Section>
          {staff ? (
            <Section
              id="entscheidungen"
              title={t("decisions")}
              aside={
                <Link href={queueHref({ kunde: customer.id })} prefetch={false} className="link inline-block min-h-6">
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
                  hrefOf={(item) => queueHref({ kunde: customer.id }, { offen: item.id, hash: `d-${item.id}` })}
                />
              )}
            </Section>
          ) : null}
          {view.maintenance === null && view.plans.length === 0 ? null : (
            <Section id="deckung" title={t("coverage")}>
              <Coverage view={view} today={today} />
            </Section>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4 xl:col-start-1 xl:row-start-2">
          <Section id="vertraege" title={t("contracts")} flush>
            {system.contracts.length === 0 ? (
              <p className="px-4 pb-3 text-sm text-muted">{t("contractsNone")}</p>
            ) : (
              <Contracts
                id={`vertraege-${system.id}`}
                contracts={system.contracts}
                caption={words("contractsCaption", { system: system.name })}
                today={today}
              />
            )}
          </Section>
          <Section
            id="lizenzen"
            title={t("licences")}
            aside={
              <Link href={`/anlagen/${system.id}/schluessel`} prefetch={false} className="link inline-block min-h-6">
                {words("keys")}
              </Link>
            }
            flush
          >
            {system.licences.length === 0 ? (
              <p className="px-4 pb-3 text-sm text-muted">{t("licencesNone")}</p>
            ) : (
              <>
                <LicenceTable
                  licences={system.licences}
                  showPrices={view.seesPurchasePrices}
                  caption={`${t("licences")}, ${system.name}`}
                />
                {may(viewer, "capture-estate") ? (
                  <PurchaseWithdrawal systemId={system.id} licences={system.licences} />
                ) : null}
              </>
            )}
          </Section>
          {history === null ? null : (
            <Section id="verlauf" title={words("history")}>
              <HistoryList
                history={history}
                of="system"
                older={(number) => `/anlagen/${system.id}?${HISTORY_PARAM}=${number}#verlauf`}
                start={olderThan === null ? null : `/anlagen/${system.id}#verlauf`}
              />
            </Section>
          )}
        </div>
      </div>
    </div>
  );
}

function Crumb({ href, children }: { href: string; children: ReactNode }) {
  return (
    <li>
      <Link href={href} prefetch={false} className="link">
        {children}
      </Link>
      <span aria-hidden className="pl-1.5">
        ›
      </span>
    </li>
  );
}
