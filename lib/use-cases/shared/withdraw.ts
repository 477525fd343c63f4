import { v7 as uuidv7 } from "uuid";
import { insertWithdrawals, type NewWithdrawal } from "@/db/queries/withdrawals";
import type { Tx } from "@/db/tenant";
import type { Acting } from "./record-change";

export interface Withdrawn {
  readonly type: NewWithdrawal["subjectType"];
  readonly id: string;
  readonly customerId: string;
}

/**
 * Marks what was recorded wrongly, or by an import that is undone: it stays, and counts no more, in any query. What hangs on it is named too:
 * a contract's terms, a licence's purchases. The caller checks that nothing was built on it, derives anew what followed from it, and notes it
 * in the trail. How many were not withdrawn before.
 */
export async function withdraw(
  tx: Tx,
  acting: Acting,
  subjects: readonly Withdrawn[],
  by: { readonly reason: string; readonly importId?: string; readonly at: Date },
): Promise<number> {
  const person = "kind" in acting ? acting.id : acting.personId;
  return insertWithdrawals(
    tx,
    acting.resellerId ?? "",
    subjects.map(({ type, id, customerId }) => ({
      id: uuidv7(),
      customerId,
      subjectType: type,
      subjectId: id,
      reason: by.reason,
      importId: by.importId ?? null,
      recordedBy: person,
      recordedByName: acting.name,
      recordedAt: by.at,
    })),
  );
}
