import { and, type SQL, sql } from "drizzle-orm";
import type { Viewer } from "@/lib/domain/viewer";
import { stockRows } from "../schema-stock";
import {
  everything,
  hasWord,
  inOrder,
  keysOf,
  matching,
  namesLike,
  r,
  reachedByWord,
  type SearchWord,
  type StockConditions,
  type StockOrder,
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
/** So many rows that a search reached are sorted; where there are more, rows are looked at in order until the page is full. */
const FOUND_AT_MOST = 15_000;

/** Rows with a value to sort by and those without are two stretches of an index. */
type Stretch = "valued" | "empty";

/** One page in the order given, from after a place. Reads no more than the page, a little more with a search (see the limits above). */
export async function stockPage(
  tx: Tx,
  viewer: Viewer,
  conditions: StockConditions,
  order: StockOrder,
  after: StockPlace | null,
  limit: number,
): Promise<StockRow[]> {
  const rows: StockRow[] = [];
  const narrow = await narrowest(tx, viewer, conditions);
  if (narrow === "nothing") return [];
  const stretches: readonly Stretch[] = order.nullable ? ["valued", "empty"] : ["valued"];
  for (const stretch of stretches) {
    if (rows.length >= limit || (stretch === "valued" && after !== null && after.values === null)) continue;
    const from = stretch === "empty" && after?.values !== null ? null : after;
    const wanted: Wanted = {
      conditions,
      order,
      stretch: and(order.nullable ? isOf(stretch, order) : undefined, from === null ? undefined : isAfter(from, order)),
      limit: limit - rows.length,
    };
    rows.push(...(await stretchOf(tx, viewer, wanted, narrow)));
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
 * The word to reach rows by: the one that fewest names begin with, and rather one that no article's name has. `nothing` where some word
 * begins nothing at all; null without a search, and where no word is a way to the rows.
 */
async function narrowest(tx: Tx, viewer: Viewer, { words }: StockConditions): Promise<number | "nothing" | null> {
  if (words.length === 0) return null;
  const counts = await nameCounts(tx, viewer.resellerId ?? "", words, NAMES_AT_MOST + 1);
  const sizes = words.map(({ articleKeys }, at) => {
    const names = counts[at] ?? 0;
    if (names > NAMES_AT_MOST) return Number.POSITIVE_INFINITY;
    return names + (articleKeys.length > 0 ? NAMES_AT_MOST : 0);
  });
  const least = Math.min(...sizes);
  if (least === 0) return "nothing";
  return least === Number.POSITIVE_INFINITY ? null : sizes.indexOf(least);
}

/** How many words of names begin with each of the words, counted up to `most`. */
export async function nameCounts(
  tx: Tx,
  resellerId: string,
  words: readonly SearchWord[],
  most: number,
): Promise<number[]> {
  const counts = words.map(
    (word, at) =>
      sql`(select count(*) from (${namesLike(resellerId, word)} order by w.word limit ${most}) as names) as ${sql.identifier(`n${at}`)}`,
  );
  const [found = {}] = await tx.execute<Record<string, number>>(sql`select ${sql.join(counts, sql`, `)}`);
  return words.map((_, at) => found[`n${at}`] ?? 0);
}

async function stretchOf(tx: Tx, viewer: Viewer, wanted: Wanted, narrow: number | null): Promise<StockRow[]> {
  const { customerId, ids } = wanted.conditions;
  if (customerId !== undefined || ids !== undefined || viewer.customerIds !== null) return few(tx, viewer, wanted);
  if (narrow !== null) {
    const found = await reached(tx, viewer, wanted, narrow);
    if (found !== null) return found;
  }
  return walked(tx, viewer, wanted);
}

const withWords = (viewer: Viewer, { words }: StockConditions, but: number | null = null): SQL | undefined =>
  and(...words.map((word, at) => (at === but ? undefined : hasWord(viewer.resellerId ?? "", word))));

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
    select ${everything("page")} from unnest(${named}::text[]) as one(state)
    cross join lateral (select r.* ${rows(sql`${r.state} = one.state`)}) as page
    order by ${inOrder(order, "page")} limit ${limit}`);
}

/** What a word reaches, sorted; null where it reaches too much. */
async function reached(
  tx: Tx,
  viewer: Viewer,
  { conditions, order, stretch, limit }: Wanted,
  narrow: number,
): Promise<StockRow[] | null> {
  const word = conditions.words[narrow];
  if (word === undefined) return null;
  const subjects = sql`(select ids from subjects)::uuid[]`;
  const rows = await tx.execute<StockRow & { reached: number }>(sql`
    with subjects as materialized (
      select coalesce(array_agg(subject_id), '{}') as ids from (${namesLike(viewer.resellerId ?? "", word)}) as names
    ), found as materialized (
      select ${sql.join(keysOf(order, "r"), sql`, `)} from ${stockRows} as r
      where ${and(matching(viewer, conditions), reachedByWord(subjects, word), withWords(viewer, conditions, narrow), stretch)}
      limit ${FOUND_AT_MOST + 1}
    ), page as materialized (
      select * from found order by ${inOrder(order, "found")} limit ${limit}
    )
    select ${everything("r")}, (select count(*) from found) as reached
    from page join ${stockRows} as r on r.reseller_id = ${viewer.resellerId ?? ""} and r.id = page.id
    order by ${inOrder(order, "r")}`);
  const [first] = rows;
  if (first !== undefined && first.reached > FOUND_AT_MOST) return null;
  return rows.map(({ reached: _, ...row }) => row);
}

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
