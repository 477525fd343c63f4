import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import { anyOf } from "../any-of";
import { contracts, customers, positions } from "../schema";
import { stockRows, stockWords } from "../schema-stock";
import type { Tx } from "../tenant";

export type NewStockRow = Omit<typeof stockRows.$inferSelect, "resellerId">;

/** Whether there are customers whose rows were never derived, or rows that the day has overtaken: a glance at two indexes. */
export async function stockToDerive(tx: Tx, resellerId: string, today: string) {
  const [row] = await tx.execute<{ isNew: boolean; isStale: boolean }>(sql`
    select exists (select from ${customers} where ${customers.resellerId} = ${resellerId} and not ${customers.inStock}) as "isNew",
      exists (select from ${stockRows} where ${stockRows.resellerId} = ${resellerId} and ${stockRows.staleAfter} < ${today}) as "isStale"`);
  return row ?? { isNew: false, isStale: false };
}

export async function customersNotInStock(tx: Tx, resellerId: string, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.resellerId, resellerId), sql`not ${customers.inStock}`))
    .orderBy(asc(customers.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

export async function markInStock(tx: Tx, resellerId: string, customerIds: readonly string[]): Promise<void> {
  await tx
    .update(customers)
    .set({ inStock: true })
    .where(and(eq(customers.resellerId, resellerId), anyOf(customers.id, customerIds), sql`not ${customers.inStock}`));
}

/** Systems of rows that the day has overtaken, the longest overdue first: of so many rows at most. */
export async function staleStockSystems(tx: Tx, resellerId: string, today: string, rows: number): Promise<string[]> {
  const found = await tx
    .select({ systemId: stockRows.systemId })
    .from(stockRows)
    .where(and(eq(stockRows.resellerId, resellerId), sql`${stockRows.staleAfter} < ${today}`))
    .orderBy(asc(stockRows.staleAfter))
    .limit(rows);
  return [...new Set(found.map((row) => row.systemId))];
}

/** What is stored for these customers, or for these systems. */
export async function storedStock(
  tx: Tx,
  resellerId: string,
  of: { readonly customerIds: readonly string[] } | { readonly systemIds: readonly string[] },
): Promise<NewStockRow[]> {
  const { resellerId: _, ...columns } = getTableColumns(stockRows);
  return tx
    .select(columns)
    .from(stockRows)
    .where(
      and(
        eq(stockRows.resellerId, resellerId),
        "customerIds" in of ? anyOf(stockRows.customerId, of.customerIds) : anyOf(stockRows.systemId, of.systemIds),
      ),
    );
}

/** Customers with what the rows repeat of them. */
export async function customersForStock(tx: Tx, resellerId: string, customerIds: readonly string[]) {
  return tx
    .select({ id: customers.id, number: customers.number, name: customers.name, clerkId: customers.clerkId })
    .from(customers)
    .where(and(eq(customers.resellerId, resellerId), anyOf(customers.id, customerIds)));
}

/** The positions of contracts of these systems, in the order in which they were booked. */
export async function positionsOfSystems(tx: Tx, resellerId: string, systemIds: readonly string[]) {
  return tx
    .select({
      id: positions.id,
      contractId: positions.contractId,
      sku: positions.sku,
      quantity: positions.quantity,
      fromOn: positions.fromOn,
      toOn: positions.toOn,
      monthlyCents: positions.monthlyCents,
      yearlyCents: positions.yearlyCents,
    })
    .from(contracts)
    .innerJoin(positions, and(eq(positions.resellerId, contracts.resellerId), eq(positions.contractId, contracts.id)))
    .where(and(eq(contracts.resellerId, resellerId), anyOf(contracts.systemId, systemIds)))
    .orderBy(asc(positions.fromOn), asc(positions.id));
}

export type StockPosition = Awaited<ReturnType<typeof positionsOfSystems>>[number];

const ROWS_AT_ONCE = 2_000;

/** Writes rows as they are given, new ones and in the place of those that are there. */
export async function putStock(tx: Tx, resellerId: string, rows: readonly NewStockRow[]): Promise<void> {
  const columns = Object.entries(getTableColumns(stockRows));
  const names = columns.map(([, column]) => sql.identifier(column.name));
  const set = names.map((name) => sql`${name} = excluded.${name}`);
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const batch = rows.slice(at, at + ROWS_AT_ONCE).map((row) => {
      const values: Readonly<Record<string, unknown>> = { ...row, resellerId };
      return Object.fromEntries(columns.map(([key, column]) => [column.name, values[key] ?? null]));
    });
    await tx.execute(sql`
      insert into ${stockRows} (${sql.join(names, sql`, `)})
      select ${sql.join(names, sql`, `)} from json_populate_recordset(null::${stockRows}, ${JSON.stringify(batch)}::json)
      on conflict (reseller_id, id) do update set ${sql.join(set, sql`, `)}`);
  }
}

export async function removeStock(tx: Tx, resellerId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.delete(stockRows).where(and(eq(stockRows.resellerId, resellerId), anyOf(stockRows.id, ids)));
}

export interface NameWord {
  readonly bearer: string;
  readonly subjectId: string;
  readonly word: string;
}

export async function storedWords(tx: Tx, resellerId: string, subjectIds: readonly string[]): Promise<NameWord[]> {
  return tx
    .select({ bearer: stockWords.bearer, subjectId: stockWords.subjectId, word: stockWords.word })
    .from(stockWords)
    .where(and(eq(stockWords.resellerId, resellerId), anyOf(stockWords.subjectId, subjectIds)));
}

export async function putWords(tx: Tx, resellerId: string, words: readonly NameWord[]): Promise<void> {
  if (words.length === 0) return;
  await tx.execute(sql`
    insert into ${stockWords} (reseller_id, word, bearer, subject_id)
    select ${resellerId}::uuid, word, bearer, "subjectId"
    from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as given(word text, bearer text, "subjectId" uuid)
    on conflict do nothing`);
}

export async function removeWords(tx: Tx, resellerId: string, words: readonly NameWord[]): Promise<void> {
  if (words.length === 0) return;
  await tx.execute(sql`
    delete from ${stockWords} as w
    using jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as given(word text, bearer text, "subjectId" uuid)
    where w.reseller_id = ${resellerId} and w.word = given.word and w.bearer = given.bearer and w.subject_id = given."subjectId"`);
}
