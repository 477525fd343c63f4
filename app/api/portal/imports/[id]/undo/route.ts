import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import { undoImport } from "@/lib/use-cases/undo-import";
import { toLog } from "../../fault";

/** Begins to take an import back; its page shows how far that is. */
export const POST = route(
  { task: "import-estate", schema: z.strictObject({}) },
  async ({ viewer, params, requestId }) => {
    const begun = await undoImport(viewer, params.id ?? "", today(), now(), toLog(requestId));
    return begun === "not-found" || isRefusal(begun) ? begun : done({ begun: true });
  },
);
