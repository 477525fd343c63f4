import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import {
  contractRules,
  contracts,
  customers,
  licences,
  notices,
  positions,
  priceRows,
  purchases,
  systems,
  terms,
} from "./schema";
import type { TenantRows } from "./seed-builder";
import type { Tx } from "./tenant";

const ROWS_AT_ONCE = 5_000;

/** Writes a reseller's rows, table by table in the order in which they refer to each other. */
export async function writeRows(tx: Tx, rows: TenantRows): Promise<void> {
  await insert(tx, customers, rows.customers);
  await insert(tx, systems, rows.systems);
  await insert(tx, licences, rows.licences);
  await insert(tx, purchases, rows.purchases);
  // Parts name their main contract, which stands before them in the story.
  await insert(tx, contracts, rows.contracts);
  await insert(tx, contractRules, rows.contractRules);
  await insert(tx, positions, rows.positions);
  await insert(tx, terms, rows.terms);
  await insert(tx, notices, rows.notices);
  await insert(tx, priceRows, rows.priceRows);
}

/** Thousands of rows as one parameter each time: as a list of values they would be tens of thousands, and several times slower. */
async function insert<T extends PgTable>(tx: Tx, table: T, rows: readonly T["$inferInsert"][]): Promise<void> {
  if (rows.length === 0) return;
  const given = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => given.has(key));
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  const type = sql`${sql.identifier("app")}.${sql.identifier(getTableName(table))}`;
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const batch = rows.slice(at, at + ROWS_AT_ONCE).map((row) => {
      const values = row as Readonly<Record<string, unknown>>;
      return Object.fromEntries(columns.map(([key, column]) => [column.name, values[key] ?? null]));
    });
    await tx.execute(
      sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${type}, ${JSON.stringify(batch)}::json)`,
    );
  }
}
