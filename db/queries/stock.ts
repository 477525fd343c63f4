import { and, eq, or, type SQL, sql } from "drizzle-orm";
import type { Viewer } from "@/lib/domain/viewer";
import { stockRows } from "../schema-stock";
import {
  articlesLike,
  everything,
  hasWord,
  inOrder,
  keysOf,
  matching,
  namesLike,
  r,
  type SearchWord,
  type StockConditions,
  type StockOrder,
  textArray,
  waysOf,
  withNames,
} from "../stock-conditions";
import type { Tx } from "../tenant";

export type StockRow = typeof stockRows.$inferSelect;

/** The last row of the page before: its values of the order's columns, or that it had none, and its id. */
export interface StockPlace {
  readonly values: readonly (string | number)[] | null;
  readonly id: string;
}

/** A word that more names than this begin with is no way to the rows: sooner or later a row in order has it. */
const NAMES_AT_MOST = 2_000;
/** Of so many names it is looked up who has them. */
const NAMES_LOOKED_AT = 20_000;
/** So many rows that a search reaches are sorted; where there are more, rows are looked at in order until the page is full. */
const FOUND_AT_MOST = 15_000;
/** So few names reach few rows; of more, the rows of so many tell how many there are. */
const FEW_NAMES = 100;

/** Rows with a value to sort by and those without are two stretches of an index. */
type Stretch = "valued" | "empty";

/** One page in the order given, from after a place. Reads no more than the page, a little more with a search (see the limits above). */
export async function stockPage(
  tx: Tx,
  viewer: Viewer,
  given: StockConditions,
  order: StockOrder,
  after: StockPlace | null,
  limit: number,
): Promise<StockRow[]> {
  const rows: StockRow[] = [];
  const names = await namesOf(tx, viewer.resellerId ?? "", given.words, NAMES_LOOKED_AT);
  const words = given.words.map((word, at) => ({ ...word, bearers: names[at]?.bearers }));
  if (words.some(({ articleKeys }, at) => names[at]?.count === 0 && articleKeys.length === 0)) return [];
  const conditions = { ...given, words };
  const isOfFew = given.customerId !== undefined || given.ids !== undefined || viewer.customerIds !== null;
  const counts = names.map(({ count }) => count);
  const narrow = isOfFew ? null : await narrowest(tx, viewer, words, counts);
  const among = isOfFew || narrow !== null ? undefined : await productsNamed(tx, viewer, words, order);
  const read = isOfFew ? few : narrow === null ? walked : reached(narrow);
  const stretches: readonly Stretch[] = order.nullable ? ["valued", "empty"] : ["valued"];
  for (const stretch of stretches) {
    if (rows.length >= limit || (stretch === "valued" && after !== null && after.values === null)) continue;
    const from = stretch === "empty" && after?.values !== null ? null : after;
    const wanted: Wanted = {
      conditions,
      order,
      stretch: and(
        order.nullable ? isOf(stretch, order) : undefined,
        from === null ? undefined : isAfter(from, order),
        among,
      ),
      limit: limit - rows.length,
    };
    rows.push(...(await read(tx, viewer, wanted)));
  }
  return rows;
}

interface Wanted {
  readonly conditions: StockConditions;
  readonly order: StockOrder;
  readonly stretch: SQL | undefined;
  readonly limit: number;
}

function isOf(stretch: Stretch, order: StockOrder): SQL {
  const [key] = keysOf(order, "r");
  return stretch === "empty" ? sql`${key} is null` : sql`${key} is not null`;
}

function isAfter(place: StockPlace, order: StockOrder): SQL {
  const further = order.descending ? sql`<` : sql`>`;
  const keys = place.values === null ? [sql`r.id`] : keysOf(order, "r");
  const values = [...(place.values ?? []).map((value) => sql`${value}`), sql`${place.id}::uuid`];
  return sql`(${sql.join(keys, sql`, `)}) ${further} (${sql.join(values, sql`, `)})`;
}

/**
 * The word to reach rows by: the one that fewest names begin with, and rather one that no article's name has. Null without a search, and where
 * no word is a way to the rows.
 */
async function narrowest(
  tx: Tx,
  viewer: Viewer,
  words: readonly SearchWord[],
  counts: readonly number[],
): Promise<SearchWord | null> {
  const sizes = words.map(({ articleKeys }, at) => {
    const names = counts[at] ?? 0;
    if (names > NAMES_AT_MOST) return Number.POSITIVE_INFINITY;
    return names + (articleKeys.length > 0 ? NAMES_AT_MOST : 0);
  });
  const least = Math.min(...sizes);
  const at = sizes.indexOf(least);
  const word = words[at];
  if (word === undefined || least === Number.POSITIVE_INFINITY) return null;
  return (await rowsReached(tx, viewer, word, counts[at] ?? 0)) <= FOUND_AT_MOST ? word : null;
}

/**
 * About how many rows a word is the way to, by the indexes alone: by its articles they are counted (to a little more than may be), by its names
 * those of the first few are, and all are taken to have as many.
 */
async function rowsReached(tx: Tx, viewer: Viewer, word: SearchWord, names: number): Promise<number> {
  if (names <= FEW_NAMES && word.articleKeys.length === 0) return 0;
  const count = (way: SQL) => sql`(select count(*) from (
    select from ${stockRows} as r where ${and(eq(r.resellerId, viewer.resellerId ?? ""), way)} limit ${FOUND_AT_MOST + 1}) as counted)`;
  const { named, booked } = waysOf(word);
  const sum = (ways: readonly SQL[]) => sql.join([sql`0`, ...ways.map(count)], sql` + `);
  const [found] = await tx.execute<{ named: number; booked: number }>(sql`
    ${withNames(viewer.resellerId ?? "", word, FEW_NAMES)} select ${sum(named)} as named, ${sum(booked)} as booked`);
  return (Number(found?.named) * names) / Math.min(names || 1, FEW_NAMES) + Number(found?.booked);
}

/** How many words of names begin with each of the words, counted to a little more than `most`, and who has them; not of more than `most`. */
export async function namesOf(
  tx: Tx,
  resellerId: string,
  words: readonly SearchWord[],
  most: number,
): Promise<{ readonly count: number; readonly bearers: readonly string[] | undefined }[]> {
  if (words.length === 0) return [];
  const counts = words.map(
    (word, at) => sql`(
      select coalesce(json_object_agg(bearer, count), '{}') from (
        select bearer, count(*) from (${namesLike(resellerId, word)} order by w.word limit ${most + 1}) as names group by bearer
      ) as counted) as ${sql.identifier(`n${at}`)}`,
  );
  const [found = {}] = await tx.execute<Record<string, Record<string, number>>>(
    sql`select ${sql.join(counts, sql`, `)}`,
  );
  return words.map((_, at) => {
    const each = found[`n${at}`] ?? {};
    const count = Object.values(each).reduce((sum, size) => sum + size, 0);
    return { count, bearers: count > most ? undefined : Object.keys(each) };
  });
}

const withWords = (viewer: Viewer, { words }: StockConditions, but: SearchWord | null = null): SQL | undefined =>
  and(...words.map((word) => (word === but ? undefined : hasWord(viewer.resellerId ?? "", word))));

/** What one or few customers have, or chosen rows: read by their own index, and sorted. */
async function few(tx: Tx, viewer: Viewer, { conditions, order, stretch, limit }: Wanted): Promise<StockRow[]> {
  return tx.execute<StockRow>(sql`
    select ${everything("r")} from ${stockRows} as r
    where ${and(matching(viewer, conditions), withWords(viewer, conditions), stretch)}
    order by ${inOrder(order, "r")} limit ${limit}`);
}

/** In the order of an index, the whole reseller's or each state's. Where states have indexes of their own, each gives a page, and the best of them are one. */
async function walked(tx: Tx, viewer: Viewer, { conditions, order, stretch, limit }: Wanted): Promise<StockRow[]> {
  const { states, ...others } = conditions;
  const isByState = states !== undefined || others.vendor !== undefined || others.clerkId !== undefined;
  const rows = (ofState: SQL | undefined) => sql`
    from ${stockRows} as r
    where ${and(matching(viewer, others), ofState, withWords(viewer, conditions), stretch)}
    order by ${inOrder(order, "r")} limit ${limit}`;
  if (!isByState) return tx.execute<StockRow>(sql`select ${everything("r")} ${rows(undefined)}`);
  const named = `{${(states ?? stockRows.state.enumValues).join(",")}}`;
  return tx.execute<StockRow>(sql`
    with page as materialized (
      select best.* from unnest(${named}::text[]) as one(state)
      cross join lateral (select ${sql.join(keysOf(order, "r"), sql`, `)} ${rows(sql`${r.state} = one.state`)}) as best
      order by ${inOrder(order, "best")} limit ${limit}
    )
    ${wholeRows(viewer, order)}`);
}

/** The rows whose keys the `page` has. */
const wholeRows = (viewer: Viewer, order: StockOrder): SQL => sql`
    select ${everything("r")} from page
    join ${stockRows} as r on r.reseller_id = ${viewer.resellerId ?? ""} and r.id = page.id
    order by ${inOrder(order, "r")}`;

/**
 * In the order of vendors, a word that only systems of some vendors are named by: the products among which the page must be looked for, as a
 * condition, so that those before them are passed over: what stands on a system is of its vendor. Undefined where anything else may be named so.
 */
async function productsNamed(
  tx: Tx,
  viewer: Viewer,
  words: readonly SearchWord[],
  order: StockOrder,
): Promise<SQL | undefined> {
  if (order.columns[0] !== "product") return undefined;
  const ofVendors = ({ bearers }: SearchWord) =>
    bearers?.every((bearer) => bearer !== "customer" && bearer !== "row") ?? false;
  const word = words.find(ofVendors);
  if (word === undefined) return undefined;
  const own = sql`${r.resellerId} = ${viewer.resellerId ?? ""}`;
  const [found] = await tx.execute<{ products: string[]; areAll: boolean }>(sql`
    with booked as materialized (
      select ${r.product} from ${stockRows} as r where ${own} and ${articlesLike(word)} limit ${NAMES_AT_MOST + 1}
    )
    select (select count(*) from booked) <= ${NAMES_AT_MOST} as "areAll", (
      select coalesce(json_agg(product), '[]') from (
        select product from booked union
        select one.product from unnest(${textArray(word.bearers ?? [])}) as named(vendor) cross join lateral (
          -- The order is that of an index: without it the first row of the vendor would be looked for in the whole table.
          select ${r.product} from ${stockRows} as r where ${own} and ${r.vendor} = named.vendor order by ${r.state} limit 1
        ) as one
      ) as either
    ) as products`);
  return found?.areAll ? sql`${r.product} = any(${textArray(found.products)})` : undefined;
}

/** What a word reaches, sorted. */
const reached =
  (narrow: SearchWord) =>
  async (tx: Tx, viewer: Viewer, wanted: Wanted): Promise<StockRow[]> => {
    const { conditions, order, stretch, limit } = wanted;
    const { named, booked } = waysOf(narrow);
    const ways = or(...named, ...booked);
    return tx.execute<StockRow>(sql`
    ${withNames(viewer.resellerId ?? "", narrow, NAMES_AT_MOST)}, page as materialized (
      select * from (
        select ${sql.join(keysOf(order, "r"), sql`, `)} from ${stockRows} as r
        where ${and(matching(viewer, conditions), ways, withWords(viewer, conditions, narrow), stretch)}
        -- Keeps it from becoming a walk in the order.
        offset 0
      ) as found order by ${inOrder(order, "found")} limit ${limit}
    )
    ${wholeRows(viewer, order)}`);
  };

/** The contracts that rows are about, where the viewer may see them. */
export async function contractsOfStock(tx: Tx, viewer: Viewer, ids: readonly string[]) {
  const rows = await tx
    .select({
      id: r.id,
      contractId: r.contractId,
      articleDe: r.articleDe,
      articleEn: r.articleEn,
      customerName: r.customerName,
    })
    .from(r)
    .where(matching(viewer, { ids, words: [] }));
  return rows;
}
