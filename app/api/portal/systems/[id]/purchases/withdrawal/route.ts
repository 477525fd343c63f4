import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { withdrawPurchase } from "@/lib/use-cases/withdraw-purchase";
import { textField } from "../../../../fields";

const schema = z.strictObject({ purchaseId: z.uuid(), reason: textField });

/** Takes back a purchase that was recorded wrongly. */
export const POST = route({ task: "capture-estate", schema }, async ({ viewer, input, params }) => {
  const systemId = params.id ?? "";
  const withdrawn = await withdrawPurchase(viewer, { systemId, ...input }, today(), now());
  if (withdrawn !== "done") return withdrawn;
  const weiter = `/anlagen/${systemId}?getan=anschaffung`;
  return done({ weiter }, { weiter });
});
