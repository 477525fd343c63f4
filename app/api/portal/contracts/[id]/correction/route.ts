import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal, isRefusals } from "@/lib/domain/refusal";
import { correctContract } from "@/lib/use-cases/correct-contract";
import { conflictFault, inFormFields } from "../../../conflict-fault";
import { inFormWords, textField, wholeField } from "../../../fields";
import { correctionFields, correctionNameOf, correctionOf } from "./correction-fields";

const schema = z.strictObject({ ...correctionFields, version: wholeField, reason: textField });

/** Corrects what had been recorded wrongly about a contract. */
export const POST = route({ task: "capture-estate", schema, keepsTyped: true }, async ({ viewer, input, params }) => {
  const { version, reason, ...fields } = input;
  const contractId = params.id ?? "";
  const corrected = inFormWords(
    await correctContract(viewer, { contractId, version, reason, set: correctionOf(fields) }, today(), now()),
    correctionNameOf,
  );
  if (corrected === "not-found" || isRefusal(corrected) || isRefusals(corrected)) return corrected;
  if ("conflict" in corrected) return inFormFields(conflictFault("contract-changed", corrected), correctionNameOf);
  const weiter = `/vertraege/${contractId}?getan=berichtigt`;
  return done({ ...corrected, weiter }, { weiter });
});
