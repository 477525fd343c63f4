import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import { commitImport } from "@/lib/use-cases/commit-import";
import { toLog } from "../../fault";

/** `which`: all rows, or (`good`) all but the rejected ones. */
const schema = z.strictObject({ which: z.enum(["all", "good"]).default("all") });

/** Begins to read a checked file in; the page of the import shows how far it is. */
export const POST = route({ task: "import-estate", schema }, async ({ viewer, input, params, requestId }) => {
  const partial = input.which === "good";
  const begun = await commitImport(viewer, params.id ?? "", partial, today(), now(), toLog(requestId));
  return begun === "not-found" || isRefusal(begun) ? begun : done({ begun: true });
});
