import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OperationCard } from "@/components/api-docs/operation-card";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { fieldsOf } from "@/lib/public-api/field-list";
import type { Operation } from "@/lib/public-api/operation";
import { operations } from "@/lib/public-api/operations";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("apiDocs");
  return { title: t("title") };
}

/** The public API for people, from the same table that checks its requests. */
export default async function ApiDocsPage() {
  await requireViewer("use-calculator");
  const t = await getTranslations("apiDocs");
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-4">
      <PageHead title={t("title")} below={t("below")} />
      <div className="card flex flex-col gap-2 px-4 py-3 text-sm">
        <p>{t("key")}</p>
        <pre className="text-xs break-words whitespace-pre-wrap">{`curl -H "Authorization: Bearer lk_..." ${env.origin}/api/v1/customers`}</pre>
        <p>{t("rules")}</p>
        <p>
          <a className="link" href="/api/v1/openapi.json">
            {t("document")}
          </a>
        </p>
      </div>
      {(operations as readonly Operation[]).map((operation) => (
        <OperationCard
          key={operation.id}
          operation={operation}
          query={fieldsOf(operation.query)}
          body={operation.body === null || operation.path === "/calc" ? [] : fieldsOf(operation.body)}
        />
      ))}
    </div>
  );
}
