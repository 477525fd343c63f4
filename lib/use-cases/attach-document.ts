import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { lockCustomer, lockQueue } from "@/db/queries/derived-decisions";
import { insertDocument } from "@/db/queries/documents";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { documentName, faultOfDocument } from "@/lib/domain/document-file";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { contractAtHand } from "./shared/contract-at-hand";
import { recordChange } from "./shared/record-change";

export interface NewDocument {
  readonly contractId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MEDIA_TYPE = "application/pdf";

/** Attaches a PDF to a contract; it is kept as it is and never changed. Refused as in `faultOfDocument`. */
export async function attachDocument(
  viewer: Viewer,
  input: NewDocument,
  today: Day,
  now: Date,
): Promise<{ readonly documentId: string } | "not-found" | Refusal> {
  if (!may(viewer, "capture-estate")) return refuse("not-allowed");
  const fault = faultOfDocument(input.bytes);
  const resellerId = viewer.resellerId ?? "";
  return withTenant(viewer, async (tx) => {
    const found = await contractAtHand(tx, viewer, input.contractId, today);
    if (found === null) return "not-found";
    if (fault !== null) return fault;
    const { id: contractId, customerId, systemId } = found.row;
    await lockQueue(tx, resellerId, "shared");
    await lockCustomer(tx, resellerId, customerId);
    const id = uuidv7();
    const about = {
      name: documentName(input.name, "Vertrag"),
      mediaType: MEDIA_TYPE,
      sizeBytes: input.bytes.length,
      sha256: createHash("sha256").update(input.bytes).digest("hex"),
    };
    await insertDocument(tx, {
      ...{ resellerId, id, customerId, contractId, ...about, content: Buffer.from(input.bytes) },
      ...{ recordedBy: viewer.personId, recordedByName: viewer.name, recordedAt: now },
    });
    const { name: fileName, sizeBytes, sha256 } = about;
    await recordChange(tx, viewer, {
      action: "document-created",
      subject: { type: "document", id },
      of: { customerId, systemId, contractId },
      after: { fileName, sizeBytes, sha256 },
      at: now,
    });
    return { documentId: id };
  });
}
