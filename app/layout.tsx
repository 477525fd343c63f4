import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies, headers } from "next/headers";
import { connection } from "next/server";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { NonceMeta } from "@/components/shell/nonce-meta";
import { THEME_COOKIE, themeOf } from "@/components/shell/theme";
import "./globals.css";

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-inter",
  display: "swap",
});

export const metadata: Metadata = {
  title: { default: "Lizenzkontor", template: "%s · Lizenzkontor" },
  icons: { icon: [{ url: "/favicon.svg", type: "image/svg+xml" }] },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f8fafb" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1417" },
  ],
};

/**
 * Every page is rendered per request: its scripts carry the nonce of that request's policy, and its language and theme come from
 * cookies. The nonce also stands in a meta element, where react-aria looks for it when it adds a style element.
 */
export default async function RootLayout({ children }: Readonly<{ children: ReactNode }>) {
  await connection();
  const [locale, messages, jar, asked] = await Promise.all([getLocale(), getMessages(), cookies(), headers()]);
  const theme = themeOf(jar.get(THEME_COOKIE)?.value);
  const nonce = asked.get("x-nonce");
  return (
    <html lang={locale} data-theme={theme} className={inter.variable}>
      <head>{nonce === null ? null : <NonceMeta nonce={nonce} />}</head>
      <body>
        <NextIntlClientProvider
          messages={{
            bulk: messages.bulk,
            enhanced: messages.enhanced,
            fault: messages.fault,
            palette: messages.palette,
          }}
        >
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
