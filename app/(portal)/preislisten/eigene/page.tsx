import { Tags } from "lucide";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { paramOf } from "@/components/decide/queue-address";
import { PriceUpload } from "@/components/imports/price-upload";
import { ownPricesHref } from "@/components/price-lists/addresses";
import { isFiltered, PriceRowFilter, PriceRowSentence, standings } from "@/components/price-lists/price-row-filter";
import { ChooseArticle, PriceRowForm } from "@/components/price-lists/price-row-form";
import { PriceRowTable } from "@/components/price-lists/price-row-table";
import { profileNames } from "@/components/price-lists/slot-text";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { Said, wordOf } from "@/components/ui/said";
import { requireViewer } from "@/lib/auth/viewer";
import { today as todayOf } from "@/lib/clock";
import { may } from "@/lib/domain/viewer";
import { faultSentence } from "@/lib/format/faults";
import { newestEdition, vendors } from "@/lib/price-lists/index";
import { listPriceRows } from "@/lib/use-cases/list-price-rows";

const acts = ["added", "withdrawn"] as const;
const kinds = ["list", "purchase", "customer"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("priceRows"))("title") };
}

/** The reseller's own prices: what he lists, pays and asks for, by hand. */
export default async function OwnPricesPage({ searchParams }: PageProps<"/preislisten/eigene">) {
  const viewer = await requireViewer("see-price-lists");
  const [t, imports, locale, params] = await Promise.all([
    getTranslations("priceRows"),
    getTranslations("imports"),
    getLocale(),
    searchParams,
  ]);
  const today = todayOf();
  const address = {
    art: paramOf(params, "art"),
    anbieter: paramOf(params, "anbieter"),
    suche: paramOf(params, "suche")?.trim().slice(0, 100),
    stand: paramOf(params, "stand"),
    artikel: paramOf(params, "artikel"),
  };
  const cursor = paramOf(params, "nach");
  const page = await listPriceRows(
    viewer,
    {
      kind: kinds.find((kind) => kind === address.art),
      vendor: address.anbieter,
      search: address.suche === "" ? undefined : address.suche,
      standing: standings.find((standing) => standing === address.stand),
      cursor,
    },
    today,
  );
  const mayChange = may(viewer, "manage-price-rows");
  const lists = vendors.flatMap(({ id }) => newestEdition(id) ?? []);
  const [vendor = "", ...sku] = (address.artikel ?? "").split("/");
  const list = lists.find((each) => each.vendor === vendor);
  const article = list?.articles.find((each) => each.sku === sku.join("/"));
  const filtered = isFiltered(address);
  const done = wordOf(acts, params.getan);
  return (
    <div className="flex flex-col gap-3">
      <PageHead
        above={
          <nav aria-label={t("crumb")}>
            <a href="/preislisten" className="link inline-block min-h-6">
              {t("toLists")}
            </a>
          </nav>
        }
        title={t("title")}
        below={t("below")}
      />
      <Said done={done === null ? null : t(`done.${done}`)} fault={faultSentence(params, locale)} />
      {mayChange ? (
        <Section id="neu" title={t("newTitle")}>
          <ChooseArticle lists={lists} chosen={list && article ? `${list.vendor}/${article.sku}` : ""} />
          {list === undefined || article === undefined ? null : (
            <PriceRowForm list={list} article={article} kinds={page.kinds} today={today} address={address} />
          )}
        </Section>
      ) : null}
      {mayChange ? (
        <Section id="einlesen" title={imports("pricesTitle")}>
          <PriceUpload kinds={page.kinds} today={today} />
        </Section>
      ) : null}
      <PriceRowFilter address={address} vendors={vendors} kinds={page.kinds} />
      <p className="text-sm text-muted">
        <PriceRowSentence address={address} vendors={vendors} />{" "}
        {filtered ? (
          <a href={ownPricesHref()} className="link inline-block min-h-6">
            {t("reset")}
          </a>
        ) : null}
      </p>
      <div className="card">
        {page.items.length === 0 ? (
          <EmptyState icon={Tags} title={t("emptyTitle")}>
            <p>{filtered ? t("emptyFiltered") : mayChange ? t("emptyAdmin") : t("empty")}</p>
          </EmptyState>
        ) : (
          <PriceRowTable
            items={page.items}
            address={address}
            mayChange={mayChange}
            profileName={profileNames({ articles: lists.flatMap(({ articles }) => articles) })}
          />
        )}
        <Pagination
          nextHref={page.next === null ? null : ownPricesHref({ ...address, nach: page.next })}
          startHref={cursor === undefined ? null : ownPricesHref(address)}
        />
      </div>
    </div>
  );
}
