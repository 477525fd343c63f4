import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Viewer } from "@/lib/domain/viewer";
import { customers, systems } from "../schema";
import { type Tx, visibleTo } from "../tenant";

/**
 * Systems in whose name, or in whose customer's name or number, every word occurs, in any case; by customer as a German would look them up.
 * Without words the first there are.
 */
export async function systemsNamed(tx: Tx, viewer: Viewer, words: readonly string[], limit: number) {
  const text = sql`lower(${customers.number} || ' ' || ${customers.name} || ' ' || ${systems.name})`;
  return tx
    .select({
      id: systems.id,
      name: systems.name,
      vendor: systems.vendor,
      customerId: customers.id,
      customerNumber: customers.number,
      customerName: customers.name,
    })
    .from(customers)
    .innerJoin(systems, and(eq(systems.resellerId, customers.resellerId), eq(systems.customerId, customers.id)))
    .where(
      and(
        eq(customers.resellerId, viewer.resellerId ?? ""),
        visibleTo(viewer, customers.id),
        isNull(customers.archivedAt),
        eq(systems.resellerId, viewer.resellerId ?? ""),
        isNull(systems.archivedAt),
        ...words.map((word) => sql`strpos(${text}, lower(${word})) > 0`),
      ),
    )
    .orderBy(sql`${customers.name} collate "de-x-icu"`, asc(customers.id), asc(systems.name), asc(systems.id))
    .limit(limit);
}
