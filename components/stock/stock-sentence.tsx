import Link from "next/link";
import { useTranslations } from "next-intl";
import type { StockPage } from "@/lib/use-cases/list-stock";
import { isFiltered, type StockAddress, stockHref } from "./stock-address";

const named = (list: readonly { id: string; name: string }[], id: string) =>
  list.find((each) => each.id === id)?.name ?? id;

/** What the table shows, and in which order, as a sentence; with the way back to everything. */
export function StockSentence({ address, options }: { address: StockAddress; options: StockPage["filterOptions"] }) {
  const t = useTranslations("stock");
  const { search, kind, state, vendor, clerk, sort } = address;
  const { customer } = options;
  const parts = [
    customer === null ? null : t("sentence.customer", { customer: `${customer.name} (${customer.number})` }),
    vendor === undefined ? null : t("sentence.vendor", { vendor: named(options.vendors, vendor) }),
    state === undefined ? null : t("sentence.state", { state: t(`state.${state}`) }),
    clerk === undefined ? null : t("sentence.clerk", { clerk: named(options.clerks, clerk) }),
    search === undefined ? null : t("sentence.search", { text: search }),
  ].filter((part) => part !== null);
  const what = t(`sentence.${kind ?? "both"}`);
  const rows =
    parts.length > 0
      ? t("sentence.some", { what, parts: parts.join(", ") })
      : kind === undefined
        ? t("sentence.everything")
        : what;
  const order = t(`sentence.order.${sort.key}`);
  return (
    <>
      <span>
        {t("sentence.sorted", { what: rows, order: sort.descending ? t("sentence.descending", { order }) : order })}
      </span>
      {isFiltered(address) ? (
        <>
          {" "}
          <Link href={everything(address)} prefetch={false} className="link inline-block min-h-6">
            {t("reset")}
          </Link>
        </>
      ) : null}
    </>
  );
}

/** Without conditions, but with the columns and the order that somebody has chosen. */
export function everything({ sort, columns }: StockAddress): string {
  const none = { search: undefined, kind: undefined, state: undefined, vendor: undefined, customer: undefined };
  return stockHref({ ...none, clerk: undefined, sort, columns });
}
