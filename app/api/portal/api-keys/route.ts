import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { newApiKey } from "@/lib/auth/api-key";
import { handApiKey } from "@/lib/auth/handed-api-key";
import { route } from "@/lib/auth/route";
import { now } from "@/lib/clock";
import { apiScopes } from "@/lib/domain/api-scopes";
import { isRefusal } from "@/lib/domain/refusal";
import { createApiKey } from "@/lib/use-cases/create-api-key";
import { textField } from "../fields";

/** A form sends one ticked box as a text, several as a list, and none as nothing. */
const scopes = z.preprocess((value) => [value ?? []].flat(), z.array(z.enum(apiScopes)));
const schema = z.strictObject({ name: textField, scopes });

/** Makes a key. It is in this answer and, for the page that follows, in a cookie of two minutes; nowhere else. */
export const POST = route({ task: "manage-api-keys", schema }, async ({ viewer, input }) => {
  const { key, prefix, keyHash } = newApiKey();
  const created = await createApiKey(viewer, { ...input, prefix, keyHash }, now());
  if (isRefusal(created)) return created;
  return done({ ...created, key }, { status: 201, setCookie: [handApiKey(key)] });
});
