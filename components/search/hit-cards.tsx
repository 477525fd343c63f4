import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/card";
import type { HitGroup, HitKind } from "./hit-groups";

/** The same hits as a page: a card for each kind, with the way to the list that has them all. */
export function HitCards({
  groups,
  lists,
}: {
  groups: readonly HitGroup[];
  /** The list of a kind with the same search, where there is one. */
  lists: Readonly<Partial<Record<HitKind, { readonly href: string; readonly label: ReactNode }>>>;
}) {
  const t = useTranslations("palette");
  return groups.map(({ kind, hits, more }) => {
    const list = lists[kind];
    return (
      <Section
        key={kind}
        id={`treffer-${kind}`}
        title={more ? t(`some.${kind}`, { count: hits.length }) : t(`kind.${kind}`)}
        aside={
          list === undefined ? null : (
            <Link href={list.href} prefetch={false} className="link inline-block min-h-6">
              {list.label}
            </Link>
          )
        }
        flush
      >
        <ul className="divide-y divide-line">
          {hits.map(({ href, title, detail }) => (
            <li key={href} className="flex flex-wrap items-baseline gap-x-3 px-4 py-2 text-sm">
              <Link href={href} prefetch={false} className="link inline-block min-h-6">
                {title}
              </Link>
              {detail === "" ? null : <span className="text-muted">{detail}</span>}
            </li>
          ))}
        </ul>
      </Section>
    );
  });
}
