import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal, isRefusals } from "@/lib/domain/refusal";
import { changeCustomer } from "@/lib/use-cases/change-customer";
import { showCustomerForm } from "@/lib/use-cases/show-customer-form";
import { conflictFault } from "../../conflict-fault";
import { textField, wholeField } from "../../fields";
import { customerFields } from "../customer-fields";

const schema = z.strictObject({
  ...customerFields,
  version: wholeField,
  how: z.enum(["changed", "corrected"]),
  reason: textField.default(""),
});

/** Changes what is recorded of a customer from now on, or corrects what had been recorded wrongly. */
export const POST = route({ task: "capture-estate", schema, keepsTyped: true }, async ({ viewer, input, params }) => {
  const { version, how, reason, ...set } = input;
  const customerId = params.id ?? "";
  const changed = await changeCustomer(viewer, { customerId, version, how, reason, set }, today(), now());
  if (changed === "not-found" || isRefusal(changed) || isRefusals(changed)) return changed;
  if ("conflict" in changed) {
    const clerks = (await showCustomerForm(viewer, customerId))?.clerks ?? [];
    return conflictFault(
      "customer-changed",
      changed,
      (value) => clerks.find(({ id }) => id === value)?.name ?? String(value ?? ""),
    );
  }
  const weiter = `/kunden/${customerId}?getan=${how === "corrected" ? "berichtigt" : "geaendert"}`;
  return done({ ...changed, weiter }, { weiter });
});
