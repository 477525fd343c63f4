import { z } from "zod";
import { apiTextRoute, routeForEither } from "@/lib/auth/api-route";
import { route } from "@/lib/auth/route";
import { answerBatch } from "@/lib/calc/answer-batch";
import { isRefusal } from "@/lib/domain/refusal";
import { calculate } from "@/lib/public-api/operations";

/** A thousand requests of a kilobyte. */
const MAX_BYTES = 1024 * 1024;

/** The calculator: one request, or a list of at most 1,000, answered in the same shape. */
const bySession = route(
  { task: "use-calculator", schema: z.string(), body: "text", maxBytes: MAX_BYTES },
  async ({ input }) => answerOf(input),
);

const byKey = apiTextRoute(calculate, MAX_BYTES, answerOf);

function answerOf(text: string) {
  const pieces = answerBatch(text);
  if (pieces === null) return { status: 400, code: "body-malformed" };
  if (isRefusal(pieces)) return { status: 400, code: pieces.code, params: pieces.params };
  return { kind: "streamed", pieces } as const;
}

/** For people with their session, and for programs with a key. */
export const POST = routeForEither(bySession, byKey);
