import { and, asc, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Viewer } from "@/lib/domain/viewer";
import { customers, licences, systems } from "../schema";
import { auditEntries } from "../schema-records";
import { type Tx, visibleTo } from "../tenant";

export type KeyHolder = "system" | "licence";

/** A licence key's three columns; what is sealed is never read for a customer's people, whom the database refuses it. */
export interface KeyColumns {
  readonly sealed: string;
  readonly mask: string;
  readonly digest: string;
}

/** One system with the masks of its keys, where the viewer may see it. */
export async function systemKeyMasks(tx: Tx, viewer: Viewer, systemId: string) {
  const resellerId = viewer.resellerId ?? "";
  const [system] = await tx
    .select({
      id: systems.id,
      name: systems.name,
      vendor: systems.vendor,
      customerId: systems.customerId,
      customerName: customers.name,
      mask: systems.serverKeyMask,
      version: systems.version,
    })
    .from(systems)
    .innerJoin(customers, and(eq(customers.resellerId, systems.resellerId), eq(customers.id, systems.customerId)))
    .where(
      and(
        eq(systems.resellerId, resellerId),
        eq(systems.id, systemId),
        visibleTo(viewer, systems.customerId),
        isNull(systems.archivedAt),
        isNull(customers.archivedAt),
      ),
    );
  if (system === undefined) return null;
  const rows = await tx
    .select({ id: licences.id, sku: licences.sku, mask: licences.licenceKeyMask, version: licences.version })
    .from(licences)
    .where(
      and(
        eq(licences.resellerId, resellerId),
        eq(licences.systemId, systemId),
        isNull(licences.archivedAt),
        // Follows from archived; the index asks for it.
        isNull(licences.withdrawnAt),
      ),
    )
    .orderBy(asc(licences.sku), asc(licences.id));
  return { ...system, licences: rows };
}

const holderIs = (viewer: Viewer, table: typeof systems | typeof licences, id: string) =>
  and(
    eq(table.resellerId, viewer.resellerId ?? ""),
    eq(table.id, id),
    visibleTo(viewer, table.customerId as PgColumn),
    isNull(table.archivedAt),
  );

/** What holds a key, locked until the transaction ends. */
export async function lockKeyHolder(tx: Tx, viewer: Viewer, holder: KeyHolder, id: string) {
  const [row] =
    holder === "system"
      ? await tx
          .select({
            customerId: systems.customerId,
            systemId: systems.id,
            version: systems.version,
            vendor: systems.vendor,
            systemName: systems.name,
            sealed: systems.serverKeySealed,
            mask: systems.serverKeyMask,
            digest: systems.serverKeyDigest,
          })
          .from(systems)
          .where(holderIs(viewer, systems, id))
          .for("update")
      : await tx
          .select({
            customerId: licences.customerId,
            systemId: licences.systemId,
            version: licences.version,
            vendor: licences.vendor,
            sku: licences.sku,
            sealed: licences.licenceKeySealed,
            mask: licences.licenceKeyMask,
            digest: licences.licenceKeyDigest,
          })
          .from(licences)
          .where(holderIs(viewer, licences, id))
          .for("update");
  return row ?? null;
}

/** Puts a key in the place of the one that was there; null takes it away. The caller holds the row. */
export async function setKey(
  tx: Tx,
  resellerId: string,
  holder: KeyHolder,
  id: string,
  version: number,
  key: KeyColumns | null,
): Promise<void> {
  const { sealed, mask, digest } = key ?? { sealed: null, mask: null, digest: null };
  if (holder === "system") {
    await tx
      .update(systems)
      .set({ serverKeySealed: sealed, serverKeyMask: mask, serverKeyDigest: digest, version })
      .where(and(eq(systems.resellerId, resellerId), eq(systems.id, id)));
    return;
  }
  await tx
    .update(licences)
    .set({ licenceKeySealed: sealed, licenceKeyMask: mask, licenceKeyDigest: digest, version })
    .where(and(eq(licences.resellerId, resellerId), eq(licences.id, id)));
}

/** Whether the viewer has asked for this key since an instant, by the trail. */
export async function wasRevealed(tx: Tx, viewer: Viewer, systemId: string, subjectId: string, since: Date) {
  const [row] = await tx
    .select({ at: auditEntries.at })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.resellerId, viewer.resellerId ?? ""),
        eq(auditEntries.systemId, systemId),
        eq(auditEntries.subjectId, subjectId),
        inArray(auditEntries.action, ["licence-key-revealed", "server-key-revealed"]),
        eq(auditEntries.actorId, viewer.personId),
        gt(auditEntries.at, since),
      ),
    )
    .orderBy(desc(auditEntries.number))
    .limit(1);
  return row?.at ?? null;
}

/** Keys that are sealed, in the order of their ids, for sealing them anew. */
export async function sealedKeysAfter(tx: Tx, resellerId: string, holder: KeyHolder, after: string, limit: number) {
  const table = holder === "system" ? systems : licences;
  const sealed = holder === "system" ? systems.serverKeySealed : licences.licenceKeySealed;
  const rows = await tx
    .select({ id: table.id, version: table.version, sealed })
    .from(table)
    .where(and(eq(table.resellerId, resellerId), gt(table.id, after)))
    .orderBy(asc(table.id))
    .limit(limit)
    .for("update");
  return rows;
}
