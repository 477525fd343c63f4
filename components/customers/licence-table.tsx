import { useTranslations } from "next-intl";
import { DayText, Money, None } from "@/components/ui/figures";
import type { Cents } from "@/lib/domain/money";
import type { LicenceView, PurchaseView } from "@/lib/use-cases/show-customer";
import { isArticleNumber } from "./article-words";

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
      <table className="tbl tbl-cards">
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
                  <Sku sku={licence.sku} />
                </th>
                <td className="num font-medium" data-label={t("quantity")}>
                  {licence.quantity}
                </td>
                {tiers ? <td data-label={t("tier")}>{licence.tier ?? <None />}</td> : null}
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
  const t = useTranslations("customer");
  const alone = licence.purchases.length === 1;
  const Quiet = alone ? "th" : "td";
  return (
    <tr>
      <Quiet {...(alone ? { scope: "row" } : {})} className={alone ? "" : "pl-6! text-muted"}>
        {alone ? (
          licence.articleName
        ) : (
          <span aria-hidden className="max-md:hidden">
            ↳
          </span>
        )}
        {alone ? <Sku sku={licence.sku} /> : <span className="sr-only">{licence.articleName}</span>}
      </Quiet>
      <td className="num" data-label={t("quantity")}>
        {purchase.quantity}
      </td>
      {tiers ? <td data-label={t("tier")}>{purchase.tier ?? <None />}</td> : null}
      <td data-label={t("purchasedOn")}>
        <DayText day={purchase.purchasedOn} />
      </td>
      {showPrices ? (
        <>
          <td className="num" data-label={t("listPrice")}>
            <Snapshot cents={purchase.listPriceCents} />
          </td>
          <td className="num" data-label={t("paid")}>
            <Snapshot cents={purchase.paidCents} />
          </td>
        </>
      ) : null}
      <td className="text-muted" data-label={t("order")}>
        {purchase.orderReference ?? <None />}
      </td>
    </tr>
  );
}

function Sku({ sku }: { sku: string }) {
  return isArticleNumber(sku) ? <span className="block text-xs font-normal text-muted">{sku}</span> : null;
}

/** A price as it was recorded with the purchase; nobody need ask the vendor for one that was not. */
function Snapshot({ cents }: { cents: Cents | null }) {
  const t = useTranslations("customer");
  return cents === null ? <span className="text-muted">{t("notRecorded")}</span> : <Money cents={cents} />;
}
