import { v7 as uuidv7 } from "uuid";
import { apiKeysOf, insertApiKey } from "@/db/queries/api-keys";
import { alsoWithTenant, withAuth } from "@/db/tenant";
import { type ApiScope, apiScopes } from "@/lib/domain/api-scopes";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import { may, type Viewer } from "@/lib/domain/viewer";
import { recordChange } from "./shared/record-change";
import { withReseller } from "./shared/reseller-of";

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  /** How the key begins, to be recognised by, and its SHA-256; the key itself is shown to the person and kept nowhere. */
  readonly prefix: string;
  readonly keyHash: string;
}

const NAME_AT_MOST = 80;
const LIVE_AT_MOST = 50;

/** Makes a key of the public API. Refused: no name, a name that a working key has already, no scope. */
export async function createApiKey(
  viewer: Viewer,
  { name: written, scopes, prefix, keyHash }: NewApiKey,
  now: Date,
): Promise<{ readonly apiKeyId: string } | Refusal> {
  if (!may(viewer, "manage-api-keys")) return refuse("not-allowed");
  const { resellerId } = withReseller(viewer);
  const name = written.trim();
  if (name === "") return refuse("api-key-name-missing", {}, "name");
  if (name.length > NAME_AT_MOST) return refuse("customer-field-too-long", { most: NAME_AT_MOST }, "name");
  const chosen = apiScopes.filter((scope) => scopes.includes(scope));
  if (chosen.length === 0) return refuse("api-key-scope-missing", {}, "scopes");
  return withAuth(async (tx) => {
    const live = (await apiKeysOf(tx, resellerId)).filter(({ revokedAt }) => revokedAt === null);
    if (live.some((key) => key.name === name)) return refuse("api-key-name-taken", { name }, "name");
    if (live.length >= LIVE_AT_MOST) return refuse("api-keys-too-many", { most: LIVE_AT_MOST });
    const id = uuidv7();
    const by = { createdBy: viewer.personId, createdByName: viewer.name, createdAt: now };
    await insertApiKey(tx, { id, resellerId, name, prefix, keyHash, scopes: [...chosen], ...by });
    await alsoWithTenant(tx, resellerId, (also) =>
      recordChange(also, viewer, {
        action: "api-key-created",
        subject: { type: "api-key", id },
        after: { name, prefix, scopes: chosen },
        at: now,
      }),
    );
    return { apiKeyId: id };
  });
}
