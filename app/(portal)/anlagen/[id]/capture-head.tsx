import { getTranslations } from "next-intl/server";
import { Crumbs } from "@/components/capture/crumbs";
import { PageHead } from "@/components/ui/page-head";
import type { CaptureForm } from "@/lib/use-cases/show-capture-form";

/** The head of a page that records something on a system. */
export async function CaptureHead({ title, form }: { title: string; form: CaptureForm }) {
  const words = await getTranslations("customers");
  const { customer, system } = form;
  return (
    <PageHead
      title={title}
      above={
        <Crumbs
          way={[
            { href: "/kunden", name: words("title") },
            { href: `/kunden/${customer.id}`, name: customer.name },
            { href: `/anlagen/${system.id}`, name: system.name },
          ]}
        />
      }
      below={system.productName}
    />
  );
}
