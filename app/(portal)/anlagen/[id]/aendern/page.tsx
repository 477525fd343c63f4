import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Crumbs } from "@/components/capture/crumbs";
import { RenameForm } from "@/components/capture/rename-form";
import { PageHead } from "@/components/ui/page-head";
import { Said } from "@/components/ui/said";
import { typedBefore } from "@/lib/auth/typed-before";
import { requireViewer } from "@/lib/auth/viewer";
import { today } from "@/lib/clock";
import { faultSentence } from "@/lib/format/faults";
import { showSystem } from "@/lib/use-cases/show-system";

const load = cache(async (id: string) => {
  const view = await showSystem(await requireViewer("capture-estate"), id, today());
  if (view === null) notFound();
  return view;
});

export async function generateMetadata({ params }: PageProps<"/anlagen/[id]/aendern">): Promise<Metadata> {
  const [t, { system }] = await Promise.all([getTranslations("capture"), load((await params).id)]);
  return { title: t("customerChange", { name: system.name }) };
}

/** Gives a system another name; its figures and keys are changed where they stand. */
export default async function ChangeSystemPage({ params, searchParams }: PageProps<"/anlagen/[id]/aendern">) {
  const { system, customer, version } = await load((await params).id);
  const [t, locale, search] = await Promise.all([getTranslations("capture"), getLocale(), searchParams]);
  const { id, name } = system;
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title={t("customerChange", { name })}
        above={<Crumbs customer={customer} system={system} />}
        below={t.rich("renameIntro", {
          figures: (text) => (
            <Link href={`/anlagen/${id}#angaben`} prefetch={false} className="link inline-block min-h-6">
              {text}
            </Link>
          ),
          keys: (text) => (
            <Link href={`/anlagen/${id}/schluessel`} prefetch={false} className="link inline-block min-h-6">
              {text}
            </Link>
          ),
        })}
      />
      <Said done={null} fault={faultSentence(search, locale)} />
      <RenameForm
        system={{ id, name }}
        version={version}
        state={await typedBefore(`/api/portal/systems/${id}/name`, search, locale)}
      />
    </div>
  );
}
