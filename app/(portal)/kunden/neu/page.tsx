import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Crumbs } from "@/components/capture/crumbs";
import { CustomerForm } from "@/components/capture/customer-form";
import { PageHead } from "@/components/ui/page-head";
import { Said } from "@/components/ui/said";
import { StatusLine } from "@/components/ui/status-line";
import { typedBefore } from "@/lib/auth/typed-before";
import { requireViewer } from "@/lib/auth/viewer";
import { refuse } from "@/lib/domain/refusal";
import { faultSentence } from "@/lib/format/faults";
import { sentence } from "@/lib/format/reasons";
import { showCustomerForm } from "@/lib/use-cases/show-customer-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("capture"))("customerNew") };
}

/** Records a customer by hand. */
export default async function NewCustomerPage({ searchParams }: PageProps<"/kunden/neu">) {
  const viewer = await requireViewer("capture-estate");
  const [t, locale, search] = await Promise.all([getTranslations("capture"), getLocale(), searchParams]);
  const view = await showCustomerForm(viewer, null);
  if (view === null) notFound();
  const state = await typedBefore("/api/portal/customers", search, locale);
  return (
    <div className="flex flex-col gap-4">
      <PageHead title={t("customerNew")} above={<Crumbs />} />
      {viewer.customerIds === null ? (
        <>
          <Said done={null} fault={faultSentence(search, locale)} />
          <CustomerForm customerId={null} view={view} state={state} />
        </>
      ) : (
        <StatusLine tone="due">{sentence(refuse("capture-confined"), locale)}</StatusLine>
      )}
    </div>
  );
}
