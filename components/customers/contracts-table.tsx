"use client";

import {
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { ArrowDown, ArrowUp, Columns3 } from "lucide";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useMemo } from "react";
import { Icon } from "@/components/ui/icon";
import { type ContractColumn, contractColumns, searchWith, tableStateOf } from "./contract-columns";

/** A contract as the table shows it: for each column what it sorts by and what stands in the cell. */
export interface ContractRow {
  readonly id: string;
  readonly href: string;
  readonly sort: Readonly<Record<ContractColumn, string | number>>;
  readonly cells: Readonly<Record<ContractColumn, ReactNode>>;
}

export interface ContractsTableWords {
  /** Left out where the table has a heading of its own elsewhere. */
  readonly title?: string;
  readonly caption: string;
  readonly columns: string;
  readonly names: Readonly<Record<ContractColumn, string>>;
  readonly sortBy: Readonly<Record<ContractColumn, string>>;
}

const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic },
});
const helper = createColumnHelper<typeof features, ContractRow>();
const columns = helper.columns(
  contractColumns.map((id) =>
    helper.accessor((row) => row.sort[id], {
      id,
      sortFn: "basic",
      enableHiding: id !== "article",
      cell: ({ row }) => row.original.cells[id],
    }),
  ),
);

/** A system's contracts, with columns and order of one's choice; both stand in the address. Without script as they stand there. */
export function ContractsTable({
  id,
  rows,
  words,
}: {
  id: string;
  rows: readonly ContractRow[];
  words: ContractsTableWords;
}) {
  const path = usePathname();
  const params = useSearchParams();
  const { columns: shown, sort } = tableStateOf(params);
  const data = useMemo(() => [...rows], [rows]);

  function remember(columns: readonly ContractColumn[], next: typeof sort) {
    const search = searchWith(params.toString(), columns, next);
    window.history.replaceState(null, "", search === "" ? path : `${path}?${search}`);
  }

  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => row.id,
    state: {
      sorting: [{ id: sort.column, desc: sort.descending }],
      columnVisibility: Object.fromEntries(contractColumns.map((column) => [column, shown.includes(column)])),
    },
  });

  return (
    <div>
      <div className="flex items-baseline justify-between gap-4 px-4">
        {words.title === undefined ? <span /> : <h3 className="text-sm">{words.title}</h3>}
        <details className="no-print relative text-right">
          <summary className="inline-flex min-h-7 items-center gap-1.5 text-xs font-medium text-accent">
            <Icon of={Columns3} className="size-4" />
            {words.columns}
          </summary>
          <fieldset className="absolute right-0 z-10 w-52 flex flex-col rounded-md border border-line bg-surface p-2 text-left shadow-overlay">
            <legend className="sr-only">{words.columns}</legend>
            {contractColumns
              .filter((column) => column !== "article")
              .map((column) => (
                <label key={column} className="flex min-h-8 items-center gap-2 rounded px-2 text-sm hover:bg-hover">
                  <input
                    type="checkbox"
                    className="size-4"
                    checked={shown.includes(column)}
                    onChange={(event) =>
                      remember(
                        contractColumns.filter((each) =>
                          each === column ? event.target.checked : shown.includes(each),
                        ),
                        sort,
                      )
                    }
                  />
                  {words.names[column]}
                </label>
              ))}
          </fieldset>
        </details>
      </div>
      <div className="scroll-x">
        <table className="tbl tbl-cards rows" id={id}>
          <caption className="sr-only">{words.caption}</caption>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => {
                  const column = header.column.id as ContractColumn;
                  const sorted = sort.column === column;
                  const arrow = sort.descending ? ArrowDown : ArrowUp;
                  return (
                    <th
                      key={header.id}
                      scope="col"
                      className={column === "amountCents" ? "num" : undefined}
                      aria-sort={sorted ? (sort.descending ? "descending" : "ascending") : undefined}
                    >
                      <button
                        type="button"
                        title={words.sortBy[column]}
                        className="inline-flex min-h-6 items-center gap-1 rounded font-medium hover:text-ink"
                        onClick={() => remember(shown, { column, descending: sorted && !sort.descending })}
                      >
                        {words.names[column]}
                        {sorted ? <Icon of={arrow} className="size-3.5" /> : null}
                      </button>
                    </th>
                  );
                })}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <tr key={row.id} className="linked-row">
                {row.getVisibleCells().map((cell) => {
                  const column = cell.column.id as ContractColumn;
                  if (column === "article") {
                    return (
                      <th key={cell.id} scope="row">
                        <Link href={row.original.href} prefetch={false} className="row-link font-medium">
                          <table.FlexRender cell={cell} />
                        </Link>
                      </th>
                    );
                  }
                  return (
                    <td
                      key={cell.id}
                      data-label={words.names[column]}
                      className={column === "amountCents" ? "num" : undefined}
                    >
                      <table.FlexRender cell={cell} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
