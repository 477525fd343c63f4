import { useLocale, useTranslations } from "next-intl";
import { None } from "@/components/ui/figures";
import type { PriceListDocument, Rate } from "@/lib/domain/catalog";
import { anchorOf } from "@/lib/domain/price-list-entries";
import { amountOf, cellOf, clauseOfCell } from "@/lib/domain/printed-tables";
import { grossCents } from "@/lib/domain/vat";
import { cent, euro, fineEuro } from "@/lib/format/money";
import { profileNames } from "./slot-text";

const groups = [
  "national",
  "international",
  "mobile",
  "roaming",
  "special-number",
  "ai",
] as const satisfies Rate["group"][];

/** Prices by use, looked up and never rated: one table for each kind of use. */
export function RateTables({ list, rates }: { list: PriceListDocument; rates: readonly Rate[] }) {
  const t = useTranslations("priceLists");
  return groups.map((group) => {
    const own = rates.filter((rate) => rate.group === group);
    if (own.length === 0) return null;
    return (
      <table key={group} className="tbl tbl-cards border-t border-line first:border-t-0 md:table-fixed">
        <caption className="px-4 pt-3 pb-1 text-left text-sm font-medium">{t(`rateGroup.${group}`)}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-[34%]">
              {t("destination")}
            </th>
            <th scope="col" className="w-[8%]">
              {t("increment")}
            </th>
            <th scope="col" className="num">
              {t("priceNet")}
            </th>
            <th scope="col" className="w-[26%]">
              {t("source")}
            </th>
          </tr>
        </thead>
        <tbody>
          {own.map((rate) => (
            <RateRow key={rate.id} list={list} rate={rate} />
          ))}
        </tbody>
      </table>
    );
  });
}

function RateRow({ list, rate }: { list: PriceListDocument; rate: Rate }) {
  const t = useTranslations("priceLists");
  const locale = useLocale();
  const area = list.areas.find(({ id }) => id === rate.area);
  const [first] = rate.prices;
  return (
    <tr id={anchorOf("rate", rate.id)} className="target:bg-accent-ground">
      <th scope="row">
        {rate.destination[locale]}
        {area === undefined ? null : (
          <a href={`#${anchorOf("area", area.id)}`} className="link block text-xs font-normal">
            {area.allOthers ? t("allOthers") : t("countries", { count: area.countries.length })}
          </a>
        )}
        {rate.note === undefined ? null : (
          <span className="block text-xs font-normal text-muted">{rate.note[locale]}</span>
        )}
      </th>
      <td data-label={t("increment")} className="whitespace-nowrap">
        {rate.increment ?? <None />}
      </td>
      <td data-label={t("priceNet")} className="num">
        <RatePrices list={list} rate={rate} />
      </td>
      <td className="text-xs break-words text-muted" data-label={t("source")}>
        {first === undefined ? <None /> : <span>{clauseOfCell(list, first.cell)}</span>}
      </td>
    </tr>
  );
}

/** The prices of a rate: those that are the same for several profiles, or for landline and mobile, on one line. */
export function RatePrices({ list, rate }: { list: PriceListDocument; rate: Rate }) {
  const t = useTranslations("priceLists");
  const common = useTranslations("common");
  if (rate.prices.length === 0) return <span className="text-xs text-muted">{common("unknown")}</span>;
  const lines = [...Map.groupBy(rate.prices, ({ cell }) => cellOf(list, cell).text)].map(([text, prices]) => ({
    cell: prices[0]?.cell ?? "",
    text,
    connections: prices.flatMap(({ connection }) => connection ?? []),
    profiles: prices.flatMap(({ profiles = [] }) => profiles),
  }));
  return (
    <span className="flex flex-col gap-1 md:items-end">
      {lines.map(({ cell, text, connections, profiles }) => (
        <span key={text}>
          {profiles.length === 0 || lines.length === 1 ? null : (
            <span className="text-muted">{profiles.map(profileNames(list)).join(", ")}: </span>
          )}
          {connections.length === 0 ? null : (
            <span className="text-muted">{connections.map((each) => t(`connection.${each}`)).join(", ")}: </span>
          )}
          <RateFigure list={list} cell={cell} per={rate.per} />
        </span>
      ))}
    </span>
  );
}

/** One price of a rate: in cents where the paper is, with what that comes to with VAT; a word as printed. */
function RateFigure({ list, cell, per }: { list: PriceListDocument; cell: string; per: Rate["per"] }) {
  const t = useTranslations("priceLists");
  const locale = useLocale();
  const printed = cellOf(list, cell);
  const amount = amountOf(printed);
  const inCents =
    list.printed.some(({ figuresIn, cells }) => figuresIn === "cent" && cells.some(({ id }) => id === cell)) ||
    /cent/i.test(printed.text);
  const percent = printed.percent === undefined ? null : `${printed.percent} %`;
  return (
    <>
      <a
        href={`#${anchorOf("figure", cell)}`}
        className={`link font-medium ${amount === null ? "" : "whitespace-nowrap"}`}
      >
        {amount === null ? (percent ?? printed.text) : inCents ? cent(amount, locale) : fineEuro(amount, locale)}
      </a>{" "}
      {amount === null ? null : <span className="whitespace-nowrap">{t(`per.${per}`)}</span>}
      {inCents && amount !== null ? (
        <span className="block text-xs text-muted">{t("grossIs", { gross: euro(grossCents(amount), locale) })}</span>
      ) : null}
    </>
  );
}
