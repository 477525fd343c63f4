import { and, eq, sql } from "drizzle-orm";
import { notices } from "../schema";
import type { Tx } from "../tenant";

/** The contracts that notices stand on. */
export async function noticeContracts(tx: Tx, resellerId: string, noticeIds: readonly string[]) {
  if (noticeIds.length === 0) return [];
  return tx
    .select({ id: notices.id, customerId: notices.customerId, contractId: notices.contractId })
    .from(notices)
    .where(
      and(
        eq(notices.resellerId, resellerId),
        sql`${notices.id} in (select value::uuid from json_array_elements_text(${JSON.stringify(noticeIds)}::json))`,
      ),
    );
}
