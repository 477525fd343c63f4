import { and, desc, eq } from "drizzle-orm";
import { notWithdrawn } from "../not-withdrawn";
import { documents } from "../schema-records";
import type { Tx } from "../tenant";

export async function insertDocument(tx: Tx, row: typeof documents.$inferInsert): Promise<void> {
  await tx.insert(documents).values(row);
}

/** A contract's documents without their content, the newest first; the columns are those that its own people read too. */
export async function documentsOf(tx: Tx, resellerId: string, contractId: string) {
  return tx
    .select({
      id: documents.id,
      name: documents.name,
      sizeBytes: documents.sizeBytes,
      recordedAt: documents.recordedAt,
    })
    .from(documents)
    .where(
      and(
        eq(documents.resellerId, resellerId),
        eq(documents.contractId, contractId),
        notWithdrawn(resellerId, documents.id),
      ),
    )
    .orderBy(desc(documents.recordedAt), desc(documents.id));
}

/** One document, with whose it is; null where there is none, or it was withdrawn. */
export async function documentById(tx: Tx, resellerId: string, documentId: string) {
  const [row] = await tx
    .select({
      id: documents.id,
      customerId: documents.customerId,
      contractId: documents.contractId,
      name: documents.name,
      mediaType: documents.mediaType,
      content: documents.content,
    })
    .from(documents)
    .where(
      and(eq(documents.resellerId, resellerId), eq(documents.id, documentId), notWithdrawn(resellerId, documents.id)),
    );
  return row ?? null;
}
