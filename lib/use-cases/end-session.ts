import { endSession as end } from "@/db/queries/sessions";
import { withAuth } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";

/** Ends one of the viewer's own sessions; the next request that carries it is nobody's. */
export async function endSession(viewer: Viewer, sessionId: string, now: Date): Promise<"done" | "not-found"> {
  return (await withAuth((tx) => end(tx, viewer.personId, sessionId, now))) ? "done" : "not-found";
}
