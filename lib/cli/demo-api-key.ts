import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { asc, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { insertApiKey, liveApiKey } from "@/db/queries/api-keys";
import { memberships, people } from "@/db/schema";
import { withAuth } from "@/db/tenant";
import { newApiKey } from "@/lib/auth/api-key";
import { tokenHash } from "@/lib/auth/tokens";
import { now } from "@/lib/clock";
import { apiScopes } from "@/lib/domain/api-scopes";

/**
 * A key of the public API for the demo's first reseller, the same at every start: it is kept beside the demo's data, where its printed
 * passwords lie open too.
 */
export async function demoApiKey(folder: string): Promise<string> {
  const file = path.join(folder, "demo-api-key");
  const known = existsSync(file) ? readFileSync(file, "utf8").trim() : null;
  if (known !== null && (await withAuth((tx) => liveApiKey(tx, tokenHash(known)))) !== null) return known;
  const { key, prefix, keyHash } = newApiKey();
  await withAuth(async (tx) => {
    const [admin] = await tx
      .select({ resellerId: memberships.resellerId, personId: people.id, name: people.name })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(eq(memberships.role, "reseller-admin"))
      .orderBy(asc(memberships.createdAt), asc(memberships.id))
      .limit(1);
    if (admin === undefined) throw new Error("The demo has no reseller.");
    const by = { createdBy: admin.personId, createdByName: admin.name, createdAt: now() };
    const about = { name: `Vorführung ${prefix}`, prefix, keyHash, scopes: [...apiScopes] };
    await insertApiKey(tx, { id: uuidv7(), resellerId: admin.resellerId, ...about, ...by });
  });
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  return key;
}
