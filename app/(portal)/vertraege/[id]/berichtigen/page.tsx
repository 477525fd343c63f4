import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import {
  correctionNameOf,
  correctionNames,
  correctionOf,
  correctionSchema,
} from "@/app/api/portal/contracts/[id]/correction/correction-fields";
import { inFormWords } from "@/app/api/portal/fields";
import { CorrectionForm } from "@/components/capture/correction-form";
import { CorrectionPreview } from "@/components/capture/correction-preview";
import { Crumbs } from "@/components/capture/crumbs";
import { Section } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { Said } from "@/components/ui/said";
import { StatusLine } from "@/components/ui/status-line";
import { typedBefore } from "@/lib/auth/typed-before";
import { requireViewer } from "@/lib/auth/viewer";
import { today as todayOf } from "@/lib/clock";
import type { Day } from "@/lib/domain/dates";
import { isRefusal, isRefusals } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { type AddressParams, faultSentence } from "@/lib/format/faults";
import type { Locale } from "@/lib/i18n/locale";
import { previewContractCorrection } from "@/lib/use-cases/preview-contract-correction";
import { showContractForm } from "@/lib/use-cases/show-contract-form";
import { errorsOfFields, errorsOfRefusals, together, typedInAddress } from "../../../asked-form";

const load = cache(async (id: string) => {
  const viewer = await requireViewer("capture-estate");
  const today = todayOf();
  const view = await showContractForm(viewer, id, today);
  if (view === null) notFound();
  return { viewer, view, today };
});

export async function generateMetadata({ params }: PageProps<"/vertraege/[id]/berichtigen">): Promise<Metadata> {
  const [t, { view }] = await Promise.all([getTranslations("capture"), load((await params).id)]);
  return { title: t("correction", { name: view.articleName }) };
}

/** Corrects what was recorded wrongly about a contract; shows first what that moves. */
export default async function CorrectContractPage({ params, searchParams }: PageProps<"/vertraege/[id]/berichtigen">) {
  const { viewer, view, today } = await load((await params).id);
  const [t, words, locale, search] = await Promise.all([
    getTranslations("capture"),
    getTranslations("customers"),
    getLocale(),
    searchParams,
  ]);
  const { id, customer, system, version } = view;
  const asked = await askedCorrection(viewer, id, search, locale, today);
  const state = together(asked, await typedBefore(`/api/portal/contracts/${id}/correction`, search, locale));
  const overtaken = search.stand !== undefined && search.stand !== String(version);
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title={t("correction", { name: view.articleName })}
        above={
          <Crumbs
            way={[
              { href: "/kunden", name: words("title") },
              { href: `/kunden/${customer.id}`, name: customer.name },
              { href: `/anlagen/${system.id}`, name: system.name },
              { href: `/vertraege/${id}`, name: view.articleName },
            ]}
          />
        }
        below={t("correctionIntro")}
      />
      <Said done={null} fault={faultSentence(search, locale) ?? asked.errors[""] ?? null} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_25rem]">
        <CorrectionForm view={view} state={state} />
        <Section id="vorschau" title={t("correctionPreview")}>
          {overtaken ? <StatusLine tone="due">{t("overtaken")}</StatusLine> : null}
          {asked.preview === null ? (
            <p className="text-sm text-muted">{t("correctionNone")}</p>
          ) : (
            <CorrectionPreview preview={asked.preview} />
          )}
        </Section>
      </div>
    </div>
  );
}

/** What if the contract were recorded as the address says; null where it says nothing. */
async function askedCorrection(viewer: Viewer, contractId: string, search: AddressParams, locale: Locale, today: Day) {
  const typed = typedInAddress(search, correctionNames);
  const reason = typedInAddress(search, ["reason"]);
  const nothing = {
    typed: { ...typed, ...reason },
    errors: {} as Readonly<Record<string, string>>,
    preview: null,
  };
  if (Object.keys(typed).length === 0) return nothing;
  const parsed = correctionSchema.safeParse(typed);
  if (!parsed.success) return { ...nothing, errors: errorsOfFields(parsed.error, locale) };
  const asked = { contractId, set: correctionOf(parsed.data) };
  const preview = inFormWords(await previewContractCorrection(viewer, asked, today), correctionNameOf);
  if (preview === "not-found") notFound();
  if (isRefusal(preview) || isRefusals(preview)) return { ...nothing, errors: errorsOfRefusals(preview, locale) };
  return { ...nothing, preview };
}
