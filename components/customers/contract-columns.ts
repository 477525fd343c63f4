/** The columns of a customer's contracts, in their order. The first always shows: it is the way to the contract. */
export const contractColumns = [
  "article",
  "standing",
  "startsOn",
  "sendByOn",
  "noticeDueOn",
  "cancellableTo",
  "termEndsOn",
  "amountCents",
  "billingParty",
] as const;
export type ContractColumn = (typeof contractColumns)[number];

const shownFirst: readonly ContractColumn[] = [
  "article",
  "standing",
  "sendByOn",
  "noticeDueOn",
  "cancellableTo",
  "amountCents",
  "billingParty",
];

export interface ContractSort {
  readonly column: ContractColumn;
  readonly descending: boolean;
}

/** Which columns show and how rows are sorted, as the address says (`spalten=a,b`, `sortierung=a` or `-a`). */
export function tableStateOf(search: Pick<URLSearchParams, "get">): {
  columns: readonly ContractColumn[];
  sort: ContractSort;
} {
  const wished = search.get("spalten")?.split(",") ?? [];
  const columns = contractColumns.filter((column) => column === "article" || wished.includes(column));
  const sort = search.get("sortierung") ?? "";
  const column = contractColumns.find((each) => each === sort.replace(/^-/, ""));
  return {
    columns: search.get("spalten") === null ? shownFirst : columns,
    sort:
      column === undefined ? { column: "sendByOn", descending: false } : { column, descending: sort.startsWith("-") },
  };
}

/** The address's search with a state in it; what is as it is at first is left out. */
export function searchWith(search: string, columns: readonly ContractColumn[], sort: ContractSort): string {
  const params = new URLSearchParams(search);
  params.delete("spalten");
  params.delete("sortierung");
  if (columns.join() !== shownFirst.join()) params.set("spalten", columns.join(","));
  if (sort.column !== "sendByOn" || sort.descending)
    params.set("sortierung", `${sort.descending ? "-" : ""}${sort.column}`);
  return params.toString();
}
