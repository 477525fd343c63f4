import { useLocale, useTranslations } from "next-intl";
import { None } from "@/components/ui/figures";
import type { PriceListDocument, PrintedCell, PrintedTable, Reading } from "@/lib/domain/catalog";
import { anchorOf } from "@/lib/domain/price-list-entries";
import {
  amountOf,
  type ColumnHead,
  readInPlaceOf,
  readingsOfTable,
  type TableRow,
  tableLayout,
} from "@/lib/domain/printed-tables";
import { grossCents } from "@/lib/domain/vat";
import { cent, euro, fineEuro } from "@/lib/format/money";
import { ReadingList } from "./reading-list";

/**
 * One table of the paper as printed, each figure under its own fragment, with the readings that touch it. `shown`: only rows with one of
 * these fragments; null for all.
 */
export function PrintedTableView({
  list,
  table,
  shown,
}: {
  list: PriceListDocument;
  table: PrintedTable;
  shown: ReadonlySet<string> | null;
}) {
  const t = useTranslations("priceLists");
  const { columns, rows, clause, figuresIn } = tableLayout(table);
  const visible = rows.filter((row) =>
    row.cells.some((cell) => cell !== null && (shown === null || shown.has(anchorOf("figure", cell.id)))),
  );
  if (visible.length === 0) return null;
  const readings = readingsOfTable(list, table);
  return (
    <div className="border-t border-line first:border-t-0">
      <div className="scroll-x" tabIndex={-1}>
        <table className="tbl tbl-cards" data-printed={table.table}>
          <caption className="px-4 pt-4 pb-1 text-left">
            <span className="text-sm font-medium">{table.table}</span>{" "}
            <span className="text-xs text-muted">
              {t("source")}: {list.document.title}, {clause}
            </span>
          </caption>
          <Head columns={columns} />
          <tbody>
            {visible.map((row) => (
              <Row
                key={`${row.article} ${row.line}`}
                list={list}
                row={row}
                columns={columns}
                readings={readings}
                inCents={figuresIn === "cent"}
              />
            ))}
          </tbody>
        </table>
      </div>
      {readings.length === 0 ? null : (
        <div className="px-4 pb-4">
          <ReadingList readings={readings} numbered stem={anchorStem(table)} />
        </div>
      )}
    </div>
  );
}

const anchorStem = ({ table }: PrintedTable) => `${anchorOf("note", table)}-lesart`;

/** One line of heads, or two where the paper groups its columns. */
function Head({ columns }: { columns: readonly ColumnHead[] }) {
  const t = useTranslations("priceLists");
  if (columns.every(({ group }) => group === null)) {
    return (
      <thead>
        <tr>
          <th scope="col">{t("asPrinted")}</th>
          {columns.map((column) => (
            <th key={column.name} scope="col" className="num">
              {column.label === "" ? t("figure") : column.label}
            </th>
          ))}
        </tr>
      </thead>
    );
  }
  const groups = [...Map.groupBy(columns, ({ group }) => group)];
  const isInOrder = groups.flatMap(([, own]) => own).every((column, index) => column === columns[index]);
  return (
    <thead>
      {isInOrder ? (
        <tr>
          <td />
          {groups.map(([group, own]) => (
            <th key={group} scope="colgroup" colSpan={own.length} className="text-center!">
              {group}
            </th>
          ))}
        </tr>
      ) : null}
      <tr>
        <th scope="col">{t("asPrinted")}</th>
        {columns.map(({ name, group, label }) => (
          <th key={name} scope="col" className="num">
            {isInOrder || group === null ? label : `${group}, ${label}`}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({
  list,
  row,
  columns,
  readings,
  inCents,
}: {
  list: PriceListDocument;
  row: TableRow;
  columns: readonly ColumnHead[];
  readings: readonly Reading[];
  inCents: boolean;
}) {
  return (
    <tr>
      <th scope="row" className="font-normal! md:max-w-md">
        <span data-article>{row.article}</span>
        {row.line === null ? null : (
          <span className="block text-xs text-muted" data-line>
            {row.line}
          </span>
        )}
      </th>
      {columns.map((column, index) => {
        const cell = row.cells[index] ?? null;
        return cell === null ? (
          <td key={column.name} className="num max-md:hidden!">
            <None />
          </td>
        ) : (
          <Figure
            key={column.name}
            list={list}
            cell={cell}
            column={column}
            marks={readings.flatMap((reading, at) => (reading.cells.includes(cell.id) ? [at + 1] : []))}
            readings={readings}
            inCents={inCents}
          />
        );
      })}
    </tr>
  );
}

/** A figure as printed; below it what it is read as where that is something else, and the numbers of the readings that touch it. */
function Figure({
  list,
  cell,
  column,
  marks,
  readings,
  inCents,
}: {
  list: PriceListDocument;
  cell: PrintedCell;
  column: ColumnHead;
  marks: readonly number[];
  readings: readonly Reading[];
  inCents: boolean;
}) {
  const t = useTranslations("priceLists");
  const locale = useLocale();
  const amount = amountOf(cell);
  const read = readInPlaceOf(list, cell.id);
  return (
    <td
      id={anchorOf("figure", cell.id)}
      data-label={column.group === null ? column.label || t("figure") : `${column.group}, ${column.label}`}
      data-column={column.name}
      className="num target:bg-accent-ground"
    >
      <span className="flex flex-col items-end">
        <span className="whitespace-nowrap">
          <span data-figure className={read === null ? "" : "line-through decoration-due"}>
            {cell.text}
          </span>
          {marks.map((mark) => (
            <sup key={mark}>
              <a
                href={`#${anchorOf("reading", readings[mark - 1]?.id ?? "")}`}
                className="link ml-0.5 px-0.5"
                aria-label={t("readingMark", { mark })}
              >
                {mark}
              </a>
            </sup>
          ))}
        </span>
        {read === null || amount === null ? null : (
          <span className="text-xs font-medium text-due">
            {t("readInstead", { read: fineEuro(read, locale), difference: fineEuro(Math.abs(amount - read), locale) })}
          </span>
        )}
        {inCents && amount !== null ? (
          <span className="text-xs whitespace-nowrap text-muted">
            {t("centsGross", { cents: cent(amount, locale), gross: euro(grossCents(amount), locale) })}
          </span>
        ) : null}
      </span>
    </td>
  );
}
