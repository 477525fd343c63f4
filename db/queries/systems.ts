import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { SystemFigures } from "@/lib/domain/system-figures";
import { anyOf } from "../any-of";
import { customers, systems } from "../schema";
import type { Tx } from "../tenant";

export interface SystemScope {
  readonly systemIds?: readonly string[];
  readonly customerIds?: readonly string[];
}

function within(scope: SystemScope): SQL | undefined {
  if (scope.systemIds !== undefined) return anyOf(systems.id, scope.systemIds);
  if (scope.customerIds !== undefined) return anyOf(systems.customerId, scope.customerIds);
  throw new Error("no scope: all systems of a reseller are never read at once");
}

/** Systems that are not archived, with their customer's clerk. */
export async function systemRows(tx: Tx, resellerId: string, scope: SystemScope) {
  return tx
    .select({
      id: systems.id,
      customerId: systems.customerId,
      clerkId: customers.clerkId,
      vendor: systems.vendor,
      name: systems.name,
      installedUsers: systems.installedUsers,
      installedLightUsers: systems.installedLightUsers,
      release: systems.release,
      usage: systems.usage,
      version: systems.version,
    })
    .from(systems)
    .innerJoin(customers, and(eq(customers.resellerId, systems.resellerId), eq(customers.id, systems.customerId)))
    .where(
      and(eq(systems.resellerId, resellerId), within(scope), isNull(systems.archivedAt), isNull(customers.archivedAt)),
    )
    .orderBy(asc(systems.name), asc(systems.id));
}

export type SystemRow = Awaited<ReturnType<typeof systemRows>>[number];

/** Sets the figures of a system where it still has the version; false where somebody else was faster, or it is gone. */
export async function setFigures(
  tx: Tx,
  resellerId: string,
  system: { readonly id: string; readonly version: number },
  { installedUsers, installedLightUsers, release, usage }: SystemFigures,
): Promise<boolean> {
  const changed = await tx
    .update(systems)
    .set({ installedUsers, installedLightUsers, release, usage: { ...usage }, version: sql`${systems.version} + 1` })
    .where(
      and(
        eq(systems.resellerId, resellerId),
        eq(systems.id, system.id),
        eq(systems.version, system.version),
        isNull(systems.archivedAt),
      ),
    )
    .returning({ id: systems.id });
  return changed.length > 0;
}
