import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ApiKeyForm } from "@/components/api-keys/api-key-form";
import { ApiKeyTable } from "@/components/api-keys/api-key-table";
import { Section } from "@/components/ui/card";
import { CopyField } from "@/components/ui/copy-field";
import { PageHead } from "@/components/ui/page-head";
import { Said, wordOf } from "@/components/ui/said";
import { handedApiKey } from "@/lib/auth/handed-api-key";
import { requireViewer } from "@/lib/auth/viewer";
import { type AddressParams, faultSentence } from "@/lib/format/faults";
import { listApiKeys } from "@/lib/use-cases/list-api-keys";

const acts = ["created", "revoked"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("apiKeys");
  return { title: t("title") };
}

/** Keys with which other programs use the public API. */
export default async function ApiKeysPage({ searchParams }: { searchParams: Promise<AddressParams> }) {
  const viewer = await requireViewer("manage-api-keys");
  const [address, locale, t, handed, keys] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations("apiKeys"),
    handedApiKey(),
    listApiKeys(viewer),
  ]);
  const done = wordOf(acts, address.getan);
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4">
      <PageHead title={t("title")} below={t("below")} />
      <Said done={done === null ? null : t(`done.${done}`)} fault={faultSentence(address, locale)} />
      {handed === null || done !== "created" ? null : (
        <Section id="neuer-schluessel" title={t("newTitle")}>
          <CopyField
            key={handed}
            id="neuer-schluessel-text"
            label={t("newLabel")}
            value={handed}
            copy={t("copy")}
            copied={t("copied")}
          />
          <p className="mt-2 text-xs text-muted">{t("newHint")}</p>
        </Section>
      )}
      <Section id="erstellen" title={t("createTitle")}>
        <ApiKeyForm />
      </Section>
      <Section
        id="alle"
        title={t("listTitle")}
        flush
        aside={
          <Link href="/api-docs" prefetch={false} className="link inline-block min-h-6">
            {t("docs")}
          </Link>
        }
      >
        <ApiKeyTable keys={keys} />
      </Section>
    </div>
  );
}
