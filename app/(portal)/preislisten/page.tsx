import { PhoneOutgoing, Tags } from "lucide";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { paramOf } from "@/components/decide/queue-address";
import { ownPricesHref } from "@/components/price-lists/addresses";
import { OverviewTable } from "@/components/price-lists/overview-table";
import { SearchForm } from "@/components/price-lists/search-form";
import { SearchResults } from "@/components/price-lists/search-results";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/viewer";
import { entriesOf, searchEntries } from "@/lib/domain/price-list-entries";
import { newestEdition, vendors } from "@/lib/price-lists/index";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("priceLists"))("title") };
}

/** The documents with their editions, and a search over all of them. */
export default async function PriceListsPage({ searchParams }: PageProps<"/preislisten">) {
  await requireViewer("see-price-lists");
  const [t, locale, params] = await Promise.all([getTranslations("priceLists"), getLocale(), searchParams]);
  const search = paramOf(params, "suche")?.trim().slice(0, 100) ?? "";
  const lists = vendors.flatMap(({ id }) => newestEdition(id) ?? []);
  return (
    <div className="flex flex-col gap-3">
      <PageHead
        title={t("title")}
        below={t("below")}
        aside={
          <div className="no-print flex flex-wrap gap-2">
            <LinkButton href="/preislisten/rufziel">
              <Icon of={PhoneOutgoing} className="size-4" />
              {t("toLookup")}
            </LinkButton>
            <LinkButton href={ownPricesHref()}>
              <Icon of={Tags} className="size-4" />
              {t("toOwn")}
            </LinkButton>
          </div>
        }
      />
      <SearchForm action="/preislisten" search={search} label={t("searchAll")} hint={t("searchAllHint")} />
      {search === "" ? (
        <div className="card">
          <OverviewTable lists={lists} />
        </div>
      ) : (
        <>
          <p className="text-sm text-muted">
            {t("searchedAll", { text: search })}{" "}
            <a href="/preislisten" className="link inline-block min-h-6">
              {t("reset")}
            </a>
          </p>
          <SearchResults
            search={search}
            hits={lists.map((list) => ({ list, entries: searchEntries(entriesOf(list, locale), search) }))}
          />
        </>
      )}
    </div>
  );
}
