import type { StockPlace, StockRow } from "@/db/queries/stock";
import type { SearchWord, StockConditions, StockOrder } from "@/db/stock-conditions";
import { parseDay } from "@/lib/domain/dates";
import {
  foldText,
  type StockKind,
  type StockSort,
  type StockSortKey,
  type StockState,
  searchWordsOf,
  statesOfKind,
  wordsOf,
} from "@/lib/domain/stock";
import type { Viewer } from "@/lib/domain/viewer";
import { articleName, priceLists } from "@/lib/price-lists/index";
import { cursorOf, isId, readCursor } from "./ids";

/** Which rows of Bestand, and in which order: what an address says. */
export interface StockRequest {
  readonly search?: string | undefined;
  readonly kind?: StockKind | undefined;
  readonly state?: StockState | undefined;
  readonly vendor?: string | undefined;
  readonly customerId?: string | undefined;
  readonly clerkId?: string | undefined;
  /** Only these rows. */
  readonly ids?: readonly string[] | undefined;
  readonly sort: StockSort;
}

/** Null where no row can match: an id that is none, or a state that the kind does not have. */
export function conditionsOf(request: StockRequest): StockConditions | null {
  const { kind, state, vendor, customerId, clerkId, ids } = request;
  if ([customerId, clerkId, ...(ids ?? [])].some((id) => id !== undefined && !isId(id))) return null;
  const ofKind = kind === undefined ? undefined : statesOfKind(kind);
  if (state !== undefined && ofKind !== undefined && !ofKind.includes(state)) return null;
  const words = searchWordsOf(request.search ?? "").map(searchWord);
  return { states: state === undefined ? ofKind : [state], vendor, customerId, clerkId, ids, words };
}

/** All articles that the price lists know, by their folded sku, with the words of it and of their names. */
const articles = priceLists.flatMap((list) =>
  list.articles.map(({ sku }) => ({
    key: foldText(sku),
    words: wordsOf(sku, articleName(list.vendor, sku, "de"), articleName(list.vendor, sku, "en")),
  })),
);

function searchWord(word: string): SearchWord {
  const found = articles.filter((article) => article.words.some((each) => each.startsWith(word)));
  return { word, articleKeys: [...new Set(found.map((article) => article.key))] };
}

const byCustomer = ["customerName", "customerNumber", "systemName"] as const;

/** The columns that a sort goes by. Within one vendor, his rows go by customer. */
export function orderOf({ sort, vendor }: StockRequest, viewer: Pick<Viewer, "locale">): StockOrder {
  const columns: Readonly<Record<StockSortKey, StockOrder["columns"]>> = {
    customer: byCustomer,
    article: [viewer.locale === "de" ? "articleDe" : "articleEn", "customerName"],
    vendor: vendor === undefined ? ["product", "customerName"] : byCustomer,
    quantity: ["quantity"],
    sendBy: ["sendByOn"],
    termEnd: ["termEndsOn"],
    amount: ["monthlyCents"],
  };
  const chosen = columns[sort.key];
  return { columns: chosen, nullable: chosen.length === 1, descending: sort.descending };
}

/** Where the next page begins. */
export function placeAfter(row: StockRow, order: StockOrder): string {
  const values = order.columns.map((column) => row[column]);
  return cursorOf(JSON.stringify(values.includes(null) ? null : values), row.id);
}

/** Null for a cursor that was not made for the order: the list begins at its start. */
export function readPlace(cursor: string | undefined, order: StockOrder): StockPlace | null {
  const read = readCursor(cursor);
  if (read === null) return null;
  try {
    const values: unknown = JSON.parse(read.key);
    if (values === null) return order.nullable ? { values: null, id: read.id } : null;
    if (!Array.isArray(values) || values.length !== order.columns.length) return null;
    const right = order.columns.every((column, at) => isOfColumn(column, values[at]));
    return right ? { values: values as (string | number)[], id: read.id } : null;
  } catch {
    return null;
  }
}

function isOfColumn(column: StockOrder["columns"][number], value: unknown): boolean {
  if (column === "monthlyCents") return Number.isSafeInteger(value);
  if (column === "quantity") return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
  if (typeof value !== "string" || value.includes("\0")) return false;
  return column.endsWith("On") ? parseDay(value) !== null : true;
}
