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
