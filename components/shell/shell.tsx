import {
  BookOpenText,
  Building2,
  CircleUserRound,
  Landmark,
  ListChecks,
  LogOut,
  type LucideIcon,
  Menu,
  UsersRound,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { may, type Role, type Task } from "@/lib/domain/viewer";
import { LanguageSwitch } from "./language-switch";
import { Mark } from "./mark";
import { NavLink } from "./nav-link";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";

export interface ShellViewer {
  readonly name: string;
  readonly role: Role;
  readonly resellerName: string | null;
  readonly customerIds: readonly string[] | null;
}

interface Way {
  name: "decide" | "customers" | "ownCustomer" | "priceLists" | "people" | "account" | "platform";
  href: string;
  also?: readonly string[];
  icon: LucideIcon;
}

/** Only ways that exist for the role; whether it may is asked again by each page. */
function waysOf(viewer: ShellViewer): Way[] {
  const ways: (Way & { task: Task })[] = [
    { name: "decide", href: "/entscheiden", icon: ListChecks, task: "see-queue" },
    { name: "customers", href: "/kunden", also: ["/vertraege"], icon: Building2, task: "see-customers" },
    { name: "priceLists", href: "/preislisten", icon: BookOpenText, task: "see-price-lists" },
    { name: "people", href: "/benutzer", icon: UsersRound, task: "manage-people" },
    { name: "platform", href: "/plattform", icon: Landmark, task: "manage-resellers" },
    { name: "account", href: "/konto", icon: CircleUserRound, task: "manage-own-account" },
  ];
  const allowed: Way[] = ways.filter((way) => may(viewer, way.task));
  const own = viewer.role.startsWith("customer-") ? viewer.customerIds?.[0] : undefined;
  if (own === undefined) return allowed;
  return [{ name: "ownCustomer", href: `/kunden/${own}`, also: ["/vertraege"], icon: Building2 }, ...allowed];
}

/** What stands round every page: who and where one is, and the ways to elsewhere. Wide: at the left; on a phone: bars at top and bottom. */
export function Shell({ viewer, theme, children }: { viewer: ShellViewer; theme: Theme; children: ReactNode }) {
  const t = useTranslations("nav");
  const ways = waysOf(viewer);
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
        <nav aria-label={t("main")} className="flex flex-col gap-0.5">
          {ways.map(({ name, href, also, icon: Icon }) => (
            <NavLink
              key={name}
              href={href}
              also={also}
              className="flex min-h-9 items-center gap-2.5 rounded-md px-2 text-sm font-medium text-muted hover:bg-hover hover:text-ink aria-[current=page]:bg-accent-ground aria-[current=page]:text-accent-strong"
            >
              <Icon aria-hidden className="size-[18px] shrink-0" />
              {t(name)}
            </NavLink>
          ))}
        </nav>
        <div className="mt-auto flex flex-col gap-2">
          <Personal viewer={viewer} theme={theme} />
        </div>
      </header>

      <header className="no-print sticky top-0 z-20 flex min-h-12 items-center justify-between gap-3 border-b border-line bg-surface px-4 lg:hidden">
        <Brand resellerName={viewer.resellerName} />
        <details className="group relative">
          <summary className="-mr-2 grid size-11 place-items-center rounded-md text-muted hover:text-ink">
            <Menu aria-hidden className="size-5" />
            <span className="sr-only">{t("menu")}</span>
          </summary>
          <div className="absolute top-full right-0 flex w-64 flex-col gap-3 rounded-lg border border-line bg-surface p-3 shadow-overlay">
            <Personal viewer={viewer} theme={theme} />
          </div>
        </details>
      </header>

      <main
        id="inhalt"
        tabIndex={-1}
        className="min-w-0 px-4 pt-4 pb-24 outline-none lg:px-6 lg:pt-5 lg:pb-12 print:p-0"
      >
        {children}
      </main>

      <nav
        aria-label={t("main")}
        className="no-print fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
      >
        {ways.map(({ name, href, also, icon: Icon }) => (
          <NavLink
            key={name}
            href={href}
            also={also}
            className="flex min-h-14 min-w-0 flex-auto flex-col items-center justify-center gap-0.5 border-t-2 border-transparent text-xs text-muted aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-accent-strong"
          >
            <Icon aria-hidden className="size-5 shrink-0" />
            <span className="max-w-full truncate px-0.5 tracking-tight">{t(name)}</span>
          </NavLink>
        ))}
      </nav>
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
            <LogOut aria-hidden className="size-4" />
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
