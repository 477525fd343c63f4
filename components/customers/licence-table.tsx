import { useTranslations } from "next-intl";
import { DayText, Money, None } from "@/components/ui/figures";
import type { LicenceView, PurchaseView } from "@/lib/use-cases/show-customer";

/** Bought rights, each with the purchases that it is the sum of. */
export function LicenceTable({
  licences,
  showPrices,
  caption,
}: {
  licences: readonly LicenceView[];
  showPrices: boolean;
  caption: string;
}) {
  const t = useTranslations("customer");
  const tiers = licences.some((licence) => licence.purchases.some((purchase) => purchase.tier !== null));
  return (
    <div className="scroll-x">
      <table className="tbl">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("article")}</th>
            <th scope="col" className="num">
              {t("quantity")}
            </th>
            {tiers ? <th scope="col">{t("tier")}</th> : null}
            <th scope="col">{t("purchasedOn")}</th>
            {showPrices ? (
              <>
                <th scope="col" className="num">
                  {t("listPrice")}
                </th>
                <th scope="col" className="num">
                  {t("paid")}
                </th>
              </>
            ) : null}
            <th scope="col">{t("order")}</th>
          </tr>
        </thead>
        {licences.map((licence) => (
          <tbody key={licence.id}>
            {licence.purchases.length === 1 ? null : (
              <tr>
                <th scope="row">
                  {licence.articleName}
                  <span className="block text-xs font-normal text-muted">{licence.sku}</span>
                </th>
                <td className="num font-medium">{licence.quantity}</td>
                {tiers ? <td>{licence.tier ?? <None />}</td> : null}
                <td className="text-muted" colSpan={showPrices ? 4 : 2}>
                  {t("purchases", { count: licence.purchases.length })}
                </td>
              </tr>
            )}
            {licence.purchases.map((purchase) => (
              <Purchase key={purchase.id} purchase={purchase} licence={licence} tiers={tiers} showPrices={showPrices} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Purchase({
  purchase,
  licence,
  tiers,
  showPrices,
}: {
  purchase: PurchaseView;
  licence: LicenceView;
  tiers: boolean;
  showPrices: boolean;
}) {
  const alone = licence.purchases.length === 1;
  const Quiet = alone ? "th" : "td";
  return (
    <tr>
      <Quiet {...(alone ? { scope: "row" } : {})} className={alone ? "" : "pl-6! text-muted"}>
        {alone ? licence.articleName : <span aria-hidden>↳</span>}
        {alone ? (
          <span className="block text-xs font-normal text-muted">{licence.sku}</span>
        ) : (
          <span className="sr-only">{licence.articleName}</span>
        )}
      </Quiet>
      <td className="num">{purchase.quantity}</td>
      {tiers ? <td>{purchase.tier ?? <None />}</td> : null}
      <td>
        <DayText day={purchase.purchasedOn} />
      </td>
      {showPrices ? (
        <>
          <td className="num">
            <Money cents={purchase.listPriceCents} />
          </td>
          <td className="num">
            <Money cents={purchase.paidCents} />
          </td>
        </>
      ) : null}
      <td className="text-muted">{purchase.orderReference ?? <None />}</td>
    </tr>
  );
}
