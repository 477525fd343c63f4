import { customersById } from "@/db/queries/people";
import { alsoWithTenant, type Tx } from "@/db/tenant";
import type { AuditValues } from "@/lib/domain/audit";

/** What somebody may do, for the trail: role, and the numbers of the customers that he is confined to. `tx` is of `withAuth`. */
export async function rightsOf(
  tx: Tx,
  resellerId: string,
  role: string,
  customerIds: readonly string[] | null,
): Promise<AuditValues> {
  if (customerIds === null) return { role };
  const customers = await alsoWithTenant(tx, resellerId, (also) => customersById(also, resellerId, customerIds));
  return { role, customerNumbers: customers.map(({ number }) => number) };
}
