import Link from "next/link";
import { useTranslations } from "next-intl";
import { DayText, Distance, None } from "@/components/ui/figures";
import type { Day } from "@/lib/domain/dates";
import { isLand } from "@/lib/domain/holidays";
import { landNames } from "@/lib/format/words-holidays";
import type { CustomerItem } from "@/lib/use-cases/list-customers";

/** The customers, a row for each; the whole row leads to the customer. */
export function CustomerTable({ items, today }: { items: readonly CustomerItem[]; today: Day }) {
  const t = useTranslations("customers");
  return (
    <table className="tbl tbl-cards customers">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("number")}</th>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("land")}</th>
          <th scope="col">{t("clerk")}</th>
          <th scope="col" className="num">
            {t("systems")}
          </th>
          <th scope="col" className="num">
            {t("contracts")}
          </th>
          <th scope="col">{t("open")}</th>
          <th scope="col">{t("next")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id} className="linked-row">
            <td className="customers-number text-muted tabular-nums">{item.number}</td>
            <th scope="row">
              <Link href={`/kunden/${item.id}`} prefetch={false} className="row-link font-medium" data-queue-link>
                {item.name}
              </Link>
            </th>
            <td className="max-md:hidden">{isLand(item.land) ? landNames[item.land] : <None />}</td>
            <td className="max-md:hidden">{item.clerkName ?? <None />}</td>
            <td className="num max-md:hidden">{item.systemCount}</td>
            <td className="num max-md:hidden">{item.contractCount}</td>
            <td className={`customers-open ${item.openDecisions === 0 ? "text-muted" : "font-medium"}`}>
              {t("openCount", { count: item.openDecisions })}
            </td>
            <td className="customers-next">
              {item.nextDueOn === null ? (
                <None />
              ) : (
                <span>
                  <DayText day={item.nextDueOn} className="font-medium" />{" "}
                  <span className={`text-xs md:block ${item.nextDueOn < today ? "text-due" : "text-muted"}`}>
                    <Distance day={item.nextDueOn} today={today} />
                  </span>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
