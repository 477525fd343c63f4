import { Crumbs } from "@/components/capture/crumbs";
import { PageHead } from "@/components/ui/page-head";
import type { CaptureForm } from "@/lib/use-cases/show-capture-form";

/** The head of a page that records something on a system. */
export function CaptureHead({ title, form }: { title: string; form: CaptureForm }) {
  const { customer, system } = form;
  return <PageHead title={title} above={<Crumbs customer={customer} system={system} />} below={system.productName} />;
}
