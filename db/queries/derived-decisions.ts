import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { DerivedDecision } from "@/lib/domain/decisions";
import { anyOf } from "../any-of";
import { decisions } from "../schema";
import type { Tx } from "../tenant";

/** Subjects whose rows are no longer right, those first that stand first in the queue. */
export async function staleSubjects(tx: Tx, resellerId: string, today: string, limit: number) {
  return tx
    .select({ subjectType: decisions.subjectType, subjectId: decisions.subjectId })
    .from(decisions)
    .where(and(eq(decisions.resellerId, resellerId), sql`${decisions.staleAfter} < ${today}`))
    .orderBy(asc(decisions.sortOn), asc(decisions.id))
    .limit(limit);
}

/** The same for one customer. */
export async function staleSubjectsOf(tx: Tx, resellerId: string, customerId: string, today: string) {
  return tx
    .select({ subjectType: decisions.subjectType, subjectId: decisions.subjectId })
    .from(decisions)
    .where(
      and(
        eq(decisions.resellerId, resellerId),
        inArray(decisions.state, ["open", "decided", "snoozed", "waiting"]),
        inArray(decisions.folded, [true, false]),
        eq(decisions.customerId, customerId),
        sql`${decisions.staleAfter} < ${today}`,
      ),
    );
}

export async function isAnyStale(tx: Tx, resellerId: string, today: string): Promise<boolean> {
  const rows = await tx
    .select({ one: sql`1` })
    .from(decisions)
    .where(and(eq(decisions.resellerId, resellerId), sql`${decisions.staleAfter} < ${today}`))
    .limit(1);
  return rows.length > 0;
}

export async function rowsOfSubjects(tx: Tx, resellerId: string, subjectIds: readonly string[]) {
  if (subjectIds.length === 0) return [];
  return tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.resellerId, resellerId), anyOf(decisions.subjectId, subjectIds)));
}

export type StoredDecision = Awaited<ReturnType<typeof rowsOfSubjects>>[number];

/** Subjects of these customers that have rows. */
export async function subjectIdsOfCustomers(tx: Tx, resellerId: string, customerIds: readonly string[]) {
  const rows = await tx
    .selectDistinct({ subjectId: decisions.subjectId })
    .from(decisions)
    .where(
      and(
        eq(decisions.resellerId, resellerId),
        inArray(decisions.state, ["open", "decided", "snoozed", "waiting"]),
        inArray(decisions.folded, [true, false]),
        anyOf(decisions.customerId, customerIds),
      ),
    );
  return rows.map((row) => row.subjectId);
}

/** The folded rows of these customers: what their rolling lines are made of. */
export async function foldedRows(tx: Tx, resellerId: string, customerIds: readonly string[]) {
  if (customerIds.length === 0) return [];
  return tx
    .select({
      customerId: decisions.customerId,
      amountAtStakeCents: decisions.amountAtStakeCents,
      sortOn: decisions.sortOn,
    })
    .from(decisions)
    .where(
      and(
        eq(decisions.resellerId, resellerId),
        eq(decisions.state, "open"),
        eq(decisions.folded, true),
        anyOf(decisions.customerId, customerIds),
      ),
    );
}

/** Writes rows as they are given: a new one under its id, one that is there (same subject and kind) in its place, keeping its id. */
export async function putDecisions(
  tx: Tx,
  resellerId: string,
  rows: readonly (DerivedDecision & { readonly id: string })[],
): Promise<void> {
  const batch = 2_000;
  for (let at = 0; at < rows.length; at += batch) {
    const json = JSON.stringify(rows.slice(at, at + batch));
    await tx.execute(sql`
      insert into ${decisions} (reseller_id, id, customer_id, subject_type, subject_id, contract_id, system_id, kind, vendor, sku, clerk_id,
        due_on, send_by_on, sort_on, amount_at_stake_cents, detail, folded, state, basis, stale_after)
      select ${resellerId}::uuid, id, "customerId", "subjectType", "subjectId", "contractId", "systemId", kind, vendor, sku, "clerkId",
        "dueOn", "sendByOn", "sortOn", "amountAtStakeCents", detail, folded, state, basis, "staleAfter"
      from jsonb_to_recordset(${json}::jsonb) as row(id uuid, "customerId" uuid, "subjectType" text, "subjectId" uuid, "contractId" uuid,
        "systemId" uuid, kind text, vendor text, sku text, "clerkId" uuid, "dueOn" date, "sendByOn" date, "sortOn" date,
        "amountAtStakeCents" bigint, detail jsonb, folded boolean, state text, basis text, "staleAfter" date)
      on conflict (reseller_id, subject_id, kind) do update set
        customer_id = excluded.customer_id, subject_type = excluded.subject_type, contract_id = excluded.contract_id,
        system_id = excluded.system_id, vendor = excluded.vendor, sku = excluded.sku, clerk_id = excluded.clerk_id,
        due_on = excluded.due_on, send_by_on = excluded.send_by_on, sort_on = excluded.sort_on,
        amount_at_stake_cents = excluded.amount_at_stake_cents, detail = excluded.detail, folded = excluded.folded,
        state = excluded.state, basis = excluded.basis, stale_after = excluded.stale_after`);
  }
}

export async function removeDecisions(tx: Tx, resellerId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.delete(decisions).where(and(eq(decisions.resellerId, resellerId), anyOf(decisions.id, ids)));
}

/** Held until the transaction ends. Acts on single rows share it; whoever derives many rows anew has it alone. */
export async function lockQueue(tx: Tx, resellerId: string, mode: "shared" | "alone"): Promise<void> {
  const key = sql`hashtextextended(${`decisions ${resellerId}`}, 0)`;
  await tx.execute(
    mode === "shared" ? sql`select pg_advisory_xact_lock_shared(${key})` : sql`select pg_advisory_xact_lock(${key})`,
  );
}

/** Held until the transaction ends: whoever changes what a customer's rows follow from. */
export async function lockCustomer(tx: Tx, resellerId: string, customerId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`customer ${resellerId} ${customerId}`}, 0))`);
}
