import {
  type StockColumn,
  type StockKind,
  type StockSort,
  type StockSortKey,
  type StockState,
  stockColumns,
  stockKinds,
  stockSortKeys,
  stockStates,
} from "@/lib/domain/stock";

/** What the address of Bestand says; its words are German in both languages. */
export interface StockAddress {
  readonly search: string | undefined;
  readonly kind: StockKind | undefined;
  readonly state: StockState | undefined;
  readonly vendor: string | undefined;
  /** A customer's id, or what somebody typed to find one. */
  readonly customer: string | undefined;
  readonly clerk: string | undefined;
  readonly sort: StockSort;
  readonly columns: readonly StockColumn[];
}

export const kindWords: Readonly<Record<StockKind, string>> = { licence: "lizenz", contract: "vertrag" };

export const stateWords: Readonly<Record<StockState, string>> = {
  held: "gekauft",
  running: "laeuft",
  rolling: "monatlich",
  "rule-unknown": "regel-unbekannt",
  "not-started": "beginnt",
  noticed: "gekuendigt",
  lapsed: "ausgelaufen",
};

const sortWords: Readonly<Record<StockSortKey, string>> = {
  customer: "kunde",
  article: "artikel",
  vendor: "anbieter",
  quantity: "menge",
  sendBy: "absenden",
  termEnd: "laufzeitende",
  amount: "betrag",
};

export const columnWords: Readonly<Record<StockColumn, string>> = {
  article: "artikel",
  sku: "artikelnummer",
  kind: "art",
  customer: "kunde",
  system: "anlage",
  vendor: "anbieter",
  quantity: "menge",
  state: "status",
  sendBy: "absenden",
  noticeDue: "zugang",
  cancellableTo: "kuendbar",
  termEnd: "laufzeitende",
  endsOn: "endet",
  amount: "betrag",
  paid: "bezahlt",
  since: "seit",
  billing: "abrechnung",
  clerk: "zustaendig",
};

export const firstSort: StockSort = { key: "customer", descending: false };
export const firstColumns: readonly StockColumn[] = [
  "article",
  "customer",
  "system",
  "vendor",
  "quantity",
  "state",
  "sendBy",
  "termEnd",
  "amount",
];

type Params = Readonly<Record<string, string | string[] | undefined>>;
const TEXT_AT_MOST = 100;

const keyOf = <K extends string>(words: Readonly<Record<K, string>>, keys: readonly K[], word: string | undefined) =>
  keys.find((key) => words[key] === word);

/** Reads an address; what it does not know, it leaves out. */
export function stockAddressOf(params: Params): StockAddress {
  const text = (name: string) => {
    const value = [params[name]].flat()[0]?.trim().slice(0, TEXT_AT_MOST);
    return value === "" ? undefined : value;
  };
  const order = text("sortierung") ?? "";
  const key = keyOf(sortWords, stockSortKeys, order.replace(/^-/, ""));
  const wished = [params.spalten].flat().flatMap((value) => value?.split(",") ?? []);
  const columns = stockColumns.filter((column) => column === "article" || wished.includes(columnWords[column]));
  return {
    search: text("suche"),
    kind: keyOf(kindWords, stockKinds, text("art")),
    state: keyOf(stateWords, stockStates, text("status")),
    vendor: text("anbieter"),
    customer: text("kunde"),
    clerk: text("zustaendig"),
    sort: key === undefined ? firstSort : { key, descending: order.startsWith("-") },
    columns: wished.some((word) => word !== "") ? columns : firstColumns,
  };
}

/** The part after the question mark, in one order and without what is as it is at first; `more` is what is no part of a view. */
export function stockSearch(address: StockAddress, more: Readonly<Record<string, string | undefined>> = {}): string {
  const { sort, columns } = address;
  const isFirstSort = sort.key === firstSort.key && sort.descending === firstSort.descending;
  const words: Readonly<Record<string, string | undefined>> = {
    suche: address.search,
    art: address.kind === undefined ? undefined : kindWords[address.kind],
    status: address.state === undefined ? undefined : stateWords[address.state],
    anbieter: address.vendor,
    kunde: address.customer,
    zustaendig: address.clerk,
    sortierung: isFirstSort ? undefined : sortWord(sort),
    spalten:
      columns.join() === firstColumns.join() ? undefined : columns.map((column) => columnWords[column]).join(","),
    ...more,
  };
  const search = new URLSearchParams();
  for (const [name, word] of Object.entries(words)) if (word) search.set(name, word);
  return search.toString().replaceAll("%2C", ",");
}

/** What a click on a column's head asks for: its first way round, or the other one where the list goes by it already. */
export function nextSort(now: StockSort, key: StockSortKey): StockSort {
  if (now.key === key) return { key, descending: !now.descending };
  // Whoever sorts by how much or how many looks for the most.
  return { key, descending: key === "amount" || key === "quantity" };
}

export const sortWord = ({ key, descending }: StockSort): string => `${descending ? "-" : ""}${sortWords[key]}`;

export function stockHref(address: StockAddress, more: Readonly<Record<string, string | undefined>> = {}): string {
  return atStock(stockSearch(address, more));
}

/** The page at a view's address. */
export const atStock = (search: string): string => (search === "" ? "/bestand" : `/bestand?${search}`);

/** Everything that the page shows, or just the chosen rows of it, as a file. */
export function exportHref(address: StockAddress, form: "excel" | "csv", ids: readonly string[] = []): string {
  const search = stockSearch(address, { form, auswahl: ids.length === 0 ? undefined : ids.join(",") });
  return `/bestand/export?${search}`;
}

export function isFiltered({ search, kind, state, vendor, customer, clerk }: StockAddress): boolean {
  return [search, kind, state, vendor, customer, clerk].some((each) => each !== undefined);
}
