import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal, isRefusals } from "@/lib/domain/refusal";
import { createLicence } from "@/lib/use-cases/create-licence";
import { amountField, dayField, emptyAsAbsent, inFormWords, wholeField } from "../../../fields";
import { articleField, formNameOf } from "../article-field";

const schema = z.strictObject({
  article: articleField,
  purchasedOn: dayField,
  quantity: emptyAsAbsent(wholeField),
  users: emptyAsAbsent(wholeField),
  amount: emptyAsAbsent(amountField),
  orderReference: emptyAsAbsent(z.string().max(1_000)),
  licenceKey: emptyAsAbsent(z.string().max(1_000)),
});

/** Records a purchase, and with the first one of an article its licence. */
export const POST = route({ task: "capture-estate", schema, keepsTyped: true }, async ({ viewer, input, params }) => {
  const { article, amount: amountCents, ...purchase } = input;
  const systemId = params.id ?? "";
  const created = inFormWords(
    await createLicence(viewer, { systemId, sku: article.sku, ...purchase, amountCents }, today(), now()),
    formNameOf,
  );
  if (created === "not-found" || isRefusal(created) || isRefusals(created)) return created;
  const weiter = `/anlagen/${systemId}?getan=lizenz`;
  return done({ licenceId: created.licenceId, purchaseId: created.purchaseId, weiter }, { status: 201, weiter });
});
