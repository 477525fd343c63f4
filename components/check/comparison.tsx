import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Money, None } from "@/components/ui/figures";
import type { Cents } from "@/lib/domain/money";
import type { ColumnView } from "@/lib/use-cases/check-addition";
import { columnName, Verdict } from "./column-words";
import { firstYear, hasSample } from "./sums";

/** Up to three ways beside each other, by what decides between them. */
export function Comparison({ columns, several }: { columns: readonly ColumnView[]; several: boolean }) {
  const t = useTranslations("check");
  const any = (has: (column: ColumnView) => boolean) => columns.some(has);
  const due = (charge: "oneOffCents" | "monthlyCents" | "yearlyCents") => (column: ColumnView) => (
    <Amount column={column} cents={column.totals[charge]} />
  );
  return (
    <div className="scroll-x">
      <table className="tbl" data-comparison>
        <caption className="sr-only">{t("comparison")}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t("facet")}</span>
            </th>
            {columns.map((column) => (
              <th key={`${column.wish} ${column.variant}`} scope="col" className="num">
                <a href={`#weg-${column.wish + 1}-${column.variant + 1}`} className="link">
                  {columnName(t, column, columns, several)}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row name={t("result")} columns={columns} cell={(column) => <Verdict column={column} />} />
          <Row
            name={t("needed")}
            columns={columns}
            cell={(column) => {
              const needed = column.lines.filter(({ part }) => part === "needed");
              if (needed.length === 0) return <None />;
              return needed.map(({ quantity, articleName }) => `${quantity} × ${articleName}`).join(", ");
            }}
          />
          <Row name={t("once")} columns={columns} cell={due("oneOffCents")} strong id="oneOff" />
          {any(({ totals }) => totals.monthlyCents !== 0) ? (
            <Row name={t("monthly")} columns={columns} cell={due("monthlyCents")} strong id="monthly" />
          ) : null}
          {any(({ totals }) => totals.yearlyCents !== 0) ? (
            <Row name={t("yearly")} columns={columns} cell={due("yearlyCents")} strong id="yearly" />
          ) : null}
          {any(({ totals }) => totals.monthlyCents !== 0 || totals.yearlyCents !== 0) ? (
            <Row
              name={t("firstYear")}
              columns={columns}
              cell={(column) => <Amount column={column} cents={firstYear(column.totals)} />}
            />
          ) : null}
          {any(({ maintenance }) => maintenance?.kind === "running") ? (
            <Row
              name={t("additionalShare")}
              columns={columns}
              cell={({ maintenance }) =>
                maintenance?.kind === "running" ? (
                  <Money cents={maintenance.amountCents} sample={maintenance.sample} />
                ) : (
                  <None />
                )
              }
            />
          ) : null}
          {any(({ discount }) => discount !== null) ? (
            <Row
              name={t("discountAfter")}
              columns={columns}
              cell={({ discount }) => (discount === null ? <None /> : <Money cents={discount.after.totalCents} />)}
            />
          ) : null}
          {any(({ booking }) => booking !== null) ? (
            <Row
              name={t("bookedAfter")}
              columns={columns}
              cell={({ booking, remaining }) =>
                booking === null || remaining.length > 0 ? <None /> : <Money cents={booking.after.monthlyCents} />
              }
            />
          ) : null}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  name,
  columns,
  cell,
  strong = false,
  id,
}: {
  name: string;
  columns: readonly ColumnView[];
  cell: (column: ColumnView) => ReactNode;
  strong?: boolean;
  id?: string;
}) {
  return (
    <tr data-row={id}>
      <th scope="row" className="bg-surface max-md:sticky max-md:left-0 max-md:min-w-32 md:whitespace-nowrap">
        {name}
      </th>
      {columns.map((column) => (
        <td
          key={`${column.wish} ${column.variant}`}
          className={`num min-w-36 ${strong ? "font-medium" : ""}`}
          data-column={`${column.wish + 1}-${column.variant + 1}`}
        >
          {cell(column)}
        </td>
      ))}
    </tr>
  );
}

/** What cannot be ordered has no price. */
function Amount({ column, cents }: { column: ColumnView; cents: Cents | null }) {
  const t = useTranslations("check");
  if (column.remaining.length > 0) return <None label={t("verdict.no")} />;
  return <Money cents={cents} sample={cents !== null && cents !== 0 && hasSample(column)} />;
}
