import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/account/password-form";
import { SessionTable } from "@/components/account/session-table";
import { Button } from "@/components/ui/button";
import { Facts, Section } from "@/components/ui/card";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { SelectField } from "@/components/ui/field";
import { PageHead } from "@/components/ui/page-head";
import { Said, wordOf } from "@/components/ui/said";
import { sessionLimits } from "@/lib/auth/session";
import { requireViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { type AddressParams, faultSentence } from "@/lib/format/faults";
import { showAccount } from "@/lib/use-cases/show-account";

const acts = ["password", "language", "session"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("title") };
}

export default async function AccountPage({ searchParams }: { searchParams: Promise<AddressParams> }) {
  const viewer = await requireViewer("manage-own-account");
  const [address, locale, t, roles, { sessions, memberships }] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations("account"),
    getTranslations("roles"),
    showAccount(viewer, sessionLimits(now())),
  ]);
  const done = wordOf(acts, address.getan);
  const facts = [
    { name: t("name"), value: viewer.name },
    { name: t("email"), value: viewer.email },
    { name: t("role"), value: roles(viewer.role) },
    ...(viewer.resellerName === null ? [] : [{ name: t("reseller"), value: viewer.resellerName }]),
  ];
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-4">
      <PageHead title={t("title")} />
      <Said done={done === null ? null : t(`done.${done}`)} fault={faultSentence(address, locale)} />
      <Section id="angaben" title={t("you")}>
        <Facts items={facts} />
      </Section>
      {memberships.length < 2 ? null : (
        <Section id="haendler" title={t("resellersTitle")}>
          <p className="mb-2 text-sm text-muted">{t("resellersNote")}</p>
          <div className="flex flex-wrap gap-2">
            {memberships
              .filter(({ isPresent }) => !isPresent)
              .map(({ membershipId, resellerName }) => (
                <EnhancedForm key={membershipId} action="/api/portal/account/reseller" reload>
                  <input type="hidden" name="membershipId" value={membershipId} />
                  <input type="hidden" name="weiter" value="/" />
                  <Button type="submit">{t("switchTo", { reseller: resellerName })}</Button>
                </EnhancedForm>
              ))}
          </div>
        </Section>
      )}
      <Section id="passwort" title={t("passwordTitle")}>
        <PasswordForm email={viewer.email} />
      </Section>
      <Section id="sprache" title={t("languageTitle")}>
        <EnhancedForm
          action="/api/portal/account/language"
          aria-label={t("languageTitle")}
          className="flex max-w-md flex-wrap items-end gap-3"
          reload
        >
          <input type="hidden" name="weiter" value="/konto?getan=language" />
          <SelectField
            key={locale}
            id="account-language"
            name="locale"
            label={t("language")}
            defaultValue={locale}
            choices={[
              { value: "de", label: "Deutsch" },
              { value: "en", label: "English" },
            ]}
          />
          <Button type="submit">{t("saveLanguage")}</Button>
        </EnhancedForm>
      </Section>
      <Section id="sitzungen" title={t("sessionsTitle")} flush>
        <SessionTable sessions={sessions} />
      </Section>
    </div>
  );
}
