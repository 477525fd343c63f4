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
import { typedBefore } from "@/lib/auth/typed-before";
import { requireViewer } from "@/lib/auth/viewer";
import { today as todayOf } from "@/lib/clock";
import { faultSentence } from "@/lib/format/faults";
import { previewContractCorrection } from "@/lib/use-cases/preview-contract-correction";
import { showContractForm } from "@/lib/use-cases/show-contract-form";
import { askedInAddress, faultBesideFields, together } from "../../../asked-form";
import { ContractFormPage } from "../contract-form-page";

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
  const [t, locale, search] = await Promise.all([getTranslations("capture"), getLocale(), searchParams]);
  const asked = await askedInAddress(search, locale, {
    names: correctionNames,
    noted: ["reason"],
    schema: correctionSchema,
    preview: async (fields) =>
      inFormWords(
        await previewContractCorrection(viewer, { contractId: view.id, set: correctionOf(fields) }, today),
        correctionNameOf,
      ),
  });
  const state = together(asked, await typedBefore(`/api/portal/contracts/${view.id}/correction`, search, locale));
  return (
    <ContractFormPage
      title={t("correction", { name: view.articleName })}
      intro={t("correctionIntro")}
      contract={view}
      fault={faultSentence(search, locale) ?? faultBesideFields(asked.errors, correctionNames)}
      seenVersion={search.stand}
      form={<CorrectionForm view={view} state={state} />}
      preview={
        asked.preview === null ? (
          <p className="text-sm text-muted">{t("correctionNone")}</p>
        ) : (
          <CorrectionPreview preview={asked.preview} />
        )
      }
    />
  );
}
