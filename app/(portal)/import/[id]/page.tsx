import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { paramOf } from "@/components/decide/queue-address";
import { CommitForm, DiscardForm } from "@/components/imports/commit-form";
import { Counts } from "@/components/imports/counts";
import { Findings, filterOf } from "@/components/imports/findings";
import { ImportFacts } from "@/components/imports/import-facts";
import { MappingForm } from "@/components/imports/mapping-form";
import { Progress } from "@/components/imports/progress";
import { StateBadge } from "@/components/imports/state-badge";
import { UndoForm } from "@/components/imports/undo-form";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { PageHead } from "@/components/ui/page-head";
import { Said } from "@/components/ui/said";
import { StatusLine } from "@/components/ui/status-line";
import { requireViewer } from "@/lib/auth/viewer";
import { may } from "@/lib/domain/viewer";
import { faultSentence } from "@/lib/format/faults";
import { sentence } from "@/lib/format/reasons";
import { fieldsOf } from "@/lib/import-export/columns";
import { showImport } from "@/lib/use-cases/show-import";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

const again = { checking: "check", committing: "commit", undoing: "undo" } as const;

/** One file from its columns to what was made of it: each state shows what can be done next. */
export default async function ImportPage({ params, searchParams }: PageProps<"/import/[id]">) {
  const viewer = await requireViewer("see-imports");
  const [{ id }, t, locale, address] = await Promise.all([
    params,
    getTranslations("imports"),
    getLocale(),
    searchParams,
  ]);
  const after = Number(paramOf(address, "nach"));
  const filter = filterOf(paramOf(address, "zeilen"));
  const view = await showImport(viewer, id, {
    ...(filter === undefined ? {} : { filter }),
    ...(Number.isInteger(after) && after > 0 ? { after } : {}),
  });
  if (view === null) notFound();
  const mayImport = may(viewer, view.kind === "estate" ? "import-estate" : "manage-price-rows");
  const [listHref, listName] =
    view.kind === "estate" ? ["/import", t("toList")] : ["/preislisten/eigene", t("toPrices")];
  const { state } = view;
  const isRunning = state === "checking" || state === "committing" || state === "undoing";
  const refusal = view.refusal === null ? null : sentence(view.refusal, locale);
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4">
      <PageHead
        above={
          <nav aria-label={t("crumb")}>
            <a href={listHref} className="link inline-block min-h-6">
              {listName}
            </a>
          </nav>
        }
        title={<span className="break-all">{view.fileName}</span>}
        below={<StateBadge state={state} />}
      />
      <Said done={null} fault={faultSentence(address, locale)} />
      {refusal === null ? null : <StatusLine tone="due">{refusal}</StatusLine>}
      {isRunning ? (
        <Section id="arbeit" title={t(`state.${state}`)} flush>
          {view.isBroken ? (
            <div className="flex flex-col gap-3 px-4 pb-4 text-sm">
              <p>{t("broken")}</p>
              {mayImport ? (
                <EnhancedForm action={`/api/portal/imports/${view.id}/${again[state]}`} aria-label={t("againForm")}>
                  {state === "committing" && (view.counts?.rejected ?? 0) > 0 ? (
                    <input type="hidden" name="which" value="good" />
                  ) : null}
                  <input type="hidden" name="weiter" value={`/import/${view.id}`} />
                  <Button type="submit" look="primary">
                    {t("again")}
                  </Button>
                </EnhancedForm>
              ) : null}
            </div>
          ) : (
            <Progress view={view} />
          )}
        </Section>
      ) : null}
      {state === "uploaded" ? (
        <Section id="spalten" title={t("mappingTitle")} aside={t("mappingAside")} flush>
          {mayImport ? (
            <MappingForm view={view} fields={fieldsOf[view.kind]} />
          ) : (
            <p className="px-4 pb-4 text-sm">{t("waits")}</p>
          )}
        </Section>
      ) : null}
      {view.counts !== null && !isRunning ? (
        <Section id="ergebnis" title={t(state === "checked" ? "resultTitle" : "committedTitle")}>
          <Counts counts={view.counts} />
          {state === "checked" && mayImport ? (
            <div className="mt-4 border-t border-line pt-4">
              <CommitForm view={view} />
            </div>
          ) : null}
          {state === "committed" && mayImport ? (
            <div className="mt-4 border-t border-line pt-4">
              <UndoForm view={view} />
            </div>
          ) : null}
        </Section>
      ) : null}
      {view.rows !== null && !isRunning ? (
        <Section id="zeilen" title={t("rowsTitle")} flush>
          <Findings view={view} page={view.rows} />
        </Section>
      ) : null}
      {state === "checked" && mayImport ? (
        <Disclosure label={t("changeMapping")}>
          <Section id="spalten" title={t("mappingTitle")} flush>
            <MappingForm view={view} fields={fieldsOf[view.kind]} />
          </Section>
        </Disclosure>
      ) : null}
      <Section id="datei" title={t("fileTitle")}>
        <ImportFacts view={view} />
        {mayImport && (state === "uploaded" || state === "checked") ? (
          <div className="mt-3">
            <DiscardForm view={view} />
          </div>
        ) : null}
      </Section>
    </div>
  );
}
