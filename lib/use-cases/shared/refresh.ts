import { isAnyStale, lockCustomer, lockQueue, staleSubjects, staleSubjectsOf } from "@/db/queries/derived-decisions";
import { type Tx, withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { may, type Viewer } from "@/lib/domain/viewer";
import { type Changes, deriveSubjects, type Subjects } from "./derive";

/** Rows that one read derives anew at most: more is left to the next reads, so that no single one has to wait long. */
export const REFRESH_AT_MOST = 2_000;

export interface Refreshed extends Changes {
  /** More rows are no longer right than one read may derive; they are left out of lists until they are. */
  readonly more: boolean;
}

/** Derives anew, in the caller's transaction, the subjects whose rows the day has overtaken: those first that stand first in the queue. */
export async function refreshStale(tx: Tx, resellerId: string, today: Day, atMost: number): Promise<Refreshed> {
  await lockQueue(tx, resellerId, "alone");
  const stale = await staleSubjects(tx, resellerId, today, atMost);
  const changes = await deriveSubjects(tx, resellerId, subjectsOf(stale), today);
  return { ...changes, more: stale.length === atMost && (await isAnyStale(tx, resellerId, today)) };
}

/**
 * Brings the reseller's rows to the day, as far as one read may take. Usually a glance at an index. While somebody else is at it, for longer
 * than the database waits for a lock, nothing is done.
 */
export async function bringToDay(viewer: Viewer, today: Day): Promise<{ readonly more: boolean }> {
  const resellerId = viewer.resellerId ?? "";
  if (!(await withTenant(viewer, (tx) => isAnyStale(tx, resellerId, today)))) return { more: false };
  try {
    return await withTenant(viewer, (tx) => refreshStale(tx, resellerId, today, REFRESH_AT_MOST));
  } catch (error) {
    if (isLockTimeout(error)) return { more: true };
    throw error;
  }
}

/**
 * The same for one customer alone, in the caller's transaction. Nothing for a customer's own people, who see no rows and may write none.
 */
export async function bringCustomerToDay(tx: Tx, viewer: Viewer, customerId: string, today: Day): Promise<void> {
  if (!may(viewer, "see-queue")) return;
  const resellerId = viewer.resellerId ?? "";
  if ((await staleSubjectsOf(tx, resellerId, customerId, today)).length === 0) return;
  await lockQueue(tx, resellerId, "shared");
  await lockCustomer(tx, resellerId, customerId);
  const stale = await staleSubjectsOf(tx, resellerId, customerId, today);
  await deriveSubjects(tx, resellerId, subjectsOf(stale), today);
}

function subjectsOf(rows: readonly { readonly subjectType: string; readonly subjectId: string }[]): Subjects {
  const ids = (type: string) => [...new Set(rows.flatMap((row) => (row.subjectType === type ? [row.subjectId] : [])))];
  return { contractIds: ids("contract"), systemIds: ids("system"), customerIds: ids("customer") };
}

/** Somebody else has held a lock for longer than the database waits. */
export function isLockTimeout(error: unknown): boolean {
  const codes = [error, (error as { cause?: unknown }).cause].map(
    (each) => (each as { code?: unknown } | undefined)?.code,
  );
  return codes.includes("55P03");
}
