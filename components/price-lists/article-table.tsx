import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DayText, Money, None } from "@/components/ui/figures";
import type { Article, PriceListDocument } from "@/lib/domain/catalog";
import { anchorOf } from "@/lib/domain/price-list-entries";
import { type PriceSlot, priceSlots, slotKey } from "@/lib/domain/price-slots";
import type { OwnPrice } from "@/lib/use-cases/show-own-prices";
import { ownPricesHref } from "./addresses";
import { chargeText, profileNames, slotText } from "./slot-text";

/** What is sold, in what unit, at what price, under which rule of notice, and where that stands. */
export function ArticleTable({
  list,
  articles,
  ownPrices,
  mayPrice,
  caption,
}: {
  list: PriceListDocument;
  articles: readonly Article[];
  ownPrices: readonly OwnPrice[];
  /** The viewer may record a price where the paper has none. */
  mayPrice: boolean;
  caption: string;
}) {
  const t = useTranslations("priceLists");
  return (
    <table className="tbl tbl-cards md:table-fixed">
      <caption className="px-4 pt-3 pb-1 text-left text-sm font-medium">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="w-[24%]">
            {t("article")}
          </th>
          <th scope="col" className="w-[13%]">
            {t("unit")}
          </th>
          <th scope="col">{t("price")}</th>
          <th scope="col" className="w-[11%]">
            {t("rule")}
          </th>
          <th scope="col" className="w-[19%]">
            {t("source")}
          </th>
        </tr>
      </thead>
      <tbody>
        {articles.map((article) => (
          <ArticleRow key={article.sku} list={list} article={article} ownPrices={ownPrices} mayPrice={mayPrice} />
        ))}
      </tbody>
    </table>
  );
}

function ArticleRow({
  list,
  article,
  ownPrices,
  mayPrice,
}: {
  list: PriceListDocument;
  article: Article;
  ownPrices: readonly OwnPrice[];
  mayPrice: boolean;
}) {
  const t = useTranslations("priceLists");
  const locale = useLocale();
  const title = article.label?.[locale] ?? article.name;
  // A longer or shorter form of the same words says nothing new.
  const aliases = [article.name, ...article.aliases].filter((name) => !title.includes(name) && !name.includes(title));
  const own = ownPrices.filter(({ sku }) => sku === article.sku);
  return (
    <tr id={anchorOf("article", article.sku)} className="target:bg-accent-ground">
      <th scope="row">
        {title}
        {article.sku.includes(".") ? (
          <span className="block text-xs font-normal text-muted">{t("articleNumber", { sku: article.sku })}</span>
        ) : null}
        {aliases.length === 0 ? null : (
          <span className="block text-xs font-normal text-muted">{t("alsoCalled", { names: aliases.join(", ") })}</span>
        )}
      </th>
      <td data-label={t("unit")} className="break-words hyphens-auto">
        {article.unit[locale]}
      </td>
      <td data-label={t("price")}>
        <div className="flex flex-col gap-1 max-md:items-end max-md:text-right">
          <Prices list={list} article={article} />
          {own.map((price) => (
            <OwnPriceLine key={price.slot} list={list} price={price} article={article} />
          ))}
          {mayPrice && own.length === 0 && article.price.kind === "none" && priceSlots(list, article).length > 0 ? (
            <Link
              href={ownPricesHref({ artikel: `${list.vendor}/${article.sku}` }, "neu")}
              prefetch={false}
              className="link no-print self-start text-xs"
            >
              {t("recordOwn")}
            </Link>
          ) : null}
          {article.needsOverride === undefined ? null : <span className="text-xs text-soon">{t("needsOverride")}</span>}
        </div>
      </td>
      <td data-label={t("rule")}>
        {article.policy === undefined ? (
          <None label={t("noRule")} />
        ) : (
          <a href={`#${anchorOf("policy", article.policy)}`} className="link inline-block min-h-6">
            {t("toRule")}
          </a>
        )}
      </td>
      <td className="text-xs break-words text-muted" data-label={t("source")}>
        <span>{article.clause}</span>
      </td>
    </tr>
  );
}

function Prices({ list, article }: { list: PriceListDocument; article: Article }) {
  const t = useTranslations("priceLists");
  const slots = priceSlots(list, article);
  if (article.price.kind === "none") {
    return <span className="text-muted">{slots.length === 0 ? t("byPercentage") : t("noPrintedPrice")}</span>;
  }
  if (article.price.kind === "by-users") return <TieredPrices slots={slots} tiers={list.userTiers.length} />;
  if (article.price.kind === "by-profile") return <ProfilePrices list={list} slots={slots} />;
  return slots.map((slot) => (
    <PriceLine key={`${slot.offer} ${slotKey({ ...slot.dimensions })}`} list={list} slot={slot} />
  ));
}

/** Profiles with the same offer on one line, with all of its charges. */
function ProfilePrices({ list, slots }: { list: PriceListDocument; slots: readonly PriceSlot[] }) {
  const byProfile = Map.groupBy(slots, ({ dimensions }) => dimensions.profile ?? "");
  const alike = Map.groupBy(byProfile, ([, own]) =>
    own.map(({ offer, charge, cents }) => `${offer} ${charge} ${cents}`).join(),
  );
  return [...alike].map(([key, profiles]) => {
    const own = profiles[0]?.[1] ?? [];
    return (
      <span key={key}>
        <span className="text-muted">{profiles.map(([profile]) => profileNames(list)(profile)).join(", ")}: </span>
        {own.map((slot, index) => (
          <span key={slot.charge}>
            {index === 0 ? null : ", "}
            <Offer slot={slot} />
          </span>
        ))}
      </span>
    );
  });
}

/** One of an article's prices; the figure leads to the printed cell that it comes from. */
function PriceLine({ list, slot }: { list: PriceListDocument; slot: PriceSlot }) {
  const t = useTranslations("priceLists");
  const { charge: _, ...dimensions } = { ...slot.dimensions };
  const about = slotText(t, dimensions, profileNames(list));
  return (
    <span>
      {about === "" ? null : <span className="text-muted">{about}: </span>}
      <Offer slot={slot} />
    </span>
  );
}

function Offer({ slot }: { slot: PriceSlot }) {
  const t = useTranslations("priceLists");
  if (slot.offer !== "priced" && slot.offer !== "free") return t(`offer.${slot.offer}`);
  return (
    <>
      <CellLink cell={slot.cell}>
        <Money cents={slot.cents ?? 0} />
      </CellLink>{" "}
      {slot.offer === "free" ? t("firstFree") : chargeText(t, slot.charge)}
    </>
  );
}

/** Prices of tiers from the least to the most; each of them stands in the printed table. */
function TieredPrices({ slots, tiers }: { slots: readonly PriceSlot[]; tiers: number }) {
  const t = useTranslations("priceLists");
  const forms = Map.groupBy(slots, ({ dimensions: { tier: _, ...form } }) => slotKey({ ...form }));
  return (
    <>
      {[...forms].map(([key, own]) => {
        const [first] = own;
        const { tier: _, ...form } = { ...first?.dimensions };
        return (
          <span key={key}>
            <span className="text-muted">{slotText(t, form, String)}: </span>
            <CellLink cell={first?.cell ?? null}>
              <Money cents={first?.cents ?? null} />
            </CellLink>{" "}
            – <Money cents={own.at(-1)?.cents ?? null} /> {chargeText(t, first?.charge ?? "oneOff")}
          </span>
        );
      })}
      <span className="text-xs text-muted">{t("byTier", { tiers })}</span>
    </>
  );
}

function CellLink({ cell, children }: { cell: string | null; children: React.ReactNode }) {
  if (cell === null) return children;
  return (
    <a href={`#${anchorOf("figure", cell)}`} className="link">
      {children}
    </a>
  );
}

function OwnPriceLine({ list, article, price }: { list: PriceListDocument; article: Article; price: OwnPrice }) {
  const t = useTranslations("priceLists");
  const slot = priceSlots(list, article).find(
    ({ offer, dimensions }) => offer === "priced" && slotKey({ ...dimensions }) === price.slot,
  );
  const about = slot === undefined ? "" : slotText(t, { ...slot.dimensions }, profileNames(list));
  return (
    <span className="rounded bg-sunken md:self-start px-1.5 py-0.5">
      {about === "" ? t("ownPrice") : t("ownPriceFor", { slot: about })}{" "}
      <Money cents={price.cents} sample={price.sample} className="font-medium" />{" "}
      <span className="text-xs text-muted">{t.rich("since", { day: () => <DayText day={price.validFrom} /> })}</span>
    </span>
  );
}
