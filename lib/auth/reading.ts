import { now } from "@/lib/clock";
import type { Task, Viewer } from "@/lib/domain/viewer";
import { answerFault, answerOutcome, type Manner, type Outcome } from "./answers";
import { thrownFault } from "./faults";
import { localeOfRequest, requestIdOf } from "./request";
import { accessFault } from "./route";
import { cookieOf, SESSION_COOKIE, viewerOfToken } from "./session";

/** A GET that answers JSON to the portal's own pages: session and right are asked here; what comes back is in the language of the page. */
export function reading(
  { task }: { readonly task: Task },
  handler: (call: { readonly viewer: Viewer; readonly search: URLSearchParams }) => Promise<Outcome>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const requestId = requestIdOf(request);
    const locale = localeOfRequest(request);
    const manner: Manner = { locale, requestId, isNative: false, weiter: null, back: "/" };
    try {
      const viewer = await viewerOfToken(cookieOf(request.headers, SESSION_COOKIE), now());
      const refused = accessFault(viewer, task);
      if (refused !== null || viewer === null)
        return answerFault(refused ?? { status: 401, code: "not-signed-in" }, manner);
      const { searchParams } = new URL(request.url);
      return answerOutcome(await handler({ viewer: { ...viewer, locale }, search: searchParams }), manner);
    } catch (error) {
      return answerFault(thrownFault(error, requestId), manner);
    }
  };
}
