import { z } from "zod";
import { amountField, dayField, emptyAsAbsent, wholeField } from "../../../fields";

/** Another quantity, as the form sends it and as the address of its preview has it. */
export const positionFields = {
  positionId: emptyAsAbsent(z.string().max(50)),
  how: z.enum(["changed", "corrected"]).default("changed"),
  fromOn: emptyAsAbsent(dayField),
  quantity: wholeField,
  users: emptyAsAbsent(wholeField),
  amount: emptyAsAbsent(amountField),
};

const preview = z.strictObject(positionFields);
export const positionNames = Object.keys(positionFields);
export const positionSchema = preview;

/** The change that such fields ask for. */
export function positionChangeOf(contractId: string, { amount, fromOn, ...change }: z.infer<typeof preview>) {
  return { contractId, ...change, fromOn: fromOn ?? null, amountCents: amount };
}

/** The form's field for one of the rules'. */
export const positionNameOf = (path: string): string => ({ amountCents: "amount", startsOn: "fromOn" })[path] ?? path;
