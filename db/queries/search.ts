import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Viewer } from "@/lib/domain/viewer";
import { customers, systems } from "../schema";
import { stockWords } from "../schema-stock";
import { type SearchWord, subjects, withNames, wordsLike } from "../stock-conditions";
import { type Tx, visibleTo } from "../tenant";
import { namesOf } from "./stock";

/** So many names that a word begins are looked at: more are no answer to what somebody looks for, and one more letter makes them fewer. */
const NAMES_AT_MOST = 2_000;

/** A text of words, each of which begins a word of a name. At least one word. */
export interface NameSearch {
  readonly text: string;
  readonly words: readonly SearchWord[];
}

export interface CustomerNamed {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

export interface SystemNamed {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
}

/** The place of the word that fewest names begin with. Null where some word begins none: then nothing has all of them. */
export async function narrowestName(tx: Tx, viewer: Viewer, { words }: NameSearch): Promise<number | null> {
  const names = await namesOf(tx, viewer.resellerId ?? "", words, NAMES_AT_MOST);
  const counts = names.map(({ count }) => count);
  const least = Math.min(...counts);
  return least === 0 ? null : counts.indexOf(least);
}

/** Customers in whose number and name each word begins a word; the one whose number was typed first, the others by name. */
export async function customersNamed(tx: Tx, viewer: Viewer, search: NameSearch, narrow: number, limit: number) {
  const own = and(
    eq(customers.resellerId, viewer.resellerId ?? ""),
    visibleTo(viewer, customers.id),
    isNull(customers.archivedAt),
    rest(viewer, search, narrow, (word) => named(viewer, word, customers.id)),
    reached(viewer, (ids) => sql`${customers.id} = any(${ids})`),
  );
  return tx.execute<{ id: string; number: string; name: string }>(sql`
    ${withSubjects(viewer, search, narrow)}
    select ${customers.id} as id, ${customers.number} as number, ${customers.name} as name from ${customers}
    where ${own}
    order by lower(${customers.number}) = lower(${search.text}) desc, ${customers.name} collate "de-x-icu", ${customers.id}
    limit ${limit}`);
}

/** Systems in whose name, or in whose customer's number and name, each word begins a word; those that were named themselves first. */
export async function systemsNamed(tx: Tx, viewer: Viewer, search: NameSearch, narrow: number, limit: number) {
  const either = (word: SearchWord) =>
    sql`(${named(viewer, word, systems.id)} or ${named(viewer, word, systems.customerId)})`;
  const own = and(
    eq(systems.resellerId, viewer.resellerId ?? ""),
    visibleTo(viewer, systems.customerId),
    isNull(systems.archivedAt),
    rest(viewer, search, narrow, either),
    reached(viewer, (ids) => sql`(${systems.id} = any(${ids}) or ${systems.customerId} = any(${ids}))`),
  );
  return tx.execute<Record<keyof SystemNamed, string>>(sql`
    ${withSubjects(viewer, search, narrow)}, found as materialized (
      select ${systems.id} as id, ${systems.name} as name, ${systems.vendor} as vendor, ${systems.customerId} as customer_id,
        ${systems.id} in (select subject_id from names) as itself
      from ${systems} where ${own} limit ${NAMES_AT_MOST}
    )
    select found.id, found.name, found.vendor, c.id as "customerId", c.number as "customerNumber", c.name as "customerName"
    from found cross join lateral (
      -- Each by its key: the offset keeps it from becoming a walk over all customers of all resellers.
      select * from ${customers} where ${customers.resellerId} = ${viewer.resellerId ?? ""} and ${customers.id} = found.customer_id offset 0
    ) as c
    where c.archived_at is null
    order by found.itself desc, c.name collate "de-x-icu", found.name collate "de-x-icu", found.id limit ${limit}`);
}

/** What the narrowest word begins the name of: the way to the rows. */
function withSubjects(viewer: Viewer, { words }: NameSearch, narrow: number): SQL {
  const word = words[narrow];
  if (word === undefined) throw new Error(`no word ${narrow}`);
  return withNames(viewer.resellerId ?? "", word, NAMES_AT_MOST);
}

/** Somebody confined to few customers is led to rows by them instead: among all names, theirs may be too far behind. */
const reached = (viewer: Viewer, by: (ids: SQL) => SQL): SQL | undefined =>
  viewer.customerIds === null ? by(subjects) : undefined;

const rest = (viewer: Viewer, { words }: NameSearch, narrow: number, has: (word: SearchWord) => SQL) =>
  and(...words.map((word, at) => (at === narrow && viewer.customerIds === null ? undefined : has(word))));

function named(
  viewer: Viewer,
  word: SearchWord,
  subject: typeof customers.id | typeof systems.id | typeof systems.customerId,
) {
  return sql`exists (select from ${stockWords} as w where ${wordsLike(viewer.resellerId ?? "", word)} and w.subject_id = ${subject})`;
}
