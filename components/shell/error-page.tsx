"use client";

import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { FaultPage } from "@/components/ui/fault-page";

/** A fault of the program. Shows the number under which it stands in the log and nothing else of the error. */
export function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("fault");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <FaultPage
      code="500"
      title={t("title")}
      actions={
        <>
          <Button type="button" look="primary" onClick={retry}>
            {t("retry")}
          </Button>
          <LinkButton href="/">{t("home")}</LinkButton>
        </>
      }
    >
      <title>{`${t("title")} · Lizenzkontor`}</title>
      <p>{t("why")}</p>
      {digest === null ? null : <p className="mt-2 text-sm">{t("number", { number: digest })}</p>}
    </FaultPage>
  );
}
