import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ArchiveForm } from "@/components/capture/archive-form";
import { Crumbs } from "@/components/capture/crumbs";
import { PageHead } from "@/components/ui/page-head";
import { Said } from "@/components/ui/said";
import { typedBefore } from "@/lib/auth/typed-before";
import { requireViewer } from "@/lib/auth/viewer";
import { today as todayOf } from "@/lib/clock";
import { type AddressParams, faultSentence } from "@/lib/format/faults";
import { previewArchive } from "@/lib/use-cases/preview-archive";

const places = {
  customer: { page: "kunden", route: "customers" },
  system: { page: "anlagen", route: "systems" },
  contract: { page: "vertraege", route: "contracts" },
} as const;

/** Explains what leaves the queue before a record of a kind is put away. */
export async function ArchivePage({
  type,
  id,
  search,
}: {
  type: keyof typeof places;
  id: string;
  search: AddressParams;
}) {
  const viewer = await requireViewer("capture-estate");
  const today = todayOf();
  const preview = await previewArchive(viewer, { type, id }, today);
  if (preview === null) notFound();
  const [t, locale] = await Promise.all([getTranslations("capture"), getLocale()]);
  const { page, route } = places[type];
  const { customer, name } = preview;
  const back = `/${page}/${id}`;
  const action = `/api/portal/${route}/${id}/archive`;
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title={t("archiveTitle", { name })}
        above={<Crumbs customer={customer} {...(type === "customer" ? {} : { [type]: { id, name } })} />}
      />
      <Said done={null} fault={faultSentence(search, locale)} />
      <ArchiveForm
        type={type}
        action={action}
        back={back}
        preview={preview}
        state={await typedBefore(action, search, locale)}
        today={today}
      />
    </div>
  );
}
