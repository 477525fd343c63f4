import { PencilLine } from "lucide";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Captured } from "@/components/capture/captured";
import { ContractFacts } from "@/components/contract/contract-facts";
import { Deadline } from "@/components/contract/deadline";
import { DeadlineCalendar } from "@/components/contract/deadline-calendar";
import { Documents } from "@/components/contract/documents";
import { Notices } from "@/components/contract/notices";
import { OwnRule } from "@/components/contract/own-rule";
import { Positions } from "@/components/contract/positions";
import { Renewal } from "@/components/contract/renewal";
import { TimelineChart } from "@/components/contract/timeline-chart";
import { WhatIf } from "@/components/contract/what-if";
import { StatutoryHints, WhyDate } from "@/components/contract/why-date";
import { Contracts } from "@/components/customers/contract-rows";
import { DecisionList } from "@/components/customers/decision-list";
import { openFirst } from "@/components/customers/open-first";
import { paramOf, queueHref } from "@/components/decide/queue-address";
import { HISTORY_PARAM, historyPage } from "@/components/history/history-address";
import { HistoryList } from "@/components/history/history-list";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { StatusLine } from "@/components/ui/status-line";
import { requireViewer } from "@/lib/auth/viewer";
import { today as todayOf } from "@/lib/clock";
import type { Day } from "@/lib/domain/dates";
import { isRefusal } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { dayOfInput } from "@/lib/format/day-input";
import { faultSentence } from "@/lib/format/faults";
import { sentence } from "@/lib/format/reasons";
import { policyById } from "@/lib/price-lists/index";
import { listDocuments } from "@/lib/use-cases/list-documents";
import { listHistory } from "@/lib/use-cases/list-history";
import { previewNotice } from "@/lib/use-cases/preview-notice";
import { type ContractView, showContract } from "@/lib/use-cases/show-contract";

const load = cache(async (id: string) => {
  const viewer = await requireViewer("see-contract");
  const today = todayOf();
  const view = await showContract(viewer, id, today);
  if (view === null) notFound();
  return { viewer, view, today };
});

export async function generateMetadata({ params }: PageProps<"/vertraege/[id]">): Promise<Metadata> {
  const { view } = await load((await params).id);
  return { title: `${view.contract.articleName} · ${view.customer.name}` };
}

/** One contract: when it can end, by when one must act, how that date came about, and what was done. */
export default async function ContractPage({ params, searchParams }: PageProps<"/vertraege/[id]">) {
  const { viewer, view, today } = await load((await params).id);
  const [t, capture, locale, search] = await Promise.all([
    getTranslations("contract"),
    getTranslations("capture"),
    getLocale(),
    searchParams,
  ]);
  const { contract, customer } = view;
  const { dates } = contract;
  const fault = faultSentence(search, locale);
  const whatIf = await whatIfOf(viewer, view, paramOf(search, "eingang"), today);
  const staff = may(viewer, "see-queue");
  const mayRecord = may(viewer, "record-notice");
  const olderThan = historyPage(search[HISTORY_PARAM]);
  const history = may(viewer, "see-history")
    ? await listHistory(viewer, { contractId: contract.id }, olderThan === null ? {} : { olderThan })
    : null;
  const unit = noticeUnitOf(view);
  const ends = dates.endsOn !== null;
  const lapses = view.policy.kind === "lapses";
  const agreed = view.timeline.findLast((term) => term.kind === "agreed" && term.standing !== "coming") ?? null;
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title={contract.articleName}
        above={
          <nav aria-label={t("crumb")}>
            <ol className="flex flex-wrap gap-x-1.5">
              {may(viewer, "see-customers") ? <Crumb href="/kunden">{t("customers")}</Crumb> : null}
              <Crumb href={`/kunden/${customer.id}`}>{customer.name}</Crumb>
              <li>
                <Link href={`/anlagen/${contract.systemId}`} prefetch={false} className="link">
                  {contract.systemName}
                </Link>
              </li>
            </ol>
          </nav>
        }
        below={<ContractFacts view={view} />}
        aside={
          may(viewer, "capture-estate") ? (
            <div className="no-print flex flex-wrap gap-2">
              <LinkButton href={`/vertraege/${contract.id}/berichtigen`}>
                <Icon of={PencilLine} className="size-4" />
                {capture("correctionLink")}
              </LinkButton>
              {lapses || view.positions.every(({ toOn }) => toOn !== null) ? null : (
                <LinkButton href={`/vertraege/${contract.id}/menge`}>{capture("quantityLink")}</LinkButton>
              )}
              <LinkButton href={`/vertraege/${contract.id}/archivieren`} look="quiet">
                {capture("archiveLink")}
              </LinkButton>
            </div>
          ) : null
        }
      />
      <Captured
        search={search}
        words={["erfasst", "menge", "berichtigt", "wiederhergestellt", "dokument", "zurueckgenommen"]}
      />
      {fault === null ? null : <StatusLine tone="due">{fault}</StatusLine>}
      <StatusLine
        actions={
          paramOf(search, "erfasst") === undefined ? undefined : (
            <LinkButton href="#kuendigungen">{t("toNotices")}</LinkButton>
          )
        }
      >
        {paramOf(search, "erfasst") === undefined
          ? paramOf(search, "regel") === undefined
            ? null
            : t("ruleDone")
          : t("noticeDone")}
      </StatusLine>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_25rem] xl:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <Section id="frist" title={t("deadline")}>
            <Deadline contract={contract} lapses={lapses} ifMissed={view.ifMissed} today={today} />
          </Section>
          {contract.ruleUnknown && may(viewer, "record-contract-rule") ? <RuleSection view={view} mayChange /> : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4 xl:col-start-2 xl:row-span-2 xl:row-start-1">
          <section id="warum" aria-label={t("why")} className="card px-4 py-3">
            <WhyDate
              source={
                view.ownRule === null
                  ? view.policy.source
                  : { document: view.ownRule.source, clause: view.ownRule.clause }
              }
              derivation={view.derivation}
              assumptions={view.assumptions}
              agreed={agreed}
              refusal={view.refusal}
              calendar={
                unit === null ||
                dates.sendByOn === null ||
                dates.noticeDueOn === null ||
                dates.cancellableTo === null ? null : (
                  <DeadlineCalendar
                    sendByOn={dates.sendByOn}
                    noticeDueOn={dates.noticeDueOn}
                    cancellableTo={dates.cancellableTo}
                    noticeUnit={unit}
                    land={view.land}
                  />
                )
              }
              open
            />
          </section>
          {unit === null || ends ? null : (
            <div className={whatIf.preview === null ? "no-print" : ""}>
              <Section id="eingang" title={t("whatIf")}>
                <WhatIf
                  contractId={contract.id}
                  {...whatIf}
                  noticeDueOn={dates.noticeDueOn}
                  cancellableTo={dates.cancellableTo}
                  today={today}
                  mayRecord={mayRecord}
                />
              </Section>
            </div>
          )}
          {view.hints.length === 0 ? null : (
            <Section id="gesetz" title={t("statute")}>
              <StatutoryHints hints={view.hints} />
            </Section>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4 xl:col-start-1 xl:row-start-2">
          {view.renewal === null ? null : (
            <Section id="verlaengern" title={t("renewal")}>
              <Renewal renewal={view.renewal} />
            </Section>
          )}
          <Section id="laufzeiten" title={t("timeline")}>
            <TimelineChart
              terms={view.timeline}
              today={today}
              endsOn={dates.endsOn}
              noticeDueOn={ends ? null : dates.noticeDueOn}
              sendByOn={ends ? null : dates.sendByOn}
              cancellableTo={ends ? null : dates.cancellableTo}
            />
          </Section>
          {staff && view.decisions.length > 0 ? (
            <Section id="entscheidungen" title={t("decisions")}>
              <DecisionList
                decisions={openFirst(view.decisions)}
                today={today}
                mayDecide={may(viewer, "decide")}
                hrefOf={(item) => queueHref({ kunde: customer.id }, { offen: item.id, hash: `d-${item.id}` })}
              />
            </Section>
          ) : null}
          <Section id="positionen" title={t("positions")} flush>
            <Positions positions={view.positions} />
          </Section>
          {view.parts.length === 0 ? null : (
            <Section id="dazu" title={t("parts")} flush>
              <Contracts id="dazugehoerige" contracts={view.parts} caption={t("parts")} today={today} />
            </Section>
          )}
          {lapses && view.notices.length === 0 ? null : (
            <Section id="kuendigungen" title={t("notices")}>
              <Notices contractId={contract.id} notices={view.notices} today={today} mayRecord={mayRecord} />
            </Section>
          )}
          {lapses || (contract.ruleUnknown && may(viewer, "record-contract-rule")) ? null : (
            <RuleSection view={view} mayChange={may(viewer, "record-contract-rule")} />
          )}
          <Section id="dokumente" title={capture("documents")}>
            <Documents
              contractId={contract.id}
              documents={await listDocuments(viewer, contract.id, today)}
              mayChange={may(viewer, "capture-estate")}
            />
          </Section>
          {history === null ? null : (
            <Section id="verlauf" title={t("history")}>
              <HistoryList
                history={history}
                of="contract"
                older={(number) => `/vertraege/${contract.id}?${HISTORY_PARAM}=${number}#verlauf`}
                start={olderThan === null ? null : `/vertraege/${contract.id}#verlauf`}
              />
            </Section>
          )}
        </div>
      </div>
    </div>
  );
}

async function RuleSection({ view, mayChange }: { view: ContractView; mayChange: boolean }) {
  const t = await getTranslations("contract");
  const policy = policyById(view.policy.id);
  return (
    <Section id="regel" title={t("ownRule")}>
      <OwnRule
        view={view}
        mayChange={mayChange}
        minimumMonths={policy?.kind === "unknown" ? policy.minimumMonths : null}
      />
    </Section>
  );
}

function Crumb({ href, children }: { href: string; children: React.ReactNode }) {
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

/** What a notice's length is counted in: by the contract's own rule, else the price list's; null where neither states one. */
function noticeUnitOf(view: ContractView) {
  if (view.ownRule !== null) return view.ownRule.noticeUnit;
  const policy = policyById(view.policy.id);
  return policy?.kind === "rule" || policy?.kind === "chosen-term" ? policy.rule.noticeUnit : null;
}

/** What the address asks: what if the notice is received on that day. */
async function whatIfOf(viewer: Viewer, view: ContractView, asked: string | undefined, today: Day) {
  const nothing = { asked: asked ?? "", error: null, preview: null };
  if (asked === undefined) return nothing;
  const [t, locale] = await Promise.all([getTranslations("contract"), getLocale()]);
  const receivedOn = dayOfInput(asked);
  if (receivedOn === null) return { ...nothing, error: t("dayWrong") };
  const preview = await previewNotice(viewer, { contractId: view.contract.id, receivedOn }, today);
  if (preview === "not-found") notFound();
  return isRefusal(preview) ? { ...nothing, error: sentence(preview, locale) } : { ...nothing, preview };
}
