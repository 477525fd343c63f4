import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArchivePage } from "../../../archive-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("capture"))("archive.customer") };
}

export default async function ArchiveCustomerPage({ params, searchParams }: PageProps<"/kunden/[id]/archivieren">) {
  return <ArchivePage type="customer" id={(await params).id} search={await searchParams} />;
}
