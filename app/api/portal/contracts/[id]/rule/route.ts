import { z } from "zod";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { recordContractRule } from "@/lib/use-cases/record-contract-rule";
import { asConflict, emptyAsNull, textField, wholeField } from "../../../fields";

const schema = z.strictObject({
  version: wholeField,
  minimumMonths: wholeField,
  renewalMonths: emptyAsNull(wholeField),
  noticeLength: wholeField,
  noticeUnit: z.enum(["day", "week", "month", "werktag"]),
  to: z.enum(["term-end", "month-end", "year-end"]),
  source: textField,
  clause: textField,
  land: emptyAsNull(z.string().max(10)),
});

/** Records a contract's own rule, with where it stands. */
export const POST = route({ task: "record-contract-rule", schema }, async ({ viewer, input, params }) => {
  const { version, source, clause, land, ...rule } = input;
  const entry = { contractId: params.id ?? "", version, source, clause, land, rule };
  return asConflict(await recordContractRule(viewer, entry, today(), now()));
});
