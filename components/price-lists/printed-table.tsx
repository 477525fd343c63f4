import { useLocale, useTranslations } from "next-intl";
import { None } from "@/components/ui/figures";
import type { PriceListDocument, PrintedCell, Reading } from "@/lib/domain/catalog";
import { anchorOf } from "@/lib/domain/price-list-entries";
import {
  amountOf,
  type ColumnHead,
  readInPlaceOf,
  readingsOfTable,
  type TableLayout,
  type TableRow,
  tableLayout,
} from "@/lib/domain/printed-tables";
import { grossCents } from "@/lib/domain/vat";
import { cent, euro, fineEuro } from "@/lib/format/money";
import { ReadingList } from "./reading-list";

/**
 * The tables of the paper as printed, each figure under its own fragment, with the readings that touch it below their table. `found`: only
 * rows with one of these fragments.
 */
export function PrintedTables({ list, found }: { list: PriceListDocument; found: ReadonlySet<string> }) {
  const visible = list.printed.flatMap((table) => {
    const layout = tableLayout(table);
    const rows = layout.rows.filter((row) =>
      row.cells.some((cell) => cell !== null && found.has(anchorOf("figure", cell.id))),
    );
    return rows.length === 0 ? [] : [{ layout: { ...layout, rows }, readings: readingsOfTable(list, table) }];
  });
  const told = new Set<string>();
  return visible.map(({ layout, readings }, index) => {
    // A reading of several tables stands below each of them; its fragment is at the first.
    const anchors = new Map(
      readings.map(({ id }) => [id, told.has(id) ? `${anchorOf("reading", id)}-${index}` : anchorOf("reading", id)]),
    );
    for (const { id } of readings) told.add(id);
    return <PrintedTable key={layout.table} list={list} layout={layout} readings={readings} anchors={anchors} />;
  });
}

function PrintedTable({
  list,
  layout,
  readings,
  anchors,
}: {
  list: PriceListDocument;
  layout: TableLayout;
  readings: readonly Reading[];
  anchors: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("priceLists");
  const { table, columns, rows, clause, figuresIn } = layout;
  return (
    <div className="border-t border-line first:border-t-0">
      <div className="scroll-x relative">
        <table className="tbl tbl-cards" data-printed={table}>
          <caption className="px-4 pt-4 pb-1 text-left">
            <span className="text-sm font-medium">{table}</span>{" "}
            <span className="text-xs text-muted">
              {t("source")}: {list.document.title}, {clause}
            </span>
          </caption>
          <Head columns={columns} />
          <tbody>
            {rows.map((row) => (
              <Row
                key={`${row.article} ${row.line}`}
                list={list}
                row={row}
                columns={columns}
                readings={readings}
                anchors={anchors}
                inCents={figuresIn === "cent"}
              />
            ))}
          </tbody>
        </table>
      </div>
      {readings.length === 0 ? null : (
        <div className="px-4 pb-4">
          <ReadingList readings={readings} anchors={anchors} numbered />
        </div>
      )}
    </div>
  );
}

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
  anchors,
  inCents,
}: {
  list: PriceListDocument;
  row: TableRow;
  columns: readonly ColumnHead[];
  readings: readonly Reading[];
  anchors: ReadonlyMap<string, string>;
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
            marks={readings.flatMap(({ id, cells }, at) =>
              cells.includes(cell.id) ? [{ mark: at + 1, anchor: anchors.get(id) ?? "" }] : [],
            )}
            inCents={inCents}
          />
        );
      })}
    </tr>
  );
}

/** More than a figure with its unit: words may wrap. */
const LONG = 16;

/** A figure as printed; below it what it is read as where that is something else, and the numbers of the readings that touch it. */
function Figure({
  list,
  cell,
  column,
  marks,
  inCents,
}: {
  list: PriceListDocument;
  cell: PrintedCell;
  column: ColumnHead;
  marks: readonly { readonly mark: number; readonly anchor: string }[];
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
        <span className={cell.text.length > LONG ? "" : "whitespace-nowrap"}>
          <span data-figure className={read === null ? "" : "line-through decoration-due"}>
            {cell.text}
          </span>
          {marks.map(({ mark, anchor }) => (
            <sup key={mark}>
              <a href={`#${anchor}`} className="link ml-0.5 px-0.5" aria-label={t("readingMark", { mark })}>
                {mark}
              </a>
            </sup>
          ))}
        </span>
        {read === null || amount === null ? null : (
          <span className="max-w-32 text-xs font-medium text-balance text-due">
            {t("readInstead", { read: fineEuro(read, locale), difference: fineEuro(Math.abs(amount - read), locale) })}
          </span>
        )}
        {inCents && amount !== null ? (
          <span className="text-xs text-muted">
            {t("centsGross", { cents: cent(amount, locale), gross: euro(grossCents(amount), locale) })}
          </span>
        ) : null}
      </span>
    </td>
  );
}
