import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import { renameSystem } from "@/lib/use-cases/rename-system";
import { conflictFault } from "../../../conflict-fault";
import { textField, wholeField } from "../../../fields";

const schema = z.strictObject({
  name: z.string().max(1_000),
  version: wholeField,
  how: z.enum(["changed", "corrected"]),
  reason: textField.default(""),
});

/** Gives a system another name, or corrects one that had been recorded wrongly. */
export const POST = route({ task: "capture-estate", schema, keepsTyped: true }, async ({ viewer, input, params }) => {
  const systemId = params.id ?? "";
  const renamed = await renameSystem(viewer, { systemId, ...input }, today(), now());
  if (renamed === "not-found" || isRefusal(renamed)) return renamed;
  if ("conflict" in renamed) return conflictFault("system-name-changed", renamed);
  const weiter = `/anlagen/${systemId}?getan=${input.how === "corrected" ? "berichtigt" : "geaendert"}`;
  return done({ ...renamed, weiter }, { weiter });
});
