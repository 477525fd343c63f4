import { v7 as uuidv7 } from "uuid";
import { insertAuditEntries } from "@/db/queries/audit";
import type { Tx } from "@/db/tenant";
import type { Actor, AuditAction, AuditSubject, AuditValues } from "@/lib/domain/audit";
import type { Viewer } from "@/lib/domain/viewer";

/** One change as it is told to the trail; ids are UUIDs. */
export interface Change {
  readonly action: AuditAction;
  readonly subject: { readonly type: AuditSubject; readonly id: string };
  /** What it belongs to, so that it shows in their histories: the customer's always, the system's and the contract's where there is one. */
  readonly of?: {
    readonly customerId?: string | null;
    readonly systemId?: string | null;
    readonly contractId?: string | null;
  };
  /** What was and what is, by the names of `auditFields`: of an edit only what differs (`differences`). */
  readonly before?: AuditValues | null;
  readonly after?: AuditValues | null;
  /** As the person gave it; null where none is asked for. */
  readonly reason?: string | null;
  readonly at: Date;
}

/** Who acts: somebody signed in, a key of the API, or what runs without anybody. */
export type Acting = Viewer | (Actor & { readonly resellerId: string; readonly requestId?: string });

/**
 * Notes one change in the reseller's audit trail, in the transaction that makes it. Call it last: from here until the transaction ends nobody
 * else notes anything for the reseller. Whoever waits for locks after it may wait for somebody who waits for this.
 */
export async function recordChange(tx: Tx, acting: Acting, change: Change): Promise<void> {
  await recordChanges(tx, acting, [change]);
}

/** The same for many: thousands at once are one statement each five thousand. */
export async function recordChanges(tx: Tx, acting: Acting, changes: readonly Change[]): Promise<void> {
  const { resellerId } = acting;
  if (resellerId === null) throw new Error("What happens outside of a reseller has no place in a reseller's trail.");
  const actor = actorOf(acting);
  await insertAuditEntries(
    tx,
    resellerId,
    changes.map(({ action, subject, of = {}, before, after, reason, at }) => ({
      id: uuidv7(),
      at,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      action,
      subjectType: subject.type,
      subjectId: subject.id,
      customerId: of.customerId ?? null,
      systemId: of.systemId ?? null,
      contractId: of.contractId ?? null,
      before: before ?? null,
      after: after ?? null,
      reason: reason ?? null,
      requestId: acting.requestId ?? null,
    })),
  );
}

function actorOf(acting: Acting): Actor {
  if ("kind" in acting) return acting;
  if (acting.apiKeyId !== undefined) return { kind: "api-key", id: acting.apiKeyId, name: acting.name };
  return { kind: "person", id: acting.personId, name: acting.name };
}
