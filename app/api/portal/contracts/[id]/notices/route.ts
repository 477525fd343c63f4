import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import { recordNotice } from "@/lib/use-cases/record-notice";
import { asConflict, dayField, textField } from "../../../fields";

const common = {
  receivedOn: dayField,
  channel: z.enum(["email", "fax", "letter", "portal"]),
  note: textField.optional(),
};
const schema = z.discriminatedUnion("kind", [
  z.strictObject({ ...common, kind: z.literal("notice"), expectedEndsOn: dayField.optional() }),
  z.strictObject({ ...common, kind: z.enum(["confirmation", "withdrawal"]), noticeId: z.uuid() }),
]);

/** Adds a notice, its confirmation or its withdrawal. */
export const POST = route({ task: "record-notice", schema }, async ({ viewer, input, params }) => {
  const recorded = await recordNotice(viewer, { ...input, contractId: params.id ?? "" }, today(), now());
  if (recorded === "not-found") return recorded;
  return isRefusal(recorded) ? asConflict(recorded) : done(recorded, { status: 201 });
});
