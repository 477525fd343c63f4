import { withdrawInvitation as withdraw } from "@/db/queries/invitations";
import { withAuth } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";
import { withReseller } from "./shared/reseller-of";

/** Makes an open invitation of the viewer's reseller worthless. */
export async function withdrawInvitation(
  viewer: Viewer,
  invitationId: string,
  now: Date,
): Promise<"done" | "not-found"> {
  const { resellerId } = withReseller(viewer);
  return (await withAuth((tx) => withdraw(tx, resellerId, invitationId, now))) ? "done" : "not-found";
}
