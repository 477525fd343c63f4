import { Landmark } from "lucide";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { HandedLink } from "@/components/people/handed-link";
import { ResellerForm } from "@/components/platform/reseller-form";
import { ResellerTable } from "@/components/platform/reseller-table";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Said, wordOf } from "@/components/ui/said";
import { handedLink } from "@/lib/auth/handed-link";
import { requireViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { type AddressParams, faultSentence } from "@/lib/format/faults";
import { listResellers } from "@/lib/use-cases/list-resellers";

const acts = ["created", "invited"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform");
  return { title: t("title") };
}

export default async function PlatformPage({ searchParams }: { searchParams: Promise<AddressParams> }) {
  await requireViewer("manage-resellers");
  const [address, locale, t, handed, resellers] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations("platform"),
    handedLink(),
    listResellers(now()),
  ]);
  const done = wordOf(acts, address.getan);
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4">
      <PageHead title={t("title")} below={t("below")} />
      <Said done={done === null ? null : t(`done.${done}`)} fault={faultSentence(address, locale)} />
      {handed === null ? null : <HandedLink {...handed} />}
      <Section id="anlegen" title={t("createTitle")}>
        <ResellerForm />
      </Section>
      <Section id="alle" title={t("listTitle")} flush>
        {resellers.length === 0 ? (
          <EmptyState icon={Landmark} title={t("listTitle")}>
            <p>{t("none")}</p>
          </EmptyState>
        ) : (
          <ResellerTable resellers={resellers} />
        )}
      </Section>
    </div>
  );
}
