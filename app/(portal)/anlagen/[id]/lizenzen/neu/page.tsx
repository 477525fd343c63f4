import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { articleValue } from "@/app/api/portal/systems/[id]/article-field";
import { LicenceForm } from "@/components/capture/licence-form";
import { Said } from "@/components/ui/said";
import { typedBefore } from "@/lib/auth/typed-before";
import { requireViewer } from "@/lib/auth/viewer";
import { today } from "@/lib/clock";
import { faultSentence } from "@/lib/format/faults";
import { showCaptureForm } from "@/lib/use-cases/show-capture-form";
import { CaptureHead } from "../../capture-head";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("capture"))("licenceNew") };
}

/** Records a purchase on a system, and with the first one of an article its licence. */
export default async function NewLicencePage({ params, searchParams }: PageProps<"/anlagen/[id]/lizenzen/neu">) {
  const viewer = await requireViewer("capture-estate");
  const { id } = await params;
  const form = await showCaptureForm(viewer, id, "purchase", today());
  if (form === null) notFound();
  const [t, locale, search] = await Promise.all([getTranslations("capture"), getLocale(), searchParams]);
  return (
    <div className="flex flex-col gap-4">
      <CaptureHead title={t("licenceNew")} form={form} />
      <Said done={null} fault={faultSentence(search, locale)} />
      <LicenceForm
        form={form}
        state={await typedBefore(`/api/portal/systems/${id}/licences`, search, locale)}
        keyOf={({ sku }) => articleValue(sku, {})}
      />
    </div>
  );
}
