import { TriangleAlert } from "lucide";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { None } from "@/components/ui/figures";
import { ReasonList } from "@/components/ui/reasons";
import type { LookedUp, LookedUpPrice, LookedUpRate, LookupPlace } from "@/lib/domain/number-lookup";
import { anchorOf } from "@/lib/domain/price-list-entries";
import { grossCents } from "@/lib/domain/vat";
import { cent, euro, fineEuro } from "@/lib/format/money";
import { listHref } from "./addresses";

/** One country, network or number that was looked up: what each price list says of it, with where. */
export function LookupResult({ found, id }: { found: LookedUp; id: string }) {
  const t = useTranslations("lookup");
  const locale = useLocale();
  const dial = found.dial.filter((code) => code !== found.names[locale]);
  return (
    <Section
      id={id}
      title={
        <>
          {found.names[locale]}{" "}
          {dial.length === 0 ? null : <span className="text-xs font-normal text-muted">{dial.join(", ")}</span>}
        </>
      }
      flush
    >
      {found.places.length === 0 ? <p className="px-4 pb-3 text-sm text-muted">{t("inNoList")}</p> : null}
      {found.places.map((place) => (
        <Place key={place.vendor} place={place} />
      ))}
    </Section>
  );
}

function Place({ place }: { place: LookupPlace }) {
  const t = useTranslations("lookup");
  const ambiguous = place.areas.filter((area) => area.ambiguous);
  return (
    <div className="border-t border-line py-2">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-1">
        <h3 className="text-sm">
          <Link href={listHref(place)} prefetch={false} className="link">
            {place.productName}
          </Link>
        </h3>
        {ambiguous.length > 1 ? (
          <Badge tone="soon" icon={TriangleAlert}>
            {t("ambiguous", { zones: ambiguous.map(({ name }) => name).join(", ") })}
          </Badge>
        ) : null}
      </div>
      {place.areas.length === 0 ? null : (
        <ul className="flex flex-col gap-0.5 px-4 pb-2 text-sm">
          {place.areas.map((area) => (
            <li key={area.id}>
              <Link href={listHref(place, { anchor: anchorOf("area", area.id) })} prefetch={false} className="link">
                {area.name}
              </Link>{" "}
              <span className="text-muted">
                {area.asPrinted === null ? t("amongOthers") : t("asPrinted", { country: area.asPrinted })}
              </span>{" "}
              <span className="text-xs text-muted">{area.source.clause}</span>
            </li>
          ))}
        </ul>
      )}
      {place.rates.length === 0 ? null : <RateTable place={place} />}
      {place.hints.length === 0 ? null : (
        <div className="px-4 pt-2 text-sm">
          <ReasonList reasons={place.hints} />
        </div>
      )}
    </div>
  );
}

function RateTable({ place }: { place: LookupPlace }) {
  const t = useTranslations("lookup");
  const lists = useTranslations("priceLists");
  const locale = useLocale();
  return (
    <table className="tbl tbl-cards">
      <caption className="sr-only">{t("caption", { product: place.productName })}</caption>
      <thead>
        <tr>
          <th scope="col">{lists("destination")}</th>
          <th scope="col">{lists("increment")}</th>
          <th scope="col" className="num">
            {lists("priceNet")}
          </th>
          <th scope="col">{lists("source")}</th>
        </tr>
      </thead>
      <tbody>
        {place.rates.map((rate) => (
          <tr key={rate.id}>
            <th scope="row" className="md:w-96">
              <Link
                href={listHref(place, { anchor: anchorOf("rate", rate.id) })}
                prefetch={false}
                className="link font-normal"
              >
                {rate.destination[locale]}
              </Link>
              {rate.note === null ? null : (
                <span className="block text-xs font-normal text-muted">{rate.note[locale]}</span>
              )}
            </th>
            <td data-label={lists("increment")} className="whitespace-nowrap">
              {rate.increment ?? <None />}
            </td>
            <td data-label={lists("priceNet")} className="num">
              <Prices place={place} rate={rate} />
            </td>
            <td data-label={lists("source")} className="text-xs text-muted">
              {rate.prices[0] === undefined ? <None /> : <span>{rate.prices[0].source.clause}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The prices of a rate: those that are the same, for several profiles or both kinds of connection, on one line. */
function Prices({ place, rate }: { place: LookupPlace; rate: LookedUpRate }) {
  const lists = useTranslations("priceLists");
  const common = useTranslations("common");
  if (rate.prices.length === 0) return <span className="text-xs text-muted">{common("unknown")}</span>;
  const lines = [...Map.groupBy(rate.prices, ({ text }) => text)];
  return (
    <span className="flex flex-col gap-1 md:items-end">
      {lines.map(([text, prices]) => {
        const [first] = prices;
        if (first === undefined) return null;
        const profiles = lines.length === 1 ? [] : prices.flatMap((price) => price.profiles);
        const connections = prices.flatMap(({ connection }) => connection ?? []);
        return (
          <span key={text}>
            {profiles.length === 0 ? null : <span className="text-muted">{profiles.map(capital).join(", ")}: </span>}
            {connections.length === 0 ? null : (
              <span className="text-muted">{connections.map((each) => lists(`connection.${each}`)).join(", ")}: </span>
            )}
            <Price
              price={first}
              rate={rate}
              inCents={place.hints.some(({ code }) => code === "lookup-printed-in-cents")}
            />
          </span>
        );
      })}
    </span>
  );
}

const capital = (profile: string) => profile.slice(0, 1).toUpperCase() + profile.slice(1);

function Price({ price, rate, inCents }: { price: LookedUpPrice; rate: LookedUpRate; inCents: boolean }) {
  const lists = useTranslations("priceLists");
  const locale = useLocale();
  const { microEuros, text } = price;
  if (microEuros === null) return <span>{text}</span>;
  return (
    <>
      <strong className="font-medium whitespace-nowrap">
        {inCents ? cent(microEuros, locale) : fineEuro(microEuros, locale)}
      </strong>{" "}
      <span className="whitespace-nowrap">{lists(`per.${rate.per}`)}</span>
      {inCents ? (
        <span className="block text-xs text-muted">
          {lists("grossIs", { gross: euro(grossCents(microEuros), locale) })}
        </span>
      ) : null}
    </>
  );
}
