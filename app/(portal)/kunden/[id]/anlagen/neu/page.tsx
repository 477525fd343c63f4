import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Crumbs } from "@/components/capture/crumbs";
import { SystemForm } from "@/components/capture/system-form";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { Said } from "@/components/ui/said";
import { typedBefore } from "@/lib/auth/typed-before";
import { requireViewer } from "@/lib/auth/viewer";
import { today } from "@/lib/clock";
import { figureFieldsOf } from "@/lib/domain/system-figures";
import { faultSentence } from "@/lib/format/faults";
import { editionInForce, vendors } from "@/lib/price-lists/index";
import { showCustomerForm } from "@/lib/use-cases/show-customer-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("capture"))("systemNew") };
}

/** Records a system of a customer: first whose it is, then what is known of it. */
export default async function NewSystemPage({ params, searchParams }: PageProps<"/kunden/[id]/anlagen/neu">) {
  const viewer = await requireViewer("capture-estate");
  const { id } = await params;
  const view = await showCustomerForm(viewer, id);
  if (view === null) notFound();
  const [t, locale, search] = await Promise.all([getTranslations("capture"), getLocale(), searchParams]);
  const vendor = vendors.find((each) => each.id === search.anbieter) ?? null;
  const path = `/kunden/${id}/anlagen/neu`;
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title={vendor === null ? t("systemNew") : t("systemNewOf", { product: vendor.productName })}
        above={<Crumbs customer={{ id, name: view.fields.name }} />}
        aside={
          vendor === null ? null : (
            <LinkButton href={path} className="no-print">
              {t("otherVendor")}
            </LinkButton>
          )
        }
      />
      <Said done={null} fault={faultSentence(search, locale)} />
      {vendor === null ? (
        <Section id="anbieter" title={t("chooseVendor")} flush>
          <ul className="divide-y divide-line">
            {vendors.map((each) => (
              <li key={each.id} className="relative hover:bg-hover">
                <Link
                  href={`${path}?anbieter=${each.id}`}
                  prefetch={false}
                  className="row-link min-h-11 w-full flex-wrap gap-x-3 px-4 py-2 text-sm"
                >
                  <span className="font-medium">{each.productName}</span>
                  <span className="text-muted">{each.name}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : (
        <SystemForm
          customerId={id}
          vendor={vendor.id}
          fields={figureFieldsOf(editionInForce(vendor.id, today())?.list ?? null)}
          state={await typedBefore(`/api/portal/customers/${id}/systems`, search, locale)}
        />
      )}
    </div>
  );
}
