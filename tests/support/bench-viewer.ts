import { v7 as uuidv7 } from "uuid";
import { resellers } from "@/db/schema";
import { withPlatform } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";

/** An admin of a reseller, for measuring; without rows in `auth`. */
export function viewerForBench(resellerId: string): Viewer {
  return {
    personId: resellerId,
    sessionId: resellerId,
    name: "Bench",
    email: "bench@example.org",
    locale: "de",
    role: "reseller-admin",
    resellerId,
    resellerName: "Bench",
    customerIds: null,
  };
}

/** The admin of a new reseller that has nothing. */
export async function makeBenchReseller(): Promise<Viewer> {
  const resellerId = uuidv7();
  await withPlatform((tx) => tx.insert(resellers).values({ resellerId, name: `Bench ${resellerId}` }));
  return viewerForBench(resellerId);
}
