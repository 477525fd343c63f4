import { z } from "zod";
import { type RouteHandler, route } from "@/lib/auth/route";
import { now } from "@/lib/clock";
import { recordKey } from "@/lib/use-cases/record-key";
import { revealKey } from "@/lib/use-cases/reveal-key";
import { asConflict, textField, wholeField } from "./fields";

const schema = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("reveal") }),
  z.strictObject({ act: z.literal("record"), version: wholeField, key: textField }),
]);

/** Shows the licence key of a system or a licence to who asks, on the record; or records another one. The answer never holds the key. */
export function keyRoute(holder: "system" | "licence"): RouteHandler {
  return route({ task: "see-licence-keys", schema }, async ({ viewer, input, params }) => {
    const id = params.id ?? "";
    if (input.act === "reveal") return revealKey(viewer, holder, id, now());
    return asConflict(await recordKey(viewer, { holder, id, version: input.version, key: input.key }, now()));
  });
}
