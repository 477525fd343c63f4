import { getLocale, getTranslations } from "next-intl/server";
import { stockAddressOf } from "@/components/stock/stock-address";
import { download } from "@/lib/auth/download";
import { today as todayOf } from "@/lib/clock";
import { type StockColumn, stockColumns, stockKinds, stockStates } from "@/lib/domain/stock";
import { exportStock, type StockExport } from "@/lib/use-cases/export-stock";
import { findCustomers } from "../../entscheiden/find-customers";
import { requestOf } from "../request";

const CHOSEN_AT_MOST = 200;

/** What the page at the same address shows, all of it, as CSV; `auswahl` names single rows of it. */
export const GET = download({ task: "see-stock", page: "/bestand" }, async ({ viewer: person, search }) => {
  const today = todayOf();
  // In the language of the page, as the page.
  const viewer = { ...person, locale: await getLocale() };
  const params = Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]));
  const address = stockAddressOf(params);
  const { customerId } = await findCustomers(viewer, address.customer, today);
  const chosen = search.getAll("auswahl").flatMap((ids) => ids.split(","));
  const input: StockExport = {
    ...requestOf(address, customerId),
    ids: chosen.length === 0 ? undefined : chosen.slice(0, CHOSEN_AT_MOST),
    columns: address.columns,
    dialect: search.get("form") === "csv" ? "rfc4180" : "excel",
    words: await wordsOfPage(),
  };
  return {
    fileName: `bestand-${today}.csv`,
    contentType: "text/csv; charset=utf-8",
    body: await exportStock(viewer, input, today),
  };
});

async function wordsOfPage(): Promise<StockExport["words"]> {
  const t = await getTranslations("stock");
  const named = <K extends string>(keys: readonly K[], word: (key: K) => string) =>
    Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<K, string>;
  const columns = named<StockColumn>(stockColumns, (column) => t(`csv.${column}`));
  return {
    heads: { ...columns, customerNumber: t("csv.customerNumber") },
    kind: named(stockKinds, (kind) => t(`kind.${kind}`)),
    state: named(stockStates, (state) => t(`state.${state}`)),
    billing: named(["vendor", "reseller"] as const, (party) => t(`billing.${party}`)),
    tier: t("tier"),
  };
}
