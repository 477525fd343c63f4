import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { decisionChoices } from "@/lib/domain/decisions";
import { isRefusal } from "@/lib/domain/refusal";
import { sentence } from "@/lib/format/reasons";
import { decideStock } from "@/lib/use-cases/decide-stock";
import { textField } from "../../fields";

const schema = z.strictObject({
  rows: z.array(z.uuid()).min(1).max(200),
  choice: z.enum(decisionChoices),
  reason: textField,
});

/** Decides for the contracts of chosen rows of Bestand, all for one reason, and says what became of each. */
export const POST = route({ task: "decide", schema }, async ({ viewer, input }) => {
  const outcome = await decideStock(viewer, { ...input, rowIds: input.rows }, today(), now());
  if (outcome === "not-found" || isRefusal(outcome)) return outcome;
  const refused = outcome.refused.map(({ articleName, customerName, why }) => ({
    what: `${articleName}, ${customerName}`,
    message: sentence(why, viewer.locale),
  }));
  return done({ decided: outcome.decided, nothing: outcome.nothing, refused });
});
