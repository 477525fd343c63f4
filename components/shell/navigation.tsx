import { Ellipsis } from "lucide";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { MoreWays } from "./more-ways";
import { NavLink } from "./nav-link";
import { type Way, wayGroups } from "./ways";

/** So many ways have room side by side on a phone; of more, one place is for the rest of them. */
const IN_BAR = 5;
/** Fewer need no headings to be found among. */
const UNGROUPED = 5;

/** The ways one below the other, by group: at the left of a wide page, and behind "Mehr" on a phone. */
function GroupedWays({ ways, idPrefix, className }: { ways: readonly Way[]; idPrefix: string; className: string }) {
  const t = useTranslations("nav");
  const groups = wayGroups
    .map((name) => ({ name, ways: ways.filter(({ group }) => group === name) }))
    .filter((group) => group.ways.length > 0);
  return groups.map((group, at) => (
    <div key={group.name} className="flex flex-col gap-0.5">
      <p
        id={`${idPrefix}-${group.name}`}
        className={at === 0 || ways.length <= UNGROUPED ? "sr-only" : "px-2 pt-2 text-xs text-muted"}
      >
        {t(`group.${group.name}`)}
      </p>
      <ul aria-labelledby={`${idPrefix}-${group.name}`} className="flex flex-col gap-0.5">
        {group.ways.map(({ name, href, also, icon }) => (
          <li key={name}>
            <NavLink
              href={href}
              also={also}
              className={`flex items-center gap-2.5 rounded-md px-2 text-sm font-medium text-muted hover:bg-hover hover:text-ink aria-[current=page]:bg-accent-ground aria-[current=page]:text-accent-strong ${className}`}
            >
              <Icon of={icon} className="size-[18px] shrink-0" />
              {t(name)}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  ));
}

export function SideNavigation({ ways }: { ways: readonly Way[] }) {
  const t = useTranslations("nav");
  return (
    <nav aria-label={t("main")} className="flex flex-col gap-1">
      <GroupedWays ways={ways} idPrefix="wege" className="min-h-9" />
    </nav>
  );
}

const inBar =
  "flex min-h-14 min-w-0 flex-auto flex-col items-center justify-center gap-0.5 border-t-2 border-transparent text-xs text-muted aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-accent-strong";
const word = "max-w-full truncate px-0.5 tracking-tight";

/** The bar at the bottom of a phone: what is needed most within reach of the thumb, everything else one touch away. */
export function BottomNavigation({ ways }: { ways: readonly Way[] }) {
  const t = useTranslations("nav");
  const first = ways.length <= IN_BAR ? ways : ways.slice(0, IN_BAR - 1);
  const rest = ways.slice(first.length);
  return (
    <nav
      aria-label={t("main")}
      className="no-print fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {first.map(({ name, href, also, icon }) => (
        <NavLink key={name} href={href} also={also} className={inBar}>
          <Icon of={icon} className="size-5 shrink-0" />
          <span className={word}>{t(name)}</span>
        </NavLink>
      ))}
      {rest.length === 0 ? null : (
        <MoreWays
          starts={rest.flatMap(({ href, also = [] }) => [href, ...also])}
          className={inBar}
          label={
            <>
              <Icon of={Ellipsis} className="size-5 shrink-0" />
              <span className={word}>{t("more")}</span>
            </>
          }
        >
          <GroupedWays ways={rest} idPrefix="mehr" className="min-h-11" />
        </MoreWays>
      )}
    </nav>
  );
}
