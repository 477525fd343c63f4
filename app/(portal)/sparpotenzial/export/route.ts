import { getLocale, getTranslations } from "next-intl/server";
import { savingsAddressOf } from "@/components/savings/savings-address";
import { savingsLine, savingsLineHead } from "@/components/savings/savings-csv";
import { download } from "@/lib/auth/download";
import { today as todayOf } from "@/lib/clock";
import { csvDialects, csvLine } from "@/lib/import-export/csv";
import { exportSavings } from "@/lib/use-cases/export-savings";
import { findCustomers } from "../../entscheiden/find-customers";

/** What the page at the same address lists, all of it, as CSV. */
export const GET = download({ task: "see-savings", page: "/sparpotenzial" }, async ({ viewer: person, search }) => {
  const today = todayOf();
  const locale = await getLocale();
  // In the language of the page, as the page.
  const viewer = { ...person, locale };
  const t = await getTranslations("savings");
  const { art, anbieter, kunde, zustaendig } = savingsAddressOf(Object.fromEntries(search));
  const { customerId } = await findCustomers(viewer, kunde, today);
  const dialect = csvDialects[search.get("form") === "csv" ? "rfc4180" : "excel"];
  const filter = { kind: art, vendor: anbieter, customerId, clerkId: zustaendig };
  const head = dialect.begin + csvLine(savingsLineHead(t), dialect);
  const body = await exportSavings(viewer, filter, today, head, (items) =>
    items.map((item) => csvLine(savingsLine(t, locale, item, dialect), dialect)).join(""),
  );
  return { fileName: `sparpotenzial-${today}.csv`, contentType: "text/csv; charset=utf-8", body };
});
