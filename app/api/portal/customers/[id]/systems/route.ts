import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal, isRefusals } from "@/lib/domain/refusal";
import { createSystem } from "@/lib/use-cases/create-system";
import { emptyAsNull, inFormWords } from "../../../fields";
import { changeOf, fieldOf, figureFields } from "../../../systems/[id]/figure-fields";

const schema = z.strictObject({
  vendor: z.string().max(100),
  name: z.string().max(1_000),
  serverKey: emptyAsNull(z.string().max(1_000)),
  ...figureFields,
});

/** Records a system of a customer. */
export const POST = route({ task: "capture-estate", schema, keepsTyped: true }, async ({ viewer, input, params }) => {
  const { vendor, name, serverKey, ...fields } = input;
  const system = { customerId: params.id ?? "", vendor, name, serverKey, figures: changeOf(fields) };
  const created = inFormWords(await createSystem(viewer, system, today(), now()), fieldOf);
  if (created === "not-found" || isRefusal(created) || isRefusals(created)) return created;
  const weiter = `/anlagen/${created.systemId}?getan=anlage`;
  return done({ ...created, weiter }, { status: 201, weiter });
});
