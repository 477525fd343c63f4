import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import {
  positionChangeOf,
  positionNameOf,
  positionNames,
  positionSchema,
} from "@/app/api/portal/contracts/[id]/positions/position-fields";
import { inFormWords } from "@/app/api/portal/fields";
import { Crumbs } from "@/components/capture/crumbs";
import { PositionForm } from "@/components/capture/position-form";
import { PositionPreview } from "@/components/capture/position-preview";
import { Section } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { Said } from "@/components/ui/said";
import { StatusLine } from "@/components/ui/status-line";
import { typedBefore } from "@/lib/auth/typed-before";
import { requireViewer } from "@/lib/auth/viewer";
import { today as todayOf } from "@/lib/clock";
import type { Day } from "@/lib/domain/dates";
import { isRefusal, isRefusals } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { type AddressParams, faultSentence } from "@/lib/format/faults";
import type { Locale } from "@/lib/i18n/locale";
import { previewPositionChange } from "@/lib/use-cases/preview-position-change";
import { showPositionForm } from "@/lib/use-cases/show-position-form";
import { errorsOfFields, errorsOfRefusals, together, typedInAddress } from "../../../asked-form";

const load = cache(async (id: string) => {
  const viewer = await requireViewer("capture-estate");
  const today = todayOf();
  const view = await showPositionForm(viewer, id, today);
  if (view === null) notFound();
  return { viewer, view, today };
});

export async function generateMetadata({ params }: PageProps<"/vertraege/[id]/menge">): Promise<Metadata> {
  const [t, { view }] = await Promise.all([getTranslations("capture"), load((await params).id)]);
  return { title: t("quantityTitle", { name: view.articleName }) };
}

/** Another quantity of what a contract books, from a day on or corrected; shows first what it comes to. */
export default async function ChangeQuantityPage({ params, searchParams }: PageProps<"/vertraege/[id]/menge">) {
  const { viewer, view, today } = await load((await params).id);
  const [t, words, locale, search] = await Promise.all([
    getTranslations("capture"),
    getTranslations("customers"),
    getLocale(),
    searchParams,
  ]);
  const { id, customer, system, version, billingInterval } = view;
  const asked = await askedChange(viewer, id, search, locale, today);
  const state = together(asked, await typedBefore(`/api/portal/contracts/${id}/positions`, search, locale));
  // What is wrong with the contract itself has no field here.
  const [elsewhere] = Object.entries(asked.errors).flatMap(([path, text]) =>
    positionNames.includes(path) ? [] : [text],
  );
  const overtaken = search.stand !== undefined && search.stand !== String(version);
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title={t("quantityTitle", { name: view.articleName })}
        above={
          <Crumbs
            way={[
              { href: "/kunden", name: words("title") },
              { href: `/kunden/${customer.id}`, name: customer.name },
              { href: `/anlagen/${system.id}`, name: system.name },
              { href: `/vertraege/${id}`, name: view.articleName },
            ]}
          />
        }
        below={t("quantityIntro")}
      />
      <Said done={null} fault={faultSentence(search, locale) ?? elsewhere ?? null} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_25rem]">
        <PositionForm view={view} state={state} today={today} />
        <Section id="vorschau" title={t("correctionPreview")}>
          {overtaken ? <StatusLine tone="due">{t("overtaken")}</StatusLine> : null}
          {asked.preview === null ? (
            <p className="text-sm text-muted">{t("quantityNone")}</p>
          ) : (
            <PositionPreview preview={asked.preview} billingInterval={billingInterval} />
          )}
        </Section>
      </div>
    </div>
  );
}

/** What if the contract booked as much as the address says; null where it says nothing. */
async function askedChange(viewer: Viewer, contractId: string, search: AddressParams, locale: Locale, today: Day) {
  const typed = typedInAddress(search, positionNames);
  const reason = typedInAddress(search, ["reason"]);
  const nothing = {
    typed: { ...typed, ...reason },
    errors: {} as Readonly<Record<string, string>>,
    preview: null,
  };
  if (Object.keys(typed).length === 0) return nothing;
  const parsed = positionSchema.safeParse(typed);
  if (!parsed.success) return { ...nothing, errors: errorsOfFields(parsed.error, locale) };
  const asked = positionChangeOf(contractId, parsed.data);
  const preview = inFormWords(await previewPositionChange(viewer, asked, today), positionNameOf);
  if (preview === "not-found") notFound();
  if (isRefusal(preview) || isRefusals(preview)) return { ...nothing, errors: errorsOfRefusals(preview, locale) };
  return { ...nothing, preview };
}
