import { and, asc, desc, eq, gt, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { ChainHead } from "@/lib/domain/audit";
import type { Viewer } from "@/lib/domain/viewer";
import { auditEntries, auditHeads } from "../schema-records";
import { type Tx, visibleTo } from "../tenant";

export type NewAuditEntry = Omit<typeof auditEntries.$inferInsert, "resellerId" | "number" | "previousHash" | "hash">;

const ENTRIES_AT_ONCE = 5_000;

/** Appends entries in their order; the database numbers and chains them, and lets nobody else append for the reseller until the transaction ends. */
export async function insertAuditEntries(tx: Tx, resellerId: string, entries: readonly NewAuditEntry[]): Promise<void> {
  for (let at = 0; at < entries.length; at += ENTRIES_AT_ONCE) {
    const json = JSON.stringify(entries.slice(at, at + ENTRIES_AT_ONCE));
    await tx.execute(sql`
      insert into ${auditEntries} (reseller_id, number, id, at, actor_kind, actor_id, actor_name, action, subject_type, subject_id,
        customer_id, system_id, contract_id, before, after, reason, request_id, previous_hash, hash)
      select ${resellerId}::uuid, 0, id, at, "actorKind", "actorId", "actorName", action, "subjectType", "subjectId",
        "customerId", "systemId", "contractId", before, after, reason, "requestId", '', ''
      from json_array_elements(${json}::json) with ordinality as given(entry, place),
        json_to_record(entry) as row(id uuid, at timestamptz, "actorKind" text, "actorId" uuid, "actorName" text, action text,
          "subjectType" text, "subjectId" uuid, "customerId" uuid, "systemId" uuid, "contractId" uuid, before jsonb, after jsonb, reason text,
          "requestId" uuid)
      order by place`);
  }
}

/** What a history is of; without anything: the whole trail. */
export interface HistoryScope {
  readonly customerId?: string;
  readonly systemId?: string;
  readonly contractId?: string;
  /** Of what belongs to no customer: a person, a price. */
  readonly subjectId?: string;
}

function within(scope: HistoryScope): SQL | undefined {
  if (scope.contractId !== undefined) return eq(auditEntries.contractId, scope.contractId);
  if (scope.systemId !== undefined) return eq(auditEntries.systemId, scope.systemId);
  if (scope.customerId !== undefined) return eq(auditEntries.customerId, scope.customerId);
  if (scope.subjectId !== undefined)
    return and(isNull(auditEntries.customerId), eq(auditEntries.subjectId, scope.subjectId));
  return undefined;
}

/** Entries that the viewer may see, the newest first, older than `before`. */
export async function auditHistory(tx: Tx, viewer: Viewer, scope: HistoryScope, before: number | null, limit: number) {
  return tx
    .select({
      number: auditEntries.number,
      id: auditEntries.id,
      at: auditEntries.at,
      actorKind: auditEntries.actorKind,
      actorId: auditEntries.actorId,
      actorName: auditEntries.actorName,
      action: auditEntries.action,
      subjectType: auditEntries.subjectType,
      subjectId: auditEntries.subjectId,
      customerId: auditEntries.customerId,
      systemId: auditEntries.systemId,
      contractId: auditEntries.contractId,
      before: auditEntries.before,
      after: auditEntries.after,
      reason: auditEntries.reason,
      requestId: auditEntries.requestId,
    })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.resellerId, viewer.resellerId ?? ""),
        within(scope),
        visibleTo(viewer, auditEntries.customerId),
        before === null ? undefined : lt(auditEntries.number, before),
      ),
    )
    .orderBy(desc(auditEntries.number))
    .limit(limit);
}

export type AuditRow = Awaited<ReturnType<typeof auditHistory>>[number];

/** A stretch of the trail with every value as the text that its hash is over, in the order of the numbers. */
export async function chainTexts(tx: Tx, resellerId: string, after: number, limit: number) {
  const text = (column: SQL | (typeof auditEntries)[keyof typeof auditEntries & string]) =>
    sql<string | null>`${column}::text`;
  return tx
    .select({
      number: auditEntries.number,
      previousHash: auditEntries.previousHash,
      hash: auditEntries.hash,
      id: auditEntries.id,
      at: sql<string>`to_char(${auditEntries.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
      actorKind: auditEntries.actorKind,
      actorId: auditEntries.actorId,
      actorName: auditEntries.actorName,
      action: auditEntries.action,
      subjectType: auditEntries.subjectType,
      subjectId: auditEntries.subjectId,
      customerId: auditEntries.customerId,
      systemId: auditEntries.systemId,
      contractId: auditEntries.contractId,
      before: text(auditEntries.before),
      after: text(auditEntries.after),
      reason: auditEntries.reason,
      requestId: auditEntries.requestId,
    })
    .from(auditEntries)
    .where(and(eq(auditEntries.resellerId, resellerId), gt(auditEntries.number, after)))
    .orderBy(asc(auditEntries.number))
    .limit(limit);
}

export type ChainText = Awaited<ReturnType<typeof chainTexts>>[number];

export async function auditHead(tx: Tx, resellerId: string): Promise<ChainHead | null> {
  const [row] = await tx
    .select({ number: auditHeads.number, hash: auditHeads.hash })
    .from(auditHeads)
    .where(eq(auditHeads.resellerId, resellerId));
  return row ?? null;
}

/** The hash of one entry, for comparing it with one that was written down elsewhere. */
export async function auditHash(tx: Tx, resellerId: string, number: number): Promise<string | null> {
  const [row] = await tx
    .select({ hash: auditEntries.hash })
    .from(auditEntries)
    .where(and(eq(auditEntries.resellerId, resellerId), eq(auditEntries.number, number)));
  return row?.hash ?? null;
}
