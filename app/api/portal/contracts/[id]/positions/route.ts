import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal, isRefusals } from "@/lib/domain/refusal";
import { changePosition } from "@/lib/use-cases/change-position";
import { conflictFault, inFormFields } from "../../../conflict-fault";
import { inFormWords, textField, wholeField } from "../../../fields";
import { positionChangeOf, positionFields, positionNameOf } from "./position-fields";

const schema = z.strictObject({ ...positionFields, version: wholeField, reason: textField.default("") });

/** Gives a position of a contract another quantity, from a day on or from its beginning. */
export const POST = route({ task: "capture-estate", schema, keepsTyped: true }, async ({ viewer, input, params }) => {
  const { version, reason, ...fields } = input;
  const contractId = params.id ?? "";
  const change = { ...positionChangeOf(contractId, fields), version, reason };
  const changed = inFormWords(await changePosition(viewer, change, today(), now()), positionNameOf);
  if (changed === "not-found" || isRefusal(changed) || isRefusals(changed)) return changed;
  if ("conflict" in changed) return inFormFields(conflictFault("contract-changed", changed), positionNameOf);
  const weiter = `/vertraege/${contractId}?getan=menge`;
  return done({ ...changed, weiter }, { weiter });
});
