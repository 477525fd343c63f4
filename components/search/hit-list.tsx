import { Building2, FileText, LayoutList, ScrollText, Server, Tag } from "lucide";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Icon } from "@/components/ui/icon";
import type { HitGroup, HitKind } from "./hit-groups";

export const kindIcons = {
  page: LayoutList,
  customer: Building2,
  system: Server,
  contract: FileText,
  article: Tag,
} as const satisfies Record<HitKind, unknown>;

export const optionId = (listId: string, at: number): string => `${listId}-${at}`;

const option =
  "flex min-h-9 items-center gap-2.5 rounded-md px-2 text-sm hover:bg-hover aria-selected:bg-accent-ground max-sm:min-h-11";

/** The hits of a search field that keeps the focus: `at` is the one that Enter goes to. At the end stands the way to all of them. */
export function HitList({
  id,
  groups,
  at,
  allHref,
  onChoose,
}: {
  id: string;
  groups: readonly HitGroup[];
  at: number;
  allHref: string | null;
  onChoose: (event: MouseEvent, href: string) => void;
}) {
  const t = useTranslations("palette");
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, { hits }) => sum + hits.length, 0));
  const last = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  return (
    <div id={id} role="listbox" aria-label={t("results")}>
      {groups.map(({ kind, hits, more }, group) => {
        const shapes = kindIcons[kind];
        const start = starts[group] ?? 0;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be part of a listbox
          <div key={kind} role="group" aria-labelledby={`${id}-${kind}`} className="pb-1">
            <p id={`${id}-${kind}`} className="px-2 pt-1 pb-0.5 text-xs text-muted">
              {more ? t(`some.${kind}`, { count: hits.length }) : t(`kind.${kind}`)}
            </p>
            {hits.map(({ href, title, detail }, index) => (
              <a
                key={href}
                id={optionId(id, start + index)}
                href={href}
                role="option"
                tabIndex={-1}
                aria-selected={start + index === at}
                onClick={(event) => onChoose(event, href)}
                className={option}
              >
                <Icon of={shapes} className="size-4 shrink-0 text-muted" />
                <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 py-1">
                  <span className="font-medium">{title}</span>
                  {detail === "" ? null : <span className="min-w-0 text-xs break-words text-muted">{detail}</span>}
                </span>
              </a>
            ))}
          </div>
        );
      })}
      {allHref === null ? null : (
        <a
          id={optionId(id, last)}
          href={allHref}
          role="option"
          tabIndex={-1}
          aria-selected={last === at}
          onClick={(event) => onChoose(event, allHref)}
          className={`${option} text-muted`}
        >
          <Icon of={ScrollText} className="size-4 shrink-0" />
          {t("all")}
        </a>
      )}
    </div>
  );
}
