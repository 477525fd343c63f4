import { revokeKey } from "@/db/queries/api-keys";
import { alsoWithTenant, withAuth } from "@/db/tenant";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { isId } from "./shared/ids";
import { recordChange } from "./shared/record-change";
import { withReseller } from "./shared/reseller-of";

/** Makes a key worthless at once, and for ever. */
export async function revokeApiKey(
  viewer: Viewer,
  apiKeyId: string,
  now: Date,
): Promise<"done" | "not-found" | Refusal> {
  if (!may(viewer, "manage-api-keys")) return refuse("not-allowed");
  if (!isId(apiKeyId)) return "not-found";
  const { resellerId } = withReseller(viewer);
  return withAuth(async (tx) => {
    const by = { revokedAt: now, revokedBy: viewer.personId, revokedByName: viewer.name };
    const key = await revokeKey(tx, resellerId, apiKeyId, by);
    if (key === null) return "not-found";
    await alsoWithTenant(tx, resellerId, (also) =>
      recordChange(also, viewer, {
        action: "api-key-revoked",
        subject: { type: "api-key", id: apiKeyId },
        before: key,
        at: now,
      }),
    );
    return "done";
  });
}
