import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import {
  positionChangeOf,
  positionNameOf,
  positionNames,
  positionSchema,
} from "@/app/api/portal/contracts/[id]/positions/position-fields";
import { inFormWords } from "@/app/api/portal/fields";
import { PositionForm } from "@/components/capture/position-form";
import { PositionPreview } from "@/components/capture/position-preview";
import { typedBefore } from "@/lib/auth/typed-before";
import { requireViewer } from "@/lib/auth/viewer";
import { today as todayOf } from "@/lib/clock";
import { faultSentence } from "@/lib/format/faults";
import { previewPositionChange } from "@/lib/use-cases/preview-position-change";
import { showPositionForm } from "@/lib/use-cases/show-position-form";
import { askedInAddress, faultBesideFields, together } from "../../../asked-form";
import { ContractFormPage } from "../contract-form-page";

const load = cache(async (id: string) => {
  const viewer = await requireViewer("capture-estate");
  const today = todayOf();
  const view = await showPositionForm(viewer, id, today);
  if (view === null) notFound();
  return { viewer, view, today };
});

export async function generateMetadata({ params }: PageProps<"/vertraege/[id]/menge">): Promise<Metadata> {
  const [t, { view }] = await Promise.all([getTranslations("capture"), load((await params).id)]);
  return { title: t("quantityTitle", { name: view.articleName }) };
}

/** Another quantity of what a contract books, from a day on or corrected; shows first what it comes to. */
export default async function ChangeQuantityPage({ params, searchParams }: PageProps<"/vertraege/[id]/menge">) {
  const { viewer, view, today } = await load((await params).id);
  const [t, locale, search] = await Promise.all([getTranslations("capture"), getLocale(), searchParams]);
  const asked = await askedInAddress(search, locale, {
    names: positionNames,
    noted: ["reason"],
    schema: positionSchema,
    preview: async (fields) =>
      inFormWords(await previewPositionChange(viewer, positionChangeOf(view.id, fields), today), positionNameOf),
  });
  const state = together(asked, await typedBefore(`/api/portal/contracts/${view.id}/positions`, search, locale));
  return (
    <ContractFormPage
      title={t("quantityTitle", { name: view.articleName })}
      intro={t("quantityIntro")}
      contract={view}
      fault={faultSentence(search, locale) ?? faultBesideFields(asked.errors, positionNames)}
      seenVersion={search.stand}
      form={<PositionForm view={view} state={state} today={today} />}
      preview={
        asked.preview === null ? (
          <p className="text-sm text-muted">{t("quantityNone")}</p>
        ) : (
          <PositionPreview preview={asked.preview} billingInterval={view.billingInterval} />
        )
      }
    />
  );
}
