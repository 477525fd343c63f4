import { FileInput } from "lucide";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { paramOf } from "@/components/decide/queue-address";
import { FileGuide } from "@/components/imports/file-guide";
import { ImportTable } from "@/components/imports/import-table";
import { UploadForm } from "@/components/imports/upload-form";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { Said, wordOf } from "@/components/ui/said";
import { requireViewer } from "@/lib/auth/viewer";
import { may } from "@/lib/domain/viewer";
import { faultSentence } from "@/lib/format/faults";
import { sentence } from "@/lib/format/reasons";
import { listImports } from "@/lib/use-cases/list-imports";

const acts = ["discarded"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

/** Where a customer base comes in from a file, and what came in before. */
export default async function ImportsPage({ searchParams }: PageProps<"/import">) {
  const viewer = await requireViewer("see-imports");
  const [t, locale, params] = await Promise.all([getTranslations("imports"), getLocale(), searchParams]);
  const cursor = paramOf(params, "nach");
  const page = await listImports(viewer, cursor);
  const done = wordOf(acts, params.getan);
  const mayImport = may(viewer, "import-estate");
  const isConfined = viewer.customerIds !== null;
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4">
      <PageHead title={t("title")} below={t("below")} />
      <Said done={done === null ? null : t(`done.${done}`)} fault={faultSentence(params, locale)} />
      {mayImport && !isConfined ? (
        <Section id="hochladen" title={t("uploadTitle")}>
          <UploadForm />
          <FileGuide />
        </Section>
      ) : null}
      {isConfined ? <p className="text-sm">{sentence({ code: "import-confined", params: {} }, locale)}</p> : null}
      <Section id="fruehere" title={t("listTitle")} flush>
        {page.items.length === 0 ? (
          <EmptyState icon={FileInput} title={t("emptyTitle")}>
            <p>{t(mayImport ? "emptyHint" : "emptyReader")}</p>
          </EmptyState>
        ) : (
          <ImportTable items={page.items} />
        )}
        <Pagination
          nextHref={page.next === null ? null : `/import?nach=${encodeURIComponent(page.next)}`}
          startHref={cursor === undefined ? null : "/import"}
        />
      </Section>
    </div>
  );
}
