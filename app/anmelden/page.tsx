import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Door } from "@/components/shell/door";
import { Button } from "@/components/ui/button";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { TextField } from "@/components/ui/field";
import { Said } from "@/components/ui/said";
import { ownPath } from "@/lib/auth/origin";
import { currentViewer } from "@/lib/auth/viewer";
import { type AddressParams, faultSentence } from "@/lib/format/faults";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<AddressParams> }) {
  const [address, locale, t, viewer] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations("signIn"),
    currentViewer(),
  ]);
  const weiter = ownPath(address.weiter);
  if (viewer !== null) redirect(weiter.startsWith("/anmelden") ? "/" : weiter);
  return (
    <Door title={t("title")}>
      <Said done={null} fault={faultSentence(address, locale)} />
      <EnhancedForm
        action="/api/auth/callback/credentials"
        aria-label={t("form")}
        className="flex flex-col gap-3"
        reload
      >
        <input type="hidden" name="weiter" value={weiter} />
        <TextField
          id="sign-in-email"
          name="email"
          type="email"
          label={t("email")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <TextField
          id="sign-in-password"
          name="password"
          type="password"
          label={t("password")}
          autoComplete="current-password"
          required
        />
        <Button type="submit" look="primary">
          {t("submit")}
        </Button>
      </EnhancedForm>
      <p className="text-xs text-muted">{t("uninvited")}</p>
    </Door>
  );
}
