import { LogOut, Menu } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PaletteDoor } from "@/components/search/palette-door";
import { SearchLink } from "@/components/search/search-link";
import { Icon } from "@/components/ui/icon";
import type { Role } from "@/lib/domain/viewer";
import { LanguageSwitch } from "./language-switch";
import { Mark } from "./mark";
import { namedPages } from "./named-pages";
import { BottomNavigation, SideNavigation } from "./navigation";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";
import { entriesOf, waysOf } from "./ways";

export interface ShellViewer {
  readonly name: string;
  readonly role: Role;
  readonly resellerName: string | null;
  readonly customerIds: readonly string[] | null;
}

/** What stands round every page: who and where one is, and the ways to elsewhere. Wide: at the left; on a phone: bars at top and bottom. */
export function Shell({ viewer, theme, children }: { viewer: ShellViewer; theme: Theme; children: ReactNode }) {
  const t = useTranslations("nav");
  const pages = waysOf(viewer);
  const ways = entriesOf(pages);
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]">
      <a
        href="#inhalt"
        className="no-print sr-only z-30 rounded-md bg-accent px-3 py-2 text-sm font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("skip")}
      </a>

      <header className="no-print sticky top-0 hidden h-dvh flex-col gap-4 overflow-y-auto border-r border-line bg-surface p-3 lg:flex">
        <Brand resellerName={viewer.resellerName} />
        <SearchLink look="field" />
        <SideNavigation ways={ways} />
        <div className="mt-auto flex flex-col gap-2">
          <Personal viewer={viewer} theme={theme} />
        </div>
      </header>

      <header className="no-print sticky top-0 z-20 flex min-h-12 items-center justify-between gap-3 border-b border-line bg-surface px-4 lg:hidden">
        <Brand resellerName={viewer.resellerName} />
        <div className="flex items-center">
          <SearchLink look="icon" />
          <details className="group relative">
            <summary className="-mr-2 grid size-11 place-items-center rounded-md text-muted hover:text-ink">
              <Icon of={Menu} className="size-5" />
              <span className="sr-only">{t("menu")}</span>
            </summary>
            <div className="absolute top-full right-0 flex w-64 flex-col gap-3 rounded-lg border border-line bg-surface p-3 shadow-overlay">
              <Personal viewer={viewer} theme={theme} />
            </div>
          </details>
        </div>
      </header>

      <main
        id="inhalt"
        tabIndex={-1}
        className="min-w-0 px-4 pt-4 pb-24 outline-none lg:px-6 lg:pt-5 lg:pb-12 print:p-0"
      >
        {children}
      </main>

      <BottomNavigation ways={ways} />
      <PaletteDoor pages={namedPages(pages, t)} />
    </div>
  );
}

function Brand({ resellerName }: { resellerName: string | null }) {
  return (
    <Link href="/" prefetch={false} className="flex min-h-9 min-w-0 items-center gap-2.5 rounded-md">
      <Mark className="size-7 shrink-0" />
      <span className="flex min-w-0 flex-col">
        <span className="text-sm leading-4 font-semibold">Lizenzkontor</span>
        {resellerName === null ? null : <span className="truncate text-xs leading-4 text-muted">{resellerName}</span>}
      </span>
    </Link>
  );
}

function Personal({ viewer, theme }: { viewer: ShellViewer; theme: Theme }) {
  const t = useTranslations("nav");
  const roles = useTranslations("roles");
  return (
    <>
      <div className="flex items-center justify-between gap-2 px-1">
        <p className="min-w-0 text-xs leading-4">
          <span className="block truncate font-medium">{viewer.name}</span>
          <span className="block truncate text-muted">{roles(viewer.role)}</span>
        </p>
        <form method="post" action="/api/portal/sign-out">
          <button
            type="submit"
            title={t("signOut")}
            className="grid size-8 place-items-center rounded-md text-muted hover:bg-hover hover:text-ink max-lg:size-11"
          >
            <Icon of={LogOut} className="size-4" />
            <span className="sr-only">{t("signOut")}</span>
          </button>
        </form>
      </div>
      <LanguageSwitch />
      <ThemeSwitch
        theme={theme}
        legend={t("theme")}
        names={{ system: t("themeSystem"), hell: t("themeLight"), dunkel: t("themeDark") }}
      />
    </>
  );
}
