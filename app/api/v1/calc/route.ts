import { z } from "zod";
import { route } from "@/lib/auth/route";
import { answerBatch } from "@/lib/calc/answer-batch";
import { isRefusal } from "@/lib/domain/refusal";

/** A thousand requests of a kilobyte. */
const MAX_BYTES = 1024 * 1024;

/** The calculator: one request, or a list of at most 1,000, answered in the same shape. */
export const POST = route(
  { task: "use-calculator", schema: z.string(), body: "text", maxBytes: MAX_BYTES },
  async ({ input }) => {
    const pieces = answerBatch(input);
    if (pieces === null) return { status: 400, code: "body-malformed" };
    if (isRefusal(pieces)) return { status: 400, code: pieces.code, params: pieces.params };
    return { kind: "streamed", pieces };
  },
);
