import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AcceptForm } from "@/components/people/accept-form";
import { JoinForm } from "@/components/people/join-form";
import { Door } from "@/components/shell/door";
import { LinkButton } from "@/components/ui/button";
import { Facts } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { Said } from "@/components/ui/said";
import { tokenHash } from "@/lib/auth/tokens";
import { currentViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { type AddressParams, faultSentence } from "@/lib/format/faults";
import { type InvitationView, showInvitation } from "@/lib/use-cases/show-invitation";

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Promise<AddressParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitation");
  return { title: t("title") };
}

export default async function InvitationPage({ params, searchParams }: Props) {
  const { token } = await params;
  const invitation = await showInvitation(tokenHash(token), now());
  if (invitation === null) notFound();
  const [address, locale, t, roles, viewer] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations("invitation"),
    getTranslations("roles"),
    currentViewer(),
  ]);
  const { email, name, role, expiresAt } = invitation;
  const here = `/einladung/${token}`;
  return (
    <Door title={t("title")}>
      <p>{await who(invitation)}</p>
      <Facts
        items={[
          { name: t("email"), value: email },
          { name: t("role"), value: roles(role) },
          { name: t("validUntil"), value: <Moment key="until" at={expiresAt} /> },
        ]}
      />
      <Said done={null} fault={faultSentence(address, locale)} />
      {viewer === null ? (
        <>
          <section aria-labelledby="neu" className="flex flex-col gap-3">
            <h2 id="neu" className="text-base">
              {t("newHere")}
            </h2>
            <AcceptForm token={token} name={name} email={email} here={here} />
          </section>
          {role === "platform-admin" ? null : (
            <section aria-labelledby="bekannt" className="flex flex-col items-start gap-2 border-t border-line pt-4">
              <h2 id="bekannt" className="text-base">
                {t("known")}
              </h2>
              <p className="text-sm text-muted">{t("knownHint", { email })}</p>
              <LinkButton href={`/anmelden?weiter=${encodeURIComponent(here)}`}>{t("signIn")}</LinkButton>
            </section>
          )}
        </>
      ) : (
        <JoinForm token={token} here={here} email={email} viewer={{ name: viewer.name, email: viewer.email }} />
      )}
    </Door>
  );
}

async function who({ resellerName, invitedByName }: InvitationView): Promise<string> {
  const t = await getTranslations("invitation");
  if (resellerName === null) return t("whoPlatform");
  if (invitedByName === null) return t("whoNobody", { reseller: resellerName });
  return t("who", { inviter: invitedByName, reseller: resellerName });
}
