import { z } from "zod";
import { done } from "@/lib/auth/answers";
import type { Upload } from "@/lib/auth/body";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { DOCUMENT_BYTES_AT_MOST } from "@/lib/domain/document-file";
import { isRefusal, refuse } from "@/lib/domain/refusal";
import { attachDocument } from "@/lib/use-cases/attach-document";

const schema = z.strictObject({
  file: z.custom<Upload>((value) => (value as Upload | undefined)?.bytes instanceof Uint8Array).optional(),
});

/** Attaches a contract's PDF. Lies outside of the proxy, which lets only the first 10 MB of a body through. */
export const POST = route(
  { task: "capture-estate", schema, body: "upload", maxBytes: DOCUMENT_BYTES_AT_MOST },
  async ({ viewer, input: { file }, params }) => {
    if (file === undefined || (file.name === "" && file.bytes.length === 0)) return refuse("file-missing", {}, "file");
    const contractId = params.id ?? "";
    const attached = await attachDocument(viewer, { contractId, ...file }, today(), now());
    if (attached === "not-found" || isRefusal(attached)) return attached;
    return done(attached, { status: 201, weiter: `/vertraege/${contractId}?getan=dokument#dokumente` });
  },
);
