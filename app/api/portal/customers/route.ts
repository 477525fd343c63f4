import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal, isRefusals } from "@/lib/domain/refusal";
import { createCustomer } from "@/lib/use-cases/create-customer";
import { customerFields } from "./customer-fields";

const schema = z.strictObject(customerFields);

/** Records a customer. */
export const POST = route({ task: "capture-estate", schema, keepsTyped: true }, async ({ viewer, input }) => {
  const created = await createCustomer(viewer, input, today(), now());
  if (isRefusal(created) || isRefusals(created)) return created;
  const weiter = `/kunden/${created.customerId}?getan=kunde`;
  return done({ ...created, weiter }, { status: 201, weiter });
});
