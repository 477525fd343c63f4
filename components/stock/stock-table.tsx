"use client";

import { createColumnHelper, rowSelectionFeature, tableFeatures, useTable } from "@tanstack/react-table";
import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { Day } from "@/lib/domain/dates";
import { type StockColumn, sortKeyOf, stockColumns } from "@/lib/domain/stock";
import type { StockItem } from "@/lib/use-cases/list-stock";
import { firstColumns, nextSort, type StockAddress, stockHref } from "./stock-address";
import { StockBulkBar } from "./stock-bulk-bar";
import { figureColumns, StockCell } from "./stock-cells";

/** What the address says (order, filter, columns) is the server's; what is chosen is the table's. */
const features = tableFeatures({ rowSelectionFeature });
const helper = createColumnHelper<typeof features, StockItem>();
const columnOf = (id: string) => stockColumns.find((column) => column === id) ?? "article";
const idOf = (item: StockItem) => item.id;
const none: Record<string, true> = {};

/** One page of Bestand, in the order and with the columns that its address names. Heads and rows are links: only choosing rows needs script. */
export function StockTable({
  items,
  address,
  today,
  mayDecide,
}: {
  items: readonly StockItem[];
  address: StockAddress;
  today: Day;
  mayDecide: boolean;
}) {
  const t = useTranslations("stock");
  const [rowSelection, setRowSelection] = useState(none);
  const columns = useMemo(
    () => helper.columns(address.columns.map((column) => helper.display({ id: column }))),
    [address.columns],
  );
  const table = useTable({
    features,
    columns,
    data: items,
    getRowId: idOf,
    state: { rowSelection },
    onRowSelectionChange: setRowSelection,
  });
  const rows = table.getRowModel().rows;
  const chosen = rows.filter((row) => row.getIsSelected()).map((row) => row.original);
  const look = address.columns.join() === firstColumns.join() ? "stock-first" : "";
  return (
    <>
      <div className="stock-scroll relative">
        <table className={`tbl tbl-cards stock ${look}`}>
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                <th scope="col" className="queue-box">
                  <input
                    type="checkbox"
                    className="size-5"
                    aria-label={t("selectAll")}
                    checked={table.getIsAllRowsSelected()}
                    ref={(box) => {
                      if (box !== null)
                        box.indeterminate = table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected();
                    }}
                    onChange={table.getToggleAllRowsSelectedHandler()}
                  />
                </th>
                {group.headers.map((header) => (
                  <Head key={header.id} column={columnOf(header.column.id)} address={address} />
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className="linked-row" data-kind={row.original.kind}>
                <td className="queue-box">
                  <input
                    type="checkbox"
                    name="auswahl"
                    value={row.id}
                    className="size-5 max-md:size-6"
                    aria-label={t("selectRow", { name: nameOf(row.original) })}
                    checked={row.getIsSelected()}
                    onChange={row.getToggleSelectedHandler()}
                  />
                </td>
                {row.getAllCells().map((cell) => (
                  <Cell key={cell.id} column={columnOf(cell.column.id)} item={row.original} today={today} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <StockBulkBar chosen={chosen} address={address} mayDecide={mayDecide} onClear={() => setRowSelection(none)} />
    </>
  );
}

function nameOf(item: StockItem): string {
  return `${item.articleName}, ${item.customerName}`;
}

const sortIcons = { none: ArrowUpDown, ascending: ArrowUp, descending: ArrowDown } as const;

function Head({ column, address }: { column: StockColumn; address: StockAddress }) {
  const t = useTranslations("stock");
  const key = sortKeyOf[column];
  const name = t(`column.${column}`);
  const look = figureColumns.includes(column) ? "num" : "";
  if (key === undefined) {
    return (
      <th scope="col" className={look}>
        {name}
      </th>
    );
  }
  const order = key !== address.sort.key ? "none" : address.sort.descending ? "descending" : "ascending";
  const shapes = sortIcons[order];
  return (
    <th scope="col" className={look} aria-sort={order}>
      <Link
        href={stockHref({ ...address, sort: nextSort(address.sort, key) })}
        scroll={false}
        prefetch={false}
        title={t("sortBy", { column: name })}
        className={`inline-flex min-h-6 items-center gap-1 rounded hover:text-ink ${order === "none" ? "" : "text-ink"}`}
      >
        {name}
        <Icon of={shapes} className={`size-3.5 shrink-0 ${order === "none" ? "opacity-50" : ""}`} />
      </Link>
    </th>
  );
}

function Cell({ column, item, today }: { column: StockColumn; item: StockItem; today: Day }) {
  const t = useTranslations("stock");
  if (column === "article") {
    return (
      <th scope="row" className="stock-article">
        <Link
          href={hrefOf(item)}
          prefetch={false}
          data-queue-link
          aria-label={nameOf(item)}
          className="row-link font-medium"
        >
          {item.articleName}
        </Link>
        {item.tier === null ? null : (
          <span className="block font-normal text-muted">
            {t("tier")} {item.tier}
          </span>
        )}
      </th>
    );
  }
  return (
    <td
      className={`stock-${column} ${figureColumns.includes(column) ? "num" : ""}`}
      data-label={t(`column.${column}`)}
      data-column={column}
    >
      <span>
        <StockCell column={column} item={item} today={today} />
      </span>
    </td>
  );
}

/** A contract has a page of its own; a licence stands with its system. */
function hrefOf({ contractId, systemId }: StockItem): string {
  return contractId === null ? `/anlagen/${systemId}#lizenzen` : `/vertraege/${contractId}`;
}
