import { z } from "zod";
import { amountField, dayField, emptyAsNull } from "../../../fields";

const amountOrUnknown = z.preprocess(
  (value) => (typeof value === "string" && value.trim() === "" ? null : value),
  amountField.nullable(),
);

/** What a correction can be about; what is absent stays. An empty amount is an unknown one. */
export const correctionFields = {
  startsOn: dayField.optional(),
  endsOn: dayField.optional(),
  billingInterval: z.enum(["month", "quarter", "year"]).optional(),
  billingParty: z.enum(["vendor", "reseller"]).optional(),
  amount: amountOrUnknown.optional(),
  land: emptyAsNull(z.string().max(10)).optional(),
};

const preview = z.strictObject(correctionFields);
export const correctionNames = Object.keys(correctionFields);
export const correctionSchema = preview;

/** What such fields set. */
export function correctionOf({ amount, ...set }: z.infer<typeof preview>) {
  const known = Object.entries({ ...set, amountCents: amount }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known);
}

/** The form's field for one of the rules'. */
export const correctionNameOf = (path: string): string => (path === "amountCents" ? "amount" : path);
