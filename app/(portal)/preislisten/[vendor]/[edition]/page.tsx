import { GitCompareArrows, SearchX } from "lucide";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { paramOf } from "@/components/decide/queue-address";
import { compareHref, listHref } from "@/components/price-lists/addresses";
import { AreaList } from "@/components/price-lists/area-list";
import { ArticleTable } from "@/components/price-lists/article-table";
import { ConditionList } from "@/components/price-lists/condition-list";
import { EditionText, ResaleMark } from "@/components/price-lists/edition-text";
import { FeeTable } from "@/components/price-lists/fee-table";
import { NoteList } from "@/components/price-lists/note-list";
import { PolicyList } from "@/components/price-lists/policy-list";
import { PrintedTables } from "@/components/price-lists/printed-table";
import { RateTables } from "@/components/price-lists/rate-tables";
import { ReadingList } from "@/components/price-lists/reading-list";
import { RequirementTable, requirementsFound, ServerLimits } from "@/components/price-lists/requirement-table";
import { SearchForm } from "@/components/price-lists/search-form";
import { Up2DateTables } from "@/components/price-lists/up2date-tables";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/viewer";
import { today } from "@/lib/clock";
import { anchorOf, type EntryKind, entriesOf, searchEntries } from "@/lib/domain/price-list-entries";
import { readingsOfTable } from "@/lib/domain/printed-tables";
import { may } from "@/lib/domain/viewer";
import { editionsOf } from "@/lib/price-lists/index";
import { showOwnPrices } from "@/lib/use-cases/show-own-prices";

type Props = PageProps<"/preislisten/[vendor]/[edition]">;

async function load(params: Props["params"]) {
  const viewer = await requireViewer("see-price-lists");
  const { vendor, edition } = await params;
  const list = editionsOf(vendor).find((each) => each.edition === edition);
  if (list === undefined) notFound();
  return { viewer, list };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(params)).list.productName };
}

/** One document whole: articles, printed tables with their readings, rates, rules, notes; or what a search leaves of it. */
export default async function PriceListPage({ params, searchParams }: Props) {
  const { viewer, list } = await load(params);
  const [t, locale, address] = await Promise.all([getTranslations("priceLists"), getLocale(), searchParams]);
  const search = paramOf(address, "suche")?.trim().slice(0, 100) ?? "";
  const ownPrices = await showOwnPrices(viewer, list.vendor, today());
  const hits = searchEntries(entriesOf(list, locale), search);
  const found = new Set(hits.map(({ anchor }) => anchor));
  const only = <T,>(kind: EntryKind, items: readonly T[], idOf: (item: T) => string) =>
    items.filter((item) => found.has(anchorOf(kind, idOf(item))));

  const articles = only("article", list.articles, ({ sku }) => sku);
  const groups = [...Map.groupBy(articles, ({ group }) => group)];
  const hasFigures = hits.some(({ kind }) => kind === "figure");
  const rates = only("rate", list.rates, ({ id }) => id);
  const areas = only("area", list.areas, ({ id }) => id);
  const fees = only("fee", list.fees, ({ id }) => id);
  const licences = requirementsFound(list, found);
  const conditions = only("condition", list.conditions, ({ id }) => id);
  const policies = only("policy", list.policies, ({ id }) => id);
  // Those that no table shows with its cells.
  const besideTables = list.printed
    .filter(({ cells }) => cells.some(({ id }) => found.has(anchorOf("figure", id))))
    .flatMap((table) => readingsOfTable(list, table));
  const readings = only("reading", list.readings, ({ id }) => id).filter((reading) => !besideTables.includes(reading));
  const notes = only("note", list.notes, ({ id }) => id);

  const sections: { id: string; title: string; flush?: boolean; content: ReactNode }[] = [
    ...(articles.length === 0
      ? []
      : [
          {
            id: "artikel",
            title: t("section.articles"),
            flush: true,
            content: groups.map(([group, own]) => (
              <ArticleTable
                key={group}
                list={list}
                articles={own}
                ownPrices={ownPrices}
                mayPrice={may(viewer, "manage-price-rows")}
                caption={t(`group.${group as "licence"}`)}
              />
            )),
          },
        ]),
    ...(licences.length === 0 || list.prerequisites === undefined
      ? []
      : [
          {
            id: "voraussetzungen",
            title: t("section.requirements"),
            flush: true,
            content: (
              <>
                <RequirementTable rules={list.prerequisites} licences={licences} />
                {search === "" ? (
                  <div className="border-t border-line px-4 pt-3 pb-3">
                    <ServerLimits rules={list.prerequisites} />
                  </div>
                ) : null}
              </>
            ),
          },
        ]),
    ...(list.up2date === undefined || search !== ""
      ? []
      : [
          {
            id: "up2date",
            title: t("section.up2date"),
            flush: true,
            content: <Up2DateTables rules={list.up2date} />,
          },
        ]),
    ...(rates.length === 0
      ? []
      : [
          {
            id: "tarife",
            title: t("section.rates"),
            flush: true,
            content: <RateTables list={list} rates={rates} />,
          },
        ]),
    ...(areas.length === 0
      ? []
      : [{ id: "gebiete", title: t("section.areas"), content: <AreaList list={list} areas={areas} /> }]),
    ...(fees.length === 0
      ? []
      : [{ id: "gebuehren", title: t("section.fees"), flush: true, content: <FeeTable list={list} fees={fees} /> }]),
    ...(policies.length === 0
      ? []
      : [{ id: "regeln", title: t("section.policies"), content: <PolicyList list={list} policies={policies} /> }]),
    ...(conditions.length === 0
      ? []
      : [
          {
            id: "bedingungen",
            title: t("section.conditions"),
            content: <ConditionList list={list} conditions={conditions} />,
          },
        ]),
    ...(hasFigures
      ? [
          {
            id: "tabellen",
            title: t("section.tables"),
            flush: true,
            content: <PrintedTables list={list} found={found} />,
          },
        ]
      : []),
    ...(readings.length === 0
      ? []
      : [
          {
            id: "lesarten",
            title: search === "" ? t("section.readingsElsewhere") : t("section.readings"),
            content: <ReadingList readings={readings} />,
          },
        ]),
    ...(notes.length === 0 ? [] : [{ id: "hinweise", title: t("section.notes"), content: <NoteList notes={notes} /> }]),
  ];

  return (
    <div className="flex flex-col gap-3">
      <PageHead
        above={
          <nav aria-label={t("crumb")}>
            <a href="/preislisten" className="link inline-block min-h-6">
              {t("title")}
            </a>
          </nav>
        }
        title={list.productName}
        below={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>{list.vendorName}</span>
            <span>
              {list.document.title} · <EditionText edition={list.edition} />
            </span>
            <ResaleMark resale={list.resale} />
          </span>
        }
        aside={
          <div className="no-print flex flex-wrap gap-2">
            <LinkButton href={compareHref(list.vendor)}>
              <Icon of={GitCompareArrows} className="size-4" />
              {t("toCompare")}
            </LinkButton>
          </div>
        }
      />
      {list.resale === "brokered" ? <p className="text-sm text-soon">{t("brokeredHint")}</p> : null}
      <SearchForm
        action={listHref(list)}
        search={search}
        label={t("searchOne", { product: list.productName })}
        hint={t("searchOneHint")}
      />
      {search === "" ? (
        <p className="text-sm text-muted">{t("netHint", { statedAs: list.document.statedAs })}</p>
      ) : (
        <p className="text-sm text-muted">
          {t("searchedOne", { text: search, count: hits.length })}{" "}
          <a href={listHref(list)} className="link inline-block min-h-6">
            {t("reset")}
          </a>
        </p>
      )}
      {sections.length > 1 ? (
        <nav aria-label={t("sections")} className="no-print flex flex-wrap gap-1">
          {sections.map(({ id, title }) => (
            <a
              key={id}
              href={`#${id}`}
              className="flex min-h-8 items-center rounded-full border border-line px-3 text-xs font-medium text-muted hover:text-ink"
            >
              {title}
            </a>
          ))}
        </nav>
      ) : null}
      {sections.length === 0 ? (
        <div className="card">
          <EmptyState icon={SearchX} title={t("nothingFound", { text: search })}>
            <p>{t("nothingFoundHint")}</p>
          </EmptyState>
        </div>
      ) : null}
      {sections.map(({ id, title, flush, content }) => (
        <Section key={id} id={id} title={title} flush={flush}>
          {content}
        </Section>
      ))}
    </div>
  );
}
