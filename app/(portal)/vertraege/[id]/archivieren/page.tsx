import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArchivePage } from "../../../archive-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("capture"))("archive.contract") };
}

export default async function ArchiveContractPage({ params, searchParams }: PageProps<"/vertraege/[id]/archivieren">) {
  return <ArchivePage type="contract" id={(await params).id} search={await searchParams} />;
}
