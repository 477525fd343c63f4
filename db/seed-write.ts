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
import { insertMany } from "./write-many";

/** Writes a reseller's rows, table by table in the order in which they refer to each other. */
export async function writeRows(tx: Tx, rows: TenantRows): Promise<void> {
  await insertMany(tx, customers, rows.customers);
  await insertMany(tx, systems, rows.systems);
  await insertMany(tx, licences, rows.licences);
  await insertMany(tx, purchases, rows.purchases);
  // Parts name their main contract, which stands before them in the story.
  await insertMany(tx, contracts, rows.contracts);
  await insertMany(tx, contractRules, rows.contractRules);
  await insertMany(tx, positions, rows.positions);
  await insertMany(tx, terms, rows.terms);
  await insertMany(tx, notices, rows.notices);
  await insertMany(tx, priceRows, rows.priceRows);
}
