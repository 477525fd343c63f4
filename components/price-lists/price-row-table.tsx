import { CalendarClock, CircleCheck, CircleSlash, History } from "lucide";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import { DayText, Money, None, SampleMark } from "@/components/ui/figures";
import { Moment } from "@/components/ui/moment";
import type { Cents } from "@/lib/domain/money";
import { euro } from "@/lib/format/money";
import type { PriceRowItem } from "@/lib/use-cases/list-price-rows";
import { type OwnPricesAddress, ownPricesHref } from "./addresses";
import { chargeText, slotText } from "./slot-text";

const marks = {
  "in-force": { tone: "done", icon: CircleCheck },
  coming: { tone: "accent", icon: CalendarClock },
  replaced: { tone: "plain", icon: History },
  withdrawn: { tone: "plain", icon: CircleSlash },
} as const;

/** One's own prices beside what the paper prints, each with who recorded it and, for whoever may, what can be done about it. */
export function PriceRowTable({
  items,
  address,
  mayChange,
  profileName,
}: {
  items: readonly PriceRowItem[];
  address: OwnPricesAddress;
  mayChange: boolean;
  profileName: (profile: string) => string;
}) {
  const t = useTranslations("priceRows");
  return (
    <div className="scroll-x relative">
      <table className="tbl tbl-cards">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("article")}</th>
            <th scope="col">{t("kind")}</th>
            <th scope="col" className="num">
              {t("price")}
            </th>
            <th scope="col" className="num">
              {t("printed")}
            </th>
            <th scope="col">{t("valid")}</th>
            <th scope="col">{t("recorded")}</th>
            {mayChange ? <th scope="col">{t("acts")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} address={address} mayChange={mayChange} profileName={profileName} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  item,
  address,
  mayChange,
  profileName,
}: {
  item: PriceRowItem;
  address: OwnPricesAddress;
  mayChange: boolean;
  profileName: (profile: string) => string;
}) {
  const t = useTranslations("priceRows");
  const lists = useTranslations("priceLists");
  const { tone, icon } = marks[item.standing];
  const about = slotText(lists, item.dimensions, profileName);
  const withdrawn = item.standing === "withdrawn";
  return (
    <tr id={`preis-${item.id}`} className="target:bg-accent-ground">
      <th scope="row">
        {item.articleName}
        <span className="block text-xs font-normal text-muted">
          {[item.productName, ...(item.sku.includes(".") ? [item.sku] : []), ...(about === "" ? [] : [about])].join(
            " · ",
          )}
        </span>
      </th>
      <td data-label={t("kind")}>{t(`kinds.${item.kind}`)}</td>
      <td className="num" data-label={t("price")}>
        <span className="flex flex-col items-end">
          <Money cents={item.cents} className={withdrawn ? "text-muted line-through" : "font-medium"} />
          <span className="text-xs text-muted">{chargeText(lists, item.charge)}</span>
          {item.sample ? <SampleMark /> : null}
        </span>
      </td>
      <td className="num" data-label={t("printed")}>
        <Printed cents={item.cents} printedCents={item.printedCents} compared={!withdrawn} />
      </td>
      <td data-label={t("valid")}>
        <span className="flex flex-col items-start gap-0.5 max-md:items-end">
          <Badge tone={tone} icon={icon}>
            {t(`standings.${item.standing}`)}
          </Badge>
          <span>
            {item.replacedFrom === null
              ? t.rich("from", { from: () => <DayText day={item.validFrom} /> })
              : t.rich("fromUntil", {
                  from: () => <DayText day={item.validFrom} />,
                  until: () => <DayText day={item.replacedFrom} />,
                })}
          </span>
        </span>
      </td>
      <td data-label={t("recorded")} className="text-xs text-muted">
        <span className="flex flex-col max-md:items-end">
          <span>
            {item.recordedByName ?? t("byNobody")}, <Moment at={item.recordedAt} />
          </span>
          {item.withdrawnAt === null ? null : (
            <span>
              {t("withdrawnBy", { name: item.withdrawnByName ?? t("byNobody") })} <Moment at={item.withdrawnAt} />
            </span>
          )}
        </span>
      </td>
      {mayChange ? (
        <td className="max-md:pt-2!">{withdrawn ? <None /> : <Acts item={item} address={address} about={about} />}</td>
      ) : null}
    </tr>
  );
}

function Printed({ cents, printedCents, compared }: { cents: Cents; printedCents: Cents | null; compared: boolean }) {
  const t = useTranslations("priceRows");
  const locale = useLocale();
  if (printedCents === null) return <span className="text-xs text-muted">{t("notPrinted")}</span>;
  const difference = cents - printedCents;
  return (
    <span className="flex flex-col items-end">
      <Money cents={printedCents} />
      {compared && difference !== 0 ? (
        <span className="text-xs whitespace-nowrap text-muted">
          {t("difference", { difference: `${difference > 0 ? "+" : "−"}${euro(Math.abs(difference), locale)}` })}
        </span>
      ) : null}
    </span>
  );
}

/** A new price takes over from its day; withdrawing takes a wrong one out of every reckoning, and says so before it does. */
function Acts({ item, address, about }: { item: PriceRowItem; address: OwnPricesAddress; about: string }) {
  const t = useTranslations("priceRows");
  const locale = useLocale();
  const name = about === "" ? item.articleName : `${item.articleName}, ${about}`;
  return (
    <div className="flex flex-col items-start gap-1">
      <Link
        href={ownPricesHref({ ...address, nach: undefined, artikel: `${item.vendor}/${item.sku}` }, "neu")}
        prefetch={false}
        className="link inline-block min-h-6"
        aria-label={t("newPriceNamed", { name })}
      >
        {t("newPrice")}
      </Link>
      <Disclosure label={t("withdraw")}>
        <EnhancedForm
          action="/api/portal/price-rows"
          aria-label={t("withdrawForm", { name, price: euro(item.cents, locale) })}
          className="flex max-w-xs flex-col gap-2"
        >
          <input type="hidden" name="act" value="withdraw" />
          <input type="hidden" name="priceRowId" value={item.id} />
          <input
            type="hidden"
            name="weiter"
            value={ownPricesHref({ ...address, artikel: undefined, getan: "withdrawn" })}
          />
          <p className="text-xs text-muted">{t("withdrawHint")}</p>
          <Button type="submit">{t("withdrawSubmit", { price: euro(item.cents, locale) })}</Button>
        </EnhancedForm>
      </Disclosure>
    </div>
  );
}
