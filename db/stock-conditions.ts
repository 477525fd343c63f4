import { and, eq, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { StockState } from "@/lib/domain/stock";
import type { Viewer } from "@/lib/domain/viewer";
import { anyOf } from "./any-of";
import { stockRows, stockWords } from "./schema-stock";
import { visibleTo } from "./tenant";

/** A word that is looked for, folded, and the skus (folded too) of the articles in whose names a word begins with it. */
export interface SearchWord {
  readonly word: string;
  readonly articleKeys: readonly string[];
  /** Who has names in which a word begins with it (see `stockWords.bearer`); absent: that was not looked up, it may be anybody. */
  readonly bearers?: readonly string[] | undefined;
}

export interface StockConditions {
  /** Absent: any. */
  readonly states?: readonly StockState[] | undefined;
  readonly vendor?: string | undefined;
  readonly customerId?: string | undefined;
  readonly clerkId?: string | undefined;
  /** Only these rows. */
  readonly ids?: readonly string[] | undefined;
  readonly words: readonly SearchWord[];
}

/** The columns to sort by; the id settles what they leave open. Only where there is but one may it be null: such rows stand at the end. */
export interface StockOrder {
  readonly columns: readonly (keyof typeof stockRows.$inferSelect)[];
  readonly nullable: boolean;
  readonly descending: boolean;
}

export const r = alias(stockRows, "r");
const w = alias(stockWords, "w");
const columns = getTableColumns(stockRows);

/** All columns of a table or subselect with the shape of `stock_rows`, under the names that the program uses. */
export function everything(from: string): SQL {
  const names = Object.entries(columns).map(
    ([key, column]) => sql`${sql.identifier(from)}.${sql.identifier(column.name)} as ${sql.identifier(key)}`,
  );
  return sql.join(names, sql`, `);
}

/** The order's columns and the id, of the table or subselect. */
export function keysOf(order: StockOrder, from: string): SQL[] {
  return [...order.columns, "id" as const].map(
    (key) => sql`${sql.identifier(from)}.${sql.identifier(columns[key].name)}`,
  );
}

/** `order by` without its words. Nulls are never among the rows it is given, or the id alone is left to sort by. */
export function inOrder(order: StockOrder, from: string): SQL {
  const way = order.descending ? sql` desc` : sql``;
  return sql.join(
    keysOf(order, from).map((key) => sql`${key}${way}`),
    sql`, `,
  );
}

/** Everything but the search. */
export function matching(viewer: Viewer, conditions: StockConditions): SQL | undefined {
  const { states, vendor, customerId, clerkId, ids } = conditions;
  return and(
    eq(r.resellerId, viewer.resellerId ?? ""),
    visibleTo(viewer, r.customerId),
    states === undefined ? undefined : inArray(r.state, [...states]),
    vendor === undefined ? undefined : eq(r.vendor, vendor),
    customerId === undefined ? undefined : eq(r.customerId, customerId),
    clerkId === undefined ? undefined : eq(r.clerkId, clerkId),
    ids === undefined ? undefined : anyOf(r.id, ids),
  );
}

/** After every text that begins with the word: texts are compared by their characters' numbers. */
const afterAllOf = (word: string) => `${word}\u{10FFFF}`;

/** The words of names that begin with the word. */
export function wordsLike(resellerId: string, { word }: SearchWord): SQL {
  return sql`${w.resellerId} = ${resellerId} and ${w.word} >= ${word} and ${w.word} < ${afterAllOf(word)}`;
}

export function namesLike(resellerId: string, word: SearchWord): SQL {
  return sql`select ${w.subjectId}, ${w.bearer} from ${stockWords} as w where ${wordsLike(resellerId, word)}`;
}

/** Texts as one parameter, whatever their number. */
export function textArray(texts: readonly string[]): SQL {
  return sql`${`{${texts.map((text) => `"${text.replace(/["\\]/g, "\\$&")}"`).join(",")}}`}::text[]`;
}

export const articlesLike = ({ articleKeys }: SearchWord): SQL => sql`${r.articleKey} = any(${textArray(articleKeys)})`;

/** Begins a query that goes by the names in which a word begins with it: `names`, and their ids as an array in `subjects`. */
export const withNames = (resellerId: string, word: SearchWord, most: number): SQL => sql`with names as materialized (
    ${namesLike(resellerId, word)} order by w.word limit ${most}
  ), subjects as materialized (select coalesce(array_agg(subject_id), '{}') as ids from names)`;

/** The ids that `withNames` found. */
export const subjects = sql`(select ids from subjects)::uuid[]`;

type NameBearer = "customer" | "system" | "row";

function areCalledSo({ bearers }: SearchWord): readonly NameBearer[] {
  const kinds: readonly NameBearer[] = ["customer", "system", "row"];
  const known = bearers?.map((bearer) => (bearer === "customer" || bearer === "row" ? bearer : "system"));
  return known === undefined ? kinds : kinds.filter((kind) => known.includes(kind));
}

const idOf = { customer: sql`${r.customerId}`, system: sql`${r.systemId}`, row: sql`${r.id}` } as const;

const bears = {
  customer: sql`${w.bearer} = 'customer'`,
  system: sql`${w.bearer} not in ('customer', 'row')`,
  row: sql`${w.bearer} = 'row'`,
} as const;

/** Asked of a row that is at hand: whether the word begins a word of its customer, its system or its article (by itself, if no list knows it). */
export function hasWord(resellerId: string, word: SearchWord): SQL {
  const names = areCalledSo(word).map(
    (kind) =>
      sql`exists (select from ${stockWords} as w where ${wordsLike(resellerId, word)} and ${bears[kind]} and ${w.subjectId} = ${idOf[kind]})`,
  );
  return sql`(${sql.join([...names, articlesLike(word)], sql` or `)})`;
}

/** The same as ways to the rows, each by its index, in a query that begins `withNames`. */
export function waysOf(word: SearchWord): { readonly named: SQL[]; readonly booked: SQL[] } {
  return {
    named: areCalledSo(word).map((kind) => sql`${idOf[kind]} = any(${subjects})`),
    booked: word.articleKeys.length === 0 ? [] : [articlesLike(word)],
  };
}
