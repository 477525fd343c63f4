import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { withdrawDocument } from "@/lib/use-cases/withdraw-document";
import { textField } from "../../../../fields";

const schema = z.strictObject({ documentId: z.uuid(), reason: textField });

/** Takes back a document that was attached wrongly. */
export const POST = route({ task: "capture-estate", schema }, async ({ viewer, input, params }) => {
  const contractId = params.id ?? "";
  const withdrawn = await withdrawDocument(viewer, { contractId, ...input }, today(), now());
  if (withdrawn !== "done") return withdrawn;
  const weiter = `/vertraege/${contractId}?getan=zurueckgenommen#dokumente`;
  return done({ weiter }, { weiter });
});
