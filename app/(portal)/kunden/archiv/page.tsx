import { Archive } from "lucide";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ArchivedList } from "@/components/capture/archived-list";
import { Captured } from "@/components/capture/captured";
import { Crumbs } from "@/components/capture/crumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Said } from "@/components/ui/said";
import { requireViewer } from "@/lib/auth/viewer";
import { faultSentence } from "@/lib/format/faults";
import { listArchived } from "@/lib/use-cases/list-archived";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("capture"))("archivedCustomers") };
}

/** Customers that were put away, and the way back for each. */
export default async function ArchivedCustomersPage({ searchParams }: PageProps<"/kunden/archiv">) {
  const viewer = await requireViewer("capture-estate");
  const [t, locale, search] = await Promise.all([getTranslations("capture"), getLocale(), searchParams]);
  const records = await listArchived(viewer, null);
  return (
    <div className="flex flex-col gap-4">
      <PageHead title={t("archivedCustomers")} above={<Crumbs />} />
      <Said done={null} fault={faultSentence(search, locale)} />
      <Captured search={search} words={["archiviert"]} />
      <div className="card px-4 py-2">
        {records.length === 0 ? (
          <EmptyState icon={Archive} title={t("archiveEmptyTitle")}>
            <p>{t("archiveEmpty")}</p>
          </EmptyState>
        ) : (
          <ArchivedList records={records} />
        )}
      </div>
    </div>
  );
}
