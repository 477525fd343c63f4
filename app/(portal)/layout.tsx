import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { EarlySearch } from "@/components/search/early-search";
import { Shell } from "@/components/shell/shell";
import { THEME_COOKIE, themeOf } from "@/components/shell/theme";
import { NONCE_HEADER } from "@/lib/auth/proxy-headers";
import { currentViewer } from "@/lib/auth/viewer";

/** What stands round the pages of a signed-in person. It shows who is signed in and decides nothing: each page asks for its own right. */
export default async function PortalLayout({ children }: Readonly<{ children: ReactNode }>) {
  const [viewer, jar, asked] = await Promise.all([currentViewer(), cookies(), headers()]);
  if (viewer === null) return children;
  return (
    <>
      <EarlySearch nonce={asked.get(NONCE_HEADER) ?? undefined} />
      <Shell viewer={viewer} theme={themeOf(jar.get(THEME_COOKIE)?.value)}>
        {children}
      </Shell>
    </>
  );
}
