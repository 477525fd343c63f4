import { and, asc, eq, sql } from "drizzle-orm";
import { anyOf } from "../any-of";
import { notices } from "../schema";
import type { Tx } from "../tenant";

/** Notices with their confirmations and withdrawals, in the order in which they were recorded. */
export async function noticeRows(tx: Tx, resellerId: string, contractIds: readonly string[], seesPeople = true) {
  if (contractIds.length === 0) return [];
  return tx
    .select({
      id: notices.id,
      contractId: notices.contractId,
      kind: notices.kind,
      noticeId: notices.noticeId,
      receivedOn: notices.receivedOn,
      channel: notices.channel,
      endsOn: notices.endsOn,
      note: seesPeople ? notices.note : sql<string | null>`null`,
      recordedBy: seesPeople ? notices.recordedBy : sql<string | null>`null`,
      recordedAt: notices.recordedAt,
    })
    .from(notices)
    .where(and(eq(notices.resellerId, resellerId), anyOf(notices.contractId, contractIds)))
    .orderBy(asc(notices.recordedAt), asc(notices.id));
}

export type NoticeRow = Awaited<ReturnType<typeof noticeRows>>[number];

export async function insertNotice(tx: Tx, row: typeof notices.$inferInsert): Promise<void> {
  await tx.insert(notices).values(row);
}
