import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { THEME_COOKIE, themeOf } from "@/components/shell/theme";
import { currentViewer } from "@/lib/auth/viewer";

/** What stands round the pages of a signed-in person. It shows who is signed in and decides nothing: each page asks for its own right. */
export default async function PortalLayout({ children }: Readonly<{ children: ReactNode }>) {
  const [viewer, jar] = await Promise.all([currentViewer(), cookies()]);
  if (viewer === null) return children;
  return (
    <Shell viewer={viewer} theme={themeOf(jar.get(THEME_COOKIE)?.value)}>
      {children}
    </Shell>
  );
}
