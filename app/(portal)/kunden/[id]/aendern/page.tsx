import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Crumbs } from "@/components/capture/crumbs";
import { CustomerForm } from "@/components/capture/customer-form";
import { PageHead } from "@/components/ui/page-head";
import { Said } from "@/components/ui/said";
import { typedBefore } from "@/lib/auth/typed-before";
import { requireViewer } from "@/lib/auth/viewer";
import { faultSentence } from "@/lib/format/faults";
import { showCustomerForm } from "@/lib/use-cases/show-customer-form";

const load = cache(async (id: string) => {
  const view = await showCustomerForm(await requireViewer("capture-estate"), id);
  if (view === null) notFound();
  return view;
});

export async function generateMetadata({ params }: PageProps<"/kunden/[id]/aendern">): Promise<Metadata> {
  const [t, view] = await Promise.all([getTranslations("capture"), load((await params).id)]);
  return { title: t("customerChange", { name: view.fields.name }) };
}

/** Changes what is recorded of a customer, or corrects what had been recorded wrongly. */
export default async function ChangeCustomerPage({ params, searchParams }: PageProps<"/kunden/[id]/aendern">) {
  const { id } = await params;
  const view = await load(id);
  const [t, locale, search] = await Promise.all([getTranslations("capture"), getLocale(), searchParams]);
  const { name } = view.fields;
  return (
    <div className="flex flex-col gap-4">
      <PageHead title={t("customerChange", { name })} above={<Crumbs customer={{ id, name }} />} />
      <Said done={null} fault={faultSentence(search, locale)} />
      <CustomerForm
        customerId={id}
        view={view}
        state={await typedBefore(`/api/portal/customers/${id}`, search, locale)}
      />
    </div>
  );
}
