import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArchivePage } from "../../../archive-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("capture"))("archive.system") };
}

export default async function ArchiveSystemPage({ params, searchParams }: PageProps<"/anlagen/[id]/archivieren">) {
  return <ArchivePage type="system" id={(await params).id} search={await searchParams} />;
}
