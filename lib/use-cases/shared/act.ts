import { v7 as uuidv7 } from "uuid";
import { insertRecord, newestRecord, storedDecision } from "@/db/queries/decisions";
import { lockCustomer, lockQueue, type StoredDecision } from "@/db/queries/derived-decisions";
import { type Tx, withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { choicesFor, type DecisionAct, type DecisionChoice, decisionStandsUntil } from "@/lib/domain/decisions";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { deriveSubjects } from "./derive";
import { isId } from "./ids";

export interface ActInput {
  readonly decisionId: string;
  /** The row's basis as the person saw it; refused (`decision-changed`) if it is another by now. Absent: whatever it is now. */
  readonly basis?: string;
}

/** What is to be recorded about a row, as it stands when nobody else can change it any more. */
export interface Act {
  readonly act: DecisionAct;
  readonly until: Day | null;
  readonly reason: string;
}

export const REASON_AT_MOST = 1_000;

/** A reason that a person gave, without blanks around it. */
export function readReason(reason: string): string | Refusal {
  const text = reason.trim();
  if (text === "") return refuse("reason-missing", {}, "reason");
  if (text.length > REASON_AT_MOST) return refuse("reason-too-long", { most: REASON_AT_MOST }, "reason");
  return text;
}

/** Refuses what the newest record about the row has settled already, and says who did. */
export function alreadyActed(row: StoredDecision, newest: Awaited<ReturnType<typeof newestRecord>>): Refusal | null {
  if (newest === null || (row.state !== "decided" && row.state !== "snoozed")) return null;
  const params = { byName: newest.recordedByName, act: newest.act, at: newest.recordedAt.toISOString() };
  return refuse(row.state === "decided" ? "decision-already-decided" : "decision-already-snoozed", params);
}

/**
 * Records an act on one row and settles its subject's rows anew, in one transaction that nobody else changes the customer's rows in. `judge`
 * sees the row as it is then, right for today, with the newest record about it.
 */
export async function actOn(
  viewer: Viewer,
  input: ActInput,
  today: Day,
  now: Date,
  judge: (row: StoredDecision, newest: Awaited<ReturnType<typeof newestRecord>>) => Act | Refusal,
): Promise<"done" | "not-found" | Refusal> {
  if (!may(viewer, "decide")) return refuse("not-allowed");
  if (!isId(input.decisionId)) return "not-found";
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    await lockQueue(tx, resellerId, "shared");
    const seen = await storedDecision(tx, viewer, input.decisionId);
    if (seen === null) return "not-found";
    await lockCustomer(tx, resellerId, seen.customerId);
    if (seen.staleAfter !== null && seen.staleAfter < today) await settleSubject(tx, resellerId, seen, today);
    const row = await storedDecision(tx, viewer, input.decisionId);
    if (row === null || (input.basis !== undefined && input.basis !== row.basis)) return refuse("decision-changed");
    const newest = await newestRecord(tx, resellerId, row);
    const act = judge(row, newest);
    if (isRefusal(act)) return act;
    await insertRecord(tx, {
      resellerId,
      id: uuidv7(),
      customerId: row.customerId,
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      kind: row.kind,
      dueOn: row.dueOn,
      basis: row.basis,
      ...act,
      recordedBy: viewer.personId,
      recordedByName: viewer.name,
      recordedAt: now,
    });
    await settleSubject(tx, resellerId, row, today);
    return "done";
  });
}

/** Decides one row, for a reason that was read already. Whoever comes second is told who was first. */
export async function decideOn(
  viewer: Viewer,
  input: ActInput & { readonly choice: DecisionChoice },
  reason: string,
  today: Day,
  now: Date,
): Promise<"done" | "not-found" | Refusal> {
  return actOn(viewer, input, today, now, (row, newest) => {
    if (!choicesFor(row.kind).includes(input.choice))
      return refuse("choice-not-possible", { kind: row.kind }, "choice");
    const taken = row.state === "decided" ? alreadyActed(row, newest) : null;
    return taken ?? { act: input.choice, until: decisionStandsUntil(row, input.choice, today), reason };
  });
}

async function settleSubject(tx: Tx, resellerId: string, row: StoredDecision, today: Day): Promise<void> {
  const of = (type: StoredDecision["subjectType"]) => (row.subjectType === type ? [row.subjectId] : []);
  const subjects = { contractIds: of("contract"), systemIds: of("system"), customerIds: of("customer") };
  await deriveSubjects(tx, resellerId, subjects, today);
}
