import { z } from "zod";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { decisionChoices } from "@/lib/domain/decisions";
import { decide } from "@/lib/use-cases/decide";
import { snoozeDecision } from "@/lib/use-cases/snooze-decision";
import { undoDecision } from "@/lib/use-cases/undo-decision";
import { asConflict, dayField, textField } from "../../fields";

const basis = z.string().max(2_000).optional();
/** A form that decides names the choice on its button and no act. */
const schema = z.preprocess(
  (fields) =>
    typeof fields === "object" && fields !== null && !("act" in fields) ? { ...fields, act: "decide" } : fields,
  z.discriminatedUnion("act", [
    z.strictObject({ act: z.literal("decide"), choice: z.enum(decisionChoices), reason: textField, basis }),
    z.strictObject({ act: z.literal("snooze"), until: dayField, reason: textField, basis }),
    z.strictObject({ act: z.literal("undo"), basis }),
  ]),
);

/** Decides a row of the queue, puts it aside, or takes the last of both back. */
export const POST = route({ task: "decide", schema }, async ({ viewer, input, params }) => {
  const decisionId = params.id ?? "";
  if (input.act === "undo") return asConflict(await undoDecision(viewer, { ...input, decisionId }, today(), now()));
  if (input.act === "snooze") return asConflict(await snoozeDecision(viewer, { ...input, decisionId }, today(), now()));
  return asConflict(await decide(viewer, { ...input, decisionId }, today(), now()));
});
