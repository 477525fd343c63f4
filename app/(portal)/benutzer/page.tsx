import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { HandedLink } from "@/components/people/handed-link";
import { InvitationTable } from "@/components/people/invitation-table";
import { InviteForm } from "@/components/people/invite-form";
import { PeopleTable } from "@/components/people/people-table";
import { Section } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { Said, wordOf } from "@/components/ui/said";
import { handedLink } from "@/lib/auth/handed-link";
import { requireViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { type AddressParams, faultSentence } from "@/lib/format/faults";
import { listPeople } from "@/lib/use-cases/list-people";

const acts = ["invited", "changed", "deactivated", "reactivated", "withdrawn"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

export default async function PeoplePage({ searchParams }: { searchParams: Promise<AddressParams> }) {
  const viewer = await requireViewer("manage-people");
  const [address, locale, t, handed, { people, invitations }] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations("people"),
    handedLink(),
    listPeople(viewer, now()),
  ]);
  const done = wordOf(acts, address.getan);
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4">
      <PageHead title={t("title")} below={t("below", { reseller: viewer.resellerName ?? "" })} />
      <Said done={done === null ? null : t(`done.${done}`)} fault={faultSentence(address, locale)} />
      {handed === null ? null : <HandedLink {...handed} />}
      <Section id="einladen" title={t("inviteTitle")}>
        <InviteForm />
      </Section>
      <Section id="alle" title={t("listTitle")} flush>
        <PeopleTable people={people} />
      </Section>
      <Section id="einladungen" title={t("invitationsTitle")} flush>
        <InvitationTable invitations={invitations} />
      </Section>
    </div>
  );
}
