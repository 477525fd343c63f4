import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { inFormWords } from "@/app/api/portal/fields";
import { articleValue, formNameOf } from "@/app/api/portal/systems/[id]/article-field";
import { contractFields, contractOf } from "@/app/api/portal/systems/[id]/contract-fields";
import { ContractForm } from "@/components/capture/contract-form";
import { ContractPreview } from "@/components/capture/contract-preview";
import { Section } from "@/components/ui/card";
import { Said } from "@/components/ui/said";
import { typedBefore } from "@/lib/auth/typed-before";
import { requireViewer } from "@/lib/auth/viewer";
import { today as todayOf } from "@/lib/clock";
import { faultSentence } from "@/lib/format/faults";
import { previewContract } from "@/lib/use-cases/preview-contract";
import { showCaptureForm } from "@/lib/use-cases/show-capture-form";
import { askedInAddress, faultBesideFields, together } from "../../../../asked-form";
import { CaptureHead } from "../../capture-head";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("capture"))("contractNew") };
}

/** Records a contract on a system; shows first what it would come to. */
export default async function NewContractPage({ params, searchParams }: PageProps<"/anlagen/[id]/vertraege/neu">) {
  const viewer = await requireViewer("capture-estate");
  const { id } = await params;
  const today = todayOf();
  const form = await showCaptureForm(viewer, id, "contract", today);
  if (form === null) notFound();
  const [t, locale, search] = await Promise.all([getTranslations("capture"), getLocale(), searchParams]);
  const names = Object.keys(contractFields.shape);
  const asked = await askedInAddress(search, locale, {
    names,
    needed: ["article", "startsOn"],
    schema: contractFields,
    preview: async (fields) => inFormWords(await previewContract(viewer, contractOf(id, fields), today), formNameOf),
  });
  const state = together(asked, await typedBefore(`/api/portal/systems/${id}/contracts`, search, locale));
  return (
    <div className="flex flex-col gap-4">
      <CaptureHead title={t("contractNew")} form={form} />
      <Said done={null} fault={faultSentence(search, locale) ?? faultBesideFields(asked.errors, names)} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_25rem]">
        <ContractForm form={form} state={state} keyOf={(choice) => articleValue(choice.sku, choice.form)} />
        <Section id="vorschau" title={t("previewTitle")}>
          {asked.preview === null ? (
            <p className="text-sm text-muted">{t("previewNone")}</p>
          ) : (
            <ContractPreview preview={asked.preview} />
          )}
        </Section>
      </div>
    </div>
  );
}
