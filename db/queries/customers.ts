import { and, asc, eq, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Viewer } from "@/lib/domain/viewer";
import { anyOf } from "../any-of";
import { contracts, customers, decisions, systems } from "../schema";
import { type Tx, visibleTo } from "../tenant";

/** Names are sorted as a German would look them up. */
const byName = sql`${customers.name} collate "de-x-icu"`;

const own = (viewer: Viewer): SQL | undefined =>
  and(eq(customers.resellerId, viewer.resellerId ?? ""), visibleTo(viewer, customers.id), isNull(customers.archivedAt));

export async function customerById(tx: Tx, viewer: Viewer, customerId: string) {
  const [row] = await tx
    .select({
      id: customers.id,
      number: customers.number,
      name: customers.name,
      land: customers.land,
      contactName: customers.contactName,
      contactEmail: customers.contactEmail,
      contactPhone: customers.contactPhone,
      clerkId: customers.clerkId,
      deputyId: customers.deputyId,
    })
    .from(customers)
    .where(and(own(viewer), eq(customers.id, customerId)));
  return row ?? null;
}

/** Clerks of customers, for their rolling lines. */
export async function clerksOf(tx: Tx, resellerId: string, customerIds: readonly string[]) {
  return tx
    .select({ id: customers.id, clerkId: customers.clerkId })
    .from(customers)
    .where(and(eq(customers.resellerId, resellerId), anyOf(customers.id, customerIds), isNull(customers.archivedAt)));
}

/** One page by name. `search` is looked for at the beginning of the number and anywhere in the name, in any case. */
export async function customerPage(
  tx: Tx,
  viewer: Viewer,
  { search, clerkId }: { readonly search: string | null; readonly clerkId: string | null },
  after: { readonly name: string; readonly id: string } | null,
  limit: number,
) {
  const found =
    search === null
      ? undefined
      : or(
          sql`starts_with(lower(${customers.number}), lower(${search}))`,
          sql`strpos(lower(${customers.name}), lower(${search})) > 0`,
        );
  const page = tx
    .select({
      id: customers.id,
      number: customers.number,
      name: customers.name,
      land: customers.land,
      clerkId: customers.clerkId,
    })
    .from(customers)
    .where(
      and(
        own(viewer),
        found,
        clerkId === null ? undefined : eq(customers.clerkId, clerkId),
        after === null ? undefined : sql`(${byName}, ${customers.id}) > (${after.name}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(byName, asc(customers.id))
    .limit(limit)
    .as("page");
  const inQueue = and(
    eq(decisions.resellerId, viewer.resellerId ?? ""),
    eq(decisions.state, "open"),
    eq(decisions.folded, false),
    eq(decisions.customerId, page.id),
  );
  const open = tx.select({ one: sql`1` }).from(decisions).where(inQueue).limit(100);
  const nextDue = tx
    .select({ on: sql<string>`min(coalesce(${decisions.sendByOn}, ${decisions.dueOn}))` })
    .from(decisions)
    .where(inQueue);
  const systemCount = tx
    .select({ n: sql`count(*)` })
    .from(systems)
    .where(
      and(eq(systems.resellerId, viewer.resellerId ?? ""), eq(systems.customerId, page.id), isNull(systems.archivedAt)),
    );
  const contractCount = tx
    .select({ n: sql`count(*)` })
    .from(contracts)
    .where(
      and(
        eq(contracts.resellerId, viewer.resellerId ?? ""),
        eq(contracts.customerId, page.id),
        isNull(contracts.archivedAt),
      ),
    );
  return tx
    .select({
      id: page.id,
      number: page.number,
      name: page.name,
      land: page.land,
      clerkId: page.clerkId,
      systemCount: sql<number>`(${systemCount})`,
      contractCount: sql<number>`(${contractCount})`,
      openDecisions: sql<number>`(select count(*) from (${open}) as open_rows)`,
      nextDueOn: sql<string | null>`(${nextDue})`,
    })
    .from(page)
    .orderBy(sql`${page.name} collate "de-x-icu"`, asc(page.id));
}

/** Ids of the next customers, archived ones too, for walking over all of them in batches. */
export async function customersAfter(tx: Tx, resellerId: string, after: string, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.resellerId, resellerId), gt(customers.id, after)))
    .orderBy(asc(customers.id))
    .limit(limit);
  return rows.map((row) => row.id);
}
