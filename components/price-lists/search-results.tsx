import { SearchX } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { PriceListDocument } from "@/lib/domain/catalog";
import type { Entry } from "@/lib/domain/price-list-entries";
import { listHref } from "./addresses";
import { EditionText } from "./edition-text";

export interface ListHits {
  readonly list: PriceListDocument;
  readonly entries: readonly Entry[];
}

/** As many of one list as can be taken in at a glance; its own page shows all. */
const SHOWN = 12;

/** What a search found in all lists, by list, each hit with its place on the list's page. */
export function SearchResults({ hits, search }: { hits: readonly ListHits[]; search: string }) {
  const t = useTranslations("priceLists");
  const found = hits.filter(({ entries }) => entries.length > 0);
  if (found.length === 0) {
    return (
      <div className="card">
        <EmptyState icon={SearchX} title={t("nothingFound", { text: search })}>
          <p>{t("nothingFoundHint")}</p>
        </EmptyState>
      </div>
    );
  }
  return found.map(({ list, entries }) => (
    <Section
      key={list.vendor}
      id={`treffer-${list.vendor}`}
      title={
        <>
          {list.productName}{" "}
          <span className="text-xs font-normal text-muted">
            <EditionText edition={list.edition} />
          </span>
        </>
      }
      aside={
        <Link href={listHref(list, { suche: search })} prefetch={false} className="link inline-block min-h-6">
          {t("allHits", { count: entries.length })}
        </Link>
      }
      flush
    >
      <ul className="divide-y divide-line">
        {entries.slice(0, SHOWN).map((entry) => (
          <li key={entry.anchor} className="flex flex-wrap items-baseline gap-x-3 px-4 py-2 text-sm">
            <span className="w-28 shrink-0 text-xs text-muted">{t(`kind.${entry.kind}`)}</span>
            <span className="min-w-0 flex-1 basis-60">
              <Link href={listHref(list, { anchor: entry.anchor })} prefetch={false} className="link">
                {entry.title}
              </Link>{" "}
              <span className="line-clamp-2 text-muted">{entry.detail}</span>
            </span>
            <span className="text-xs text-muted">{entry.clause}</span>
          </li>
        ))}
      </ul>
    </Section>
  ));
}
