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

/** Parameters of one statement are counted in 16 bits; the widest table has 20 columns. */
const ROWS_AT_ONCE = 2_000;

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

async function insert<T extends PgTable>(tx: Tx, table: T, rows: T["$inferInsert"][]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await tx.insert(table).values(rows.slice(at, at + ROWS_AT_ONCE));
  }
}
