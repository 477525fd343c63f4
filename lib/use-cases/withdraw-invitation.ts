import { withdrawInvitation as withdraw } from "@/db/queries/invitations";
import { alsoWithTenant, withAuth } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";
import { recordChange } from "./shared/record-change";
import { withReseller } from "./shared/reseller-of";

/** Makes an open invitation of the viewer's reseller worthless. */
export async function withdrawInvitation(
  viewer: Viewer,
  invitationId: string,
  now: Date,
): Promise<"done" | "not-found"> {
  const { resellerId } = withReseller(viewer);
  return withAuth(async (tx) => {
    const invitation = await withdraw(tx, resellerId, invitationId, now);
    if (invitation === null) return "not-found";
    await alsoWithTenant(tx, resellerId, (also) =>
      recordChange(also, viewer, {
        action: "invitation-withdrawn",
        subject: { type: "invitation", id: invitationId },
        before: invitation,
        at: now,
      }),
    );
    return "done";
  });
}
