import { Columns3, Download } from "lucide";
import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { QueryForm } from "@/components/ui/query-form";
import { type StockColumn, stockColumns } from "@/lib/domain/stock";
import { columnWords, exportHref, firstColumns, type StockAddress, stockHref } from "./stock-address";
import { StockFold } from "./stock-fold";
import { KeptInForm } from "./stock-kept";

/** Which columns show, and everything that shows as a file. The browser's own elements: they need no script. */
export function StockTools({ address, choosable }: { address: StockAddress; choosable: readonly StockColumn[] }) {
  const t = useTranslations("stock");
  return (
    <div className="no-print relative flex flex-wrap items-start gap-2">
      <StockFold icon={<Icon of={Columns3} className="size-4" />} label={t("columns")}>
        <QueryForm key={stockHref(address)} action="/bestand" className="flex flex-col gap-3">
          <KeptInForm address={address} but={["spalten"]} />
          <fieldset>
            <legend className="text-xs text-muted">{t("columnsHint")}</legend>
            <input type="hidden" name="spalten" value={columnWords.article} />
            <div className="mt-2 grid grid-cols-2 gap-x-4">
              {stockColumns
                .filter((column) => column !== "article" && choosable.includes(column))
                .map((column) => (
                  <label key={column} className="flex min-h-8 items-center gap-2 text-sm max-md:min-h-11">
                    <input
                      type="checkbox"
                      name="spalten"
                      value={columnWords[column]}
                      defaultChecked={address.columns.includes(column)}
                      className="size-4"
                    />
                    {t(`column.${column}`)}
                  </label>
                ))}
            </div>
          </fieldset>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="primary">
              {t("columnsApply")}
            </Button>
            {address.columns.join() === firstColumns.join() ? null : (
              <LinkButton href={stockHref({ ...address, columns: firstColumns })} look="quiet">
                {t("columnsFirst")}
              </LinkButton>
            )}
          </div>
        </QueryForm>
      </StockFold>
      <StockFold icon={<Icon of={Download} className="size-4" />} label={t("export")}>
        <ul className="flex flex-col gap-1">
          <ExportLink href={exportHref(address, "excel")} label={t("exportExcel")} hint={t("exportExcelHint")} />
          <ExportLink href={exportHref(address, "csv")} label={t("exportRfc")} hint={t("exportRfcHint")} />
        </ul>
      </StockFold>
    </div>
  );
}

function ExportLink({ href, label, hint }: { href: string; label: string; hint: string }) {
  return (
    <li>
      <a href={href} download className="flex min-h-11 flex-col justify-center rounded-md px-2 py-1 hover:bg-hover">
        <span className="text-sm font-medium text-accent">{label}</span>
        <span className="text-xs text-muted">{hint}</span>
      </a>
    </li>
  );
}
