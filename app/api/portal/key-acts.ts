import { z } from "zod";
import type { Outcome } from "@/lib/auth/answers";
import type { RouteCall } from "@/lib/auth/route";
import { now } from "@/lib/clock";
import type { Viewer } from "@/lib/domain/viewer";
import { recordKey } from "@/lib/use-cases/record-key";
import { revealKey } from "@/lib/use-cases/reveal-key";
import { asConflict, textField, wholeField } from "./fields";

export const keySchema = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("reveal") }),
  z.strictObject({ act: z.literal("record"), version: wholeField, key: textField }),
]);

/** Has it noted that somebody reads the licence key of a system or a licence, or records another one. The answer never holds the key. */
export async function actOnKey(
  holder: "system" | "licence",
  { viewer, input, params }: RouteCall<Viewer, z.infer<typeof keySchema>>,
): Promise<Outcome> {
  const id = params.id ?? "";
  if (input.act === "reveal") return revealKey(viewer, holder, id, now());
  return asConflict(await recordKey(viewer, { holder, id, version: input.version, key: input.key }, now()));
}
