import { Search, SearchX } from "lucide";
import type { Metadata } from "next";
import Form from "next/form";
import { getLocale, getTranslations } from "next-intl/server";
import { customersHref } from "@/components/customers/customers-address";
import { paramOf } from "@/components/decide/queue-address";
import { SEARCH_PAGE } from "@/components/search/addresses";
import { HitCards } from "@/components/search/hit-cards";
import { hitGroups } from "@/components/search/hit-groups";
import { pageHits } from "@/components/search/page-hits";
import { namedPages } from "@/components/shell/named-pages";
import { waysOf } from "@/components/shell/ways";
import { stockAddressOf, stockHref } from "@/components/stock/stock-address";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/viewer";
import { today } from "@/lib/clock";
import { may } from "@/lib/domain/viewer";
import { search } from "@/lib/use-cases/search";

const OF_A_KIND = 25;
const LONGEST = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("palette"))("title") };
}

/** Everything that a text is found in, as a page: more than the search over the page has room for, and for browsers without script. */
export default async function SearchPage({ searchParams }: PageProps<"/suche">) {
  const person = await requireViewer("search");
  const [t, nav, locale, params] = await Promise.all([
    getTranslations("palette"),
    getTranslations("nav"),
    getLocale(),
    searchParams,
  ]);
  const viewer = { ...person, locale };
  const text = paramOf(params, "q")?.trim().slice(0, LONGEST) ?? "";
  const found = await search(viewer, text, OF_A_KIND, today());
  const groups = [...pageHits(namedPages(waysOf(viewer), nav), text), ...hitGroups(found)];
  return (
    <div className="flex flex-col gap-3">
      <PageHead title={t("title")} />
      <Form
        key={text}
        action={SEARCH_PAGE}
        role="search"
        className="no-print card flex flex-wrap items-end gap-3 px-3 py-3"
      >
        <TextField
          id="search"
          name="q"
          type="search"
          label={t("field")}
          placeholder={t("hint")}
          defaultValue={text}
          maxLength={LONGEST}
          autoComplete="off"
          className="min-w-60 flex-1"
        />
        <Button type="submit" look="primary">
          <Icon of={Search} className="size-4" />
          {t("submit")}
        </Button>
      </Form>
      <p className="text-sm text-muted">{text === "" ? t("pagesOnly") : t("foundFor", { text })}</p>
      {groups.length === 0 ? (
        <div className="card">
          <EmptyState icon={SearchX} title={t("nothing", { text })}>
            <p>{t("nothingHint")}</p>
          </EmptyState>
        </div>
      ) : (
        <HitCards
          groups={groups}
          lists={{
            ...(may(viewer, "see-stock")
              ? { contract: { href: stockHref({ ...stockAddressOf({}), search: text }), label: t("inStock") } }
              : {}),
            customer: { href: customersHref({ suche: text }), label: t("inCustomers") },
            article: { href: `/preislisten?${new URLSearchParams({ suche: text })}`, label: t("inPriceLists") },
          }}
        />
      )}
    </div>
  );
}
