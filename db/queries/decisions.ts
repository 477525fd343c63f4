import { and, asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { DecisionKind } from "@/lib/domain/decisions";
import type { Viewer } from "@/lib/domain/viewer";
import { anyOf } from "../any-of";
import { customers, decisionRecords, decisions, systems } from "../schema";
import { type Tx, visibleTo } from "../tenant";

export interface QueueConditions {
  readonly vendor?: string | undefined;
  readonly customerId?: string | undefined;
  readonly kind?: DecisionKind | undefined;
  readonly clerkId?: string | undefined;
}

/** What the viewer sees in the queue: open rows, not folded, right for today. */
function inQueue(viewer: Viewer, filter: QueueConditions, today: string): SQL | undefined {
  return and(
    eq(decisions.resellerId, viewer.resellerId ?? ""),
    eq(decisions.state, "open"),
    eq(decisions.folded, false),
    visibleTo(viewer, decisions.customerId),
    filter.vendor === undefined ? undefined : eq(decisions.vendor, filter.vendor),
    filter.customerId === undefined ? undefined : eq(decisions.customerId, filter.customerId),
    filter.kind === undefined ? undefined : eq(decisions.kind, filter.kind),
    filter.clerkId === undefined ? undefined : eq(decisions.clerkId, filter.clerkId),
    sql`(${decisions.staleAfter} is null or ${decisions.staleAfter} >= ${today})`,
  );
}

/** A row with what the queue shows beside it, and the newest record about its kind and basis. */
function itemsFrom(tx: Tx, rows: SQL | undefined, order: readonly SQL[], limit: number) {
  const page = tx
    .select()
    .from(decisions)
    .where(rows)
    .orderBy(...order)
    .limit(limit)
    .as("page");
  const record = tx
    .select({
      act: decisionRecords.act,
      until: decisionRecords.until,
      reason: decisionRecords.reason,
      recordedByName: decisionRecords.recordedByName,
      recordedAt: decisionRecords.recordedAt,
    })
    .from(decisionRecords)
    .where(
      and(
        eq(decisionRecords.resellerId, page.resellerId),
        eq(decisionRecords.subjectId, page.subjectId),
        eq(decisionRecords.kind, page.kind),
        eq(decisionRecords.basis, page.basis),
      ),
    )
    .orderBy(desc(decisionRecords.recordedAt), desc(decisionRecords.id))
    .limit(1)
    .as("record");
  // Each looked up for each row of the page: joined plainly, a page of 50 rows would be held against all of the tenant's customers.
  const customer = tx
    .select({ number: customers.number, name: customers.name })
    .from(customers)
    .where(and(eq(customers.resellerId, page.resellerId), eq(customers.id, page.customerId)))
    .limit(1)
    .as("customer");
  const system = tx
    .select({ name: systems.name })
    .from(systems)
    .where(and(eq(systems.resellerId, page.resellerId), eq(systems.id, page.systemId)))
    .limit(1)
    .as("system");
  return tx
    .select({
      id: page.id,
      kind: page.kind,
      subjectType: page.subjectType,
      subjectId: page.subjectId,
      customerId: page.customerId,
      customerNumber: customer.number,
      customerName: customer.name,
      contractId: page.contractId,
      systemId: page.systemId,
      systemName: system.name,
      vendor: page.vendor,
      sku: page.sku,
      clerkId: page.clerkId,
      dueOn: page.dueOn,
      sendByOn: page.sendByOn,
      sortOn: page.sortOn,
      amountAtStakeCents: page.amountAtStakeCents,
      detail: page.detail,
      basis: page.basis,
      state: page.state,
      staleAfter: page.staleAfter,
      act: record.act,
      until: record.until,
      reason: record.reason,
      recordedByName: record.recordedByName,
      recordedAt: record.recordedAt,
    })
    .from(page)
    .innerJoinLateral(customer, sql`true`)
    .leftJoinLateral(system, sql`true`)
    .leftJoinLateral(record, sql`true`)
    .orderBy(asc(page.sortOn), asc(page.id));
}

export type DecisionRow = Awaited<ReturnType<typeof itemsFrom>>[number];

/** One page of the queue, by send-by day. */
export async function queuePage(
  tx: Tx,
  viewer: Viewer,
  filter: QueueConditions,
  today: string,
  after: { readonly sortOn: string; readonly id: string } | null,
  limit: number,
): Promise<DecisionRow[]> {
  const from =
    after === null
      ? undefined
      : sql`(${decisions.sortOn}, ${decisions.id}) > (${after.sortOn}::date, ${after.id}::uuid)`;
  return itemsFrom(tx, and(inQueue(viewer, filter, today), from), [asc(decisions.sortOn), asc(decisions.id)], limit);
}

/** Rows of the queue up to a day, counted to `most` at most. */
export async function countUntil(
  tx: Tx,
  viewer: Viewer,
  filter: QueueConditions,
  today: string,
  until: string,
  most: number,
): Promise<number> {
  const rows = tx
    .select({ one: sql`1` })
    .from(decisions)
    .where(and(inQueue(viewer, filter, today), sql`${decisions.sortOn} <= ${until}`))
    // The order is that of the index: without it a busy week would be counted by walking through the table.
    .orderBy(asc(decisions.sortOn), asc(decisions.id))
    .limit(most)
    .as("due");
  const [row] = await tx.select({ n: sql<number>`count(*)` }).from(rows);
  return row?.n ?? 0;
}

/** All rows of a customer, of one of his systems with its contracts, or of a contract that stand by themselves, in every state. */
export async function decisionsOf(
  tx: Tx,
  viewer: Viewer,
  of: { readonly customerId: string; readonly systemId?: string } | { readonly contractId: string },
): Promise<DecisionRow[]> {
  const scope =
    "customerId" in of
      ? and(
          inArray(decisions.state, ["open", "decided", "snoozed", "waiting"]),
          eq(decisions.customerId, of.customerId),
          of.systemId === undefined ? undefined : eq(decisions.systemId, of.systemId),
        )
      : eq(decisions.contractId, of.contractId);
  const rows = and(
    eq(decisions.resellerId, viewer.resellerId ?? ""),
    eq(decisions.folded, false),
    visibleTo(viewer, decisions.customerId),
    scope,
  );
  return itemsFrom(tx, rows, [asc(decisions.sortOn), asc(decisions.id)], 1_000);
}

/**
 * The rows of contracts that stand by themselves and are not decided yet, also those whose window has not opened: what is decided about one of
 * those shows when it opens, so that its newest record is asked.
 */
export async function undecidedOf(tx: Tx, viewer: Viewer, contractIds: readonly string[]) {
  const newestAct = sql`(
    select ${decisionRecords.act} from ${decisionRecords}
    where ${and(
      eq(decisionRecords.resellerId, viewer.resellerId ?? ""),
      eq(decisionRecords.subjectId, decisions.subjectId),
      eq(decisionRecords.kind, decisions.kind),
      eq(decisionRecords.basis, decisions.basis),
    )}
    order by ${desc(decisionRecords.recordedAt)}, ${desc(decisionRecords.id)} limit 1)`;
  return tx
    .select({ id: decisions.id, contractId: decisions.contractId, kind: decisions.kind })
    .from(decisions)
    .where(
      and(
        eq(decisions.resellerId, viewer.resellerId ?? ""),
        anyOf(decisions.contractId, contractIds),
        eq(decisions.folded, false),
        or(
          inArray(decisions.state, ["open", "snoozed"]),
          and(eq(decisions.state, "waiting"), sql`coalesce(${newestAct}, 'undo') in ('undo', 'snooze')`),
        ),
        visibleTo(viewer, decisions.customerId),
      ),
    )
    .orderBy(asc(decisions.sortOn), asc(decisions.id));
}

/** One row in whatever state; null where it is absent, folded or not the viewer's. */
export async function decisionById(tx: Tx, viewer: Viewer, decisionId: string): Promise<DecisionRow | null> {
  const rows = and(
    eq(decisions.resellerId, viewer.resellerId ?? ""),
    eq(decisions.id, decisionId),
    eq(decisions.folded, false),
    visibleTo(viewer, decisions.customerId),
  );
  return (await itemsFrom(tx, rows, [asc(decisions.id)], 1))[0] ?? null;
}

/** The same without what the queue shows beside it. */
export async function storedDecision(tx: Tx, viewer: Viewer, decisionId: string) {
  const [row] = await tx
    .select()
    .from(decisions)
    .where(
      and(
        eq(decisions.resellerId, viewer.resellerId ?? ""),
        eq(decisions.id, decisionId),
        eq(decisions.folded, false),
        visibleTo(viewer, decisions.customerId),
      ),
    );
  return row ?? null;
}

export async function newestRecord(
  tx: Tx,
  resellerId: string,
  about: { readonly subjectId: string; readonly kind: DecisionKind; readonly basis: string },
) {
  const [row] = await tx
    .select()
    .from(decisionRecords)
    .where(
      and(
        eq(decisionRecords.resellerId, resellerId),
        eq(decisionRecords.subjectId, about.subjectId),
        eq(decisionRecords.kind, about.kind),
        eq(decisionRecords.basis, about.basis),
      ),
    )
    .orderBy(desc(decisionRecords.recordedAt), desc(decisionRecords.id))
    .limit(1);
  return row ?? null;
}

export async function insertRecord(tx: Tx, row: typeof decisionRecords.$inferInsert): Promise<void> {
  await tx.insert(decisionRecords).values(row);
}

/** Everything that was recorded about these subjects, oldest first. */
export async function recordRows(tx: Tx, resellerId: string, subjectIds: readonly string[]) {
  if (subjectIds.length === 0) return [];
  return tx
    .select({
      subjectId: decisionRecords.subjectId,
      kind: decisionRecords.kind,
      basis: decisionRecords.basis,
      act: decisionRecords.act,
      until: decisionRecords.until,
      dueOn: decisionRecords.dueOn,
      reason: decisionRecords.reason,
      recordedByName: decisionRecords.recordedByName,
      recordedAt: decisionRecords.recordedAt,
    })
    .from(decisionRecords)
    .where(and(eq(decisionRecords.resellerId, resellerId), anyOf(decisionRecords.subjectId, subjectIds)))
    .orderBy(asc(decisionRecords.recordedAt), asc(decisionRecords.id));
}

export type RecordRow = Awaited<ReturnType<typeof recordRows>>[number];

/** Sets what a person's act alone changes: the state, and until when it is known to hold. */
export async function setState(
  tx: Tx,
  resellerId: string,
  decisionId: string,
  change: { readonly state: "open" | "decided" | "snoozed"; readonly staleAfter: string | null },
): Promise<void> {
  await tx
    .update(decisions)
    .set(change)
    .where(and(eq(decisions.resellerId, resellerId), eq(decisions.id, decisionId)));
}
