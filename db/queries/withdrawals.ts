import { and, eq, sql } from "drizzle-orm";
import { anyOf } from "../any-of";
import { withdrawals } from "../schema-records";
import type { Tx } from "../tenant";

export type NewWithdrawal = Omit<typeof withdrawals.$inferInsert, "resellerId">;

const ROWS_AT_ONCE = 5_000;

/** Withdraws rows; those that are withdrawn already stay as they are. How many were new. */
export async function insertWithdrawals(tx: Tx, resellerId: string, rows: readonly NewWithdrawal[]): Promise<number> {
  let added = 0;
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const json = JSON.stringify(rows.slice(at, at + ROWS_AT_ONCE));
    const done = await tx.execute(sql`
      insert into ${withdrawals} (reseller_id, id, customer_id, subject_type, subject_id, reason, import_id, recorded_by, recorded_by_name, recorded_at)
      select ${resellerId}::uuid, id, "customerId", "subjectType", "subjectId", reason, "importId", "recordedBy", "recordedByName", "recordedAt"
      from json_to_recordset(${json}::json) as row(id uuid, "customerId" uuid, "subjectType" text, "subjectId" uuid, reason text,
        "importId" uuid, "recordedBy" uuid, "recordedByName" text, "recordedAt" timestamptz)
      on conflict (reseller_id, subject_id) do nothing
      returning 1`);
    added += done.length;
  }
  return added;
}

/** Which of these were withdrawn, and why. */
export async function withdrawalsOf(tx: Tx, resellerId: string, subjectIds: readonly string[]) {
  if (subjectIds.length === 0) return [];
  return tx
    .select({
      subjectId: withdrawals.subjectId,
      reason: withdrawals.reason,
      importId: withdrawals.importId,
      recordedByName: withdrawals.recordedByName,
      recordedAt: withdrawals.recordedAt,
    })
    .from(withdrawals)
    .where(and(eq(withdrawals.resellerId, resellerId), anyOf(withdrawals.subjectId, subjectIds)));
}
