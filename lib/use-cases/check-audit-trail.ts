import { createHash } from "node:crypto";
import { auditHash, auditHead, type ChainText, chainTexts } from "@/db/queries/audit";
import { withTenantId } from "@/db/tenant";
import { type ChainFault, type ChainHead, chainFaults, headFaults, NO_HASH } from "@/lib/domain/audit";

export interface TrailCheck {
  readonly entries: number;
  /** The newest entry. Written down outside of the database it shows later that the trail up to it is still the same; null: no entry. */
  readonly head: ChainHead | null;
  readonly faults: readonly ChainFault[];
}

const ENTRIES_AT_ONCE = 5_000;
/** More than a person reads; a trail that was cut in the middle has one fault and not thousands. */
const FAULTS_AT_MOST = 100;

/**
 * Reads a reseller's whole audit trail and reckons every hash anew, apart from the database's own function. `known` is a head that was written
 * down earlier: the entry of that number must still have that hash.
 */
export async function checkAuditTrail(resellerId: string, known: ChainHead | null = null): Promise<TrailCheck> {
  return withTenantId(resellerId, async (tx) => {
    const head = await auditHead(tx, resellerId);
    const faults: ChainFault[] = [];
    let last: ChainHead = { number: 0, hash: NO_HASH };
    let entries = 0;
    while (true) {
      const rows = await chainTexts(tx, resellerId, last.number, ENTRIES_AT_ONCE);
      const reckoned = rows.map((row) => ({ ...row, reckonedHash: hashOf(resellerId, row) }));
      faults.push(...chainFaults(reckoned, last));
      entries += rows.length;
      last = rows.at(-1) ?? last;
      if (rows.length < ENTRIES_AT_ONCE) break;
    }
    const at = async (number: number) => {
      const hash = await auditHash(tx, resellerId, number);
      return hash === null ? null : { number, hash };
    };
    if (head !== null) faults.push(...headFaults(last, head, await at(head.number)));
    else if (entries > 0) faults.push({ kind: "beyond-head", number: 1 });
    // The trail has grown since a head was written down, which is as it should be.
    if (known !== null)
      faults.push(...headFaults(last, known, await at(known.number)).filter(({ kind }) => kind !== "beyond-head"));
    const newest = entries === 0 ? null : { number: last.number, hash: last.hash };
    return { entries, head: newest, faults: faults.slice(0, FAULTS_AT_MOST) };
  });
}

/** SHA-256 over the entry's text: see `app.audit_text`, from which this is written apart. */
function hashOf(resellerId: string, row: ChainText): string {
  const parts = [
    "audit 1",
    resellerId,
    String(row.number),
    row.previousHash,
    row.id,
    row.at,
    row.actorKind,
    row.actorId,
    row.actorName,
    row.action,
    row.subjectType,
    row.subjectId,
    row.customerId,
    row.systemId,
    row.contractId,
    row.before,
    row.after,
    row.reason,
    row.requestId,
  ];
  const text = parts
    .map((part) => (part === null ? "-" : `${Buffer.byteLength(part)}:${part}`))
    .map((part) => `${part},`)
    .join("");
  return createHash("sha256").update(text, "utf8").digest("hex");
}
