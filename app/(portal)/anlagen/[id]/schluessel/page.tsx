import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { KeyTable } from "@/components/keys/key-table";
import { Section } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { Said } from "@/components/ui/said";
import { requireViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { may } from "@/lib/domain/viewer";
import { faultSentence } from "@/lib/format/faults";
import { showKeys } from "@/lib/use-cases/show-keys";

const load = cache(async (id: string, asked: string | null) => {
  const viewer = await requireViewer("see-system");
  const view = await showKeys(viewer, id, asked, now());
  if (view === null) notFound();
  return { viewer, view };
});

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<"/anlagen/[id]/schluessel">): Promise<Metadata> {
  const t = await getTranslations("keys");
  const { view } = await load((await params).id, askedFor((await searchParams).zeigen));
  return { title: `${t("title")} · ${view.systemName}` };
}

/** The licence keys of one system, masked; who may records them, and reads one on the record. */
export default async function KeysPage({ params, searchParams }: PageProps<"/anlagen/[id]/schluessel">) {
  const [{ id }, search, t, locale] = await Promise.all([params, searchParams, getTranslations("keys"), getLocale()]);
  const { viewer, view } = await load(id, askedFor(search.zeigen));
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title={t("title")}
        above={
          <nav aria-label={t("crumb")}>
            <ol className="flex flex-wrap gap-x-1.5">
              <li>
                <Link href={`/kunden/${view.customerId}`} prefetch={false} className="link">
                  {view.customerName}
                </Link>
                <span aria-hidden className="pl-1.5">
                  ›
                </span>
              </li>
              <li>
                <Link href={`/anlagen/${view.systemId}`} prefetch={false} className="link">
                  {view.systemName}
                </Link>
              </li>
            </ol>
          </nav>
        }
        below={may(viewer, "see-licence-keys") ? t("below") : t("belowMasked")}
      />
      <Said done={search.getan === "erfasst" ? t("recorded") : null} fault={faultSentence(search, locale)} />
      <Section id="schluessel" title={`${view.systemName} · ${view.productName}`} flush>
        <KeyTable view={view} mayRead={may(viewer, "see-licence-keys")} />
      </Section>
    </div>
  );
}

/** The system or licence whose key was just asked for. */
function askedFor(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}
