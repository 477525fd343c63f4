import { z } from "zod";
import { amountField, dayField, emptyAsAbsent, wholeField } from "../../fields";
import { articleField } from "./article-field";

/** The fields of a contract's form, as it is sent and as the address of its preview has them. */
export const contractFields = z.strictObject({
  article: articleField,
  startsOn: dayField,
  termEndsOn: emptyAsAbsent(dayField),
  quantity: emptyAsAbsent(wholeField),
  users: emptyAsAbsent(wholeField),
  billingInterval: emptyAsAbsent(z.enum(["month", "quarter", "year"])),
  billingParty: emptyAsAbsent(z.enum(["vendor", "reseller"])),
  amount: emptyAsAbsent(amountField),
  land: emptyAsAbsent(z.string().max(10)),
});

/** The contract that such fields ask for. */
export function contractOf(systemId: string, input: z.infer<typeof contractFields>) {
  const { article, amount: amountCents, ...more } = input;
  return { systemId, ...article, ...more, amountCents };
}
