import { and, asc, eq, isNull, lt, or } from "drizzle-orm";
import { notWithdrawn } from "../not-withdrawn";
import { contracts, positions, terms } from "../schema";
import type { Tx } from "../tenant";

/** The terms agreed for a contract, whole, the earliest first. */
export async function wholeTerms(tx: Tx, resellerId: string, contractId: string) {
  return tx
    .select()
    .from(terms)
    .where(and(eq(terms.resellerId, resellerId), eq(terms.contractId, contractId), notWithdrawn(resellerId, terms.id)))
    .orderBy(asc(terms.startsOn), asc(terms.id));
}

export type WholeTerm = Awaited<ReturnType<typeof wholeTerms>>[number];

/** Sets what was recorded wrongly; false where the contract's version is another by now, or it is archived. */
export async function setParticulars(
  tx: Tx,
  resellerId: string,
  { id, version }: { readonly id: string; readonly version: number },
  set: Partial<
    Pick<typeof contracts.$inferInsert, "startsOn" | "billingInterval" | "billingParty" | "amountCents" | "land">
  >,
): Promise<boolean> {
  const changed = await tx
    .update(contracts)
    .set({ ...set, version: version + 1 })
    .where(
      and(
        eq(contracts.resellerId, resellerId),
        eq(contracts.id, id),
        eq(contracts.version, version),
        isNull(contracts.archivedAt),
      ),
    )
    .returning({ id: contracts.id });
  return changed.length > 0;
}

/** Positions that ran from the contract's first day run from the new one; none begins before it. */
export async function movePositions(
  tx: Tx,
  resellerId: string,
  contractId: string,
  from: string,
  to: string,
): Promise<void> {
  await tx
    .update(positions)
    .set({ fromOn: to })
    .where(
      and(
        eq(positions.resellerId, resellerId),
        eq(positions.contractId, contractId),
        or(eq(positions.fromOn, from), lt(positions.fromOn, to)),
      ),
    );
}

const positionOf = (resellerId: string, id: string) => and(eq(positions.resellerId, resellerId), eq(positions.id, id));

/** Gives a position its last day. */
export async function endPosition(tx: Tx, resellerId: string, id: string, toOn: string): Promise<void> {
  await tx.update(positions).set({ toOn }).where(positionOf(resellerId, id));
}

/** Sets what was recorded wrongly about a position, with its price snapshot. */
export async function setPosition(
  tx: Tx,
  resellerId: string,
  id: string,
  set: Pick<typeof positions.$inferInsert, "quantity" | "users" | "monthlyCents" | "yearlyCents" | "edition">,
): Promise<void> {
  await tx.update(positions).set(set).where(positionOf(resellerId, id));
}
