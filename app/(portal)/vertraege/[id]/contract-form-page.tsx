import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Crumbs } from "@/components/capture/crumbs";
import { Section } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { Said } from "@/components/ui/said";
import { StatusLine } from "@/components/ui/status-line";

interface ContractAsked {
  readonly id: string;
  readonly articleName: string;
  readonly customer: { readonly id: string; readonly name: string };
  readonly system: { readonly id: string; readonly name: string };
  readonly version: number;
}

/** A page that changes something about a contract: the form, and beside it what that would move. */
export async function ContractFormPage({
  title,
  intro,
  contract,
  fault,
  seenVersion,
  form,
  preview,
}: {
  title: string;
  intro: string;
  contract: ContractAsked;
  fault: string | null;
  /** The version that the address was made with, where it names one. */
  seenVersion: string | string[] | undefined;
  form: ReactNode;
  preview: ReactNode;
}) {
  const t = await getTranslations("capture");
  const { id, articleName, customer, system, version } = contract;
  const overtaken = seenVersion !== undefined && seenVersion !== String(version);
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title={title}
        above={<Crumbs customer={customer} system={system} contract={{ id, name: articleName }} />}
        below={intro}
      />
      <Said done={null} fault={fault} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_25rem]">
        {form}
        <Section id="vorschau" title={t("correctionPreview")}>
          {overtaken ? <StatusLine tone="due">{t("overtaken")}</StatusLine> : null}
          {preview}
        </Section>
      </div>
    </div>
  );
}
