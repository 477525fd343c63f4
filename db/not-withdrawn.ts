import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { withdrawals } from "./schema-records";

/**
 * The row was not withdrawn. For purchases, terms and documents, which cannot be marked themselves; customers, systems, licences and contracts
 * are archived when they are withdrawn.
 */
export function notWithdrawn(resellerId: string, id: AnyColumn): SQL {
  return sql`not exists (select from ${withdrawals} where ${withdrawals.resellerId} = ${resellerId} and ${withdrawals.subjectId} = ${id})`;
}
